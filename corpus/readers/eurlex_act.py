"""The act on a EUR-Lex page, from its lines: title, preamble, articles, lists, signatures, annexes.

Divisions nest as part > title > chapter > section > subsection; list items in tables nest as the tables do,
marks in running text by their sequence (`corpus.readers.list_levels`). What a page prints around the act is
left out under a rule, explanatory memorandum and financial statement are kept apart as explanation. A
heading that only its place makes a heading, and an article inside a list item, are guesses and recorded as
such.
"""

import re
from collections.abc import Callable, Mapping
from typing import ClassVar

from corpus.provision import ProvisionKind
from corpus.readers.draft import Block, Draft, Omission
from corpus.readers.eu_labels import Label
from corpus.readers.eurlex_changes import ChangeMarks
from corpus.readers.eurlex_items import (
    fill_item,
    hang_on,
    innermost,
    is_heading_by_place,
    last_text,
    new_law,
    notes_only,
    width,
)
from corpus.readers.eurlex_lines import Part, behind, heading_of, part_of
from corpus.readers.eurlex_page import Line
from corpus.readers.list_levels import ListLevels
from corpus.readers.list_marks import list_mark

_ORDER = (
    ProvisionKind.ATTACHMENT,
    ProvisionKind.BOOK,
    ProvisionKind.PART,
    ProvisionKind.TITLE,
    ProvisionKind.CHAPTER,
    ProvisionKind.SECTION,
    ProvisionKind.SUBSECTION,
)
_CELEX_ALONE = re.compile(r"[0-9]{5}[A-Z]{1,2}[0-9]{4}(?:[A-Z0-9()]*)")
_RECITAL = re.compile(r"\((\d{1,3}[a-z]?)\)")
_OPENING_QUOTES = ("\u2018", "\u201c", "\u201e", "\u00ab", '"')
_QUOTATION_ENDS = re.compile(r"[\u2019\u201d\u201c\u00bb\"][.;,]{0,2}$")


class Act:
    """An act under construction; `content` holds the outermost provisions in the order of the page."""

    def __init__(self) -> None:
        self.content: list[Draft | Omission] = []
        self.proposal = self.changed = False
        self._marks = ChangeMarks()
        self._front: list[Line] = []
        self._title: Draft | None = None
        self._preamble: Draft | None = None
        self._apart: Draft | None = None
        self._divisions: list[Draft] = []
        self._home: Draft | None = None
        self._lists: ListLevels | None = None
        self._quoted: Draft | None = None
        self._instruction: tuple[Draft | None, ListLevels | None] = (None, None)
        self._awaits_heading = False

    def take(self, line: Line) -> None:
        """Take the next line of the page."""
        part = part_of(line)
        self._end_open_quotation(part, line)
        if line.footnote:
            self._drop("footnote-at-its-mark", line)
        elif part is Part.MARK:
            self._mark(line)
        elif part is Part.OUTSIDE:
            self._outside(line)
        else:
            noted = line if self._home is None and part is Part.TEXT else self._marks.noted(line)
            self._HANDLERS[part](self, noted)
            self._close_quotation(line)

    def finish(self) -> list[Draft | Omission]:
        """The whole content; lines that no act followed are left out under a rule."""
        self._settle_front()
        return self.content

    def _mark(self, line: Line) -> None:
        self.changed = True
        deletion = self._marks.meet(line)
        home = self._home if self._home is not None else self._preamble
        if deletion is not None and home is not None:
            home.content.append(Block("", notes=(deletion,)))
        self._drop("mark-of-change", line)

    def _outside(self, line: Line) -> None:
        self._marks.learn(line)
        self.proposal = self.proposal or "nstitutionnelle" in line.role or line.role == "Statut"
        self._drop("around-the-act", line)

    def _on_title(self, line: Line) -> None:
        self._settle_front()
        if self._title is None or self._preamble is not None:
            self._title = self._root(ProvisionKind.LONG_TITLE)
        self._title.content.append(line.block)

    def _on_opening(self, line: Line) -> None:
        self._settle_front(titled=True)
        self._preamble = self._root(ProvisionKind.PREAMBLE)
        self._preamble.content.append(line.block)

    def _on_closing(self, line: Line) -> None:
        self._settle_front(titled=True)
        home = self._preamble if self._preamble is not None else self._root(ProvisionKind.PREAMBLE)
        self._preamble = home
        if self.content[-1] is not home:
            self._text(line)
            return
        home.content.append(line.block)
        self._home = None

    def _on_signing(self, line: Line) -> None:
        self._settle_front(titled=True)
        if self._home is None or self._home.kind is not ProvisionKind.CONCLUSIONS:
            self._root(ProvisionKind.CONCLUSIONS)
        self._text(line)

    def _on_memorandum(self, line: Line) -> None:
        self._settle_front()
        self._apart = self._root(ProvisionKind.EXPLANATION)
        self._apart.heading = line.text
        hang_on(line, self._apart)

    def _on_heading(self, line: Line) -> None:
        if self._apart is not None and self._home is self._apart and line.role in ("", "normal", "Normal"):
            self._text(line)
            return
        self._settle_front(titled=True)
        named = heading_of(line)
        if self._home is not None and (self._quoted is not None or line.text[:1] in _OPENING_QUOTES):
            self._on_quoted_heading(line, self._home)
            return
        if named.kind is ProvisionKind.CROSSHEADING:
            self._on_subheading(line)
        elif named.kind is ProvisionKind.ARTICLE:
            self._open(self._article(named), line)
        else:
            self._open(self._division(named), line)
        self._awaits_heading = not named.heading

    def _on_quoted_heading(self, line: Line, home: Draft) -> None:
        """Law of another act between quotation marks: below the instruction, until the quotation closes."""
        if self._quoted is None:
            self._instruction = (home, self._lists)
            self._quoted = new_law(self._lists.innermost() if self._lists is not None else home)
        named = heading_of(line)
        quoted = self._quoted.child(named.kind, named.num, named.heading)
        hang_on(line, quoted)
        self._hold(quoted)
        self._awaits_heading = not named.heading

    def _end_open_quotation(self, part: Part, line: Line) -> None:
        """Closing words and annexes are never quoted; a quotation still open there has lost its end."""
        annex = part is Part.HEADING and heading_of(line).kind is ProvisionKind.ATTACHMENT
        if self._quoted is not None and (annex or part in (Part.SIGNING, Part.MEMORANDUM)):
            self._quoted.guess("quotation-not-closed", "geen aanhalingsteken sluit de aangehaalde tekst")
            self._quoted = None
            self._home, self._lists = self._instruction

    def _close_quotation(self, line: Line) -> None:
        """A line that ends with a closing mark is the last of the quotation."""
        if self._quoted is not None and _QUOTATION_ENDS.search(last_text(line)):
            self._quoted = None
            self._home, self._lists = self._instruction

    def _on_subheading(self, line: Line) -> None:
        home = self._home
        if home is not None and self._awaits_heading and not home.heading:
            home.heading = line.text
            hang_on(line, home)
            self._awaits_heading = False
            return
        inside = self._divisions[-1] if self._divisions and self._quoted is None else None
        if inside is None:
            self._text(line)
            return
        heading = inside.child(ProvisionKind.CROSSHEADING)
        heading.content.append(line.block)
        self._hold(inside)

    def _on_item(self, line: Line) -> None:
        if self._preamble is not None and self._home is self._preamble:
            home = self._preamble
        else:
            home = self._lists.innermost() if self._lists is not None else self._loose()
        fill_item(line, home)

    def _on_text(self, line: Line) -> None:
        if self._home is None and not self._started():
            self._front.append(line)
            return
        home = self._home
        if home is not None and self._awaits_heading and not home.heading and is_heading_by_place(line):
            self._awaits_heading = False
            home.heading = line.text
            hang_on(line, home)
            home.guess("heading-by-place", "regel na het nummer, zonder leesteken aan het eind")
            return
        self._text(line)

    _HANDLERS: ClassVar[Mapping[Part, Callable[["Act", Line], None]]] = {
        Part.TITLE: _on_title,
        Part.HEADING: _on_heading,
        Part.SUBHEADING: _on_subheading,
        Part.OPENING: _on_opening,
        Part.CLOSING: _on_closing,
        Part.SIGNING: _on_signing,
        Part.MEMORANDUM: _on_memorandum,
        Part.ITEM: _on_item,
        Part.TEXT: _on_text,
    }

    def _text(self, line: Line) -> None:
        """Text of what is open: a recital, a numbered item, or plain text."""
        self._awaits_heading = False
        home = self._home if self._home is not None else self._loose()
        recital = _RECITAL.match(line.text) if home is self._preamble else None
        if recital is not None:
            made = home.child(ProvisionKind.RECITAL, recital[0])
            made.source_id = line.place
            made.content.append(behind(line.block, width(line.text, recital[0])))
        elif home.kind in (ProvisionKind.ARTICLE, ProvisionKind.ATTACHMENT) and not line.row:
            self._numbered(line)
        elif self._lists is not None and home.kind is not ProvisionKind.CONCLUSIONS:
            self._lists.text((line.block,))
        else:
            home.content.append(line.block)

    def _numbered(self, line: Line) -> None:
        assert self._lists is not None
        mark = list_mark(line.text)
        if mark is not None and self._announced():
            self._lists.numbers_are = ProvisionKind.POINT
        content = () if mark is None else (behind(line.block, width(line.text, mark.printed)),)
        if mark is None or self._lists.item(mark, content) is None:
            self._lists.text((line.block,))

    def _announced(self) -> bool:
        """Whether the home has only text so far, and that text announces a list: its numbers are points."""
        content = [] if self._home is None else self._home.content
        last = content[-1] if content else None
        return isinstance(last, Block) and last.text.endswith(":") and not self._lists_open()

    def _lists_open(self) -> bool:
        return self._lists is not None and bool(self._lists.counts())

    def _article(self, named: Label) -> Draft:
        home = self._divisions[-1] if self._divisions else None
        if home is not None:
            return home.child(ProvisionKind.ARTICLE, named.num, named.heading)
        return self._root(ProvisionKind.ARTICLE, named)

    def _division(self, named: Label) -> Draft:
        rank = _ORDER.index(named.kind)
        while self._divisions and _ORDER.index(self._divisions[-1].kind) >= rank:
            self._divisions.pop()
        if self._divisions:
            draft = self._divisions[-1].child(named.kind, named.num, named.heading)
        else:
            draft = self._root(named.kind, named)
        self._divisions.append(draft)
        return draft

    def _open(self, draft: Draft, line: Line) -> None:
        draft.source_id = line.place
        hang_on(line, draft)
        self._hold(draft)

    def _root(self, kind: ProvisionKind, named: Label | None = None) -> Draft:
        draft = Draft(kind) if named is None else Draft(kind, named.num, named.heading)
        self._divisions.clear()
        self.content.append(draft)
        self._hold(draft)
        return draft

    def _hold(self, draft: Draft) -> None:
        self._home, self._lists = draft, ListLevels(draft)

    def _loose(self) -> Draft:
        """Text between the preamble and the first article, or on a page that begins in the middle."""
        if self._preamble is not None and not self._divisions and self._home is None:
            self._hold(self._preamble)
            return self._preamble
        return self._root(ProvisionKind.SLOT)

    def _started(self) -> bool:
        return bool(self._title or self._preamble or self._divisions or self._apart)

    def _drop(self, rule: str, line: Line) -> None:
        """Leave a line out where it stands; before the act begins, in the order of the page."""
        if self._front and not self._started():
            self._front.append(line)
            return
        last = self.content[-1] if self.content else None
        home = self._home if self._home is not None else last
        if line.text:
            place = innermost(home).content if isinstance(home, Draft) else self.content
            place.append(Omission(rule, line.text))
            place += notes_only(line) if isinstance(home, Draft) else []

    def _settle_front(self, *, titled: bool = False) -> None:
        """Lines before the act: those behind the last mark or header are its title, the others go."""
        waiting, self._front = self._front, []
        first = 0
        if not titled or self._title is not None:
            first = len(waiting)
        for i, line in enumerate(waiting):
            if line.row or part_of(line) is not Part.TEXT or _CELEX_ALONE.fullmatch(line.text):
                first = max(first, i + 1)
        for line in waiting[:first]:
            self._marks.learn(line)
            self.content.append(Omission("around-the-act", line.text))
        title = waiting[first:]
        if title:
            self._title = self._root(ProvisionKind.LONG_TITLE)
            self._title.content += [line.block for line in title]
            self._home = None
