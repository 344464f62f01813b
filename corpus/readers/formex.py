"""Formex 4: acts of the Union as the Publications Office holds them, single files, packages and wrappers.

Source of the structure: `docs/bronvormen.md` (schemas 05.21 to 06.02.3). A package (zip) is read in the
order of its `.doc` file, annexes included, as one text; a single part is read by itself; a `.doc` or
`.toc` alone holds no law. Consolidated texts (`CONS.ACT`) state their two dates: from when they apply and
when they were made. Identifiers are only those the file states: an act in the Official Journal does not
state its CELEX number.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from corpus.errors import BrokenPackageError, NoLawError, SourceTooLargeError, WetgevingError
from corpus.provision import ProvisionKind
from corpus.readers.draft import Draft, Omission, finish
from corpus.readers.eu_labels import act_kind, language, short_title
from corpus.readers.formex_body import FormexBody
from corpus.readers.formex_inline import FormexInline
from corpus.readers.formex_notes import Footnotes
from corpus.readers.reader import Reader
from corpus.reading import Identifier, Reading, WorkKind
from corpus.secure_xml import Element, depth, name, parse, root_name
from corpus.zip_limits import Archive, is_zip

MAX_DEPTH = 128
_TEXTS = frozenset({"ACT", "CONS.ACT", "ANNEX", "CONS.ANNEX", "COMBINED.FMX", "LEXP.COMBINED"})
_LISTS = frozenset({"DOC", "PUBLICATION"})
_LOOKED_AT = 5
_CELEX_LETTERS = {WorkKind.EU_REGULATION: "R", WorkKind.EU_DIRECTIVE: "L", WorkKind.EU_DECISION: "D"}
_YEAR, _SERIAL = re.compile("[0-9]{4}"), re.compile("[0-9]{1,4}")
_OFFICE = "[Content_Types].xml"
_VALUES = {"REG": WorkKind.EU_REGULATION, "DIR": WorkKind.EU_DIRECTIVE, "DEC": WorkKind.EU_DECISION}


@dataclass(frozen=True, slots=True)
class _Source:
    """The roots of one text in reading order, its list of files, and the parts that other parts call for."""

    texts: tuple[Element, ...]
    listing: Element | None = None
    included: Mapping[str, Element] = field(default_factory=dict)

    def find(self, *paths: str) -> Element | None:
        """The first element at one of these paths, in the texts and then in the list of files."""
        roots = (*self.texts, *(() if self.listing is None else (self.listing,)))
        found = (root.find(path) for path in paths for root in roots)
        return next((element for element in found if element is not None), None)

    def text(self, *paths: str) -> str:
        element = self.find(*paths)
        return "" if element is None else FormexInline(Footnotes()).one_line(element).text


def _recognises(source: bytes) -> bool:
    if is_zip(source):
        return _holds_formex(source)
    return root_name(source) in _TEXTS | _LISTS


def _read(source: bytes) -> Reading:
    if is_zip(source):
        return _reading(_package(source), "application/zip")
    root = _parsed(source)
    if name(root) in _LISTS:
        raise NoLawError(
            "Dit Formex-bestand is een lijst van bestanden, geen tekst.",
            value=f"<{name(root)}>",
            remedy="Neem het hele pakket op (zip), of het bestand met de tekst.",
        )
    return _reading(_Source((root,)), "application/xml")


READER = Reader("formex", 3, _recognises, _read)


def _holds_formex(source: bytes) -> bool:
    """Whether one of the first files of a package is Formex; a package of another kind is not looked into."""
    try:
        archive = Archive(source)
        first = [file for file in sorted(archive.names) if file.endswith(".xml")][:_LOOKED_AT]
        return _OFFICE not in archive and any(root_name(archive.read(f)) in _TEXTS | _LISTS for f in first)
    except WetgevingError:
        return False


def _parsed(source: bytes) -> Element:
    root = parse(source)
    if (levels := depth(root)) > MAX_DEPTH:
        raise SourceTooLargeError(
            "Het Formex-bestand is te diep genest.",
            value=f"{levels} niveaus",
            remedy=f"De grens is {MAX_DEPTH}.",
        )
    return root


def _package(source: bytes) -> _Source:
    """The parts of a package, in the order of its list of files."""
    archive = Archive(source)
    files = sorted(file for file in archive.names if file.endswith(".xml"))
    roots = {file.rpartition("/")[2]: _parsed(archive.read(file)) for file in files}
    listings = [root for root in roots.values() if name(root) == "DOC"]
    if len(listings) != 1:
        raise BrokenPackageError(
            "Een Formex-pakket hoort één lijst van bestanden (.doc.xml) te hebben.",
            value=f"{len(listings)} lijsten in {len(roots)} bestanden",
            remedy="Neem elke tekst als eigen pakket op, of elk deel als los bestand.",
        )
    wanted = [
        part.get("FILE") or "" for part in listings[0].iter("REF.PHYS") if part.get("TYPE") == "DOC.XML"
    ]
    absent = [file for file in wanted if file not in roots]
    if absent or not wanted:
        raise BrokenPackageError(
            "Het pakket mist delen die zijn lijst noemt.", value=", ".join(absent) or "alle"
        )
    others = {file: root for file, root in roots.items() if file not in wanted and name(root) in _TEXTS}
    return _Source(tuple(roots[file] for file in dict.fromkeys(wanted)), listings[0], others)


def _reading(source: _Source, media_type: str) -> Reading:
    body = Draft(ProvisionKind.DIVISION)
    walk = FormexBody(source.included)
    for root in source.texts:
        walk.read(root, body)
    code, guesses = language(source.text(".//BIB.INSTANCE/LG.DOC", ".//LG.DOC"))
    finished = finish(_rooted(body), [*guesses, *body.guesses])
    consolidation = source.find("INFO.CONSLEG", ".//INFO.CONSLEG")
    return Reading(
        reader=READER.name,
        logic_version=READER.logic_version,
        media_type=media_type,
        kind=_kind(source),
        provisions=finished.provisions,
        identifiers=_identifiers(source),
        title=_title(source),
        short_title=short_title(_title(source)),
        language=code,
        stage="published" if consolidation is None else "consolidated",
        in_force_on=_stated(consolidation, "START.DATE"),
        as_known_on=_stated(consolidation, "CONSLEG.DATE"),
        document_date=_stated(source.find("CONS.DOC/FAM.COMP/BIB.DATA/DATE", *_DATES), "ISO"),
        dropped=finished.dropped,
        guessed=finished.guessed,
    )


_DATES = (".//CONS.DOC/FAM.COMP/BIB.DATA/DATE", "ACT/BIB.INSTANCE/DATE", "BIB.INSTANCE/DATE")
_TITLES = ("TITLE/TI", "ACT/TITLE/TI", "CONS.DOC/TITLE/TI", "CONS.ACT/CONS.DOC/TITLE/TI")


def _rooted(body: Draft) -> Sequence[Draft | Omission]:
    """The outermost provisions; words that stand outside all of them get one of their own."""
    content: list[Draft | Omission] = []
    for item in body.content:
        if isinstance(item, Draft | Omission):
            content.append(item)
        elif item.text or item.notes:
            loose = Draft(ProvisionKind.SLOT)
            loose.content.append(item)
            content.append(loose)
    drafts = [item for item in content if isinstance(item, Draft)]
    if all(draft.kind is ProvisionKind.LONG_TITLE for draft in drafts):
        raise NoLawError(
            "Dit Formex-bestand bevat geen bepaling.",
            value=f"{len(content)} onderdelen",
            remedy="Neem het bestand met de tekst op.",
        )
    return content


def _title(source: _Source) -> str:
    return source.text(*_TITLES)


def _kind(source: _Source) -> WorkKind:
    """As the file values itself, else by its title; a loose annex is of a kind that is not stated."""
    stated = source.find("INFO.CONSLEG", "CONS.ACT/INFO.CONSLEG")
    value = "" if stated is None else stated.get("LEG.VAL") or ""
    value = value or source.text("FMX/DOC.MAIN.PUB/LEGAL.VALUE")
    if (kind := _VALUES.get(value[:3])) is not None:
        return kind
    titled = source.find("ENACTING.TERMS", "ACT/ENACTING.TERMS", "CONS.DOC/ENACTING.TERMS")
    return WorkKind.UNKNOWN if titled is None else act_kind(_title(source))


def _identifiers(source: _Source) -> tuple[Identifier, ...]:
    printed = source.text(
        "CONS.DOC/FAM.COMP/BIB.DATA/NO.CELEX",
        "CONS.ACT/CONS.DOC/FAM.COMP/BIB.DATA/NO.CELEX",
        "FMX/DOC.MAIN.PUB/NO.CELEX",
    )
    celex = printed or _celex_of_number(source)
    stated = source.find("BIB.DOC/NO.ELI")
    eli = "" if stated is None else stated.get("ID") or ""
    return tuple(Identifier(scheme, value) for scheme, value in (("celex", celex), ("eli", eli)) if value)


def _celex_of_number(source: _Source) -> str:
    """The CELEX number that the kind, year and number of an act make; "" without one of them.

    A file of an act as adopted does not print it. Sector 3, year, letter of the kind, number in four digits
    (https://eur-lex.europa.eu/content/help/eurlex-content/celex-number.html).
    """
    number = source.find("ACT/BIB.INSTANCE/NO.DOC", "BIB.INSTANCE/NO.DOC")
    letter = _CELEX_LETTERS.get(_kind(source))
    if number is None or letter is None:
        return ""
    year, serial = (number.findtext(tag, "").strip() for tag in ("YEAR", "NO.CURRENT"))
    return f"3{year}{letter}{serial:0>4}" if _YEAR.fullmatch(year) and _SERIAL.fullmatch(serial) else ""


def _stated(element: Element | None, attribute: str) -> date | None:
    """A date written as 20241018; 99999999 and other impossible ones are none."""
    value = "" if element is None else element.get(attribute) or ""
    try:
        return date.fromisoformat(f"{value[:4]}-{value[4:6]}-{value[6:]}")
    except ValueError:
        return None
