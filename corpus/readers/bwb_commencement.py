"""What a BWB element says of its own entry into force: attributes, and the `brondata` in its metadata.

Of each publication in `brondata`: what it was (`oorspronkelijk`), what fixed its day (`inwerkingtreding`),
and how far it works back. `terugwerkende-kracht-data` speaks of a change that reaches back over this text.
Source of the structure: `docs/bronvormen.md`.
"""

from dataclasses import replace
from datetime import date

from corpus.commencement import Commencement
from corpus.secure_xml import Element, first_child

_ATTRIBUTES = ("bron", "effect", "publicatie_bron", "ondertekening_bron", "publicatie_iwt")
_NOTHING = Commencement()
_SCOPES = {"tot-en-met": "tot en met", "tot en met": "tot en met", "tot": "tot"}


def commencement(element: Element) -> Commencement | None:
    """What is stated of the publication and the retroactive effect of an element; None when nothing is."""
    metadata = first_child(element, "meta-data")
    stated = [] if metadata is None else [_publication(x) for x in metadata.iterfind("brondata")]
    if not stated:
        return _by_attributes(element)
    bron = element.get("bron")
    first, *others = sorted(stated, key=lambda c: c.source != bron)
    whole = replace(first, beside=tuple(others)) if others else first
    overtaken = first_child(first_child(metadata, "terugwerkende-kracht-data"), "terugwerkende-kracht")
    day = None if overtaken is None else iso_date(overtaken.get("terugwerking"))
    by_itself = day is None or day in {c.retroactive_to for c in stated}
    return whole if by_itself else replace(whole, overtaken_back_to=day)


def iso_date(value: str | None) -> date | None:
    """The date an attribute states, None when it states none."""
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _by_attributes(element: Element) -> Commencement | None:
    if not any(map(element.get, _ATTRIBUTES)):
        return None
    found = Commencement(
        source=element.get("bron") or "",
        effect=element.get("effect") or "",
        published_on=iso_date(element.get("publicatie_bron")),
        signed_on=iso_date(element.get("ondertekening_bron")),
        entry_published_on=iso_date(element.get("publicatie_iwt")),
    )
    return found if found != _NOTHING else None


def _publication(brondata: Element) -> Commencement:
    text = first_child(first_child(brondata, "oorspronkelijk"), "publicatie")
    in_force = first_child(brondata, "inwerkingtreding")
    entry = first_child(in_force, "publicatie")
    back = first_child(in_force, "terugwerkend.datum")
    return Commencement(
        source=_cited(text),
        effect="" if text is None else text.get("effect") or "",
        published_on=_day(text, "uitgiftedatum"),
        signed_on=_day(text, "ondertekeningsdatum"),
        entry_source=_cited(entry),
        entry_published_on=_day(entry, "uitgiftedatum"),
        retroactive_to=None if back is None else iso_date(back.get("isodatum")),
        retroactive_scope="" if back is None else _SCOPES.get(back.get("datum-scope") or "", ""),
    )


def _cited(publication: Element | None) -> str:
    """`Stcrt.2020-19159`, as the attribute `bron` writes it; "" when a part of it is missing."""
    if publication is None:
        return ""
    kind = publication.get("soort")
    year, number = first_child(publication, "publicatiejaar"), first_child(publication, "publicatienr")
    if year is None or number is None or not (kind and year.text and number.text):
        return ""
    return f"{kind}.{year.text}-{number.text}"


def _day(publication: Element | None, name: str) -> date | None:
    stated = first_child(publication, name)
    return None if stated is None else iso_date(stated.get("isodatum"))
