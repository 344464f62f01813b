"""Opinions of the Afdeling advisering as plain text or Markdown: no articles, but numbered remarks.

Recognised by its first lines only: a line that calls itself an opinion, its number, or the missive. In
Markdown `*words*` and `_words_` are italics and `#` a heading; a note is `[1]` in the text and `[1] words` at
the end. What plain text does not state (headings, joined lines) is recorded as a guess.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.encoding import decode, has_control_characters
from corpus.errors import NoLawError, UndecodableError
from corpus.provision import Mark, Note
from corpus.readers.act_sheet import lay_line
from corpus.readers.act_tree import ActTree
from corpus.readers.article_lines import Heading
from corpus.readers.draft import Block, Draft, finish
from corpus.readers.opinion_html import heading_of
from corpus.readers.reader import Reader
from corpus.readers.text_line import Line
from corpus.readers.wrapped_lines import unwrap
from corpus.reading import Reading, WorkKind

MEDIA_TYPE = "text/plain"
HEADING_FROM_FORM = "heading-from-form"
JOINED = "joined-wrapped-lines"
_HEAD_LINES = 40
_OPENS = re.compile(
    r"(?:#{1,6}\s*)?[*_]*(?:(?:Nr\.?\s*\w{1,4}\s+)?(?:Ongevraagd |Spoed)?(?:advies|voorlichting)"
    r"(?: van de)? (?:Afdeling|Raad)\b|Nader rapport\b|(?:No|Nr|Kenmerk)\.?:?\s?W\d{2}\.\d{2}\.\d{4}|"
    r"Bij (?:Kabinets)?(?:missive|brief) van \d)",
    re.I,
)
_HAS_RESPONSE = re.compile(r"\bnader rapport\b|\breactie van de (?:initiatiefnemer|indiener)", re.I)
_HASHES = re.compile(r"(#{1,6})\s+")
_EMPHASIS = re.compile(r"(?<!\*)\*(?![\s*])([^*]+)(?<!\s)\*(?!\*)|(?<!\w)_(?!\s)([^_]+)(?<!\s)_(?!\w)")
_NOTE_MARK = re.compile(r"\s?\[\^?(\d{1,3})\]")
_NOTE = re.compile(r"\[\^?(\d{1,3})\]:?\s+(.+)$")
_NOTE_BEGINS = re.compile(r"\n(?=\[\^?\d{1,3}\])")
_MOST_WORDS = 25
_STOPS = (".", ";", ":", ",", "!", "?")


def _recognises(source: bytes) -> bool:
    try:
        text = decode(source).text
    except UndecodableError:
        return False
    if text.lstrip()[:1] in ("<", "{") or has_control_characters(text):
        return False
    lines = [line for line in (" ".join(line.split()) for line in text.split("\n")) if line]
    return any(_OPENS.match(line) for line in lines[:_HEAD_LINES])


def _read(source: bytes) -> Reading:
    decoded = decode(source)
    lines = list(unwrap(_NOTE_BEGINS.sub(r"\n\n", decoded.text)))
    notes = _notes(lines)
    body = [_spans(line, notes) for line in lines if not _is_note(line, notes)]
    if not any(line.text for line in body):
        raise NoLawError("Deze tekst bevat geen woorden.", value=f"{len(lines)} regels")
    tree = ActTree()
    headings = sum([_lay(tree, line) for line in body])
    tree.close()
    breaks = sum(line.breaks for line in lines)
    guesses = [(decoded.rule, "")] if decoded.rule else []
    guesses += [(HEADING_FROM_FORM, f"{headings} genummerde regels zijn opschriften")] if headings else []
    guesses += [(JOINED, f"{breaks} regels aan de vorige regel gevoegd")] if breaks else []
    return _reading(tree, body, guesses)


def _reading(tree: ActTree, body: Sequence[Line], guesses: list[tuple[str, str]]) -> Reading:
    finished = finish(tree.content, guesses)
    head = "\n".join(line.text for line in body[:8])
    answered = any(_HAS_RESPONSE.match(line.text) for line in body) or _HAS_RESPONSE.search(head)
    return Reading(
        reader=READER.name,
        logic_version=READER.logic_version,
        media_type=MEDIA_TYPE,
        kind=WorkKind.OPINION,
        provisions=finished.provisions,
        title=_HASHES.sub("", body[0].text),
        stage="with-response" if answered else "published",
        dropped=finished.dropped,
        guessed=finished.guessed,
    )


READER = Reader("opinion-text", 1, _recognises, _read)


def _lay(tree: ActTree, line: Line) -> bool:
    """Put a line into the tree; whether it was taken for a heading by its form."""
    hashes = _HASHES.match(line.text)
    if hashes:
        _head(tree, line, heading_of(line.text[hashes.end() :]), depth=len(hashes[1]))
        return False
    heading = heading_of(line.text)
    if _is_heading(heading):
        _head(tree, line, heading, depth=_depth(heading.num))
        return True
    lay_line(tree, line)
    return False


def _head(tree: ActTree, line: Line, heading: Heading, *, depth: int) -> Draft:
    draft = tree.heading(heading, depth=depth)
    draft.heading_marks = line.heading_marks(heading.heading)
    draft.head_notes += line.head_notes(0, len(line.text), "")
    return draft


def _is_heading(heading: Heading) -> bool:
    words = heading.heading
    numbered = heading.num[:1].isalnum() and words[:1].isupper()
    return numbered and len(words.split()) <= _MOST_WORDS and not words.endswith(_STOPS)


def _depth(num: str) -> int:
    bare = num.strip("().")
    return 2 + num.count(".", 0, -1) if not bare.isalpha() else 4


def _notes(lines: Sequence[Line]) -> dict[str, str]:
    """The notes at the end by number: those that a mark in the text points at."""
    stated = {m[1]: m[2] for line in lines if (m := _NOTE.match(line.text))}
    marked = {n for line in lines if not _NOTE.match(line.text) for n in _NOTE_MARK.findall(line.text)}
    return {number: words for number, words in stated.items() if number in marked}


def _is_note(line: Line, notes: dict[str, str]) -> bool:
    match = _NOTE.match(line.text)
    return match is not None and match[1] in notes


def _spans(line: Line, notes: dict[str, str]) -> Line:
    """The line without the signs of Markdown, with what they stand for."""
    text, marks = _without_emphasis(line.text)
    found: list[Note] = []
    while (mark := _NOTE_MARK.search(text)) and mark[1] in notes:
        found.append(Note(mark.start(), "noot", f"{mark[1]} {notes[mark[1]]}"))
        marks = [_moved(m, mark.start(), mark.start() - mark.end()) for m in marks]
        text = text[: mark.start()] + text[mark.end() :]
    return replace(line, text=text, spans=Block(text, tuple(marks), (), tuple(found)))


def _without_emphasis(text: str) -> tuple[str, list[Mark]]:
    marks: list[Mark] = []
    plain, last = "", 0
    for match in _EMPHASIS.finditer(text):
        plain += text[last : match.start()]
        words, last = match[1] or match[2], match.end()
        marks.append(Mark(len(plain), len(plain) + len(words), "italic"))
        plain += words
    return plain + text[last:], marks


def _moved(mark: Mark, at: int, by: int) -> Mark:
    return replace(
        mark, start=mark.start + (by if mark.start > at else 0), end=mark.end + (by if mark.end > at else 0)
    )
