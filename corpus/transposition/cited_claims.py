"""Claims from references: a national provision that names a Union provision, or an explanation that does.

A reference to a Union act as a whole says too little and is no claim. Whether a provision executes or
transposes is said only where the words around the reference say so.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.transposition.identity import claim_id
from corpus.transposition.values import (
    Claimant,
    EuPlace,
    NationalPlace,
    Passage,
    Relation,
    TranspositionClaim,
)

NAMED = "names-the-provision"
_SAYS = re.compile(
    r"uitvoering aan|ter uitvoering|uitvoering van|implement|omzetting|omgezet|strekt (?:ertoe|tot)|"
    r"geeft (?:gevolg|een plaats)|verlangt|dient ter",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;\n]\s")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in a text: the eId and own text it stands in, where, and what it leads to.

    A target is a scheme, an identifier in it, and an eId ("" for the whole).
    """

    eid: str
    text: str
    start: int
    end: int
    targets: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Where references are from: who says it, the version they stand in and its work, and the kind of act."""

    claimant: Claimant
    work: str
    version: str
    acts: dict[tuple[str, str], tuple[str, str]]
    """The Union works, by identifier (scheme, value): the key and the kind of each."""


def claims(
    references: Iterable[tuple[Reference, tuple[NationalPlace, ...]]], named: Named
) -> Iterator[TranspositionClaim]:
    """The claims of references, each with the national provisions it speaks for; each claim once."""
    seen: set[str] = set()
    for reference, national in references:
        for scheme, value, eid in reference.targets if national else ():
            found = named.acts.get((scheme, value))
            if found is None or not eid:
                continue
            claim = _claim(reference, EuPlace(found[0], eid), national, found[1], named)
            if claim.id not in seen:
                seen.add(claim.id)
                yield claim


def _claim(
    reference: Reference, eu: EuPlace, national: tuple[NationalPlace, ...], kind: str, named: Named
) -> TranspositionClaim:
    words = sentence(reference.text, reference.start, reference.end)
    says = bool(_SAYS.search(words))
    does = Relation.TRANSPOSES if kind == "eu-directive" else Relation.EXECUTES
    return TranspositionClaim(
        id=claim_id(named.claimant, eu, national, origin=named.work),
        eu=eu,
        claimant=named.claimant,
        rule=NAMED,
        source=Passage(named.version, reference.eid, words),
        national=national,
        relation=does if says else None,
        eu_said=reference.text[reference.start : reference.end],
    )


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around a reference, at most some hundred signs on either side."""
    before = [m.end() for m in _SENTENCE.finditer(text, max(0, start - _LONGEST), start)]
    after = _SENTENCE.search(text, end, end + _LONGEST)
    first = before[-1] if before else max(0, start - _LONGEST)
    return text[first : after.start() + 1 if after else end + _LONGEST].strip()
