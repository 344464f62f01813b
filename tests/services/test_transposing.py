"""The tables of the dossiers that ship: what they say, what people say of them, what changes make of that."""

from datetime import date

import pytest

from corpus.transposition.values import (
    Claimant,
    Doubt,
    NoProvision,
    RecheckSide,
    RowStatus,
)
from wetgeving.bootstrap import Application
from wetgeving.services.errors import NotFoundError
from wetgeving.services.ingest import Statement
from wetgeving.services.transposing import NewClaim, forget_tables
from wetgeving.store.viewer import ANYONE, Role, Viewer

from .transposition_shelf import (
    FIRE,
    FOLDER,
    GOLDEN,
    LATER_ACT,
    LATER_LAW,
    LATER_TABLE,
    LAW,
    REPORTS,
    SCREENING,
    SIGNALS,
    add,
    as_lines,
    judge,
    newer,
    printed,
    row_of,
    table_of,
)


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


def test_the_stored_references_and_those_found_on_the_spot_give_the_same_table(shelf: Application) -> None:
    on_the_spot = table_of(shelf)
    shelf.index()
    forget_tables()
    assert table_of(shelf) == on_the_spot


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
    assert [number for _, number in gaps.not_examined] == [38, 42, 79, 14, 16, 85, None, 24, 63, 20]
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
