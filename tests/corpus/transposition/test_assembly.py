"""Where a Union provision stands: what covers what, who decides, and what is counted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus import eid
from corpus.dossier.facts import Certainty, EuArticle, Ground
from corpus.provision import Provision, ProvisionKind, walk
from corpus.transposition.assembly import Act, by_article, count, denominator, rows
from corpus.transposition.values import (
    Claimant,
    Doubt,
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
    TranspositionClaim,
    Verdict,
)
from tests.quality.union_sample import union_act

AT = datetime(2026, 3, 1, tzinfo=UTC)
PLACE = NationalPlace("WET", "art_5", "artikel 5", "artikel 5", version="WET@x", found=True)


def act(**given: object) -> Act:
    """A small directive: article 1 of one line, article 2 with two paragraphs, the second with two points."""
    points = tuple(
        Provision(ProvisionKind.POINT, num=f"{letter})", text=f"Punt {letter}.") for letter in "ab"
    )
    paragraphs = (
        Provision(ProvisionKind.PARAGRAPH, num="1.", text="De lidstaten regelen dit."),
        Provision(ProvisionKind.PARAGRAPH, num="2.", text="Zij zorgen voor:", children=points),
    )
    articles = (
        Provision(ProvisionKind.ARTICLE, num="Artikel 1", heading="Onderwerp", text="Dit gaat over lampen."),
        Provision(ProvisionKind.ARTICLE, num="Artikel 2", heading="Lampen", children=paragraphs),
    )
    return Act("RL", "eu-directive", eid.assign(articles), **given)  # type: ignore[arg-type]


def claim(where: str, claimant: Claimant = Claimant.TABLE, **given: object) -> TranspositionClaim:
    """A claim on a place, naming article 5 unless it gives reasons."""
    national = () if "reasons" in given and "national" not in given else (PLACE,)
    found = TranspositionClaim(
        id=f"{claimant.value}:{where}:{len(national)}",
        eu=EuPlace("RL", where),
        claimant=claimant,
        rule="test",
        source=Passage("MVT@x", "dvs_1", "woorden"),
        national=national,
        relation=Relation.TRANSPOSES if national else None,
    )
    return replace(found, **given)  # type: ignore[arg-type]


def stated(made: TranspositionClaim, *verdicts: Verdict, changed: bool = False) -> StatedClaim:
    """A claim with reviews, and perhaps a change since."""
    reviews = tuple(Review(verdict, "jurist", AT, "nagegaan") for verdict in verdicts)
    change = Recheck(
        RecheckSide.NATIONAL, "WET", "art_5", "artikel 5", "WET@x", "WET@y", ("modified",), "w-1", "a", "b"
    )
    return StatedClaim(made, reviews, (change,) if changed else ())


def standing(found: Sequence[TableRow]) -> dict[str, str]:
    """The status of each row by eId."""
    return {row.place.eid: row.status.value for row in found}


def test_there_is_a_row_for_every_article_paragraph_and_point_and_the_smallest_are_counted() -> None:
    found = rows(act(), ())
    assert [(row.place.eid, row.depth, row.unit) for row in found] == [
        ("art_1", 0, True),
        ("art_2", 0, False),
        ("art_2__para_1", 1, True),
        ("art_2__para_2", 1, False),
        ("art_2__para_2__point_a", 2, True),
        ("art_2__para_2__point_b", 2, True),
    ]
    assert (count(by_article(found)).total, count(r for r in found if r.unit).total) == (2, 4)


def test_a_claim_on_an_article_covers_all_in_it_and_says_so() -> None:
    found = rows(act(), [stated(claim("art_2"))])
    assert standing(found) == {
        "art_1": "open",
        "art_2": "proposed",
        "art_2__para_1": "proposed",
        "art_2__para_2": "proposed",
        "art_2__para_2__point_a": "proposed",
        "art_2__para_2__point_b": "proposed",
    }
    assert [s.covers for row in found for s in row.claims] == ["", "art_2", "art_2", "art_2"]


def test_a_claim_on_a_point_covers_neither_its_paragraph_nor_its_article() -> None:
    found = standing(rows(act(), [stated(claim("art_2__para_2__point_a"))]))
    assert found["art_2__para_2__point_a"] == "proposed"
    assert (found["art_2__para_2"], found["art_2"]) == ("open", "open")


def test_an_aanhef_that_a_claim_names_is_a_row_before_the_points() -> None:
    found = rows(act(), [stated(claim("art_2__para_2__intro"))])
    assert [row.place.eid for row in found][3:5] == ["art_2__para_2", "art_2__para_2__intro"]
    row = found[4]
    assert (row.unit, row.status, row.text) == (True, RowStatus.PROPOSED, "Zij zorgen voor:")


@pytest.mark.parametrize(
    ("reason", "status"),
    [(reason, "open" if reason is NoProvision.OTHER else "not-needed") for reason in NoProvision],
)
def test_a_known_reason_closes_a_row_and_other_words_leave_it_open(reason: NoProvision, status: str) -> None:
    (row, *_) = rows(act(tabled=True), [stated(claim("art_1", reasons=(reason,)))])
    assert row.status.value == status


def test_a_person_may_hold_any_reason_enough() -> None:
    said = stated(claim("art_2", reasons=(NoProvision.OTHER,)), Verdict.CONFIRMED)
    row = rows(act(tabled=True), [said])[2]
    assert (row.status, row.confirmed, row.gap, row.doubts) == (RowStatus.NOT_NEEDED, True, False, ())


def test_what_a_person_confirmed_goes_before_what_a_table_says() -> None:
    table = stated(claim("art_1", reasons=(NoProvision.FACTUAL_CONDUCT,)))
    editor = stated(claim("art_1", Claimant.EDITOR), Verdict.CONFIRMED)
    (row, *_) = rows(act(), [table, editor])
    assert (row.status, row.reasons) == (RowStatus.CONFIRMED, ())


def test_of_those_nobody_judged_the_table_goes_before_a_reference() -> None:
    table = stated(claim("art_1", reasons=(NoProvision.FACTUAL_CONDUCT,)))
    reference = stated(claim("art_1", Claimant.PROVISION))
    (row, *_) = rows(act(), [reference, table])
    assert row.status is RowStatus.NOT_NEEDED
    assert [s.claim.claimant for s in row.claims] == [Claimant.TABLE, Claimant.PROVISION]
    assert [d.doubt for d in row.doubts] == [Doubt.CITED_NEVERTHELESS]


def test_a_rejected_claim_and_a_candidate_by_likeness_count_nowhere() -> None:
    rejected = stated(claim("art_1"), Verdict.CONFIRMED, Verdict.REJECTED)
    candidate = stated(claim("art_1", Claimant.SIMILARITY))
    (row, *_) = rows(act(tabled=True), [rejected, candidate])
    assert (row.status, len(row.claims)) == (RowStatus.OPEN, 2)


def test_a_candidate_that_a_person_confirmed_counts() -> None:
    (row, *_) = rows(act(), [stated(claim("art_1", Claimant.SIMILARITY), Verdict.CONFIRMED)])
    assert row.status is RowStatus.CONFIRMED


def test_a_fact_without_a_relation_only_points_the_way() -> None:
    ground = Ground(Certainty.DERIVED, ("E1",), "de tekst")
    fact = claim("art_1", Claimant.FACT, relation=None, ground=ground)
    (row, *_) = rows(act(), [stated(fact)])
    assert (row.status, row.examined) == (RowStatus.OPEN, False)


@pytest.mark.parametrize("verdicts", [(), (Verdict.CONFIRMED,)])
def test_a_change_makes_a_row_amber_whether_it_was_confirmed_or_not(verdicts: tuple[Verdict, ...]) -> None:
    found = rows(act(), [stated(claim("art_2__para_1"), *verdicts, changed=True)])
    assert standing(found)["art_2__para_1"] == "to-be-rechecked"
    assert standing(found)["art_2"] == "to-be-rechecked"


def test_a_confirmed_row_beside_one_that_nobody_confirmed_makes_no_confirmed_article() -> None:
    said = [
        stated(claim("art_2__para_1"), Verdict.CONFIRMED),
        stated(claim("art_2__para_2", reasons=(NoProvision.FACTUAL_CONDUCT,))),
    ]
    assert standing(rows(act(), said))["art_2"] == "proposed"


def test_a_gap_is_open_examined_and_of_substance() -> None:
    found = rows(act(tabled=True), [stated(claim("art_2__para_2"))])
    assert [row.place.eid for row in found if row.gap] == ["art_2__para_1"]
    assert not any(row.gap for row in rows(act(), ()))


def test_a_place_that_the_act_does_not_have_is_a_row_with_a_doubt_and_is_not_counted() -> None:
    found = rows(act(), [stated(claim("art_2__para_9", eu_said="artikel 2, lid 9"))])
    row = next(r for r in found if r.place.eid == "art_2__para_9")
    assert not row.unit
    assert [(d.doubt, d.text) for d in row.doubts] == [
        (Doubt.NO_SUCH_EU_PROVISION, "De EU-bepaling bestaat niet in de opgenomen tekst: artikel 2, lid 9.")
    ]
    assert count(r for r in found if r.unit).total == 4


@pytest.mark.parametrize(
    ("given", "doubt"),
    [
        ({"reasons": (NoProvision.OTHER,)}, Doubt.NO_REASON),
        ({"reasons": (NoProvision.DIRECTLY_APPLICABLE,)}, Doubt.NOT_DIRECTLY_APPLICABLE),
        ({"national": (replace(PLACE, found=False),)}, Doubt.NO_SUCH_PROVISION),
        ({"policy_room": "termijn"}, Doubt.ROOM_WITHOUT_CHOICE),
        ({"pointer": Passage("MVT@x", "", "zie paragraaf 9")}, Doubt.POINTER_LEADS_NOWHERE),
    ],
)
def test_what_does_not_fit_is_a_question_for_a_person(given: dict[str, object], doubt: Doubt) -> None:
    (row, *_) = rows(act(), [stated(claim("art_1", **given))])
    assert [d.doubt for d in row.doubts] == [doubt]
    (row, *_) = rows(act(), [stated(claim("art_1", **given), Verdict.REJECTED)])
    assert row.doubts == ()


def test_of_an_act_without_text_the_listed_articles_are_counted_and_no_part_stands_for_the_whole() -> None:
    listed = (EuArticle("1", "Subject matter"), EuArticle("10", "Monitoring"), EuArticle("11", "Information"))
    bare = Act("32091R0001", "eu-regulation", (), listed)
    part = replace(claim("art_10__para_2"), eu=EuPlace("32091R0001", "art_10__para_2"))
    found = rows(bare, [stated(part)])
    assert [(row.place.eid, row.unit, row.status.value) for row in found] == [
        ("art_1", True, "open"),
        ("art_10", True, "open"),
        ("art_10__para_2", False, "proposed"),
        ("art_11", True, "open"),
    ]
    assert denominator(bare, found).startswith(
        "Geteld: 3 artikelen, naar de lijst in het dossier, want de tekst is niet opgenomen; 3 daarvan"
    )


def test_the_order_in_which_claims_come_makes_no_difference() -> None:
    claims = [
        stated(claim("art_2")),
        stated(claim("art_1", Claimant.PROVISION)),
        stated(claim("art_2__para_2__point_a", Claimant.EDITOR)),
        stated(claim("art_9", Claimant.EXPLANATION)),
    ]
    assert rows(act(), claims) == rows(act(), claims[::-1])


@pytest.mark.parametrize(
    ("name", "articles", "paragraph", "point"),
    [
        ("rbpr", 14, "art_4__para_1", "art_6__para_1__point_a"),
        ("rcd", 38, "art_10__para_2", "art_10__para_4__point_a"),
        ("apr", 79, "art_43__para_4", "art_4__para_1__point_a"),
    ],
)
def test_a_real_act_in_english_has_a_row_for_each_paragraph_and_point(
    samples: Path, name: str, articles: int, paragraph: str, point: str
) -> None:
    sample = union_act(samples / "eu-pact-json" / f"{name}.json")
    found = rows(Act(sample.identifier.value, sample.kind.value, sample.provisions, (), True), ())
    by_eid = {row.place.eid: row for row in found}
    assert len(by_article(found)) == articles
    assert (by_eid[paragraph].depth, by_eid[point].depth) == (1, 2)
    assert not by_eid["art_1"].substance
    assert all(row.gap for row in found if row.unit and row.substance)
    held = {row.place.eid for row in found}
    below = (ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.POINT)
    assert held == {p.eid for p in walk(sample.provisions) if p.kind in below}
