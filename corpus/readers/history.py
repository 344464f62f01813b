"""Files that hold the history of a regulation and no text: WTI and manifest of BWB.

Structure: `docs/bronvormen.md`, checked on three WTI and three manifests.
They are recognised by content like any format, but they are no `Reader`: what they give is a `History`.
"""

from collections.abc import Callable, Iterator
from datetime import date

from corpus.errors import HistoryOnlyError, UnknownFormatError
from corpus.history import History, HistoryEvent, PendingBill, Retroaction
from corpus.reading import Identifier
from corpus.secure_xml import Element, parse, root_name

WTI, MANIFEST = "bwb-wti", "bwb-manifest"
_PENDING, _NEW = "aanhangig", "nieuwe-regeling"
_NO_END = date(9999, 12, 31)


def recognise_history(source: bytes) -> str:
    """Which kind of history these bytes hold, or "" for something else."""
    root = root_name(source)
    if root == "wetstechnische-informatie":
        return WTI
    return MANIFEST if root == "work" and b"_latestItem=" in source[:4000] else ""


def read_history(source: bytes) -> History:
    """The history a file holds. Raises a `WetgevingError` for bytes that are no WTI or manifest."""
    kind = recognise_history(source)
    if not kind:
        raise UnknownFormatError(
            "Dit bestand bevat geen geschiedenis van een regeling.",
            value=repr(source[:60]),
            remedy=f"Wel gelezen worden: {WTI}, {MANIFEST}.",
        )
    return _READERS[kind](parse(source))


def history_only(source: bytes) -> HistoryOnlyError | None:
    """Why a file of history cannot be read as a text; None when it is no such file."""
    kind = recognise_history(source)
    if not kind:
        return None
    return HistoryOnlyError(
        "Dit bestand bevat de geschiedenis van een regeling en geen tekst.",
        value=kind,
        remedy="Bekijk het met `wetgeving read`; neem voor de tekst een toestandbestand op.",
    )


def _wti(root: Element) -> History:
    events: list[HistoryEvent] = []
    pending: list[PendingBill] = []
    for moment in root.iterfind("wijzigingen/regeling/datum"):
        for details in moment.iterfind("details"):
            event = _event(_date(moment.get("waarde")), details)
            if event.in_force_on is None and event.what.lower() == _PENDING:
                pending += [PendingBill(dossier) for dossier in event.dossiers or ("",)]
            else:
                events.append(event)
    return History(WTI, _identifiers(root.get("bwb-id")), _oldest_first(events), tuple(pending))


def _event(in_force_on: date | None, details: Element) -> HistoryEvent:
    return HistoryEvent(
        in_force_on=in_force_on,
        what=_text(details.find("betreft")),
        publications=_publications(details, "ontstaansbron/bron/bekendmaking"),
        dossiers=_distinct(_text(e) for e in details.iterfind("ontstaansbron/bron/dossiernummer")),
        commencement=_publications(details, "inwerkingtreding/bron/bekendmaking"),
        retroactions=tuple(
            Retroaction(
                back_to=_date(e.get("waarde")),
                scope=e.get("datum-scope") or "",
                articles=_distinct(_text(label) for label in e.iterfind("artikelen/label")),
            )
            for e in details.iterfind("terugwerkende-kracht/terugwerkende-kracht-datum")
        ),
    )


def _publications(details: Element, path: str) -> tuple[str, ...]:
    """Publications as they are called (`stb-2014-131`); older ones are stated in the parts of that name."""
    return _distinct(e.get("urlidentifier") or _called(e) for e in details.iterfind(path))


def _called(publication: Element) -> str:
    parts = (_text(publication.find(part)) for part in ("publicatiejaar", "publicatienummer"))
    return "-".join(filter(None, ((publication.get("soort") or "").lower(), *parts)))


def _manifest(root: Element) -> History:
    ordered = sorted(root.iterfind("expression"), key=_place)
    events = [_toestand(expression) for expression in ordered]
    return History(MANIFEST, _identifiers(root.get("label")), _oldest_first(events))


def _toestand(expression: Element) -> HistoryEvent:
    items = list(expression.iterfind("manifestation/item"))
    deleted = bool(items) and all(item.get("_deleted") == "true" for item in items)
    stated = {key: _date(_text(expression.find(f"metadata/{name}"))) for key, name in _AXES.items()}
    return HistoryEvent(
        in_force_on=stated["in_force_on"],
        what="toestand-verwijderd" if deleted else "toestand",
        until=stated["until"],
        known_from=stated["known_from"],
        known_until=stated["known_until"],
        files=_distinct(item.get("label") or "" for item in items),
    )


_AXES = {
    "in_force_on": "datum_inwerkingtreding",
    "until": "einddatum",
    "known_from": "zichtdatum_start",
    "known_until": "zichtdatum_eind",
}


def _place(expression: Element) -> tuple[str, int]:
    """The date and serial number of a label (`2010-01-01_10`), the latter as a number."""
    day, _, serial = (expression.get("label") or "").partition("_")
    return day, int(serial) if serial.isdecimal() else 0


def _oldest_first(events: list[HistoryEvent]) -> tuple[HistoryEvent, ...]:
    """By date; a regulation comes before what amends it on its first day, else the order of the file."""
    return tuple(sorted(events, key=lambda e: (e.in_force_on or date.max, e.what != _NEW)))


def _identifiers(bwb: str | None) -> tuple[Identifier, ...]:
    return (Identifier("bwb", bwb),) if bwb else ()


def _text(element: Element | None) -> str:
    return "" if element is None else " ".join((element.text or "").split())


def _date(value: str | None) -> date | None:
    try:
        found = date.fromisoformat(value or "")
    except ValueError:
        return None
    return None if found == _NO_END else found


def _distinct(values: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


_READERS: dict[str, Callable[[Element], History]] = {WTI: _wti, MANIFEST: _manifest}
