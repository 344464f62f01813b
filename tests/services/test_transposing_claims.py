"""What people say of a transposition: claims and reviews, kept, and looked at again after a change."""

import json

import pytest

from corpus.transposition.values import (
    Claimant,
    GivenRow,
    NoProvision,
    RecheckSide,
    RowStatus,
)
from wetgeving.bootstrap import Application
from wetgeving.services.errors import InvalidValueError, MissingDetailError, NotFoundError
from wetgeving.services.transposing import NewClaim, forget_tables
from wetgeving.store import Store

from .transposition_shelf import (
    FIRE,
    FOLDER,
    LATER_TABLE,
    REPORTS,
    add,
    judge,
    newer,
    printed,
    row_of,
    table_of,
)


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


def test_an_example_that_is_removed_takes_what_was_said_with_it(shelf: Application) -> None:
    judge(shelf, printed(shelf, "art_6__para_3").claim.id, "confirmed")
    with shelf.unit_of_work() as services:
        services.removing.remove_example("VOORBEELD-1")
        services.loading.load(FOLDER)
    forget_tables()
    assert printed(shelf, "art_6__para_3").reviews == ()


def test_a_claim_is_stored_in_full(shelf: Application) -> None:
    added = add(shelf, NewClaim("artikel 10, lid 3", "artikel 6a, derde lid", choice="per 1 april"))
    with shelf.database.read() as connection:
        (entry,) = Store(connection).transpositions.of_act(FIRE)
    kept = json.loads(json.dumps(entry.content))["claim"]
    assert (entry.claim, kept["choice"], kept["national"][0]["eid"]) == (
        added, "per 1 april", "art_6a__para_3",
    )  # fmt: skip
