"""What an Akoma Ntoso file says of itself: FRBR identification, dates, language, periods, notes kept apart.

Only the identification of the document that is read counts, not that of its annexes. FRBRWork/FRBRdate is
the date of the document. FRBRExpression/FRBRdate is a date of entry into force only where its `name` says
so; in an act, where the name is empty and the date is another than that of the work (Normattiva), it is
taken for one, and reported as a guess. Dates from 2900 on are placeholders (LEOS writes 9999-01-01),
0001-01-01 is ours for "not known". A period is the date on which its interval starts; an interval without
one gives no date.
"""

from dataclasses import dataclass, field
from datetime import date

from corpus.akn_commencement import commencement_of
from corpus.akn_vocabulary import own
from corpus.commencement import Commencement
from corpus.readers.akn_text import plain
from corpus.reading import Identifier
from corpus.secure_xml import Element, elements, name

EXPRESSION_DATE = "expression-date"
_LANGUAGES = {
    "nld": "nl", "dut": "nl", "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr",
    "ita": "it", "spa": "es", "por": "pt",
}  # fmt: skip
_IN_FORCE = frozenset({"in-force", "inforce", "inwerkingtreding", "vigenza", "inkrafttreten", "commencement"})
_SCHEMES = {"celexnumber": "celex", "celex": "celex", "eli": "eli", "urn:nir": "urn:nir", "bwb": "bwb"}
_TITLES = {"title": "title", "shortTitle": "short_title"}
_PLACEHOLDER = 2900


@dataclass(slots=True)
class Metadata:
    """What was found; every field is empty where the file does not say."""

    named: dict[Identifier, None] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    language: str = ""
    document_date: date | None = None
    in_force_on: date | None = None
    as_known_on: date | None = None
    guesses: list[tuple[str, str]] = field(default_factory=list)
    periods: dict[str, date] = field(default_factory=dict)
    commencements: dict[str, Commencement] = field(default_factory=dict)
    kind: str = ""
    stage: str = ""

    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        """The identifiers, that of the work before those of its parts and before other names for it."""
        return tuple(
            sorted(self.named, key=lambda i: (i.scheme != "frbr", len(i.value) * (i.scheme == "frbr")))
        )


def metadata(document: Element, *, is_act: bool) -> Metadata:
    """The metadata of a document; a `kind` of ours in it says that this program wrote the file."""
    found = Metadata()
    meta = next((child for child in elements(document) if name(child) == "meta"), None)
    if meta is None:
        return found
    for this in meta.iter("{*}FRBRthis"):
        found.kind = found.kind or this.get(own("kind")) or ""
        found.stage = found.stage or this.get(own("stage")) or ""
    is_own = bool(found.kind)
    events: dict[str, date] = {}
    for element in meta.iter():
        if isinstance(element.tag, str):
            _take(element, found, events, is_own=is_own)
    if is_act and not is_own:
        _guess_from_expression(meta, found)
    return found


def called_notes(root: Element) -> dict[str, str]:
    """The notes that stand among the metadata, of annexes too, by the id with which the text calls them."""
    parts = (meta.iter("{*}note") for meta in root.iter("{*}meta"))
    return {called: plain(note) for notes in parts for note in notes if (called := identity(note))}


def identity(element: Element) -> str:
    """The id an element bears: `eId`, or what other versions and dialects call it."""
    xml_id = element.get("{http://www.w3.org/XML/1998/namespace}id")
    return element.get("eId") or xml_id or element.get("id") or element.get("GUID") or ""


def reference(value: str | None) -> str:
    """The id that a reference within the file points at."""
    return (value or "").strip().removeprefix("#")


def _take(element: Element, found: Metadata, events: dict[str, date], *, is_own: bool) -> None:
    tag, parent = name(element), element.getparent()
    level = "" if parent is None else name(parent)
    if tag == "eventRef" and (day := stated(element.get("date"), is_own=is_own)):
        events[identity(element)] = day
    elif tag == "timeInterval" and parent is not None:
        if day := events.get(reference(element.get("start"))):
            found.periods.setdefault(identity(parent), day)
    elif tag == "temporalGroup":
        if brought := commencement_of(_attributes(interval) for interval in elements(element)):
            found.commencements.setdefault(identity(element), brought)
    elif level == "FRBRWork":
        _work(element, tag, found, is_own=is_own)
    elif level == "FRBRExpression":
        _expression(element, tag, found, is_own=is_own)


def _attributes(element: Element) -> dict[str, str]:
    return {str(key): str(value) for key, value in element.items()}


def _work(element: Element, tag: str, found: Metadata, *, is_own: bool) -> None:
    value = (element.get("value") or "").strip()
    if tag == "FRBRdate" and found.document_date is None and not is_own:
        found.document_date = stated(element.get("date"))
    elif tag in ("FRBRuri", "FRBRthis") and value and not is_own:
        found.named[Identifier("frbr", value)] = None
    elif tag == "FRBRalias" and value:
        label = element.get("name") or ""
        if is_own and label in _TITLES:
            found.titles[_TITLES[label]] = value
        else:
            scheme = label if is_own else _SCHEMES.get(label.lower(), "frbr-alias")
            found.named[Identifier(scheme, value)] = None


def _expression(element: Element, tag: str, found: Metadata, *, is_own: bool) -> None:
    if tag == "FRBRlanguage" and not found.language:
        code = (element.get("language") or "").strip().lower()
        found.language = _LANGUAGES.get(code, code)
    elif tag == "FRBRdate":
        label = (element.get("name") or "").strip().lower()
        day = stated(element.get("date"), is_own=is_own)
        if label in _IN_FORCE:
            found.in_force_on = day
        elif is_own and label == "as-known":
            found.as_known_on = day
        elif is_own and label == "document":
            found.document_date = day


def _guess_from_expression(meta: Element, found: Metadata) -> None:
    for element in meta.iter("{*}FRBRExpression"):
        for child in elements(element):
            day = stated(child.get("date")) if name(child) == "FRBRdate" else None
            if day and not (child.get("name") or "").strip() and day != found.document_date:
                found.in_force_on = day
                found.guesses.append((EXPRESSION_DATE, f"in_force_on {day.isoformat()}"))
                return


def stated(value: str | None, *, is_own: bool = False) -> date | None:
    """A date that is meant; placeholders are none, except in our own export, which writes none there."""
    try:
        day = date.fromisoformat((value or "").strip()[:10])
    except ValueError:
        return None
    return day if is_own or 1 < day.year < _PLACEHOLDER else None
