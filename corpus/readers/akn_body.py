"""The body of an Akoma Ntoso document as drafts: provisions, text, notes, tables, in the order of the file.

Inserted text (`ins`) is text. Deleted text (`del`) is no current text: a note "geschrapt" at its place. What
the editor LEOS marks as deleted or moved away (`softaction`) is no current text either: a note "geschrapt"
or "verplaatst" on the provision around it; directly in the body it is left out, under the rule
`leos-...`. The marks of quotation that `quotedText` states in attributes are printed with it; quoted
structures go under MOD. Cover pages that repeat the preface and tables of contents are left out, by rule.
Words where the standard allows none (in an image, before a number) stay text, in the order of the file.
"""

from collections.abc import Callable
from dataclasses import replace

from corpus.akn_vocabulary import ELEMENTS, INLINE, own
from corpus.errors import SourceTooLargeError
from corpus.provision import Note, ProvisionKind
from corpus.readers.akn_kinds import kind
from corpus.readers.akn_metadata import Metadata, called_notes, identity, reference
from corpus.readers.akn_text import PrintedText, is_verbatim, numbered, plain, quotation_marks, said, style_of
from corpus.readers.draft import Block, Draft, joined
from corpus.readers.table_row import cells, table_row
from corpus.readers.xml_blocks import guesses_below
from corpus.secure_xml import Element, elements, is_element, name

_REFERENCES = frozenset({"ref", "rref", "a", "affectedDocument", "relatedDocument"})
_HEAD = frozenset({"num", "heading", "subheading"})
_LONGEST_HEAD = 4
_DEEPEST = 200
_SOFT = "{urn:eu:europa:ec:leos}softaction"
_STRUCK = {"del": "geschrapt", "move_to": "verplaatst"}
_DOCUMENTS = frozenset(
    {"act", "bill", "doc", "documentCollection", "amendment", "amendmentList", "statement", "portion",
     "officialGazette"}
)  # fmt: skip


class Body:
    """One walk over one file. `main` is the document that the file is about; others are annexes to it."""

    def __init__(self, found: Metadata, main: Element, basic: str, *, is_own: bool) -> None:
        self._found, self._main, self._basic, self._is_own = found, main, basic, is_own
        self._notes: dict[str, str] = {}
        self.root = Draft(ProvisionKind.DIVISION)
        self._draft = self.root
        self._text = PrintedText()
        self._is_verbatim = False
        self._in_line = False
        self._blocks = 0
        self._depth = 0
        self._head: list[str] | None = None
        self._struck: dict[int, tuple[Draft, list[Note]]] = {}

    def read(self, document: Element) -> Draft:
        """Everything below the root element, as the content of one draft."""
        self._notes = called_notes(document)
        self._below(document)
        self._end_block()
        for draft, notes in self._struck.values():
            first = next((i for i, item in enumerate(draft.content) if isinstance(item, Draft)), None)
            draft.content.insert(
                len(draft.content) if first is None else first, Block("", notes=tuple(notes))
            )
        return self.root

    def _below(self, element: Element) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise SourceTooLargeError(
                "Dit document is te diep genest.",
                value=f"meer dan {_DEEPEST} niveaus",
                where=f"regel {element.sourceline}, <{name(element)}>",
                remedy="Controleer het bestand: geen regeling heeft zoveel niveaus.",
            )
        self._write(element.text)
        for child in element:
            if is_element(child):
                self._take(child)
            self._write(child.tail)
        self._depth -= 1

    def _write(self, text: str | None) -> None:
        if self._is_verbatim:
            self._text.verbatim(text)
        else:
            self._text.write(text)

    def _take(self, element: Element) -> None:
        """One element, by what its name stands for; below a provision this goes on inside it."""
        tag = name(element)
        if element.get(_SOFT) in _STRUCK:
            self._strike(element, _STRUCK[str(element.get(_SOFT))])
            return
        special = _SPECIAL.get(tag)
        if special is not None and special(self, element):
            return
        if tag in INLINE:
            self._inline(element, tag)
            return
        found = kind(element, self._draft.kind, self._basic)
        self._end_block()
        if found is not None:
            self._provision(element, self._draft.child(found))
            return
        if tag not in ELEMENTS:
            self._draft.guess("unknown-element", tag)
        before, self._is_verbatim = self._is_verbatim, self._is_verbatim or is_verbatim(element)
        self._below(element)
        self._is_verbatim = before
        self._end_block()

    def _provision(self, element: Element, draft: Draft) -> None:
        """Everything below an element as the content of a draft."""
        around, text, verbatim = self._draft, self._text, self._is_verbatim
        self._draft, self._text, self._head = draft, PrintedText(), []
        self._is_verbatim = is_verbatim(element)
        self._describe(element, draft)
        self._below(element)
        self._end_block()
        self._draft, self._text, self._is_verbatim, self._head = around, text, verbatim, None

    def _describe(self, element: Element, draft: Draft) -> None:
        given = element.get(own("source"))
        draft.source_id = given or "" if self._is_own else identity(element)
        draft.status = element.get(own("status")) or element.get("status") or ""
        period = reference(element.get("period"))
        draft.in_force_on = self._found.periods.get(period)
        draft.commencement = self._found.commencements.get(period)

    def _end_block(self) -> None:
        block = self._text.block()
        if block is not None:
            self._draft.content.append(block)
            if block.text:
                self._head = None
        self._blocks += 1

    def _inline(self, element: Element, tag: str) -> None:
        """Running text, with a mark or a link over it unless a block ended inside."""
        opened, blocks = self._text.opened(), self._blocks
        opening, closing = quotation_marks(element)
        self._write(opening)
        self._below(element)
        self._write(closing)
        if blocks != self._blocks:
            return
        if style := style_of(element):
            self._text.mark(opened, numbered(style, element))
        target = element.get("href" if tag != "rref" else "from")
        if tag in _REFERENCES and target is not None:
            scheme = element.get(own("scheme")) or link_scheme(target)
            self._text.link(opened, scheme, numbered(element.get(own("target"), target), element))

    def _strike(self, element: Element, how: str) -> None:
        words, parent = plain(element), element.getparent()
        if not words:
            return
        if parent is not None and name(parent) in ("body", "mainBody"):
            self._end_block()
            self._draft.drop(f"leos-{how}", words)
        elif self._in_line or name(element) in INLINE or self._draft is self.root:
            self._text.note(how, words)
        else:
            self._struck.setdefault(id(self._draft), (self._draft, []))[1].append(Note(0, how, words))

    def heading(self, element: Element) -> bool:
        """Number and heading of the provision at hand; one that comes later stands in the text."""
        self._end_block()
        if self._head is None or len(self._head) >= _LONGEST_HEAD:
            if name(element) == "num":
                return False
            self._provision(element, self._draft.child(ProvisionKind.CROSSHEADING))
            return True
        draft, apart = self._draft, self._line(element)
        draft.guesses += guesses_below(apart)
        line, *left_out = table_row([apart])
        assert isinstance(line, Block)
        if name(element) == "num" and not self._head:
            draft.num = line.text
        else:
            head = joined((Block(draft.heading, draft.heading_marks), line), " ")
            draft.heading, draft.heading_marks = head.text, head.marks
        self._head.append(name(element))
        notes = tuple(replace(n, offset=0) for n in line.notes)
        draft.content += [*([Block("", notes=notes)] if notes else []), *left_out]
        return True

    def _line(self, element: Element) -> Draft:
        """A number, heading or cell as a draft of its own, whatever stands in it."""
        line = Draft(ProvisionKind.SLOT)
        saved = self._draft, self._text, self._is_verbatim, self._head, self._in_line
        self._draft, self._text, self._head, self._in_line = line, PrintedText(), None, True
        self._is_verbatim = is_verbatim(element)
        self._below(element)
        self._end_block()
        self._draft, self._text, self._is_verbatim, self._head, self._in_line = saved
        return line

    def document(self, element: Element) -> bool:
        """A document in the file: the one it is about, the one an annex consists of, or one beside it."""
        parent = element.getparent()
        apart = parent is None or name(parent) not in ("akomaNtoso", "attachment", "component")
        self._end_block()
        if apart and element is not self._main:
            self._provision(element, self._draft.child(ProvisionKind.ATTACHMENT))
        else:
            self._below(element)
        self._end_block()
        return True

    def component(self, element: Element) -> bool:
        """A component is an annex, unless it holds the document that the file is about, or only names one."""
        inside = [child for child in elements(element) if name(child) in _DOCUMENTS]
        if inside and all(child is not self._main for child in inside):
            self._end_block()
            self._provision(element, self._draft.child(ProvisionKind.ATTACHMENT))
            return True
        return False

    def absent(self, element: Element) -> bool:
        """A part that the file names and does not hold."""
        self._draft.guess("absent-component", element.get("showAs") or element.get("src") or "")
        self._end_block()
        self._misplaced(element)
        self._end_block()
        return True

    def cover(self, element: Element) -> bool:
        """A cover page repeats the preface; where there is none, it is the title of the document."""
        document = element.getparent()
        if document is not None and any(name(child) == "preface" for child in elements(document)):
            self._drop("cover-page", element)
            return True
        if self._in_line:
            return False
        self._end_block()
        self._provision(element, self._draft.child(ProvisionKind.LONG_TITLE))
        return True

    def preface(self, element: Element) -> bool:
        """A preface with nothing but a label of ours is no title."""
        if any(child.get(own("label")) is None for child in elements(element)) or not len(element):
            return False
        self._below(element)
        return True

    def contents(self, element: Element) -> bool:
        """A table of contents repeats headings."""
        self._drop("table-of-contents", element)
        return True

    def label(self, element: Element) -> bool:
        """The label that our own export puts on a fictional text is no part of it."""
        if element.get(own("label")) is None:
            return False
        self._drop("fictional-label", element)
        return True

    def _drop(self, rule: str, element: Element) -> None:
        """Leave out an element with its notes; in a heading or cell nothing is left out, there it is text."""
        self._end_block()
        words = plain(element)
        if self._in_line:
            self._write(words)
            self._end_block()
        elif words.strip():
            self._head = None
            self._draft.drop(rule, words)

    def note(self, element: Element) -> bool:
        """A footnote, at the place where it is called."""
        words = said(element)
        kind = numbered(element.get(own("note")) or "noot", element)
        self._text.note(kind, words.text, words.marks)
        return True

    def note_reference(self, element: Element) -> bool:
        """A call of a note that stands among the metadata; it is shown where it is called first."""
        words = self._notes.pop(reference(element.get("href")), "")
        if words:
            self._text.note("noot", words)
        self._below(element)
        return True

    def deleted(self, element: Element) -> bool:
        """Text that was struck."""
        words = said(element)
        self._text.note("geschrapt", words.text, words.marks)
        return True

    def image(self, element: Element) -> bool:
        """An image is not shown: a note says which one stands here."""
        source = element.get("src") or element.get("alt") or "afbeelding zonder naam"
        shown = source.partition(",")[0] if source.startswith("data:") else source
        self._text.note(numbered("image", element), shown)
        self._misplaced(element)
        return True

    def line_end(self, element: Element) -> bool:
        """A forced end of a line separates words."""
        self._text.gap()
        self._misplaced(element)
        self._text.gap()
        return True

    def _misplaced(self, element: Element) -> None:
        """What stands in an element that the standard leaves empty is text all the same, and reported."""
        if len(element) or (element.text or "").strip():
            self._draft.guess("content-in-empty-element", name(element))
            self._below(element)

    def row(self, element: Element) -> bool:
        """One row of a table; whatever stands in a cell is text, and so are words between cells."""
        self._end_block()
        row = self._line(element)
        self._draft.guesses += guesses_below(row)
        kept = [
            item for item in table_row(cells(row)) if not isinstance(item, Block) or item.text or item.notes
        ]
        self._draft.content += kept
        if kept:
            self._head = None
        return True

    def cell(self, element: Element) -> bool:
        """A cell is a part of the row around it."""
        self._end_block()
        cell = self._line(element)
        self._draft.content.append(cell)
        if cell.content:
            self._head = None
        return True


def link_scheme(target: str) -> str:
    """How a reference is called by the look of its target, as the file states it."""
    if not target or target == "#":
        return "unresolved"
    if target.startswith(("http:", "https:")):
        return "url"
    if target.startswith(("/akn/", "#")):
        return "akn" if target[0] == "/" else "intern"
    return "eli" if target.startswith("eli/") else "other"


def _nothing(_: Body, __: Element) -> bool:
    return True


_SPECIAL: dict[str, Callable[[Body, Element], bool]] = {
    **dict.fromkeys(_HEAD, Body.heading),
    **dict.fromkeys(_DOCUMENTS, Body.document),
    "component": Body.component,
    "componentRef": Body.absent,
    "documentRef": Body.absent,
    "coverPage": Body.cover,
    "preface": Body.preface,
    "toc": Body.contents,
    "container": Body.label,
    "authorialNote": Body.note,
    "noteRef": Body.note_reference,
    "del": Body.deleted,
    "img": Body.image,
    "eol": Body.line_end,
    "br": Body.line_end,
    "tr": Body.row,
    "td": Body.cell,
    "th": Body.cell,
    "meta": _nothing,
}
