"""The tables of the dossiers that ship: what they say, what people say of them, what changes make of that."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.transposition.values import (
    Claimant,
    Doubt,
    GivenRow,
    NoProvision,
    RecheckSide,
    RowStatus,
    StatedClaim,
    TableRow,
    TranspositionTable,
)
from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.services.errors import InvalidValueError, MissingDetailError, NotFoundError
from wetgeving.services.ingest import Statement
from wetgeving.services.transposing import NewClaim, forget_tables
from wetgeving.settings import Settings
from wetgeving.store import Store
from wetgeving.store.viewer import ANYONE, Role, Viewer

FIRE, SIGNALS = "VOORBEELD-1-vuurverordening", "VOORBEELD-1-seinrichtlijn"
LAW, SCREENING = "VOORBEELD-1-lantaarnwet", "32024R1356"
FOLDER = next(folder for folder in shipped_dossiers() if folder.name == "VOORBEELD-1")
GOLDEN = Path(__file__).with_name("transposition")
REPORTS = "art_10__para_3"


def _running(home: Path) -> Application:
    return Application(Settings.from_environment({"WETGEVING_HOME": str(home), "USER": "jurist"}))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the dossiers that ship, for each test to copy."""
    home = tmp_path_factory.mktemp("filled")
    running = _running(home)
    running.database.migrate()
    with running.unit_of_work() as services:
        for folder in shipped_dossiers():
            services.loading.load(folder)
    running.close()
    return home


@pytest.fixture
def shelf(filled: Path, tmp_path: Path) -> Iterator[Application]:
    """The dossiers that ship, in an installation of their own."""
    shutil.copytree(filled, tmp_path / "home")
    running = _running(tmp_path / "home")
    yield running
    running.close()


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


@pytest.mark.parametrize("act", [FIRE, SIGNALS])
def test_the_table_of_the_example_is_the_one_that_was_checked_by_hand(shelf: Application, act: str) -> None:
    golden = (GOLDEN / f"{act}.txt").read_text(encoding="utf-8")
    assert "\n".join(as_lines(table_of(shelf, act))) + "\n" == golden


def test_a_directly_applicable_article_is_no_gap(shelf: Application) -> None:
    row = row_of(shelf, "art_8__para_2")
    assert (row.status, row.gap, row.confirmed) == (RowStatus.NOT_NEEDED, False, False)
    assert row.reasons == (NoProvision.DIRECTLY_APPLICABLE, NoProvision.LAPSES)
    stated = printed(shelf, "art_8__para_2")
    assert [(p.eid, p.found) for p in stated.claim.lapsing] == [("art_31", True)]
    assert stated.claim.source.version == "VOORBEELD-1-toelichting@submitted-2092-11-01"


def test_the_one_gap_is_the_report_of_which_the_table_gives_a_choice_and_no_reason(
    shelf: Application,
) -> None:
    with shelf.reading() as services:
        gaps = services.transposing.gaps("VOORBEELD-1")
    assert [row.place.eid for row in gaps.rows] == [REPORTS]
    assert [(c.doubt, c.eu.eid) for c in gaps.contradictions] == [(Doubt.NO_REASON, REPORTS)]
    (candidate,) = (s for s in gaps.rows[0].claims if s.claim.claimant is Claimant.SIMILARITY)
    assert [p.eid for p in candidate.claim.national] == ["art_6a__para_3"]
    assert not candidate.counts


def test_an_editor_closes_the_gap_and_what_was_said_stays(shelf: Application) -> None:
    added = add(shelf, NewClaim("artikel 10, lid 3", "artikel 6a, derde lid"))
    assert row_of(shelf, REPORTS).status is RowStatus.PROPOSED
    judge(shelf, added, "confirmed", "verslag per 1 april")
    row = row_of(shelf, REPORTS)
    assert (row.status, row.confirmed, row.gap) == (RowStatus.CONFIRMED, True, False)
    (said,) = next(s for s in row.claims if s.claim.id == added).reviews
    assert (said.actor, said.note) == ("jurist", "verslag per 1 april")
    with shelf.reading() as services:
        log = services.audit.page().entries
    assert [entry.action for entry in log[:2]] == ["transposition.review", "transposition.claim"]


def test_a_later_review_takes_the_place_of_an_earlier_one_which_stays(shelf: Application) -> None:
    claim = printed(shelf, "art_6__para_3").claim.id
    judge(shelf, claim, "confirmed", "eerst")
    judge(shelf, claim, "rejected", "bij nader inzien")
    row = row_of(shelf, "art_6__para_3")
    assert (row.status, row.gap) == (RowStatus.OPEN, True)
    reviews = printed(shelf, "art_6__para_3").reviews
    assert [(r.verdict.value, r.note) for r in reviews] == [
        ("confirmed", "eerst"),
        ("rejected", "bij nader inzien"),
    ]


def test_a_confirmed_candidate_counts_and_stays_though_the_row_is_no_longer_open(shelf: Application) -> None:
    candidates = (s for s in row_of(shelf, REPORTS).claims if s.claim.claimant is Claimant.SIMILARITY)
    judge(shelf, next(candidates).claim.id, "confirmed")
    forget_tables()
    row = row_of(shelf, REPORTS)
    assert (row.status, row.confirmed) == (RowStatus.CONFIRMED, True)
    assert not any(s.gone for s in row.claims)


def test_a_changed_national_provision_makes_its_row_amber_and_names_the_change(shelf: Application) -> None:
    claim = printed(shelf, "art_10__para_2__intro").claim.id
    judge(shelf, claim, "confirmed")
    assert row_of(shelf, "art_10__para_2__intro").status is RowStatus.CONFIRMED
    words = (
        "Er is een onafhankelijk toezichtmechanisme",
        "Er is een volledig onafhankelijk toezichtmechanisme",
    )
    newer(shelf, "lantaarnwet-2094.xml", words, LATER_LAW)
    row = row_of(shelf, "art_10__para_2__intro")
    assert row.status is RowStatus.TO_BE_RECHECKED
    (change,) = printed(shelf, "art_10__para_2__intro").rechecks
    assert (change.side, change.eid, change.kinds) == (RecheckSide.NATIONAL, "art_6a__para_1", ("modified",))
    assert (change.old, change.new) == (f"{LAW}@consolidated-2094-01-01", f"{LAW}@consolidated-2096-01-01")
    with shelf.reading() as services:
        compared = services.comparing.as_given(change.old, change.new).comparison
    assert change.change in {c.id for c in compared.changes}
    assert "volledig" in change.new_text
    assert row_of(shelf, "art_10__para_2__point_a").status is RowStatus.PROPOSED
    judge(shelf, claim, "confirmed", "opnieuw gelezen")
    assert row_of(shelf, "art_10__para_2__intro").status is RowStatus.CONFIRMED


def test_a_changed_union_provision_makes_its_row_amber_also_when_nobody_judged_it(shelf: Application) -> None:
    newer(shelf, "vuurverordening.html", ("ten hoogste acht weken", "ten hoogste zes weken"), LATER_ACT)
    row = row_of(shelf, "art_6__para_3")
    assert row.status is RowStatus.TO_BE_RECHECKED
    (change,) = printed(shelf, "art_6__para_3").rechecks
    assert (change.side, change.eid, change.new) == (
        RecheckSide.EU,
        "art_6__para_3",
        f"{FIRE}@consolidated-2096-01-01",
    )
    judge(shelf, printed(shelf, "art_6__para_3").claim.id, "confirmed")
    assert row_of(shelf, "art_6__para_3").status is RowStatus.CONFIRMED
    with shelf.reading() as services:
        since = services.transposing.changed_since("VOORBEELD-1", date(2095, 1, 1))
    assert {(s.what, s.eid) for s in since} == {("version", "")}


def test_what_an_amendment_makes_is_followed_in_the_bill(shelf: Application) -> None:
    said = Statement(
        work="VOORBEELD-1-wijzigingswet",
        stage="published",
        document_date=date(2093, 9, 2),
        derived_from="VOORBEELD-1-wijzigingswet@published-2093-09-01",
        fictional=True,
    )
    words = (
        "Er is een onafhankelijk toezichtmechanisme",
        "Er is een volledig onafhankelijk toezichtmechanisme",
    )
    newer(shelf, "wijzigingswet-6-staatsblad.xml", words, said)
    (change,) = printed(shelf, "art_10__para_2__intro").rechecks
    assert (change.work, change.eid) == ("VOORBEELD-1-wijzigingswet", "mod_3__art_6a__para_1")


def test_what_lapses_and_still_stands_is_a_question(shelf: Application) -> None:
    newer(shelf, "memorie-van-toelichting.xml", ("artikel 31 vervalt", "artikel 32 vervalt"), LATER_TABLE)
    (doubt,) = row_of(shelf, "art_8__para_2").doubts
    assert (doubt.doubt, doubt.text) == (
        Doubt.STILL_STANDS,
        "Volgens de tabel vervalt artikel 32, maar die bepaling staat nog in de nieuwste tekst.",
    )


def test_what_was_said_survives_that_all_is_read_and_derived_again(shelf: Application) -> None:
    judge(shelf, printed(shelf, "art_6__para_3").claim.id, "confirmed")
    add(shelf, NewClaim("artikel 10, lid 3", "artikel 6a, derde lid"))
    before = table_of(shelf)
    with shelf.unit_of_work() as services:
        services.refreshing.apply()
        services.loading.load(FOLDER)
    shelf.verify_index(rebuild=True)
    forget_tables()
    after = table_of(shelf)
    assert (after.rows, after.by_unit, after.unread) == (before.rows, before.by_unit, before.unread)


def test_the_stored_references_and_those_found_on_the_spot_give_the_same_table(shelf: Application) -> None:
    on_the_spot = table_of(shelf)
    shelf.index()
    forget_tables()
    assert table_of(shelf) == on_the_spot


def test_a_confirmed_claim_that_its_memorandum_no_longer_makes_is_kept_and_asks_for_a_look(
    shelf: Application,
) -> None:
    claim = printed(shelf, "art_6__para_3").claim.id
    judge(shelf, claim, "confirmed")
    words = ("<al>artikel 10 (onderdeel D)</al>", "<al>artikel 12, eerste lid (bestaand)</al>")
    newer(shelf, "memorie-van-toelichting.xml", words, LATER_TABLE)
    row = row_of(shelf, "art_6__para_3")
    kept = next(s for s in row.claims if s.claim.id == claim)
    assert (kept.gone, row.status) == (True, RowStatus.TO_BE_RECHECKED)


def test_other_words_of_the_same_row_ask_for_another_look(shelf: Application) -> None:
    claim = printed(shelf, "art_6__para_3").claim.id
    judge(shelf, claim, "confirmed")
    words = ("kortere termijn zonder verlenging", "zes weken, met een verlenging")
    newer(shelf, "memorie-van-toelichting.xml", words, LATER_TABLE)
    (change,) = printed(shelf, "art_6__para_3").rechecks
    assert change.side is RecheckSide.SOURCE
    assert ("kortere termijn" in change.old_text, "met een verlenging" in change.new_text) == (True, True)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (NewClaim("artikel 10, lid 9", "artikel 6a"), "staat niet in de tekst van de handeling"),
        (NewClaim("artikel 10, lid 3", "artikel 600"), "staat niet in de opgenomen tekst"),
        (NewClaim("de hele boel", "artikel 6a"), "niet te lezen"),
        (NewClaim("artikel 10, lid 3", "artikel 3 van de Onbekendewet"), "hier niet bekend"),
        (NewClaim("artikel 10, lid 3"), "geen nationale bepaling en geen reden"),
    ],
)
def test_a_claim_that_fits_nothing_is_refused_with_the_reason(
    shelf: Application, said: NewClaim, words: str
) -> None:
    with pytest.raises(InvalidValueError, match=words):
        add(shelf, said)


def test_a_claim_is_not_made_twice_and_not_without_a_reason(shelf: Application) -> None:
    add(shelf, NewClaim("artikel 10, lid 3", reasons=(NoProvision.FACTUAL_CONDUCT,)))
    with pytest.raises(InvalidValueError, match="staat er al"):
        add(shelf, NewClaim("artikel 10, lid 3", reasons=(NoProvision.FACTUAL_CONDUCT,)))
    with pytest.raises(MissingDetailError), shelf.unit_of_work() as services:
        services.transposing.claim(FIRE, NewClaim("artikel 3", "artikel 5"), reason=" ")
    with pytest.raises(NotFoundError):
        judge(shelf, "t-onbekend", "confirmed")
    with pytest.raises(InvalidValueError, match="Dit oordeel bestaat niet"):
        judge(shelf, printed(shelf, "art_6__para_3").claim.id, "misschien")


def test_rows_that_are_offered_are_new_known_or_reported(shelf: Application) -> None:
    rows = [
        GivenRow(2, "artikel 6, lid 3", "artikel 10", "", "zes weken"),
        GivenRow(3, "artikel 10, lid 3", "artikel 6a, derde lid", "", "per 1 april"),
        GivenRow(4, "artikel 99", "artikel 5"),
        GivenRow(5, "artikel 10, lid 3", "artikel 600"),
        GivenRow(6, "iets", "artikel 5"),
    ]
    with shelf.reading() as services:
        proposed = services.transposing.fit(FIRE, rows)
    assert row_of(shelf, REPORTS).status is RowStatus.OPEN
    with shelf.unit_of_work() as services:
        taken = services.transposing.take_in(FIRE, rows, reason="tabel van de directie")
    assert taken == proposed
    assert (len(taken.added), len(taken.known)) == (1, 1)
    assert [(left.row.number, left.why) for left in taken.left] == [
        (4, "De EU-bepaling staat niet in de tekst van de handeling: artikel 99."),
        (5, "De nationale bepaling staat niet in de opgenomen tekst: artikel 600."),
        (6, "De EU-bepaling in deze rij is niet te lezen."),
    ]
    assert row_of(shelf, REPORTS).status is RowStatus.PROPOSED
    with shelf.unit_of_work() as services:
        again = services.transposing.take_in(FIRE, rows, reason="nog eens")
    assert again.added == ()


def test_the_real_dossier_shows_the_monitoring_mechanism_with_its_source_and_how_certain(
    shelf: Application,
) -> None:
    table = table_of(shelf, SCREENING)
    row = next(r for r in table.rows if r.place.eid == "art_10")
    (stated,) = row.claims
    claim = stated.claim
    assert (row.status, claim.claimant, stated.verdict.value) == (
        RowStatus.PROPOSED, Claimant.FACT, "proposed",
    )  # fmt: skip
    assert claim.ground
    assert (claim.ground.certainty.value, claim.ground.sources) == ("C1", ("A2",))
    assert claim.source.version == "voortgangsbrief"
    assert "toezichtmechanisme" in claim.national[0].said
    assert (table.by_article.total, table.by_article.not_examined) == (25, 24)


def test_of_every_act_of_the_pact_the_articles_that_nobody_looked_at_are_counted(shelf: Application) -> None:
    with shelf.reading() as services:
        gaps = services.transposing.gaps("36871")
        acts = services.transposing.acts("36871")
    assert [number for _, number in gaps.not_examined] == [38, 42, 79, 14, 16, 85, 0, 24, 63, 20]
    assert (gaps.rows, gaps.contradictions) == ((), ())
    assert [listed.title for listed in acts][:2] == ["herschikte Opvangrichtlijn", "Kwalificatieverordening"]
    assert all(c.ground or s.covers for a in acts for r in a.table.rows for s in r.claims for c in [s.claim])


def test_the_national_side_names_the_same_claims(shelf: Application) -> None:
    with shelf.reading() as services:
        law = services.transposing.national(f"{LAW}@consolidated-2094-01-01")
        older = services.transposing.national(f"{LAW}@consolidated-2091-01-01")
        bill = services.transposing.national("VOORBEELD-1-wijzigingswet@submitted-2092-11-01")
    named = {row.eid: [s.claim.eu.eid for s in row.claims] for row in law.rows if row.claims}
    assert named["art_6a__para_1"] == ["art_10__para_2", "art_10__para_2__intro"]
    assert (law.articles, law.answers) == (60, 40)
    assert "art_31" in {row.eid for row in older.rows if row.claims}
    assert "mod_3__art_6a__para_2" in {row.eid for row in bill.rows if row.claims}


def test_what_is_closed_is_in_no_table(shelf: Application) -> None:
    judge(shelf, printed(shelf, "art_6__para_3").claim.id, "confirmed")
    with shelf.unit_of_work() as services:
        services.membership.close("VOORBEELD-1")
    with pytest.raises(NotFoundError):
        table_of(shelf, FIRE, ANYONE)
    with pytest.raises(NotFoundError), shelf.reading(ANYONE) as services:
        services.transposing.acts("VOORBEELD-1")
    member = Viewer("lid", Role.READER, frozenset({"VOORBEELD-1"}))
    assert table_of(shelf, FIRE, member).by_unit.confirmed == 1


def test_an_example_that_is_removed_takes_what_was_said_with_it(shelf: Application) -> None:
    judge(shelf, printed(shelf, "art_6__para_3").claim.id, "confirmed")
    with shelf.unit_of_work() as services:
        services.removing.remove_example("VOORBEELD-1")
        services.loading.load(FOLDER)
    forget_tables()
    assert printed(shelf, "art_6__para_3").reviews == ()


def test_an_act_in_no_dossier_has_rows_and_takes_reasons(application: Application) -> None:
    content = (FOLDER / "FICTIEVE-VOORBEELDTEKST-vuurverordening.html").read_bytes()
    said = Statement(work="LOS", stage="published", document_date=date(2090, 5, 14), fictional=True)
    with application.unit_of_work() as services:
        services.ingesting.ingest(content, "FICTIEVE-VOORBEELDTEKST-los.html", "test", said)
    table = table_of(application, "LOS")
    assert (table.by_article.not_examined, table.gaps) == (14, ())
    reason = NewClaim("artikel 13", reasons=(NoProvision.FACTUAL_CONDUCT,))
    judge(application, add(application, reason, "LOS"), "confirmed", act="LOS")
    assert row_of(application, "art_13", "LOS").status is RowStatus.NOT_NEEDED


def test_a_table_is_made_once_and_is_another_one_as_soon_as_anything_was_said(shelf: Application) -> None:
    first = table_of(shelf)
    assert table_of(shelf) is first
    with shelf.reading() as services:
        state = services.transposing.state(FIRE)
    judge(shelf, printed(shelf, "art_6__para_3").claim.id, "confirmed")
    assert table_of(shelf) is not first
    with shelf.reading() as services:
        assert services.transposing.state(FIRE) != state


def test_a_claim_is_stored_in_full(shelf: Application) -> None:
    added = add(shelf, NewClaim("artikel 10, lid 3", "artikel 6a, derde lid", choice="per 1 april"))
    with shelf.database.read() as connection:
        (entry,) = Store(connection).transpositions.of_act(FIRE)
    kept = json.loads(json.dumps(entry.content))["claim"]
    assert (entry.claim, kept["choice"], kept["national"][0]["eid"]) == (
        added, "per 1 april", "art_6a__para_3",
    )  # fmt: skip
