"""Which Union acts a text speaks of: by number as `corpus.citations` reads it, or by a name of a dossier.

An act is year/number, whatever kind it is: so it is found by a number alone, and by a CELEX number. The names
are those that open dossiers give. A text of an act itself speaks of that act.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from corpus.citations.union_acts import UNION_ACT, union_act
from corpus.dossier.facts import EuAct
from indexer.query_fields import eu_number
from wetgeving.store.values import Work

_CITED = re.compile(rf"{UNION_ACT}|\((?:EU|EG|EEG)\) (?:nr\. )?\d{{1,4}}/\d{{1,4}}(?![\d/])")
_PRINTED = re.compile(r"\d{1,4}/\d{1,4}")
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class NamedUnionActs:
    """The names by which acts go, each with the number of its act."""

    numbers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def known(cls, acts: Iterable[EuAct]) -> "NamedUnionActs":
        """The names that dossiers give."""
        numbers = {
            name: number
            for act in acts
            for name in act.names
            if len(name) >= _SHORTEST and (number := number_of(act.key) or number_of(act.number))
        }
        return cls(MappingProxyType(numbers))

    def of(self, work: Work, text: str) -> tuple[str, ...]:
        """The acts that a text of a work speaks of, in numerical order."""
        found = {number_of(match.group()) for match in _CITED.finditer(text)} if "/" in text else set[str]()
        found |= {number for name, number in self.numbers.items() if name in text}
        if work.kind.startswith("eu-"):
            found |= {number_of(value) for value in (work.key, *(i.value for i in work.identifiers))}
        return tuple(sorted(found - {""}))


NO_NAMES = NamedUnionActs()


def number_of(printed: str) -> str:
    """The number of an act as year/number, out of a citation or a CELEX number; "" where there is none."""
    if whole := eu_number(printed):
        return whole
    act = union_act(printed)
    if act.identifiers:
        return eu_number(act.identifiers[0].value)
    inside = _PRINTED.search(printed)
    return eu_number(inside.group()) if inside else ""
