"""Where a choice points to its explanation: "zie paragraaf 3.3, onder a", "zie onderdeel G".

A pointer is looked up in the memorandum by the number that its headings print. One that is not found keeps
its words, without an eId.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.numbering import bare_number, number_token
from corpus.provision import Provision, ProvisionKind, walk
from corpus.transposition.values import Passage

_POINTER = re.compile(
    r"\bzie (?:ook |verder |hiervoor )?(?:de )?(?:toelichting (?:op|bij) )?"
    r"(?P<what>paragraaf|paragrafen|§+|onderdeel|hoofdstuk|afdeling) ?"
    r"(?P<number>\d+(?:\.\d+)*[a-z]?|[A-Z]{1,3}\b)"
    r"(?:, (?:onder|onderdeel) (?P<point>[a-z]{1,2}|\d{1,2})(?!\w))?",
    re.IGNORECASE,
)


class Pointers:
    """The headings of one memorandum, by which pointers are looked up."""

    def __init__(self, version: str, memorandum: Sequence[Provision]) -> None:
        self._version = version
        self._divisions = [p for p in walk(memorandum) if p.kind is ProvisionKind.DIVISION and p.num]

    def in_words(self, words: str) -> Passage | None:
        """The first pointer in these words; None when they have none."""
        match = _POINTER.search(words)
        if match is None:
            return None
        return Passage(self._version, self._eid(match), match.group())

    def _eid(self, match: re.Match[str]) -> str:
        onderdeel = match["what"].lower() == "onderdeel"
        token = number_token(match["number"]).casefold()
        found = next(self._numbered(token, onderdeel=onderdeel), None)
        if found is None:
            return ""
        if not match["point"]:
            return found.eid
        points = (p for p in found.children if p.kind is ProvisionKind.POINT)
        named = next((p.eid for p in points if bare_number(p.num) == match["point"]), "")
        return named or found.eid

    def _numbered(self, token: str, *, onderdeel: bool) -> Iterator[Provision]:
        """The divisions that bear a number; an onderdeel is one whose heading says so, and no other is."""
        for division in self._divisions:
            says = division.num.lower().startswith("onderdeel")
            article = division.num.lower().startswith("artikel")
            if says is onderdeel and not article and number_token(division.num).casefold() == token:
                yield division
