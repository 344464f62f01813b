"""Akoma Ntoso 3.0: acts, bills and other documents; also LegalDocML.de 1.8 and, by its shape, version 2.0.

Rules from `docs/bronvormen.md`, checked on 68 files: Normattiva (double
brackets stay text), legislation.gov.uk, LEOS, Italian Senate, LegalDocML.de, and 2.0 from Kenya and South
Africa. The kind of a work is only what the document type says: `act` is an act, `bill` a bill, anything else
unknown, for the `name` attribute has no shared vocabulary. In a collection the first bill or act is the
text, what stands around it are annexes. Judgments and debates hold no law. Our own export says all this
itself.
"""

from corpus.errors import NoLawError, UnsupportedVersionError
from corpus.provision import ProvisionKind
from corpus.readers.akn_body import Body
from corpus.readers.akn_kinds import basic_unit
from corpus.readers.akn_metadata import Metadata, metadata
from corpus.readers.akn_text import plain, restored
from corpus.readers.draft import Block, Draft, Finished, Omission, finish
from corpus.readers.reader import Reader
from corpus.reading import Reading, WorkKind
from corpus.secure_xml import Element, elements, name, namespace, parse, root_name

MEDIA_TYPE = "application/akn+xml"
_READ = ("legaldocml/ns/akn/3.0", "www.akomantoso.org/2.0", "LegalDocML.de/1.8")
_KINDS = {"act": WorkKind.ACT, "bill": WorkKind.BILL}
_NO_LAW = frozenset({"judgment", "debate", "debateReport"})


def _recognises(source: bytes) -> bool:
    return root_name(source) == "akomaNtoso"


def _read(source: bytes) -> Reading:
    root = parse(source)
    _require_version(root)
    main = _main(root)
    found = metadata(main, is_act=name(main) == "act")
    is_own = bool(found.kind)
    body = Body(found, main, basic_unit(root, is_own=is_own), is_own=is_own)
    finished = finish(_rooted(body.read(root)), [*body.root.guesses, *found.guesses])
    if all(p.kind is ProvisionKind.LONG_TITLE for p in finished.provisions):
        raise NoLawError("Dit document bevat een opschrift maar geen bepaling.", value=name(main))
    return _reading(main, found, finished, is_own=is_own)


READER = Reader("akoma-ntoso", 2, _recognises, _read)


def _reading(main: Element, found: Metadata, finished: Finished, *, is_own: bool) -> Reading:
    provisions = finished.provisions
    return Reading(
        reader=READER.name,
        logic_version=READER.logic_version,
        media_type=MEDIA_TYPE,
        kind=WorkKind(found.kind)
        if found.kind in set(WorkKind)
        else _KINDS.get(name(main), WorkKind.UNKNOWN),
        provisions=tuple(restored(p) for p in provisions) if is_own else provisions,
        identifiers=found.identifiers,
        title=found.titles.get("title", "") if is_own else _title(main),
        short_title=found.titles.get("short_title", "") if is_own else _printed(main, "shortTitle"),
        language=found.language or "und",
        stage=found.stage,
        in_force_on=found.in_force_on,
        as_known_on=found.as_known_on,
        document_date=found.document_date,
        dropped=finished.dropped,
        guessed=finished.guessed,
    )


def _require_version(root: Element) -> None:
    used = namespace(root)
    if not any(known in used for known in _READ):
        raise UnsupportedVersionError(
            "Deze versie van Akoma Ntoso wordt niet gelezen.",
            value=used or "geen naamruimte",
            remedy="Wel gelezen worden 3.0, 2.0 en LegalDocML.de 1.8.",
        )


def _main(root: Element) -> Element:
    """The document the file is about: the first one, and in a collection the first bill or act in it."""
    first = next(elements(root), None)
    if first is None or name(first) in _NO_LAW:
        what = "niets" if first is None else name(first)
        raise NoLawError("Dit Akoma Ntoso-document is geen regeling.", value=what)
    if name(first) != "documentCollection":
        return first
    return next((d for d in root.iter("{*}bill", "{*}act") if _stands_in_collection(d)), first)


def _stands_in_collection(document: Element) -> bool:
    parent = document.getparent()
    return parent is not None and name(parent) in ("component", "collectionBody")


def _rooted(body: Draft) -> list[Draft | Omission]:
    """Text that stands outside every provision becomes a division without number."""
    rooted: list[Draft | Omission] = []
    loose: Draft | None = None
    for item in body.content:
        if isinstance(item, Block):
            if loose is None:
                loose = Draft(ProvisionKind.DIVISION)
                rooted.append(loose)
            loose.content.append(item)
        else:
            loose = None
            rooted.append(item)
    return rooted


def _title(main: Element) -> str:
    return _printed(main, "docTitle") or _printed(main, "longTitle") or _printed(main, "shortTitle")


def _printed(main: Element, tag: str) -> str:
    """The words of the first such element that the document prints in front of its body."""
    for part in elements(main):
        if name(part) in ("preface", "coverPage", "preamble"):
            for element in part.iter(f"{{*}}{tag}"):
                return plain(element)
    return ""
