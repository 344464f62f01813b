"""Writing a transponeringstabel (EU) as a file, in the shape of Aanwijzing 9.12. Changes nothing.

Equal tables of one day give equal bytes. A proposed row says that it is one; what a person rejected and mere
candidates are left out, and the file says how many. Who confirmed is not in a file.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from corpus.exporters import sheet_csv, sheet_xlsx, table_docx
from corpus.exporters import transposition_words as words
from corpus.exporters.docx_package import MEDIA_TYPE as DOCX
from corpus.exporters.dutch_date import dutch_date
from corpus.exporters.exported_transposition import ExportedRow, ExportedTransposition
from corpus.exporters.exported_version import FICTIONAL
from corpus.exporters.transposition_document import document
from corpus.exporters.transposition_sheet import account, sheet
from corpus.transposition.values import (
    Claimant,
    NationalPlace,
    NoProvision,
    StatedClaim,
    TextUsed,
    TranspositionClaim,
    TranspositionTable,
    Verdict,
)
from wetgeving.services.errors import InvalidValueError

_LONGEST_NAME = 180
JSON = "json"
ToJson = Callable[[TranspositionTable], bytes]


@dataclass(frozen=True, slots=True)
class TranspositionForm:
    """A format of file: its ending, what it is called, its media type, and its writer (None: the skin's)."""

    ending: str
    label: str
    media_type: str
    write: Callable[[ExportedTransposition], bytes] | None = None


FORMS = {
    form.ending: form
    for form in (
        TranspositionForm("docx", "Word (DOCX)", DOCX, lambda table: table_docx.export(document(table))),
        TranspositionForm(
            "xlsx",
            "Excel (XLSX)",
            sheet_xlsx.MEDIA_TYPE,
            lambda table: sheet_xlsx.export(sheet(table), account(table)),
        ),
        TranspositionForm("csv", "CSV", sheet_csv.MEDIA_TYPE, lambda table: sheet_csv.export(sheet(table))),
        TranspositionForm(JSON, "JSON", "application/json"),
    )
}


def write(table: TranspositionTable, ending: str, *, on: date, to_json: ToJson) -> bytes:
    """The file of a table as it stands on a day."""
    form = FORMS.get(ending)
    if form is None:
        raise InvalidValueError(
            "Naar deze vorm kan een transponeringstabel niet worden uitgevoerd.",
            value=ending[:40],
            remedy=f"Kies uit: {', '.join(FORMS)}.",
        )
    return to_json(table) if form.write is None else form.write(exported(table, on=on))


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table as a file; the name of an example says that it is one."""

    act: str
    format: str
    file_name: str
    media_type: str
    content: bytes
    fictional: bool


def made(table: TranspositionTable, ending: str, *, on: date, to_json: ToJson) -> TableFile:
    """The file of a table as it stands on a day, with its name."""
    content = write(table, ending, on=on, to_json=to_json)
    name, media_type = file_name(table, ending), FORMS[ending].media_type
    return TableFile(table.act, ending, name, media_type, content, table.fictional)


def file_name(table: TranspositionTable, ending: str) -> str:
    """The name of the file; that of an example says so."""
    stamp = f"{FICTIONAL.replace(' ', '-')}-" if table.fictional else ""
    return f"{stamp}transponeringstabel_{table.act}"[:_LONGEST_NAME] + f".{ending}"


def exported(table: TranspositionTable, *, on: date) -> ExportedTransposition:
    """What an exporter needs of a table."""
    return ExportedTransposition(
        title=f"Transponeringstabel (EU): {table.title}",
        act=table.act,
        lines=tuple(_lines(table, on)),
        rows=tuple(_every(table)),
        eu_text=_texts(table, "eu"),
        national_texts=_texts(table, "national"),
        made_on=on,
        fictional=table.fictional,
    )


def _lines(table: TranspositionTable, on: date) -> Iterator[str]:
    yield f"Stand van {dutch_date(on)}. Handeling: {table.act}."
    yield words.counts(table.by_article, "artikelen", table.kind)
    yield words.counts(table.by_unit, "bepalingen", table.kind)
    yield table.denominator
    for side, name in (("eu", "EU-tekst"), ("national", "Nationale teksten"), ("table", "Gelezen tabellen")):
        yield f"{name}: {_texts(table, side) or 'niet opgenomen'}."
    every = [stated for row in table.rows for stated in row.claims if not stated.covers]
    rejected = sum(1 for stated in every if stated.verdict is Verdict.REJECTED)
    others = sum(1 for stated in every if not stated.counts) - rejected
    yield (
        "Wat niet door een persoon is bevestigd, is gemerkt als voorgesteld."
        f" Weggelaten: {rejected} afgewezen, en {others} die niet meetellen (kandidaten op gelijkenis, en"
        " feiten die niet zeggen dat iets de bepaling uitvoert of omzet)."
    )


def _texts(table: TranspositionTable, side: str) -> str:
    return "; ".join(text_used(text) for text in table.texts_used if text.version and text.side == side)


def text_used(text: TextUsed) -> str:
    """A text that was used: its title and the date of its version."""
    dated = f" van {dutch_date(date.fromisoformat(text.date))}" if text.date else ""
    return f"{text.title}{dated} ({text.version})"


def _every(table: TranspositionTable) -> Iterator[ExportedRow]:
    """What is said of the whole act, then row by row; a claim stands once, at what it is about."""
    acts = {t.work: t.title for t in table.texts_used if t.side == "national"}
    whole = {s.claim.id: s for row in table.rows for s in row.claims if s.covers and not s.claim.eu.eid}
    yield from (_row(words.eu_place(""), s, acts) for s in whole.values() if s.counts)
    for row in table.rows:
        own = [s for s in row.claims if s.counts and not s.covers]
        yield from (_row(words.eu_label(row), stated, acts, gap=row.gap) for stated in own)
        if row.unit and not any(s.counts for s in row.claims):
            said = words.NOTHING_FOUND if row.examined else words.NOT_EXAMINED
            yield ExportedRow(words.eu_label(row), row.place.eid, said)


def _row(eu: str, stated: StatedClaim, acts: Mapping[str, str], *, gap: bool = False) -> ExportedRow:
    claim, standing = stated.claim, words.verdict(stated)
    marks = ["" if standing == words.VERDICTS[Verdict.CONFIRMED] else standing, words.GAP if gap else ""]
    return ExportedRow(
        eu=eu,
        eu_eid=claim.eu.eid,
        national=national(claim, acts),
        national_keys="; ".join(f"{p.work} {p.eid}".strip() for p in claim.national),
        relation=words.RELATIONS[claim.relation] if claim.relation else "",
        reason=words.reasons(claim.reasons),
        policy_room=claim.policy_room,
        choice=claim.choice,
        pointer=claim.pointer.words if claim.pointer else "",
        standing=standing,
        mark="; ".join(filter(None, marks)),
        claimant=words.CLAIMANTS[claim.claimant],
    )


def national(claim: TranspositionClaim, acts: Mapping[str, str]) -> str:
    """The national provisions as they are named, or that there is none and why; it reads back as it was."""
    lapsing = list(dict.fromkeys(map(_lapsing, claim.lapsing)))
    if claim.national:
        named = (_named(place, claim.claimant, acts) for place in claim.national)
        return "; ".join([*dict.fromkeys(named), *lapsing])
    why = (r for r in claim.reasons if r not in _TOLD_OTHERWISE)
    return "; ".join(["geen", *lapsing, *(words.REASONS[reason] for reason in why)])


_TOLD_OTHERWISE = (NoProvision.OTHER, NoProvision.LAPSES)
_AS_PRINTED = (Claimant.EDITOR, Claimant.TABLE, Claimant.FACT)


def _named(place: NationalPlace, claimant: Claimant, acts: Mapping[str, str]) -> str:
    """As it was printed; who derived it from a citation says of which act it is."""
    said = place.said or place.label or place.work
    act = acts.get(place.work, "")
    if claimant in _AS_PRINTED or not act:
        return said
    return f"{said.removesuffix(f', {act}')} van {act}"


def _lapsing(place: NationalPlace) -> str:
    said = place.said or place.label
    return said if "verva" in said or "ingetrokken" in said else f"{said} vervalt"
