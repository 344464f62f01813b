"""Identifiers printed at the head of a text whose format carries none: DOCX, PDF, plain text, a web page.

Only the head is looked at, and only where a masthead prints them (Kamerstuk: dossier and paper number on
lines of their own; opinion: "No. W03..."). A number further down is a citation and identifies nothing.
"""

import re
from collections.abc import Iterator
from itertools import islice

from corpus.provision import walk
from corpus.reading import Identifier, Reading, WorkKind

HEAD_LINES = 40
_DOSSIER = re.compile(r"(\d{2}) ?(\d{3})(?:[ -]([A-Z]{1,5}))?(?=\s|$)")
_PAPER = re.compile(r"(?:.*\s)?N(?:r|R)\. ?(\d{1,3}|[A-Z]{1,2})(?=\s|$)")
_KST = re.compile(r"\bkst-(\d{5}(?:-[A-Z]{1,5})?)-(\d{1,3}|[A-Z]{1,2})\b")
_OPINION = re.compile(r"\bNo\.? ?(W\d{2}\.\d{2}\.\d{4,5}/[IV1]{1,3})", re.I)


def printed_identifiers(reading: Reading) -> tuple[Identifier, ...]:
    """What the head of this reading prints about itself, in order of scheme."""
    return tuple(sorted(set(_found(_head(reading), reading.kind))))


def _head(reading: Reading) -> tuple[str, ...]:
    lines = (line for p in walk(reading.provisions) for line in p.printed().splitlines())
    return (*reading.title.splitlines(), *islice(lines, HEAD_LINES))


def _found(lines: tuple[str, ...], kind: WorkKind) -> Iterator[Identifier]:
    text = "\n".join(lines)
    for match in _KST.finditer(text):
        yield Identifier("op", match[0])
    if kind is WorkKind.OPINION and (opinion := _OPINION.search(text)):
        yield Identifier("rvs", opinion[1])
    dossier = next((m for line in lines if (m := _DOSSIER.match(line))), None)
    paper = next((m for line in lines if (m := _PAPER.match(line))), None)
    if dossier and paper:
        part = f"-{dossier[3]}" if dossier[3] else ""
        yield Identifier("dossier", f"{dossier[1]}{dossier[2]}{part}")
        yield Identifier("ondernummer", paper[1])
