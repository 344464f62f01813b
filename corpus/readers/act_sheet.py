"""One walk over the lines of an act or bill: title, aanhef, headings, lists, instructions, slot.

Readers of flat text (plain text, DOCX, PDF) make the lines; this module says what each line is and
`corpus.readers.act_tree` where it goes. Quoted new law stands apart under a `mod`
(`corpus.readers.amending`). A row of a table is text, whatever it begins with. No format is known here.
"""

from corpus.provision import ProvisionKind
from corpus.readers.act_frame import fill_preamble, is_conclusion, is_opening
from corpus.readers.act_tree import ActTree, opens_division
from corpus.readers.amending import QuotedLaw, announces_instructions, announces_quoted_law
from corpus.readers.article_lines import Heading, heading_line, may_be_heading_words, numbered_heading
from corpus.readers.draft import Draft
from corpus.readers.list_marks import Mark, capital_mark, list_mark
from corpus.readers.text_line import Line
from corpus.tracked_changes import HEADING_BEFORE, NUMBER_BEFORE


class ActSheet:
    """The tree of an act while its lines are read; `title` is what stands above the aanhef."""

    def __init__(self) -> None:
        self.tree = ActTree()
        self.title = ""
        self._opening: list[Line] | None = []
        self._awaits_heading: Draft | None = None
        self._article: Heading | None = None
        self._quoted: QuotedLaw | None = None
        self._slot: Draft | None = None

    def line(self, line: Line) -> None:
        """Take the next line."""
        heading = act_heading(line)
        mark = None if heading or line.is_row else capital_mark(line.text) or list_mark(line.text)
        if self._quoted is not None and self._quoted.ends_at(line.text, heading, mark):
            self._end_quoted_law()
        if heading is not None:
            self._heading(heading, line)
        elif line.depth is not None and self._takes_outline():
            self._outline_heading(line, line.depth)
        elif self._opening is not None:
            self._opening.append(line)
        elif self._is_awaited(line, mark):
            self._take_awaited(line)
        else:
            self._text(line, mark)

    def finish(self) -> None:
        """Settle what is still open; nothing can be added after this."""
        self._close_opening()
        self._end_quoted_law()
        self.tree.close()

    def _target(self) -> ActTree:
        return self.tree if self._quoted is None else self._quoted.tree

    def _end_quoted_law(self) -> None:
        if self._quoted is not None:
            self._quoted.tree.close()
            self._quoted = None

    def _heading(self, heading: Heading, line: Line) -> None:
        self._close_opening()
        self._slot = None
        draft = self._target().heading(heading)
        cut = len(line.text) - len(heading.heading)
        draft.head_notes += line.head_notes(0, cut, NUMBER_BEFORE)
        if heading.heading:
            draft.head_notes += line.head_notes(cut, len(line.text), HEADING_BEFORE)
            draft.heading_marks = line.heading_marks(heading.heading)
        draft.content += line.omitted
        self._awaits_heading = draft if opens_division(heading) and not heading.heading else None
        if heading.kind is ProvisionKind.ARTICLE and self._quoted is None:
            self._article = heading

    def _takes_outline(self) -> bool:
        """An outline level makes a heading only of a line that nothing else claims."""
        return self._opening != [] and self._quoted is None and self._awaits_heading is None

    def _outline_heading(self, line: Line, depth: int) -> None:
        """A heading by its style alone: a division, or between articles a crossheading."""
        self._close_opening()
        self._slot = None
        if self._article is not None:
            self.tree.crossheading(line.content())
            return
        heading = numbered_heading(line.text)
        draft = self.tree.heading(heading, depth=depth)
        draft.head_notes += line.head_notes(0, len(line.text), HEADING_BEFORE)
        draft.heading_marks = line.heading_marks(heading.heading)
        draft.content += line.omitted

    def _is_awaited(self, line: Line, mark: Mark | None) -> bool:
        return (
            self._awaits_heading is not None
            and mark is None
            and not line.is_row
            and may_be_heading_words(line.text)
        )

    def _take_awaited(self, line: Line) -> None:
        assert self._awaits_heading is not None
        self._awaits_heading.heading = line.text
        self._awaits_heading.heading_marks = line.heading_marks(line.text)
        self._awaits_heading.head_notes += line.head_notes(0, len(line.text), HEADING_BEFORE)
        self._awaits_heading.content += line.omitted
        self._awaits_heading = None

    def _text(self, line: Line, mark: Mark | None) -> None:
        self._awaits_heading = None
        if self._slot is None and self._quoted is None and is_conclusion(line.text):
            self._slot = self.tree.root(ProvisionKind.CONCLUSIONS)
        if self._slot is not None:
            self._slot.content += line.content()
            return
        item = self._item(line, mark) if mark is not None else None
        draft = item if item is not None else self._target().text(line.content())
        if self._quoted is None:
            self._look_ahead(mark.rest if item is not None and mark is not None else line.text, draft)

    def _item(self, line: Line, mark: Mark) -> Draft | None:
        cut = len(line.text) - len(mark.rest)
        item = self._target().item(mark, line.content(cut))
        if item is not None:
            item.head_notes += line.head_notes(0, cut, NUMBER_BEFORE)
        return item

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
            long_title = self.tree.root(ProvisionKind.LONG_TITLE)
            for line in title:
                long_title.content += line.content()
        rest = opening[len(title) :]
        if rest:
            fill_preamble(self.tree.root(ProvisionKind.PREAMBLE), [line.content() for line in rest])


def _first_block(lines: list[Line]) -> list[Line]:
    until = (i for i, line in enumerate(lines) if line.block != lines[0].block or is_opening(line.text))
    return lines[: next(until, len(lines))]


def act_heading(line: Line) -> Heading | None:
    """The heading a line is; with words behind its number only where a sentence can begin."""
    heading = None if line.is_row else heading_line(line.text)
    if heading is None or not heading.heading or line.after_stop or line.text.isupper():
        return heading
    return None


def lay_line(tree: ActTree, line: Line) -> None:
    """Put a line that is no heading into a tree: an item of a list when its mark fits, else text."""
    mark = None if line.is_row else list_mark(line.text)
    item = None if mark is None else tree.item(mark, line.content(len(line.text) - len(mark.rest)))
    if item is None:
        tree.text(line.content())
