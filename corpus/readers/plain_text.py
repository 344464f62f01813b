"""Plain Dutch text with the structure of law: articles, leden, lists, instructions of amending acts.

Recognised only when at least one line is the heading of an article. Structure comes from the form of lines
and the sequence of their numbers; what the text does not state is recorded as a guess. Quoted new law stands
apart under a `mod` (`corpus.readers.amending`). No layout is read: no columns, indentation, page numbers.
"""

from corpus.encoding import Decoded, decode, has_control_characters
from corpus.errors import NoLawError, UndecodableError
from corpus.provision import ProvisionKind
from corpus.readers.act_frame import (
    fill_preamble,
    is_conclusion,
    is_opening,
    kind_guesses,
    kind_of_bill_or_law,
    short_title,
)
from corpus.readers.act_tree import ActTree, Content, opens_division
from corpus.readers.amending import QuotedLaw, announces_instructions, announces_quoted_law
from corpus.readers.article_lines import Heading, heading_line, may_be_heading_words
from corpus.readers.draft import Block, Draft, finish
from corpus.readers.list_marks import Mark, capital_mark, list_mark
from corpus.readers.reader import Reader
from corpus.readers.wrapped_lines import Line, unwrap
from corpus.reading import Reading

MEDIA_TYPE = "text/plain"
JOINED = "joined-wrapped-lines"


def _recognises(source: bytes) -> bool:
    try:
        text = decode(source).text
    except UndecodableError:
        return False
    if text.lstrip()[:1] in ("<", "{", "[") or has_control_characters(text):
        return False
    return any(_is_article(" ".join(line.split())) for line in text.split("\n") if len(line) < 1000)


def _is_article(line: str) -> bool:
    heading = heading_line(line)
    return heading is not None and heading.kind is ProvisionKind.ARTICLE


def _read(source: bytes) -> Reading:
    decoded = decode(source)
    lines = list(unwrap(decoded.text))
    sheet = _Sheet()
    for line in lines:
        sheet.line(line)
    sheet.finish()
    if not sheet.tree.content:
        raise NoLawError("Deze tekst bevat geen woorden.")
    kind = kind_of_bill_or_law(sheet.title)
    guesses = [*_file_guesses(decoded, lines), *kind_guesses(kind, sheet.title)]
    finished = finish(sheet.tree.content, guesses)
    return Reading(
        reader=READER.name,
        logic_version=READER.logic_version,
        media_type=MEDIA_TYPE,
        kind=kind,
        provisions=finished.provisions,
        title=sheet.title,
        short_title=short_title(sheet.title),
        dropped=finished.dropped,
        guessed=finished.guessed,
    )


READER = Reader("plain-text", 1, _recognises, _read)


def _file_guesses(decoded: Decoded, lines: list[Line]) -> list[tuple[str, str]]:
    guesses = [(decoded.rule, "")] if decoded.rule else []
    breaks = sum(line.breaks for line in lines)
    if breaks:
        guesses.append((JOINED, f"{breaks} regels aan de vorige regel gevoegd"))
    return guesses


class _Sheet:
    """One walk over the lines of a text."""

    def __init__(self) -> None:
        self.tree = ActTree()
        self.title = ""
        self._opening: list[Line] | None = []
        self._awaits_heading: Draft | None = None
        self._article: Heading | None = None
        self._quoted: QuotedLaw | None = None
        self._slot: Draft | None = None

    def line(self, line: Line) -> None:
        heading = _heading(line)
        mark = None if heading else capital_mark(line.text) or list_mark(line.text)
        if self._quoted is not None and self._quoted.ends_at(line.text, heading, mark):
            self._end_quoted_law()
        if heading is not None:
            self._heading(heading)
        elif self._opening is not None:
            self._opening.append(line)
        elif self._awaits_heading is not None and mark is None and may_be_heading_words(line.text):
            self._awaits_heading.heading = line.text
            self._awaits_heading = None
        else:
            self._text(line.text, mark)

    def finish(self) -> None:
        self._close_opening()
        self._end_quoted_law()
        self.tree.close()

    def _target(self) -> ActTree:
        return self.tree if self._quoted is None else self._quoted.tree

    def _end_quoted_law(self) -> None:
        if self._quoted is not None:
            self._quoted.tree.close()
            self._quoted = None

    def _heading(self, heading: Heading) -> None:
        self._close_opening()
        self._slot = None
        draft = self._target().heading(heading)
        self._awaits_heading = draft if opens_division(heading) and not heading.heading else None
        if heading.kind is ProvisionKind.ARTICLE and self._quoted is None:
            self._article = heading

    def _text(self, text: str, mark: Mark | None) -> None:
        self._awaits_heading = None
        if self._slot is None and self._quoted is None and is_conclusion(text):
            self._slot = self.tree.root(ProvisionKind.CONCLUSIONS)
        if self._slot is not None:
            self._slot.add(text)
            return
        item = self._target().item(mark, _content(mark.rest)) if mark is not None else None
        draft = item if item is not None else self._target().text(_content(text))
        if self._quoted is None:
            self._look_ahead(mark.rest if item is not None and mark is not None else text, draft)

    def _look_ahead(self, text: str, draft: Draft) -> None:
        if announces_quoted_law(text):
            self._quoted = QuotedLaw(draft, self.tree, self._article)
        elif announces_instructions(text) and draft is self.tree.holder and self.tree.lists is not None:
            self.tree.lists.numbers_are = ProvisionKind.POINT

    def _close_opening(self) -> None:
        """Settle what stands before the first heading: a title, then the aanhef."""
        opening, self._opening = self._opening or [], None
        title = [] if not opening or is_opening(opening[0].text) else _first_block(opening)
        if title:
            self.title = " ".join(line.text for line in title)
            self.tree.root(ProvisionKind.LONG_TITLE).content += [Block(line.text) for line in title]
        rest = opening[len(title) :]
        if rest:
            fill_preamble(self.tree.root(ProvisionKind.PREAMBLE), [_content(line.text) for line in rest])


def _first_block(lines: list[Line]) -> list[Line]:
    until = (i for i, line in enumerate(lines) if line.block != lines[0].block or is_opening(line.text))
    return lines[: next(until, len(lines))]


def _heading(line: Line) -> Heading | None:
    """The heading a line is; with words behind its number only where a sentence can begin."""
    heading = heading_line(line.text)
    if heading is None or not heading.heading or line.after_stop or line.text.isupper():
        return heading
    return None


def _content(text: str) -> Content:
    return (Block(text),) if text else ()
