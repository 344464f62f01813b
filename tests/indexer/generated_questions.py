"""Questions over the whole language, made by chance from a small vocabulary, and documents to ask them of."""

import random
from dataclasses import replace
from itertools import product

from hypothesis import strategies as st

from corpus.hashing import sha256
from indexer.document import IndexDocument

from .conftest import VOCABULARY, random_corpus

WORKS = ("Molenwet", "Wet op de molens 2030", "Nota over de Molenwet")
NUMBERS = ("59b", "3:15", "2a", "I", "12", "420bis.1", "99")
DAYS = ("", "2030-01-01", "2031-06-15", "2032", "2033-02", "2034-12-31", "2036-07-01")
_FULL = tuple(day for day in DAYS if len(day) == 10)
_PLAIN = tuple(word for word in VOCABULARY if word.isalpha())

_word = st.sampled_from(VOCABULARY)
_plain = st.sampled_from(_PLAIN)
_prefix = st.builds(lambda word, n: f"{word[:n]}*", _plain, st.integers(1, 5))
_phrase = st.lists(_plain, min_size=1, max_size=3).map(lambda found: f'"{" ".join(found)}"')
_day = st.sampled_from([day for day in DAYS if day])
_spanned = st.one_of(
    _word.filter(str.isalpha), _prefix, _phrase, st.builds("({} OF {})".format, _plain, _plain)
)
_near = st.builds(
    "{} {}/{} {}".format, _spanned, st.sampled_from(("NEAR", "DICHTBIJ")), st.integers(1, 12), _spanned
)
_field = st.one_of(
    st.builds("artikel:{}".format, st.sampled_from(NUMBERS)),
    st.builds("lid:{}".format, st.sampled_from(("1", "2", "2a", "derde"))),
    st.builds("punt:{}".format, st.sampled_from(("1", "2", "2a", "3"))),
    st.builds("soort:{}".format, st.sampled_from(("wet", "besluit", "advies", "wet,besluit", "toelichting"))),
    st.builds(
        "fase:{}".format, st.sampled_from(("adviesversie", "consolidated", "gecons", '"voorstel van wet"'))
    ),
    st.builds("dossier:{}".format, st.sampled_from(("29001", "29002", "29009"))),
    st.builds("werk:{}".format, st.sampled_from(("MOLEN-1", "molenwet", '"de molens"', "kippenwet"))),
    st.builds("dictum:{}".format, st.sampled_from(("A", "b", "4", "D"))),
    st.builds("eu:{}".format, st.sampled_from(("2024/1356", "32013R0604", "604/2013", "2099/1"))),
    st.builds("{}:{}".format, st.sampled_from(("geldig", "bekend", "van", "tot")), _day),
    st.builds("geldig:{} bekend:{}".format, _day, _day),
    st.builds("van:{} tot:{}".format, _day, _day),
)
_leaf = st.one_of(
    _word, _word, _prefix, _phrase, _near, _field, st.just("*"),
    st.builds("artikel {}".format, st.sampled_from(NUMBERS)),
)  # fmt: skip
_zone = st.sampled_from(("kop", "tekst", "toelichting", "advies"))
questions = st.recursive(
    _leaf,
    lambda inner: st.one_of(
        st.builds("{} {}".format, inner, inner),
        st.builds("({}) {} ({})".format, inner, st.sampled_from(("OF", "OR", "EN", "AND")), inner),
        st.builds("({}) {} {}".format, inner, st.sampled_from(("NIET", "NOT")), inner),
        st.builds("-({})".format, inner),
        st.builds("(in:{} {})".format, _zone, inner),
    ),
    max_leaves=6,
)
"""Questions as they are typed."""


def described_corpus(seed: int, size: int) -> list[IndexDocument]:
    """Documents with all that can be asked of them."""
    chance = random.Random(seed)
    described = (_described(document, chance) for document in random_corpus(seed, size))
    return list({document.id: document for document in described}.values())


def _described(document: IndexDocument, chance: random.Random) -> IndexDocument:
    of_version = random.Random(document.version)  # what is true of a version is so in all its documents
    section = of_version.choice(("text", "text", "text", "explanation", "opinion"))
    since = of_version.choice(("", *_FULL))
    points = chance.choice((("1",), ("2",), ("2a", "2"), ("3",))) if section == "opinion" else ()
    eid = f"art_{chance.randint(1, 20)}"
    described = replace(
        document,
        id=f"{document.version}/{eid}",
        eid=eid,
        digest="",
        text=f"{document.text} {chance.choice(('', '', 'artikel 59b', 'art. 12 van de wet'))}",
        section=section,
        kind={"explanation": "memorandum", "opinion": "opinion"}.get(
            section, of_version.choice(("act", "decree"))
        ),
        stage=of_version.choice(("advice", "submitted", "consolidated")),
        work_title=WORKS[int(document.work[-1])],
        in_force_on=since,
        dated_on=since or of_version.choice(("", *_FULL)),
        law_from=since and of_version.choice((since, "2030-01-01")),
        entered_on=of_version.choice(("", since)),
        known_on=of_version.choice(("", *_FULL)),
        dossiers=of_version.choice(((), ("29001",), ("29001", "29002"))),
        dictum=of_version.choice(("A", "B", "4")) if section == "opinion" else "",
        points=points,
        point=points[0] if points else "",
        leden=chance.choice(((), ("1", "2"), ("1", "2", "2a", "3"))),
        eu=chance.choice(((), (), ("2024/1356",), ("2013/604", "2024/1356"))),
        sequence=chance.randint(0, 50),
    )
    return replace(described, digest=sha256(repr(described).encode()))


FORMULAS = tuple(
    f"in:{zone} {asked}"
    for zone, asked in product(("kop", "tekst"), ("artikel 59b", "molen*", "-lid", "lid"))
)
"""Questions that chance does not make often enough."""
