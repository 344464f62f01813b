"""The transponeringstabel (EU) as a file: the shape of Aanwijzing 9.12, honest about what is proposed."""

import csv
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.exporters import sheet_csv, sheet_xlsx, table_docx
from corpus.exporters import transposition_columns as columns
from corpus.exporters.exported_transposition import ExportedRow, ExportedTransposition
from corpus.exporters.transposition_document import document
from corpus.exporters.transposition_sheet import account, sheet
from corpus.exporters.transposition_words import NOT_EXAMINED
from corpus.secure_xml import parse
from corpus.transposition.table_import import offered
from corpus.transposition.values import (
    Claimant,
    Counts,
    EuPlace,
    NationalPlace,
    NoProvision,
    Passage,
    Recheck,
    RecheckSide,
    Relation,
    Review,
    RowStatus,
    StatedClaim,
    TableRow,
    TextUsed,
    TranspositionClaim,
    TranspositionTable,
    Verdict,
)
from corpus.worksheets.worksheet import plain
from wetgeving.services.exporting_transposition import exported, file_name, write

DAY = date(2094, 6, 1)
SAID = datetime(2094, 5, 1, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def claim(eid: str, number: int, **given: object) -> TranspositionClaim:
    given = {
        "claimant": Claimant.TABLE,
        "rule": "table-row",
        "source": Passage("MVT@submitted-2092-11-01"),
        **given,
    }
    return TranspositionClaim(id=f"t-{number}", eu=EuPlace("LAMP-EU", eid), **given)  # type: ignore[arg-type]


def judged(verdict: Verdict) -> tuple[Review, ...]:
    return (Review(verdict, "redacteur", SAID, "nagekeken"),)


def row(eid: str, label: str, *stated: StatedClaim, status: RowStatus, **given: object) -> TableRow:
    given = {"num": "", "heading": "", "text": "", "depth": 0, "unit": True, "examined": True, **given}
    return TableRow(EuPlace("LAMP-EU", eid), label, claims=stated, status=status, **given)  # type: ignore[arg-type]


CHANGED = Recheck(
    RecheckSide.NATIONAL, "WET", "art_5", "artikel 5", "a", "b", ("modified",), "w-1", "oud", "nieuw"
)


def law(eid: str, said: str) -> tuple[NationalPlace, ...]:
    return (NationalPlace("WET", eid, said),)


CONFIRMED = claim(
    "art_1",
    1,
    national=law("art_2", "artikel 2, eerste lid (onderdeel A)"),
    relation=Relation.EXECUTES,
    policy_room="de duur",
    choice="drie jaar; zie paragraaf 3.3, onder a",
)
REJECTED = claim("art_1", 2, national=law("art_9", "artikel 9"))
LIKELY = claim("art_1", 3, national=law("art_8", "artikel 8"), claimant=Claimant.SIMILARITY)
NOT_NEEDED = claim(
    "art_2__para_1__point_a",
    4,
    reasons=(NoProvision.DIRECTLY_APPLICABLE, NoProvision.LAPSES),
    lapsing=law("art_31", "artikel 31 vervalt (onderdeel L)"),
    choice="rechtstreeks toepasselijk; zie paragraaf 3.1",
)
EXISTING = claim(
    "art_3",
    5,
    national=law("art_5", "artikel 5 (bestaand)"),
    relation=Relation.EXECUTES,
    reasons=(NoProvision.EXISTING_LAW,),
)
TABLE = TranspositionTable(
    act="LAMP-EU",
    title="Lampenverordening",
    kind="eu-regulation",
    fictional=True,
    dossiers=("VOORBEELD-9",),
    rows=(
        row(
            "art_1", "artikel 1", StatedClaim(CONFIRMED, judged(Verdict.CONFIRMED)),
            StatedClaim(REJECTED, judged(Verdict.REJECTED)), StatedClaim(LIKELY),
            status=RowStatus.CONFIRMED, confirmed=True,
        ),
        row(
            "art_2__para_1__point_a", "artikel 2, eerste lid, onderdeel a", StatedClaim(NOT_NEEDED),
            status=RowStatus.NOT_NEEDED,
        ),
        row(
            "art_3", "artikel 3", StatedClaim(EXISTING, rechecks=(CHANGED,)), status=RowStatus.TO_BE_RECHECKED
        ),
        row("art_4", "artikel 4", status=RowStatus.OPEN, examined=False),
    ),
    by_article=Counts(4, 1, 0, 1, 0, 1, 1, 1),
    by_unit=Counts(4, 1, 0, 1, 0, 1, 1, 1),
    denominator="Geteld: 4 artikelen.",
    texts_used=(
        TextUsed("eu", "LAMP-EU", "LAMP-EU@published-2090-01-01", "Lampenverordening", "2090-01-01"),
        TextUsed("national", "WET", "WET@consolidated-2094-01-01", "Lantaarnwet", "2094-01-01"),
    ),
)  # fmt: skip


def made(ending: str, table: TranspositionTable = TABLE) -> bytes:
    return write(table, ending, on=DAY, to_json=lambda _: b"{}")


def csv_rows(source: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(source.decode("utf-8-sig"), newline=""), delimiter=";"))


def docx_lines(source: bytes) -> list[str]:
    body = parse(zipfile.ZipFile(BytesIO(source)).read("word/document.xml"))
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p")]


GOLDEN = [
    (
        "artikel 1", "artikel 2, eerste lid (onderdeel A)", "de duur",
        "drie jaar; zie paragraaf 3.3, onder a", "bevestigd", "tabel in de toelichting",
    ),
    (
        "artikel 2, eerste lid, onder a",
        "geen; artikel 31 vervalt (onderdeel L); rechtstreeks toepasselijk", "",
        "rechtstreeks toepasselijk; zie paragraaf 3.1", "voorgesteld", "tabel in de toelichting",
    ),
    ("artikel 3", "artikel 5 (bestaand)", "", "", "opnieuw te beoordelen", "tabel in de toelichting"),
    ("artikel 4", NOT_EXAMINED, "", "", "open", ""),
]  # fmt: skip


def test_the_official_columns_come_first_and_each_row_says_where_it_stands() -> None:
    found = csv_rows(made("csv"))
    assert list(found[0])[:4] == list(columns.OFFICIAL)
    shown = (*columns.OFFICIAL, columns.STANDING, columns.CLAIMANT)
    assert [tuple(r[name] for name in shown) for r in found] == GOLDEN
    assert {(r[columns.ACT], r[columns.MADE_ON], r["Status"]) for r in found} == {
        ("LAMP-EU", "2094-06-01", "FICTIEVE VOORBEELDTEKST")
    }


def test_a_rejected_claim_and_a_mere_candidate_are_in_no_file() -> None:
    for content in (made("csv").decode("utf-8-sig"), "\n".join(docx_lines(made("docx")))):
        assert "artikel 9" not in content
        assert "artikel 8" not in content


def test_the_word_file_says_its_day_texts_and_counts_and_marks_what_nobody_confirmed() -> None:
    lines = docx_lines(made("docx"))
    text = "\n".join(lines)
    assert "Stand van 1 juni 2094. Handeling: LAMP-EU." in lines
    assert "EU-tekst: Lampenverordening van 1 januari 2090 (LAMP-EU@published-2090-01-01)." in lines
    assert "Van 4 artikelen: 1 bevestigd, 0 voorgesteld, 1 geen uitvoering nodig" in text
    assert "Weggelaten: 1 afgewezen" in text
    assert "FICTIEVE VOORBEELDTEKST" in lines
    head = lines.index(columns.EU)
    assert lines[head : head + 4] == list(columns.OFFICIAL)
    assert lines[head + 4 : head + 6] == ["artikel 1", "artikel 2, eerste lid (onderdeel A)"]
    assert "geen; artikel 31 vervalt (onderdeel L); rechtstreeks toepasselijk [voorgesteld]" in lines
    assert "artikel 5 (bestaand) [opnieuw te beoordelen]" in lines


def test_a_directive_is_transposed_and_a_file_of_it_says_so() -> None:
    directive = replace(TABLE, kind="eu-directive", fictional=False)
    lines = "\n".join(docx_lines(made("docx", directive)))
    assert "1 geen omzetting nodig" in lines
    assert "FICTIEVE" not in lines
    assert file_name(directive, "docx") == "transponeringstabel_LAMP-EU.docx"
    assert file_name(TABLE, "docx").startswith("FICTIEVE-VOORBEELDTEKST-")


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv"])
def test_equal_tables_give_equal_bytes(ending: str) -> None:
    assert made(ending) == made(ending)
    assert made(ending) != write(TABLE, ending, on=date(2094, 6, 2), to_json=lambda _: b"")


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_goes_out_comes_back_and_what_says_nothing_is_passed_over(ending: str) -> None:
    read = offered(made(ending))
    assert [(r.eu, r.national, r.policy_room, r.choice) for r in read.rows] == [g[:4] for g in GOLDEN[:3]]
    assert (read.silent, read.left) == (1, ())
    assert [r.number for r in read.rows] == [2, 3, 4]


def test_the_account_is_a_sheet_of_its_own() -> None:
    second = account(exported(TABLE, on=DAY))
    assert second.rows[0] == ("Transponeringstabel (EU): Lampenverordening",)
    assert ("Geteld: 4 artikelen.",) in second.rows
    assert second.rows[-1] == ("FICTIEVE VOORBEELDTEKST",)


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n=+-@';,\""),
    max_size=40,
).map(plain)
FILLED = WORDS.filter(lambda text: bool(text) and text not in (columns.EU, NOT_EXAMINED))
ROWS = st.lists(
    st.builds(ExportedRow, eu=FILLED, eu_eid=WORDS, national=FILLED, policy_room=WORDS, choice=WORDS,
              standing=st.just("voorgesteld")),
    min_size=1, max_size=5,
)  # fmt: skip
WRITERS: list[Callable[[ExportedTransposition], bytes]] = [
    lambda table: sheet_xlsx.export(sheet(table), account(table)),
    lambda table: sheet_csv.export(sheet(table)),
]


@given(ROWS)
@settings(max_examples=60, deadline=None)
def test_any_row_of_words_comes_back_as_it_went_out(rows: list[ExportedRow]) -> None:
    table = ExportedTransposition("Proef", "X", ("regel",), tuple(rows), "", "", DAY)
    for writer in WRITERS:
        read = offered(writer(table))
        assert [(r.eu, r.national, r.policy_room, r.choice) for r in read.rows] == [
            (r.eu, r.national, r.policy_room, r.choice) for r in rows
        ]
        assert read.left == ()


@given(ROWS)
@settings(max_examples=30, deadline=None)
def test_no_word_of_a_table_is_lost_on_paper(rows: list[ExportedRow]) -> None:
    table = ExportedTransposition("Proef", "X", (), tuple(rows), "", "", DAY)
    printed = "\n".join(docx_lines(table_docx.export(document(table))))
    for one in rows:
        for text in (one.eu, one.national, one.policy_room, one.choice):
            assert all(line in printed for line in text.split("\n"))
