"""What stands around the provisions in an exported file: FRBR identification, dates, organisation, label.

Nothing is invented: a date that is not known is written as 0001-01-01, named `unknown`, because the standard
asks for one. The date of the export is that of the version, so that equal versions give equal bytes.
"""

from collections.abc import Sequence
from datetime import date

from corpus.akn_commencement import intervals
from corpus.akn_vocabulary import own
from corpus.exporters.akn_provisions import NO_MOMENT, Periods, moment
from corpus.exporters.exported_version import FICTIONAL, ExportedVersion
from corpus.provision import Provision, walk
from corpus.secure_xml import Element, add

_LANGUAGES = {"nl": "nld", "en": "eng", "de": "deu", "fr": "fra", "it": "ita", "es": "spa", "pt": "por"}
_UNKNOWN = "0001-01-01"
_SOURCE = {"source": "#wetgeving"}


def periods(provisions: Sequence[Provision]) -> Periods:
    """The ids of the periods that provisions need, one a date of entry into force and what brought it."""
    moments = {moment(p) for p in walk(provisions)} - {NO_MOMENT}
    return {m: f"tmpg_{number}" for number, m in enumerate(sorted(moments, key=repr), start=1)}


def add_meta(document: Element, version: ExportedVersion, times: Periods, part: str = "main") -> None:
    """The metadata of the document, or of an annex to it (`part`)."""
    meta = add(document, "meta")
    identification = add(meta, "identification", _SOURCE)
    uri = f"/akn/nl/{_type(document)}/{version.work}"
    named = f"{part}~{version.portion}" if version.portion else part
    _add_work(identification, version, uri, named)
    _add_expression(identification, version, uri, named)
    _add_manifestation(identification, version, uri, named)
    if part == "main":
        _add_periods(meta, times)
    references = add(meta, "references", _SOURCE)
    organisation = {
        "eId": "wetgeving",
        "href": "/akn/ontology/organization/nl/wetgeving",
        "showAs": "wetgeving",
    }
    add(
        references,
        "TLCOrganization",
        organisation if part == "main" else {**organisation, "eId": f"{part}__org"},
    )


def add_label(preface: Element) -> None:
    """The label of a fictional text, marked as ours."""
    label = add(preface, "container", {"name": "fictief", "eId": "fictief", own("label"): "fictional"})
    add(label, "p").text = FICTIONAL


def _type(document: Element) -> str:
    return "bill" if document.tag.endswith("}bill") else "act"


def _add_work(parent: Element, version: ExportedVersion, uri: str, part: str) -> None:
    work = add(parent, "FRBRWork")
    add(work, "FRBRthis", {"value": f"{uri}/!{part}", own("kind"): version.kind or "unknown"})
    add(work, "FRBRuri", {"value": uri})
    for label, value in (("title", version.title), ("shortTitle", version.short_title)):
        if value:
            add(work, "FRBRalias", {"name": label, "value": value})
    for identifier in version.identifiers:
        add(work, "FRBRalias", {"name": identifier.scheme, "value": identifier.value})
    day = version.document_date or version.in_force_on or version.as_known_on
    add(work, "FRBRdate", {"date": _iso(day), "name": "version" if day else "unknown"})
    add(work, "FRBRauthor", {"href": "#wetgeving"})
    add(work, "FRBRcountry", {"value": "nl"})
    if version.fictional:
        add(work, "FRBRname", {"value": FICTIONAL})


def _add_expression(parent: Element, version: ExportedVersion, uri: str, part: str) -> None:
    expression = add(parent, "FRBRExpression")
    here = _expression_uri(version, uri)
    add(expression, "FRBRthis", {"value": f"{here}/!{part}", own("stage"): version.stage})
    add(expression, "FRBRuri", {"value": here})
    days: tuple[tuple[str, date | None], ...] = (
        ("in-force", version.in_force_on),
        ("as-known", version.as_known_on),
        ("document", version.document_date),
    )
    for label, day in [row for row in days if row[1]] or [("unknown", None)]:
        add(expression, "FRBRdate", {"date": _iso(day), "name": label})
    add(expression, "FRBRauthor", {"href": "#wetgeving"})
    add(expression, "FRBRlanguage", {"language": _LANGUAGES.get(version.language, version.language)})


def _add_manifestation(parent: Element, version: ExportedVersion, uri: str, part: str) -> None:
    manifestation = add(parent, "FRBRManifestation")
    here = _expression_uri(version, uri)
    add(manifestation, "FRBRthis", {"value": f"{here}/!{part}.akn.xml"})
    add(manifestation, "FRBRuri", {"value": f"{here}.akn.xml"})
    day = version.in_force_on or version.document_date or version.as_known_on
    add(manifestation, "FRBRdate", {"date": _iso(day), "name": "version" if day else "unknown"})
    add(manifestation, "FRBRauthor", {"href": "#wetgeving"})
    add(manifestation, "FRBRformat", {"value": "application/akn+xml"})


def _add_periods(meta: Element, times: Periods) -> None:
    if not times:
        return
    lifecycle = add(meta, "lifecycle", _SOURCE)
    for (day, _), label in times.items():
        if day is not None:
            event = {"eId": f"{label}__start", "date": day.isoformat(), "type": "generation"}
            add(lifecycle, "eventRef", {**event, **_SOURCE})
    temporal = add(meta, "temporalData", _SOURCE)
    for (day, commencement), label in times.items():
        group = add(temporal, "temporalGroup", {"eId": label})
        start = {"start": f"#{label}__start"} if day else {}
        for stated in intervals(commencement):
            add(group, "timeInterval", {**start, "refersTo": "#in-werking", **stated})


def _expression_uri(version: ExportedVersion, uri: str) -> str:
    language = _LANGUAGES.get(version.language, version.language)
    return f"{uri}/{language}@{version.version.rpartition('@')[2]}"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else _UNKNOWN
