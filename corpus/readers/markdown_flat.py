"""Consolidated law as flat Markdown: the dialect that opens with a `<meta>` line and has `###` throughout.

One line is one block. The level of a heading says nothing about nesting; its Dutch label does. A heading
below a labelled one (`####`) holds the words of that heading. Identifiers are not in the file. Source of the
dialect: `docs/bronvormen.md`.
"""

import re

from corpus.encoding import decode
from corpus.errors import NoLawError, UndecodableError
from corpus.provision import ProvisionKind
from corpus.readers.act_frame import (
    fill_preamble,
    is_conclusion,
    kind_guesses,
    kind_of_law,
    short_title,
)
from corpus.readers.act_tree import ActTree, Content, holds_law, opens_division
from corpus.readers.article_lines import labelled_heading, numbered_heading
from corpus.readers.draft import Draft, Omission, finish
from corpus.readers.list_marks import list_mark
from corpus.readers.markdown_inline import heading_words, inline, is_table_row, table_row
from corpus.readers.reader import Reader
from corpus.reading import Reading

MEDIA_TYPE = "text/markdown"
BEFORE_META = "text-before-meta"

_META = re.compile(r"<meta\s[^<>\n]{0,200}>", re.IGNORECASE)
_HEADING = re.compile(r"(#{1,6})\s*(.*)$")
_TITLE_LEVEL = 2


def _recognises(source: bytes) -> bool:
    try:
        head = decode(_whole_lines(source[:8192])).text
    except UndecodableError:
        return False
    first = head.lstrip().partition("\n")[0]
    return _META.search(first) is not None and re.search(r"^##", head, re.MULTILINE) is not None


def _whole_lines(head: bytes) -> bytes:
    return head[: head.rfind(b"\n") + 1] if b"\n" in head else head


def _read(source: bytes) -> Reading:
    decoded = decode(source)
    page = _Page()
    for line in _without_meta(decoded.text, page):
        page.line(line)
    page.finish()
    if not holds_law(page.tree.content):
        raise NoLawError("Dit Markdownbestand bevat geen bepaling.", value=page.title)
    kind = kind_of_law(page.title)
    encoding = [(decoded.rule, "")] if decoded.rule else []
    finished = finish(page.tree.content, [*encoding, *kind_guesses(kind, page.title)])
    return Reading(
        reader=READER.name,
        logic_version=READER.logic_version,
        media_type=MEDIA_TYPE,
        kind=kind,
        provisions=finished.provisions,
        title=page.title,
        short_title=short_title(page.title),
        stage="consolidated",
        dropped=finished.dropped,
        guessed=finished.guessed,
    )


READER = Reader("markdown-flat", 1, _recognises, _read)


def _without_meta(text: str, page: "_Page") -> list[str]:
    """The lines of the body; words that strayed in front of the `<meta>` line are left out by rule."""
    lines = text.lstrip().split("\n")
    before, _, after = _META.sub("\n", lines[0], count=1).partition("\n")
    if before.strip():
        page.tree.content.append(Omission(BEFORE_META, before.strip()))
    return [after, *lines[1:]]


class _Page:
    """One walk over the lines of a file."""

    def __init__(self) -> None:
        self.tree = ActTree()
        self.title = ""
        self._opening: list[Content] = []
        self._awaits_heading: Draft | None = None
        self._slot: Draft | None = None

    def line(self, line: str) -> None:
        line = line.strip()
        heading = _HEADING.match(line)
        if heading is not None:
            self._heading(len(heading[1]), heading[2].strip())
        elif line:
            self._text(line)

    def finish(self) -> None:
        self._close_opening()
        self.tree.close()

    def _heading(self, level: int, text: str) -> None:
        words = heading_words(text)
        if not words:
            return
        if not self.title and level <= _TITLE_LEVEL:
            self._title(text)
            return
        self._close_opening()
        labelled = labelled_heading(words)
        if labelled is not None:
            self._slot = None
            draft = self.tree.heading(labelled)
            takes_words = not labelled.heading and (opens_division(labelled) or labelled.num)
            self._awaits_heading = draft if takes_words else None
        elif self._awaits_heading is not None and level > _TITLE_LEVEL + 1:
            self._awaits_heading.heading, self._awaits_heading = words, None
        else:
            self._unlabelled(words, text)

    def _unlabelled(self, words: str, text: str) -> None:
        self._awaits_heading = None
        if self.tree.in_annex():
            self.tree.heading(numbered_heading(words))
        elif self._slot is not None:
            self._slot.content += inline(text)
        else:
            self.tree.crossheading(inline(text))

    def _title(self, text: str) -> None:
        content = inline(text)
        self.title = heading_words(text)
        self.tree.root(ProvisionKind.LONG_TITLE).content += content
        self.tree.close()

    def _text(self, line: str) -> None:
        if is_table_row(line):
            self._place(line, table_row(line))
        elif self.tree.holder is None and not self._has_body():
            self._opening.append(inline(line))
        else:
            mark = list_mark(line)
            item = (
                self.tree.item(mark, inline(mark.rest)) if mark is not None and self._slot is None else None
            )
            if item is None:
                self._place(line, inline(line))
        self._awaits_heading = None

    def _place(self, line: str, content: Content) -> None:
        if self._slot is None and is_conclusion(line) and not self.tree.in_annex():
            self._slot = self.tree.root(ProvisionKind.CONCLUSIONS)
        if content and self._slot is not None:
            self._slot.content += content
        elif content:
            self.tree.text(content)

    def _has_body(self) -> bool:
        kinds = {item.kind for item in self.tree.content if isinstance(item, Draft)}
        return bool(kinds - {ProvisionKind.LONG_TITLE})

    def _close_opening(self) -> None:
        if self._opening:
            fill_preamble(self.tree.root(ProvisionKind.PREAMBLE), self._opening)
            self._opening = []
