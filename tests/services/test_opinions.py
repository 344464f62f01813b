"""The register of opinions over the dossiers that ship: what it says and refuses, what people confirm."""

import json
from datetime import date
from pathlib import Path

import pytest

from corpus.diff import Correction
from corpus.follow_up.tracking import Tracked
from corpus.follow_up.values import AccountKind
from corpus.opinion import System
from wetgeving.bootstrap import Application
from wetgeving.services.catalogue import forget_texts
from wetgeving.services.comparing import forget_comparisons
from wetgeving.services.errors import InvalidValueError, MissingDetailError, NotFoundError
from wetgeving.services.opinion_tracking import forget_opinions
from wetgeving.services.opinion_values import Ledger, Opvolging, RegisterFilter
from wetgeving.store.viewer import ANYONE, Role, Viewer

from .conftest import opened

REAL, EXAMPLE = "W03.25.00165/II", "VOORBEELD/advies-1"
PAPER = "VOORBEELD-1-advies@with-response-2092-10-20"
BILL = "VOORBEELD-1-wijzigingswet"
ADVISED = f"{BILL}@advice-2092-06-01"
UNEXPLAINED = ["mod_2__para_2", "art_I__point_D__point_1", "mod_13__para_2"]
"""The sketch of the light, the term of seven weeks and the rules on storage: nobody explains them."""


def _ledger(shelf: Application, version: str = PAPER) -> Ledger:
    with shelf.reading() as services:
        return services.opinions.ledger(version)


def _outcomes(ledger: Ledger) -> dict[str, str]:
    return {row.point.label: row.outcome.value for row in ledger.rows if row.counts}


def test_the_real_opinion_stands_with_what_is_known_of_it_and_has_no_points(shelf: Application) -> None:
    with shelf.reading() as services:
        ledger = services.opinions.numbered(REAL)
    entry = ledger.entry
    assert (entry.number, entry.dossiers, entry.version, entry.kind) == (REAL, ("36871",), "", None)
    assert (entry.dates.adopted.day, entry.dates.published.day) == (date(2025, 10, 22), date(2025, 10, 27))
    assert (entry.missive, entry.dates.pending.day) == ("2025001527", date(2025, 7, 4))
    assert entry.dictum
    assert (entry.dictum.letter, entry.dictum.system, entry.dictum.wording) == ("B", System.LETTERS, "")
    assert entry.dictum.source.title.startswith("Beslisnota")
    assert all(s.certainty for s in entry.sources)
    assert (ledger.rows, ledger.opinion, entry.counts.points) == ((), None, 0)
    assert ledger.unexplained.refused.startswith("De tekst van dit advies is niet opgenomen")
    assert "Een andere versie komt er niet voor in de plaats." in entry.advised_absent


def test_the_register_lists_real_opinions_first_and_marks_the_example(shelf: Application) -> None:
    with shelf.reading() as services:
        listed = services.opinions.register()
        real = services.opinions.register(RegisterFilter(examples=False))
    assert [(e.number, e.fictional) for e in listed] == [(REAL, False), (EXAMPLE, True)]
    assert [e.number for e in real] == [REAL]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (RegisterFilter(grade="B"), [REAL, EXAMPLE]),
        (RegisterFilter(grade="C"), []),
        (RegisterFilter(year=2025), [REAL]),
        (RegisterFilter(dossier="VOORBEELD-1"), [EXAMPLE]),
        (RegisterFilter(ministry="W03"), [REAL]),
        (RegisterFilter(ministry="Minister van Licht"), [EXAMPLE]),
        (RegisterFilter(outcome=Opvolging.NO_RESPONSE), [EXAMPLE]),
        (RegisterFilter(outcome=Opvolging.OVERTAKEN), []),
    ],
)
def test_the_register_is_filtered(shelf: Application, wanted: RegisterFilter, numbers: list[str]) -> None:
    with shelf.reading() as services:
        assert [e.number for e in services.opinions.register(wanted)] == numbers


def test_a_date_that_paper_and_dossier_give_differently_is_shown_with_both_sources(
    shelf: Application,
) -> None:
    adopted = _ledger(shelf).entry.dates.adopted
    assert [(c.day.isoformat(), c.source.title) for c in adopted.claims] == [
        ("2092-09-03", "het stuk zelf"),
        ("2092-09-15", "De teksten van dit voorbeelddossier (fictief)"),
    ]
    assert [c.day.isoformat() for c in adopted.conflicting] == ["2092-09-15"]


def test_the_example_is_held_against_the_version_advised_on_and_the_one_submitted(shelf: Application) -> None:
    ledger = _ledger(shelf)
    assert (ledger.entry.advised_version, ledger.entry.next_version) == (
        ADVISED,
        f"{BILL}@submitted-2092-11-01",
    )
    assert ledger.memoranda == (
        "VOORBEELD-1-toelichting@advice-2092-06-01",
        "VOORBEELD-1-toelichting@submitted-2092-11-01",
    )


def test_each_point_of_the_example_has_the_opvolging_its_texts_bear_out(shelf: Application) -> None:
    ledger = _ledger(shelf)
    assert _outcomes(ledger) == {
        "1": "partly",
        "2a": "adopted",
        "2b": "adopted",
        "3": "partly",
        "4": "adopted",
        "5": "not-adopted-with-reasons",
        "6": "undecided",
        "7a": "undecided",
        "7b": "no-response-found",
    }
    assert ledger.entry.first_unanswered == "7b"
    assert ledger.entry.counts.points == 9


def test_each_change_of_the_example_is_accounted_for_by_what_explains_it(shelf: Application) -> None:
    accounts = [(a.change.place.eid, a.kind, a.point) for a in _ledger(shelf).accounts]
    assert sorted(accounts) == [
        ("art_IV__para_2", AccountKind.FURTHER, ""),
        ("art_I__point_B", AccountKind.EDITORIAL, ""),
        ("art_I__point_Q__point_2", AccountKind.POINT, "3"),
        ("art_I__point_R", AccountKind.FURTHER, ""),
        ("mod_3__art_6a__para_1", AccountKind.POINT, "2a"),
        ("mod_4__point_d", AccountKind.POINT, "4"),
        ("mod_5__art_18__para_2", AccountKind.EDITORIAL, ""),
        ("mod_6__art_20a__para_3", AccountKind.EDITORIAL, ""),
    ]


def test_the_unexplained_changes_of_the_example_are_these_and_no_others(shelf: Application) -> None:
    unexplained = _ledger(shelf).unexplained
    assert [c.place.eid for c in unexplained.changes] == UNEXPLAINED
    assert unexplained.papers_searched == (
        "VOORBEELD/advies-1 met nader rapport (advies met nader rapport, 20 oktober 2092)",
    )
    assert (unexplained.refused, unexplained.unplaced) == ("", ())


def test_the_promise_about_article_20a_is_the_one_that_was_not_kept(shelf: Application) -> None:
    (unkept,) = _ledger(shelf).unkept
    assert (unkept.point, unkept.about.value) == ("6", "memorandum")
    assert unkept.searched == "de toelichting: artikel 20a"


def test_the_memorandum_changes_of_the_example_belong_to_the_points_that_asked(shelf: Application) -> None:
    found = {r.point.label: [c.place.eid for c in r.memorandum_changes] for r in _ledger(shelf).rows}
    assert {label: eids for label, eids in found.items() if eids} == {
        "1": ["dvs_I__dvs_3__dvs_3-1", "dvs_II__dvs_I__dvs_L"],
        "2b": ["dvs_I__dvs_2__dvs_2-5", "dvs_III__dvs_1"],
        "3": ["dvs_II__dvs_I__dvs_Q"],
        "4": ["dvs_II__dvs_I__dvs_E"],
    }


def test_without_the_version_advised_on_the_list_refuses_and_takes_no_other(shelf: Application) -> None:
    with shelf.unit_of_work() as services:
        services.curation.withdraw(ADVISED, "niet openbaar")
    ledger = _ledger(shelf)
    assert ledger.entry.advised_version == ""
    assert ledger.unexplained.changes == ()
    assert ledger.unexplained.refused.startswith("De tekst waarover is geadviseerd (de adviesversie)")
    assert ledger.unkept == ()
    assert all(row.changes == () for row in ledger.rows)
    assert "niet nagegaan" in ledger.rows[2].proposed.reason


def test_without_the_submitted_version_the_list_refuses_too(shelf: Application) -> None:
    with shelf.unit_of_work() as services:
        services.curation.withdraw(f"{BILL}@submitted-2092-11-01", "per abuis")
    assert _ledger(shelf).unexplained.refused.startswith("Na de adviesversie")


def test_without_both_memoranda_the_memorandum_is_not_held_against_a_promise(shelf: Application) -> None:
    with shelf.unit_of_work() as services:
        services.curation.withdraw("VOORBEELD-1-toelichting@advice-2092-06-01", "niet openbaar")
    ledger = _ledger(shelf)
    assert (ledger.memoranda, ledger.unkept) == ((), ())
    assert ledger.memorandum_absent == "Van de toelichting zijn niet beide versies opgenomen."
    assert [c.place.eid for c in ledger.unexplained.changes] == UNEXPLAINED


def _judge(shelf: Application, label: str, outcome: str, reason: str) -> None:
    with shelf.unit_of_work() as services:
        services.opinions.judge(PAPER, label, outcome, reason=reason)


def test_what_a_person_says_takes_the_place_of_the_proposal_and_is_kept(shelf: Application) -> None:
    _judge(shelf, "6", "no-response-found", "eerst zo gezien")
    _judge(shelf, "6", "partly", "de zin staat in de bijlage")
    ledger = _ledger(shelf)
    row = next(r for r in ledger.rows if r.point.label == "6")
    assert row.judged
    assert (row.judged.outcome, row.judged.actor, row.judged.reason) == (
        Opvolging.PARTLY, "jurist", "de zin staat in de bijlage",
    )  # fmt: skip
    assert [j.outcome.value for j in row.judgements] == ["no-response-found", "partly"]
    assert (row.proposed.outcome, row.outcome) == (Opvolging.UNDECIDED, Opvolging.PARTLY)
    assert dict(ledger.entry.counts.confirmed) == {Opvolging.PARTLY: 1}
    assert ledger.entry.counts.proposed[Opvolging.UNDECIDED] == 1
    assert next(r for r in ledger.rows if r.point.label == "2b").judged is None


def test_a_judgement_is_in_the_log_with_what_stood_before(shelf: Application) -> None:
    _judge(shelf, "7b", "no-response-found", "gezocht")
    _judge(shelf, "7b", "overtaken", "artikel IV is later aangevuld")
    with shelf.reading() as services:
        last, first = services.audit.page().entries[:2]
    assert (last.action, last.subject, last.actor) == ("opinion.judge", PAPER, "jurist")
    assert json.loads(last.after) == {"point": "7b", "outcome": "overtaken"}
    assert '"no-response-found"' in last.before
    assert first.before == ""


@pytest.mark.parametrize(
    ("label", "outcome", "reason", "error"),
    [
        ("6", "undecided", "x", InvalidValueError),
        ("6", "gevolgd", "x", InvalidValueError),
        ("6", "adopted", "  ", MissingDetailError),
        ("9", "adopted", "x", NotFoundError),
    ],
)
def test_a_judgement_is_refused_without_word_reason_or_point(
    shelf: Application, label: str, outcome: str, reason: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        _judge(shelf, label, outcome, reason)
    assert _ledger(shelf).entry.counts.confirmed == {}


def test_only_an_opinion_has_a_ledger(shelf: Application) -> None:
    with shelf.reading() as services, pytest.raises(NotFoundError):
        services.opinions.ledger(ADVISED)
    with shelf.reading() as services, pytest.raises(NotFoundError):
        services.opinions.numbered("W99.99.99999/I")


def test_a_confirmation_outlives_a_rebuild_of_everything_derived(shelf: Application, tmp_path: Path) -> None:
    _judge(shelf, "2a", "adopted", "artikel 6a nagelezen")
    before = _ledger(shelf)
    with shelf.unit_of_work() as services:
        services.refreshing.apply()
    shelf.index()
    shelf.verify_index(rebuild=True)
    for forget in (forget_opinions, forget_comparisons, forget_texts):
        forget()
    again = opened(tmp_path / "home")
    try:
        assert _ledger(again) == before
    finally:
        again.close()
    assert next(r.judged.reason for r in before.rows if r.judged) == "artikel 6a nagelezen"


def test_a_closed_dossier_shows_nothing_of_its_opinion_to_others(shelf: Application) -> None:
    _judge(shelf, "2a", "adopted", "nagelezen")
    with shelf.unit_of_work() as services:
        services.membership.close("VOORBEELD-1")
    member = Viewer("lid", Role.READER, frozenset({"VOORBEELD-1"}))
    for viewer, numbers in (
        (ANYONE, [REAL]),
        (Viewer("beheer", Role.ADMIN), [REAL]),
        (member, [REAL, EXAMPLE]),
    ):
        with shelf.reading(viewer) as services:
            assert [e.number for e in services.opinions.register()] == numbers
    with shelf.reading(ANYONE) as services, pytest.raises(NotFoundError):
        services.opinions.ledger(PAPER)


def test_who_sees_no_examples_sees_none_in_the_register(shelf: Application) -> None:
    with shelf.reading(Viewer(examples=False)) as services:
        assert [e.number for e in services.opinions.register()] == [REAL]


def _correct(shelf: Application, old: str, new: str) -> None:
    with shelf.unit_of_work() as services:
        compared = services.comparing.as_given(old, new)
        texts = compared.old.provisions, compared.new.provisions
        eid = texts[0][0].eid
        services.corrections.correct(old, new, Correction((eid,), ()), reason="proef", texts=texts)


def test_a_ledger_is_worked_out_again_only_when_what_it_depends_on_is_another(shelf: Application) -> None:
    def tracked() -> Tracked:
        with shelf.reading() as services:
            tracking = services.opinions._tracking
            read = tracking.read(PAPER)
            works = services.catalogue.works()
            return tracking.tracked(read, services.opinions._versions.of(read.text.work, read.opinion, works))

    first = tracked()
    _correct(shelf, *(f"VOORBEELD-1-lantaarnwet@consolidated-209{n}-01-01" for n in (1, 4)))
    assert tracked() is first
    with shelf.reading() as services:
        entry = services.opinions.ledger(PAPER).entry
    _correct(shelf, entry.advised_version, entry.next_version)
    assert tracked() is not first
