"""The body of a BWB file (`wetgeving`), of either generation, put into a draft in document order.

The metadata inside almost every element is never text; the editor's `redactie` is a note, not law. Elements
that `corpus.readers.bwb_elements` does not name are kept as text and reported under `unknown-element`. New
law that an instruction (`wat`) brings stands under `mod`; a `wijzig-lid` without instruction amends nothing,
so its text is the act's own (`docs/bronvormen.md`: mostly transitional law), reported as OWN_LAW.

Articles are drafted while the file is being parsed and their XML is let go, so that the tree of a large act
is never in memory as a whole.
"""

from dataclasses import replace

from corpus.provision import Note, ProvisionKind
from corpus.readers.amending import is_instruction
from corpus.readers.bwb_commencement import commencement, iso_date
from corpus.readers.bwb_elements import (
    IMAGE,
    INLINE,
    METADATA,
    NUMBERS,
    PROVISIONS,
    RUNNING,
    STRUCTURE,
    TEXT_PROVISIONS,
)
from corpus.readers.draft import Block, Draft, Omission, joined
from corpus.readers.table_row import table_row
from corpus.readers.xml_blocks import guesses_below
from corpus.readers.xml_inline import inline_block
from corpus.secure_xml import Element, elements, folded, name, parse_by_part, with_loose_text

OWN_LAW = "amendment-without-instruction"
_HEADS = NUMBERS | {"kop"}
_NUMBER_PARTS = NUMBERS | {"label", "nr"}
_AROUND_ARTICLES = frozenset(
    {
        "toestand", "wetgeving", "wet-besluit", "wettekst", "regeling", "regeling-tekst", "boek", "deel",
        "hoofdstuk", "titeldeel", "afdeling", "paragraaf", "sub-paragraaf", "bijlage",
    }
)  # fmt: skip


class BwbBody:
    """A BWB file while it is read: `root` is its root element, without the articles that were drafted."""

    def __init__(self, source: bytes) -> None:
        self._drafted: dict[Element, Draft] = {}
        self.root = parse_by_part(source, "artikel", self._draft_article)

    def of(self, law: Element) -> Draft:
        """All that `wetgeving` holds, as one draft."""
        body = Draft(ProvisionKind.DIVISION)
        self._take_children(law, body)
        return body

    def _draft_article(self, article: Element) -> bool:
        """Draft an article that stands among articles; anywhere else its surroundings decide what it is."""
        if not all(name(above) in _AROUND_ARTICLES for above in article.iterancestors()):
            return False
        draft = Draft(ProvisionKind.ARTICLE)
        self._fill(article, draft)
        self._drafted[article] = draft
        return True

    def _take_children(self, parent: Element, draft: Draft, taken: Element | None = None) -> None:
        """All below an element in document order, loose text included, but for what was `taken` already."""
        for loose, child in with_loose_text(parent):
            if loose:
                draft.add(loose)
            if child is not None and child is not taken:
                self._take(child, draft)

    def _take(self, element: Element, draft: Draft) -> None:
        """Put one element into the draft of its parent, by what its name stands for."""
        tag = name(element)
        if tag in PROVISIONS:
            self._take_provision(element, draft, PROVISIONS[tag])
        elif tag in METADATA:
            return
        elif tag in STRUCTURE:
            self._take_text(element, draft)
        elif tag in TEXT_PROVISIONS:
            self._take_text(element, draft.child(TEXT_PROVISIONS[tag]))
        elif tag == IMAGE:
            draft.content.append(Block("", notes=(_image(element),)))
            self._take_text(element, draft)
        elif tag == "row":
            self._take_row(element, draft)
        elif tag == "kop":
            _number_and_heading(element, draft.child(ProvisionKind.CROSSHEADING))
        elif tag == "wat":
            _what_is_amended(element, draft)
        elif tag == "wijziging":
            self._take_children(element, draft.child(ProvisionKind.MOD) if _is_quoted(element) else draft)
        else:
            if tag not in NUMBERS:
                draft.guess("unknown-element", tag)
            self._take_text(element, draft)

    def _take_text(self, element: Element, draft: Draft) -> None:
        """Running text is one block; an element that holds other elements is looked into."""
        if len(element) and not RUNNING.issuperset(map(name, elements(element))):
            self._take_children(element, draft)
            return
        block = inline_block(element, INLINE)
        if block.text or block.notes:
            draft.content.append(block)

    def _take_provision(self, element: Element, draft: Draft, kind: ProvisionKind) -> None:
        drafted = self._drafted.pop(element, None)
        if drafted is not None:
            draft.content.append(drafted)
        else:
            self._fill(element, draft.child(kind))

    def _fill(self, element: Element, draft: Draft) -> None:
        own = _own_head(element)
        if own is not None:
            _number_and_heading(own, draft)
        status = element.get("status")
        draft.source_id = element.get("label-id") or ""
        draft.status = status if status and status != "goed" else ""
        draft.in_force_on = iso_date(element.get("inwerking"))
        draft.commencement = commencement(element)
        if name(element) == "wijzig-lid" and not _instructs(element):
            draft.guess(OWN_LAW, "een wijzigingslid zonder wijzigingsopdracht")
        self._take_children(element, draft, taken=own)

    def _take_row(self, row: Element, draft: Draft) -> None:
        """One table row; text that stands loose in it is a cell of its own."""
        cells: list[Draft] = []
        for loose, entry in with_loose_text(row):
            if loose:
                cells.append(Draft(ProvisionKind.SLOT, content=[Block(loose)]))
            if entry is not None:
                cells.append(Draft(ProvisionKind.SLOT))
                self._take_text(entry, cells[-1])
        draft.guesses += tuple(guess for cell in cells for guess in guesses_below(cell))
        draft.content += table_row(cells)


def roots(body: Draft) -> list[Draft | Omission]:
    """What stands outermost, in order; text beside all provisions is a slot of its own."""
    heading = [Block(body.heading, body.heading_marks)] if body.heading else []
    content = [*heading, *body.content]
    return [Draft(ProvisionKind.SLOT, content=[x]) if isinstance(x, Block) else x for x in content]


def holds_provisions(body: Draft) -> bool:
    """Whether there is more than a title."""
    return any(d.kind is not ProvisionKind.LONG_TITLE for d in body.content if isinstance(d, Draft))


def text_of(law: Element, tag: str) -> str:
    """The words of the first child of this name, or ""."""
    element = law.find(tag)
    return "" if element is None else inline_block(element, INLINE).text


def _own_head(element: Element) -> Element | None:
    """What holds the number and heading of a provision, wherever it stands among its children."""
    for child in element:
        if name(child) in _HEADS:
            return child
    return None


def _number_and_heading(own: Element, draft: Draft) -> None:
    """Number and heading. A label without a number ("Bijlage", "Toelichting") is what it is called by."""
    if name(own) in NUMBERS and not len(own):
        draft.num = folded(own.text)
        return
    number: list[str] = []
    heading: list[Block] = []
    notes: list[Note] = []
    for loose, part in [("", own)] if name(own) in NUMBERS else with_loose_text(own):
        if loose:
            heading.append(Block(loose))
        if part is None or name(part) in METADATA:
            continue
        block = inline_block(part, INLINE)
        if block.text and name(part) in _NUMBER_PARTS and not heading:
            number.append(block.text)
        elif block.text:
            heading.append(block)
        notes += block.notes
    draft.num = " ".join(number)
    if heading:
        head = joined(heading, " ")
        draft.heading, draft.heading_marks = head.text, head.marks
    if notes:
        draft.content.append(Block("", notes=tuple(replace(note, offset=0) for note in notes)))


def _what_is_amended(what: Element, draft: Draft) -> None:
    """The instruction is the text of its provision; words that instruct nothing are its heading."""
    block = inline_block(what, INLINE)
    first = not draft.content and not draft.heading
    if first and block.text and not _is_instruction(block.text):
        draft.heading, draft.heading_marks = block.text, block.marks
        block = Block("", notes=block.notes)
    if block.text or block.notes:
        draft.content.append(block)


def _is_quoted(change: Element) -> bool:
    """Whether a `wijziging` quotes new law: its `wijzig-lid` bears an instruction."""
    parent = change.getparent()
    return parent is not None and _instructs(parent)


def _instructs(amendment: Element) -> bool:
    return _is_instruction(text_of(amendment, "wat"))


def _is_instruction(text: str) -> bool:
    return text.endswith(":") or is_instruction(text)


def _image(element: Element) -> Note:
    """The image is not in the file: a note says which one the source shows here."""
    return Note(0, "image", element.get("naam") or element.get("url") or "afbeelding zonder naam")
