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
_SMALL_NOUNS = frozenset(("wet", "rijkswet", "besluit", "regeling", "wetboek", "verordening", "richtlijn"))
_BOOK = re.compile(r"(?P<code>.+?),? Boek (?P<number>\d{1,2}[A-Z]?)")
_COUNTED_BOOKS = {
    "1": "Eerste", "2": "Tweede", "3": "Derde", "4": "Vierde", "5": "Vijfde", "6": "Zesde", "7": "Zevende",
    "8": "Achtste",
}  # fmt: skip


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

    def with_more(self, names: Iterable[Name]) -> "Names":
        """This table and further names."""
        known = (Name(name.text, i) for name in self for i in name.identifiers)
        return Names.of((*known, *names))

    def but(self, texts: Iterable[str]) -> "Names":
        """This table without these names, as in the title that itself is one of them."""
        given = {" ".join(text.split()) for text in texts}
        left_out = {
            n.text for n in self for text in given
            if text == n.text or (" " in n.text and text.startswith(f"{n.text} ("))
        }  # fmt: skip
        if not left_out:
            return self
        return Names(
            {
                word: tuple(name for name in known if name.text not in left_out)
                for word, known in self.by_first_word.items()
            }
        )

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
        word = match.group()
        for name in self.by_first_word.get(word, ()):
            if text.startswith(name.text, start) and not _goes_on(text, start + len(name.text)):
                return name
        return self._spelled_small(text, start, word) if word in _SMALL_NOUNS else None

    def _spelled_small(self, text: str, start: int, word: str) -> NamedAct | None:
        """A name of several words whose first is spelled small: "wet op de seinen"."""
        for name in self.by_first_word.get(word.capitalize(), ()):
            end = start + len(name.text)
            if " " in name.text and text.startswith(name.text[1:], start + 1) and not _goes_on(text, end):
                return name
        return None

    def book(self, number: str, code: str) -> NamedAct | None:
        """The book of a code, when the code is given by its name, its abbreviation or another book of it."""
        of = code.rpartition(" van het ")[2] or code
        if not of or of.startswith("Boek "):
            of = code.rpartition(" ")[2]
        wanted = (f"Boek {number} {of}", f"Boek {number} van het {of}")
        return next((name for name in self.by_first_word.get("Boek", ()) if name.text in wanted), None)

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
    for name in (spelled for given in names for spelled in _spellings(given)):
        text = " ".join(name.text.split())
        if len(text) >= _SHORTEST and _FIRST_WORD.match(text):
            known = grouped.get(text, NamedAct(text, ())).identifiers
            grouped[text] = NamedAct(text, tuple(dict.fromkeys((*known, name.identifier))))
    return grouped


def _spellings(name: Name) -> Iterator[Name]:
    """A name, and for a book of a code how it is cited: "Boek 6 van het Burgerlijk Wetboek"."""
    yield name
    book = _BOOK.fullmatch(name.text)
    if book:
        code, number = book["code"], book["number"]
        yield Name(f"Boek {number} van het {code}", name.identifier)
        if number in _COUNTED_BOOKS:
            yield Name(f"{_COUNTED_BOOKS[number]} Boek van het {code}", name.identifier)
        for short in (code, *_initials(code)):
            yield Name(f"Boek {number} {short}", name.identifier)


def _initials(code: str) -> Iterator[str]:
    letters = "".join(word[0] for word in code.split() if word[0].isupper())
    if len(letters) > 1:
        yield letters


def _indexed(grouped: Mapping[str, NamedAct]) -> dict[str, tuple[NamedAct, ...]]:
    index: dict[str, list[NamedAct]] = {}
    for name in sorted(grouped.values(), key=lambda n: (-len(n.text), n.text)):
        first = _FIRST_WORD.match(name.text)
        if first:
            index.setdefault(first.group(), []).append(name)
    return {word: tuple(found) for word, found in index.items()}
