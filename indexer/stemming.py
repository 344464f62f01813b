"""The stem of a word that is no compound: what the lemmas say, and the rules where they are silent."""

from collections.abc import Mapping
from functools import cache, lru_cache

from indexer.analysis import regular_stem
from indexer.lemma_regular import regular_forms
from indexer.lemma_verbs import VERBS
from indexer.lemmas import APART, NOUNS


@lru_cache(maxsize=65536)
def base_stem(word: str) -> str:
    """The stem of a folded word without digits or hyphens."""
    return lemma_stems().get(word) or regular_stem(word)


@cache
def lemma_stems() -> Mapping[str, str]:
    """Every form that the lemmas name, and its stem: that of the lemma, or its own where it is kept apart."""
    apart = {form: stem for stem, forms in APART.items() for form in forms.split()}
    joined = {
        form: apart.get(lemma) or regular_stem(lemma)
        for table in (NOUNS, VERBS)
        for lemma, forms in table.items()
        for form in forms.split()
    }
    return {**_by_rule(), **joined, **apart}


def _by_rule() -> Mapping[str, str]:
    """The forms of regular verbs to which the rules give another stem than to the infinitive."""
    found = ((form, regular_stem(verb)) for verb, forms in regular_forms().items() for form in forms.split())
    return {form: stem for form, stem in found if regular_stem(form) != stem}
