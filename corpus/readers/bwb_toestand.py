"""BWB toestand XML (schemas 2015-1 and 2016-1): consolidated law as wetten.overheid.nl publishes it.

Source of the structure: `docs/formats.md` 1.3 of the project's research, checked on 35 files. The metadata
inside almost every element is never text; the editor's `redactie` is a note, not law. Elements this reader
does not know are kept as text and reported under the rule `unknown-element`.
"""

from collections.abc import Iterator
from datetime import date

from corpus.errors import ErrorDocumentError, NoLawError
from corpus.provision import Note, ProvisionKind
from corpus.readers.draft import Block, Draft, finish
from corpus.readers.reader import Reader
from corpus.readers.xml_inline import InlineRules, inline_block
from corpus.reading import Identifier, Reading, WorkKind
from corpus.secure_xml import Element, elements, is_element, name, parse, root_name

MEDIA_TYPE = "application/xml"

_KINDS = {
    "wet": WorkKind.ACT,
    "rijkswet": WorkKind.ACT,
    "AMvB": WorkKind.DECREE,
    "rijksAMvB": WorkKind.DECREE,
    "KB": WorkKind.DECREE,
    "ministeriele-regeling": WorkKind.MINISTERIAL_REGULATION,
    "beleidsregel": WorkKind.CIRCULAR,
    "circulaire": WorkKind.CIRCULAR,
    "verdrag": WorkKind.TREATY,
}
_PROVISIONS = {
    "boek": ProvisionKind.BOOK,
    "deel": ProvisionKind.PART,
    "hoofdstuk": ProvisionKind.CHAPTER,
    "titeldeel": ProvisionKind.TITLE,
    "afdeling": ProvisionKind.SECTION,
    "paragraaf": ProvisionKind.SUBSECTION,
    "sub-paragraaf": ProvisionKind.SUBDIVISION,
    "divisie": ProvisionKind.DIVISION,
    "verdragtekst": ProvisionKind.DIVISION,
    "circulaire.divisie": ProvisionKind.DIVISION,
    "artikel": ProvisionKind.ARTICLE,
    "lid": ProvisionKind.PARAGRAPH,
    "li": ProvisionKind.POINT,
    "artikel.toelichting": ProvisionKind.EXPLANATION,
    "bijlage": ProvisionKind.ATTACHMENT,
    "aanhef": ProvisionKind.PREAMBLE,
    "afkondiging": ProvisionKind.FORMULA,
    "wetsluiting": ProvisionKind.CONCLUSIONS,
    "regeling-sluiting": ProvisionKind.CONCLUSIONS,
}
_TEXT_PROVISIONS = {
    "intitule": ProvisionKind.LONG_TITLE,
    "considerans.al": ProvisionKind.RECITAL,
    "tussenkop": ProvisionKind.CROSSHEADING,
}
_STRUCTURE = frozenset(
    {
        "wet-besluit", "regeling", "circulaire", "verdrag", "wettekst", "regeling-tekst",
        "circulaire-tekst", "considerans", "preambule", "lijst", "al-groep", "structuurtekst",
        "vrije-tekst", "tekst", "slotformulering", "gegeven", "dagtekening", "ondertekening",
        "ondertekenaar", "naam", "uitgifte", "table", "tgroup", "thead", "tbody", "entry", "al", "wij",
        "wie", "plaats", "datum", "koning", "functie", "achternaam", "voornaam", "organisatie", "title",
        "label",
    }
)  # fmt: skip
_METADATA = frozenset(
    {"meta-data", "bwb-inputbestand", "bwb-wijzigingen", "redactionele-correcties", "citeertitel", "colspec"}
)
_NUMBERS = frozenset({"lidnr", "li.nr"})
_IMAGES = frozenset({"plaatje", "illustratie"})
_RUNNING = frozenset(
    {"nadruk", "intref", "extref", "dossierref", "sup", "inf", "redactie", "meta-data"},
)
_INLINE = InlineRules(
    skipped=frozenset({"meta-data"}),
    notes=frozenset({"redactie"}),
    references=frozenset({"intref", "extref"}),
    styles={
        "cur": "italic",
        "vet": "bold",
        "vetcur": "bold italic",
        "ondlijn": "underline",
        "sup": "superscript",
        "inf": "subscript",
    },
)


def _recognises(source: bytes) -> bool:
    return root_name(source) == "toestand"


def _read(source: bytes) -> Reading:
    root = parse(source)
    law = root.find("wetgeving")
    if law is None:
        raise ErrorDocumentError(
            "Dit toestandbestand bevat geen regeling.",
            value=root.get("bwb-id") or "geen bwb-id",
            remedy="Haal het bestand opnieuw op bij de bron.",
        )
    body = Draft(ProvisionKind.DIVISION)
    _take_children(law, body)
    drafts = [item for item in body.content if isinstance(item, Draft)]
    if all(draft.kind is ProvisionKind.LONG_TITLE for draft in drafts):
        raise NoLawError(
            "Dit toestandbestand bevat een opschrift maar geen bepaling.", value=root.get("bwb-id") or ""
        )
    finished = finish(drafts, body.guesses)
    in_force_on = _date(root.get("inwerkingtreding"))
    return Reading(
        reader=READER.name,
        logic_version=READER.logic_version,
        media_type=MEDIA_TYPE,
        kind=_KINDS.get(law.get("soort") or "", WorkKind.UNKNOWN),
        provisions=finished.provisions,
        identifiers=tuple(Identifier("bwb", v) for v in (root.get("bwb-id"),) if v),
        title=_title(law, "intitule"),
        short_title=_title(law, "citeertitel"),
        language=law.get("{http://www.w3.org/XML/1998/namespace}lang") or "nl",
        stage="consolidated",
        in_force_on=in_force_on,
        dropped=finished.dropped,
        guessed=finished.guessed,
    )


READER = Reader("bwb-toestand", 1, _recognises, _read)


def _title(law: Element, tag: str) -> str:
    element = law.find(tag)
    return "" if element is None else inline_block(element, _INLINE).text


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None


def _take_children(parent: Element, draft: Draft, taken: Element | None = None) -> None:
    """All below an element in document order, loose text included, but for what was `taken` already."""
    loose = parent.text or ""
    for node in parent:
        if is_element(node):
            _loose(loose, draft)
            loose = ""
            if node is not taken:
                _take(node, draft)
        loose += node.tail or ""
    _loose(loose, draft)


def _loose(text: str, draft: Draft) -> None:
    """Text that stands beside elements, where the schema has only elements, is a block of its own."""
    if text.strip():
        draft.add(" ".join(text.split()))


def _take(element: Element, draft: Draft) -> None:
    """Put one element into the draft of its parent, by what its name stands for."""
    tag = name(element)
    if tag in _METADATA:
        return
    if tag in _PROVISIONS:
        _provision(element, draft.child(_PROVISIONS[tag]))
    elif tag in _TEXT_PROVISIONS:
        _take_text(element, draft.child(_TEXT_PROVISIONS[tag]))
    elif tag == "row":
        draft.content.append(_row(element))
    elif tag in _IMAGES:
        draft.content.append(Block("", notes=tuple(_images(element))))
    elif tag == "kop":
        _stray_heading(element, draft)
    else:
        if tag not in _STRUCTURE and tag not in _NUMBERS:
            draft.guess("unknown-element", tag)
        _take_text(element, draft)


def _take_text(element: Element, draft: Draft) -> None:
    """Running text is one block; an element that holds other elements is looked into."""
    if not _is_running_text(element):
        _take_children(element, draft)
        return
    block = inline_block(element, _INLINE)
    if block.text or block.notes:
        draft.content.append(block)


def _is_running_text(element: Element) -> bool:
    return all(name(child) in _RUNNING for child in elements(element))


def _provision(element: Element, draft: Draft) -> None:
    own = next(
        (child for child in elements(element) if name(child) == "kop" or name(child) in _NUMBERS), None
    )
    if own is not None:
        _number_and_heading(own, draft)
    draft.source_id = element.get("label-id") or ""
    draft.status = "" if element.get("status") == "goed" else element.get("status") or ""
    draft.in_force_on = _date(element.get("inwerking"))
    _take_children(element, draft, taken=own)


def _number_and_heading(own: Element, draft: Draft) -> None:
    """Number and heading. A label without a number ("Bijlage", "Toelichting") is what it is called by."""
    parts = [own] if name(own) in _NUMBERS else [c for c in elements(own) if name(c) not in _METADATA]
    number: list[str] = []
    heading: list[str] = []
    notes: list[Note] = []
    for part in parts:
        block = inline_block(part, _INLINE)
        numbers = name(part) in ("label", "nr") or name(part) in _NUMBERS
        (number if numbers and not heading else heading).append(block.text)
        notes += [Note(0, note.kind, note.text) for note in block.notes]
    draft.num, draft.heading = " ".join(filter(None, number)), " ".join(filter(None, heading))
    if notes:
        draft.content.append(Block("", notes=tuple(notes)))


def _stray_heading(kop: Element, draft: Draft) -> None:
    """A heading over something that is no provision stands in the text as a heading of its own."""
    _number_and_heading(kop, draft.child(ProvisionKind.CROSSHEADING))


def _row(row: Element) -> Block:
    """One table row, its cells separated by tabs; lines inside a cell are joined by a space."""
    cells: list[str] = []
    notes: list[Note] = []
    length = 0
    for entry in elements(row):
        blocks = _cell_blocks(entry)
        cell = " ".join(block.text for block in blocks if block.text)
        at = length + (1 if cells else 0)
        notes += [Note(at, note.kind, note.text) for block in blocks for note in block.notes]
        cells.append(cell)
        length = at + len(cell)
    return Block("\t".join(cells), notes=tuple(notes))


def _cell_blocks(entry: Element) -> list[Block]:
    """The blocks of a cell in document order; what would be provisions elsewhere is text inside a cell."""
    cell = Draft(ProvisionKind.SLOT)
    _take_text(entry, cell)
    return list(_flattened(cell))


def _flattened(draft: Draft) -> Iterator[Block]:
    heading = " ".join(filter(None, (draft.num, draft.heading)))
    if heading:
        yield Block(heading)
    for item in draft.content:
        if isinstance(item, Draft):
            yield from _flattened(item)
        elif isinstance(item, Block):
            yield item


def _images(element: Element) -> Iterator[Note]:
    """Images are not in the file: a note says which one the source shows here."""
    for image in element.iter("illustratie"):
        yield Note(0, "image", image.get("naam") or "afbeelding zonder naam")
