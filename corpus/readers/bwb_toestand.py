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
from corpus.secure_xml import Element, elements, name, parse, root_name

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
_TRANSPARENT = frozenset(
    [
        "wet-besluit",
        "regeling",
        "circulaire",
        "verdrag",
        "wettekst",
        "regeling-tekst",
        "circulaire-tekst",
        "verdragtekst",
        "considerans",
        "preambule",
        "lijst",
        "al-groep",
        "structuurtekst",
        "vrije-tekst",
        "tekst",
        "slotformulering",
        "gegeven",
        "dagtekening",
        "ondertekening",
        "ondertekenaar",
        "naam",
        "uitgifte",
        "table",
        "tgroup",
        "thead",
        "tbody",
    ]
)
_BLOCKS = frozenset(
    [
        "al",
        "wij",
        "wie",
        "plaats",
        "datum",
        "koning",
        "functie",
        "achternaam",
        "voornaam",
        "organisatie",
        "title",
        "label",
    ]
)
_METADATA = frozenset(
    ["meta-data", "bwb-inputbestand", "bwb-wijzigingen", "redactionele-correcties", "citeertitel", "colspec"]
)
_NUMBERS = frozenset({"lidnr", "li.nr"})
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


def _take_children(parent: Element, draft: Draft) -> None:
    for child in elements(parent):
        _take(child, draft)


def _take(element: Element, draft: Draft) -> None:
    """Put one element into the draft of its parent, by what its name stands for."""
    tag = name(element)
    if tag in _METADATA or tag in _NUMBERS or tag == "kop":
        return  # numbers and headings are taken by the provision they belong to
    if tag in _PROVISIONS:
        _provision(element, draft.child(_PROVISIONS[tag]))
    elif tag in _TEXT_PROVISIONS:
        draft.child(_TEXT_PROVISIONS[tag]).content.append(inline_block(element, _INLINE))
    elif tag in _TRANSPARENT:
        _take_children(element, draft)
    elif tag == "row":
        draft.content.append(_row(element))
    elif tag in ("plaatje", "illustratie"):
        draft.content.append(Block("", notes=tuple(_images(element))))
    else:
        _block(element, draft)


def _provision(element: Element, draft: Draft) -> None:
    draft.num, draft.heading = _number_and_heading(element)
    draft.source_id = element.get("label-id") or ""
    draft.status = "" if element.get("status") == "goed" else element.get("status") or ""
    draft.in_force_on = _date(element.get("inwerking"))
    _take_children(element, draft)


def _number_and_heading(element: Element) -> tuple[str, str]:
    for child in elements(element):
        tag = name(child)
        if tag in _NUMBERS:
            return inline_block(child, _INLINE).text, ""
        if tag == "kop":
            return _kop(child)
    return "", ""


def _kop(kop: Element) -> tuple[str, str]:
    """Number and heading. A label without a number ("Bijlage", "Toelichting") is what it is called by."""
    number: list[str] = []
    heading: list[str] = []
    for child in elements(kop):
        part = number if name(child) in ("label", "nr") and not heading else heading
        if name(child) not in _METADATA:
            part.append(inline_block(child, _INLINE).text)
    return " ".join(filter(None, number)), " ".join(filter(None, heading))


def _row(row: Element) -> Block:
    """One table row, its cells separated by tabs; lines inside a cell are joined by a space."""
    cells: list[str] = []
    notes: list[Note] = []
    length = 0
    for entry in elements(row):
        blocks = list(_cell_blocks(entry))
        cell = " ".join(block.text for block in blocks if block.text)
        at = length + (1 if cells else 0)
        notes += [Note(at, note.kind, note.text) for block in blocks for note in block.notes]
        cells.append(cell)
        length = at + len(cell)
    return Block("\t".join(cells), notes=tuple(notes))


def _cell_blocks(entry: Element) -> Iterator[Block]:
    for child in elements(entry):
        tag = name(child)
        if tag in _TRANSPARENT or tag == "li":
            yield from _cell_blocks(child)
        elif tag in ("plaatje", "illustratie"):
            yield Block("", notes=tuple(_images(child)))
        elif tag not in _METADATA:
            yield inline_block(child, _INLINE)


def _images(element: Element) -> Iterator[Note]:
    """Images are not in the file: a note says which one the source shows here."""
    for image in element.iter("illustratie"):
        yield Note(0, "image", image.get("naam") or "afbeelding zonder naam")


def _block(element: Element, draft: Draft) -> None:
    tag = name(element)
    if tag not in _BLOCKS:
        draft.guess("unknown-element", tag)
    block = inline_block(element, _INLINE)
    if block.text or block.notes:
        draft.content.append(block)
