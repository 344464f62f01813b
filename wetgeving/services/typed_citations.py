"""A citation typed as a question: to which provision, work or paper it leads, as `art 59b lid 2 Vw 2000`.

Places are read by `corpus.citations`, identifiers by `services.resolving`; of an act every name serves by
which a work is called here: titles, identifiers, what lawyers and dossiers call it, the number of a Union
act. `whole` says that nothing else was typed and only one thing is meant: then a reader can be brought there.
More than one answer is given as it is: choosing is for a person. Nothing is guessed, and changes nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.citations import find
from corpus.citations.citation import Place
from corpus.dossier.facts import EuAct, Synonym
from corpus.dossier.written import from_json
from corpus.identifiers import parse
from corpus.provision import ProvisionKind
from indexer.dutch import words
from indexer.query_fields import eu_number
from indexer.synonyms import GENERAL
from wetgeving.services.errors import NotFoundError
from wetgeving.services.named_union_acts import number_of
from wetgeving.services.resolving import Resolving, Target
from wetgeving.services.work_names import WorkNames, with_article, work_names
from wetgeving.store import Store
from wetgeving.store.values import Work

LONGEST = 200
MOST_TARGETS = 8
MOST_WORDS, MOST_WORDS_OF_A_NAME = 16, 6
_SPACED_DOSSIER = re.compile(r"\b(\d{2}) (\d{3})\b(?=[\s,]|$)")
_ART = re.compile(r"\bart(?:ikel)?\.?\s*(?=\d)", re.IGNORECASE)
_UNION_NUMBER = re.compile(r"(?<![\d/])\d{1,4}/\d{1,4}(?![\d/])")
_FILLERS = frozenset(
    {"van", "de", "het", "der", "uit", "in", "eu", "eg", "eeg", "verordening", "richtlijn", "besluit", "nr"}
)

Step = tuple[ProvisionKind, str]


@dataclass(frozen=True, slots=True)
class Landing:
    """What a typed citation leads to."""

    targets: tuple[Target, ...] = ()
    whole: bool = False

    @property
    def certain(self) -> Target | None:
        """Where a reader can be brought at once."""
        return self.targets[0] if self.whole and len(self.targets) == 1 else None


NOWHERE = Landing()


class TypedCitations:
    """Reads questions as citations."""

    def __init__(self, store: Store, resolving: Resolving) -> None:
        self._store, self._resolving = store, resolving

    def landing(self, question: str) -> Landing:
        """What a question leads to as a citation; `NOWHERE` for any other question."""
        typed = _SPACED_DOSSIER.sub(r"\1\2", " ".join(question.split())).strip(" .,;?")
        if not 2 < len(typed) <= LONGEST or any(sign in typed for sign in '"*()') or " -" in typed:
            return NOWHERE
        if parse(typed):
            return self._identified(typed)
        most = MOST_WORDS if any(sign.isdigit() for sign in typed) else MOST_WORDS_OF_A_NAME
        return self._cited(typed) if len(typed.split()) <= most else NOWHERE

    def _identified(self, typed: str) -> Landing:
        try:
            return Landing(self._resolving.targets(typed)[:MOST_TARGETS], whole=True)
        except NotFoundError:
            named = parse(typed)
            papers = named.papers if named else ()
            dossiers = (p.dossier for p in papers if self._store.dossiers.find(p.dossier))
            return Landing(tuple(Target(dossier=number) for number in dict.fromkeys(dossiers)))

    def _cited(self, typed: str) -> Landing:
        place, rest = self._placed(typed)
        works, left = self._acts(rest, shortened=bool(place))
        if not works:
            return NOWHERE
        for depth in range(len(place), 0, -1):
            found = [t for work in works for t in self._resolving.in_work(work, place[:depth])]
            if found:
                return Landing(tuple(found[:MOST_TARGETS]), whole=not left and depth == len(place))
        return Landing(tuple(Target(work) for work in works[:MOST_TARGETS])) if not left else NOWHERE

    def _placed(self, typed: str) -> tuple[tuple[Step, ...], str]:
        """The place that is cited, and the words beside it; a number beside a name is an article of it."""
        place, rest = _place(_ART.sub("artikel ", typed))
        names = self._names()
        if place or words(typed) in names.own:
            return place, rest
        spelled = with_article(typed, names)
        return _place(spelled) if spelled else (place, rest)

    def _names(self) -> WorkNames:
        return work_names(self._store.works.all(), self._groups())

    def _acts(self, rest: str, *, shortened: bool) -> tuple[tuple[Work, ...], bool]:
        """The works that the words name, and whether they say more than that."""
        works = self._store.works.all()
        numbered = _UNION_NUMBER.search(rest)
        if numbered and (found := _of_number(works, eu_number(numbered.group()))):
            return found, _says_more(words(rest[: numbered.start()] + rest[numbered.end() :]))
        row = words(rest)
        names = self._names()
        for size in range(len(row), 0, -1):
            for start in range(len(row) - size + 1):
                if keys := names.bearing(row[start : start + size], shortened=shortened):
                    meant = tuple(work for work in works if work.key in keys)
                    return meant, _says_more((*row[:start], *row[start + size :]))
        return (), True

    @cached_property
    def union_acts(self) -> Mapping[str, str]:
        """What Union acts are called, by their number, as the dossiers that may be seen name them."""
        named = ((number_of(act.key) or number_of(act.number), act.names) for act in self._acts_known())
        return {number: names[0] for number, names in named if number and names}

    def _acts_known(self) -> tuple[EuAct, ...]:
        return _read_acts(tuple(entry.content for entry in self._store.dossiers.entries_of("eu_act")))

    def _groups(self) -> tuple[tuple[str, ...], ...]:
        """Names for the same act, from all over and from the dossiers."""
        synonyms = self._store.dossiers.entries_of("synonym")
        acts = self._acts_known()
        named = ((act.key, act.number, number_of(act.number), *act.names) for act in acts)
        return (*GENERAL, *(from_json(Synonym, e.content).names for e in synonyms), *named)


@lru_cache(maxsize=4)
def _read_acts(contents: tuple[str, ...]) -> tuple[EuAct, ...]:
    return tuple(from_json(EuAct, content) for content in contents)


def _place(typed: str) -> tuple[tuple[Step, ...], str]:
    """The place that is cited, and the words beside it."""
    for citation in find(typed):
        at = next((p for p in citation.places if _has_article(p)), None)
        if at is not None:
            said = citation.act.said if citation.act and citation.act.said in citation.text else ""
            return tuple(at.steps), f"{typed[: citation.start]} {said} {typed[citation.end :]}"
    return (), typed


def _has_article(place: Place) -> bool:
    return any(step.kind is ProvisionKind.ARTICLE for step in place.steps) and not place.until


def _of_number(works: Iterable[Work], number: str) -> tuple[Work, ...]:
    return tuple(
        work
        for work in works
        if number and number in {eu_number(v) for v in (work.key, *(i.value for i in work.identifiers))}
    )


def _says_more(left: Iterable[str]) -> bool:
    return any(word not in _FILLERS for word in left)
