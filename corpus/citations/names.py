"""The names that acts go by, as a table the caller makes: never part of the code.

Citation titles, short names and abbreviations of works that are stored or named in a dossier, and what a text
itself defines ("de wet: de Voorbeeldwet"). A name is looked up where its first word stands, longest first, so
that a table of any size costs the same.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from corpus.reading import Identifier

_FIRST_WORD = re.compile(r"[\w-]+")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the act it stands for, as its identifier."""

    text: str
    identifier: Identifier


class NamedAct(NamedTuple):
    """A name in the table, with every act that bears it; `local`: defined in the text itself."""

    text: str
    identifiers: tuple[Identifier, ...]
    local: bool = False


class Names:
    """A table of names, found by their first word."""

    def __init__(self, by_first_word: Mapping[str, tuple[NamedAct, ...]]) -> None:
        self.by_first_word = MappingProxyType(dict(by_first_word))
        self.small_words = frozenset(word for word in by_first_word if not word[0].isupper())

    @classmethod
    def of(cls, names: Iterable[Name]) -> "Names":
        """The table of these names."""
        return cls(_indexed(_grouped(names)))

    def with_local(self, names: Iterable[Name]) -> "Names":
        """This table and what a text defines for itself, which goes before an equal name from outside."""
        grouped = {text: NamedAct(text, found.identifiers, True) for text, found in _grouped(names).items()}
        outside = {name.text: name for known in self.by_first_word.values() for name in known}
        return Names(_indexed({**outside, **grouped})) if grouped else self

    def at(self, text: str, start: int) -> NamedAct | None:
        """The longest name that stands at this place of a text, as whole words."""
        match = _FIRST_WORD.match(text, start)
        if match is None:
            return None
        for name in self.by_first_word.get(match.group(), ()):
            end = start + len(name.text)
            if text.startswith(name.text, start) and not _goes_on(text, end):
                return name
        return None

    def defined_for(self, noun: str) -> NamedAct | None:
        """What the text itself calls "de Wet", for a text that then writes "de wet"."""
        known = self.by_first_word.get(noun.capitalize(), ()) if noun.islower() else ()
        return next((name for name in known if name.local and name.text == noun.capitalize()), None)

    def __iter__(self) -> Iterator[NamedAct]:
        return (name for known in self.by_first_word.values() for name in known)


NO_NAMES = Names({})


def _goes_on(text: str, end: int) -> bool:
    after = text[end : end + 2]
    return after[:1].isalnum() or (after[:1] == "-" and after[1:].isalpha())


def _grouped(names: Iterable[Name]) -> dict[str, NamedAct]:
    grouped: dict[str, NamedAct] = {}
    for name in names:
        text = " ".join(name.text.split())
        if len(text) >= _SHORTEST and _FIRST_WORD.match(text):
            known = grouped.get(text, NamedAct(text, ())).identifiers
            grouped[text] = NamedAct(text, tuple(dict.fromkeys((*known, name.identifier))))
    return grouped


def _indexed(grouped: Mapping[str, NamedAct]) -> dict[str, tuple[NamedAct, ...]]:
    index: dict[str, list[NamedAct]] = {}
    for name in sorted(grouped.values(), key=lambda n: (-len(n.text), n.text)):
        first = _FIRST_WORD.match(name.text)
        if first:
            index.setdefault(first.group(), []).append(name)
    return {word: tuple(found) for word, found in index.items()}
