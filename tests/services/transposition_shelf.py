"""What the tests of transposition share: the acts of the example, and short ways to ask and to say."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from corpus.transposition.values import (
    Claimant,
    StatedClaim,
    TableRow,
    TranspositionTable,
)
from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.services.ingest import Statement
from wetgeving.services.transposing import NewClaim
from wetgeving.store.viewer import Viewer

FIRE, SIGNALS = "VOORBEELD-1-vuurverordening", "VOORBEELD-1-seinrichtlijn"
LAW, SCREENING = "VOORBEELD-1-lantaarnwet", "32024R1356"
FOLDER = next(folder for folder in shipped_dossiers() if folder.name == "VOORBEELD-1")
GOLDEN = Path(__file__).with_name("transposition")
REPORTS = "art_10__para_3"


def table_of(shelf: Application, act: str = FIRE, viewer: Viewer | None = None) -> TranspositionTable:
    with shelf.reading(viewer) if viewer else shelf.reading() as services:
        return services.transposing.table(act)


def row_of(shelf: Application, eid: str, act: str = FIRE) -> TableRow:
    return next(row for row in table_of(shelf, act).rows if row.place.eid == eid)


def printed(shelf: Application, eid: str, act: str = FIRE) -> StatedClaim:
    """The claim that the table in the memorandum makes on a provision."""
    return next(s for s in row_of(shelf, eid, act).claims if s.claim.claimant is Claimant.TABLE)


def judge(shelf: Application, claim: str, verdict: str, reason: str = "nagegaan", act: str = FIRE) -> None:
    with shelf.unit_of_work() as services:
        services.transposing.review(act, claim, verdict, reason=reason)


def add(shelf: Application, said: NewClaim, act: str = FIRE) -> str:
    with shelf.unit_of_work() as services:
        return services.transposing.claim(act, said, reason="na amendement nr. 8")


def newer(shelf: Application, file: str, words: tuple[str, str], said: Statement) -> None:
    """Take in a later version of a text of the example, in which some words are others."""
    content = (FOLDER / f"FICTIEVE-VOORBEELDTEKST-{file}").read_text(encoding="utf-8")
    assert words[0] in content
    changed = content.replace(*words).encode()
    with shelf.unit_of_work() as services:
        services.ingesting.ingest(changed, f"FICTIEVE-VOORBEELDTEKST-later-{file}", "test", said)


LATER_LAW = Statement(work=LAW, stage="consolidated", in_force_on=date(2096, 1, 1), fictional=True)
LATER_ACT = Statement(work=FIRE, stage="consolidated", document_date=date(2096, 1, 1), fictional=True)

LATER_TABLE = Statement(
    work="VOORBEELD-1-toelichting", stage="submitted", document_date=date(2092, 12, 1), fictional=True
)


def as_lines(table: TranspositionTable) -> Iterator[str]:
    """The table as a lawyer reads it."""
    yield table.denominator
    for row in table.rows:
        yield f"{row.label}: {row.status.value}{' (hiaat)' if row.gap else ''}"
        for stated in row.claims:
            claim = stated.claim
            if stated.covers:
                continue
            named = "; ".join(f"{p.label or p.said}{' (bestaand)' * p.existing}" for p in claim.national)
            gone = "; ".join(f"{p.label} vervalt" for p in claim.lapsing)
            told = [named or "geen", gone, *claim.reasons, claim.relation or "", claim.policy_room]
            pointer = f"-> {claim.pointer.eid}" if claim.pointer else ""
            yield f"    [{claim.claimant.value}] {' | '.join(filter(None, (*told, pointer)))}"
            for change in stated.rechecks:
                yield f"        gewijzigd: {change.label} ({', '.join(change.kinds)}; {change.new})"
        for doubt in row.doubts:
            yield f"    ? {doubt.text}"
