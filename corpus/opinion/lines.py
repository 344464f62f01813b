"""The lines of any reading in document order: words, italics, notes, headings as the source has them.

Readers lay an opinion out in different trees (divisions in XML, one preamble in Word); on lines they are
equal. Nothing is judged here; a line knows the eId of the provision it stands in. Where a reader guessed at
paragraphs (PDF, broken lines) each sentence is a line, for two speakers may have been joined into one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from corpus.opinion.sentences import sentence_spans
from corpus.provision import Mark, Note, Provision, ProvisionKind
from corpus.reading import Reading

_GUESSED_PARAGRAPHS = frozenset({"structure-from-pdf", "joined-wrapped-lines"})
_ITALIC = "italic"
_NOTE_NUMBER = re.compile(r"^\s*[\[(]?\d{1,3}[\])]?[.:]?\s+")
_BESIDE = frozenset({ProvisionKind.POINT, ProvisionKind.PARAGRAPH})


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. `lead` is the length of a list mark that stands before its words.

    `is_heading` is what the source says, not what the words look like; `runs_on` is a sentence that goes on
    in the printed line of the one before.
    """

    text: str
    eid: str
    is_heading: bool = False
    lead: int = 0
    italics: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = field(default=())
    is_annex: bool = False
    runs_on: bool = False

    def italic_share(self, start: int, end: int) -> float | None:
        """The part of the letters between two offsets that is italic; None when there are no letters."""
        start = max(start, self.lead)
        letters = [at for at in range(start, end) if self.text[at].isalnum()]
        if not letters:
            return None
        return sum(any(a <= at < b for a, b in self.italics) for at in letters) / len(letters)


def lines_of(reading: Reading) -> tuple[Line, ...]:
    """All lines of a reading but its long title, which is that of the dossier."""
    lines = (line for p in reading.provisions for line in _lines(p, in_annex=False))
    if any(guess.rule in _GUESSED_PARAGRAPHS for guess in reading.guessed):
        return tuple(sentence for line in lines for sentence in _sentences(line))
    return tuple(lines)


def _sentences(line: Line) -> Iterator[Line]:
    """The sentences of a line as lines of their own; a list mark and the notes stay with the first."""
    for at, (start, end) in enumerate(sentence_spans(line.text)):
        yield replace(
            line,
            text=line.text[start:end],
            lead=max(0, line.lead - start),
            italics=_between(line.italics, start, end),
            notes=() if at else line.notes,
            runs_on=at > 0,
        )


def _between(spans: Iterable[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    return tuple((max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start)


def _lines(provision: Provision, *, in_annex: bool) -> Iterator[Line]:
    in_annex = in_annex or provision.kind is ProvisionKind.ATTACHMENT
    if provision.heading or (provision.num and provision.kind not in _BESIDE):
        yield _head(provision, in_annex=in_annex)
        yield from _own(provision, lead="", in_annex=in_annex)
    else:
        yield from _own(provision, lead=provision.num, in_annex=in_annex)
    for child in provision.children:
        yield from _lines(child, in_annex=in_annex)


def _head(provision: Provision, *, in_annex: bool) -> Line:
    lead = f"{provision.num} " if provision.num else ""
    return Line(
        text=f"{lead}{provision.heading}".strip(),
        eid=provision.eid,
        is_heading=True,
        lead=len(lead) if provision.heading else 0,
        italics=_italics(provision.heading_marks, 0, len(provision.heading), len(lead)),
        is_annex=in_annex,
    )


def _own(provision: Provision, *, lead: str, in_annex: bool) -> Iterator[Line]:
    """The lines of the own text; a list mark stands before the first."""
    before = f"{lead} " if lead else ""
    if not provision.text and lead:
        yield Line(lead, provision.eid, lead=len(lead), is_annex=in_annex)
        return
    at = 0
    crossheading = provision.kind is ProvisionKind.CROSSHEADING
    for words in provision.text.split("\n") if provision.text else ():
        end = at + len(words)
        yield Line(
            text=before + words,
            eid=provision.eid,
            is_heading=crossheading,
            lead=len(before),
            italics=_italics(provision.marks, at, end, len(before)),
            notes=tuple(_notes(provision.notes, at, end, last=end == len(provision.text))),
            is_annex=in_annex,
        )
        at, before = end + 1, ""


def _italics(marks: Iterable[Mark], start: int, end: int, shift: int) -> tuple[tuple[int, int], ...]:
    return tuple(
        (max(m.start, start) - start + shift, min(m.end, end) - start + shift)
        for m in marks
        if m.style == _ITALIC and m.start < end and m.end > start
    )


def _notes(notes: Iterable[Note], start: int, end: int, *, last: bool) -> Iterator[str]:
    """The words of the footnotes at a line; a note on its border belongs to it."""
    for note in notes:
        if note.kind == "noot" and start <= note.offset and (note.offset <= end or last):
            yield _NOTE_NUMBER.sub("", note.text)
