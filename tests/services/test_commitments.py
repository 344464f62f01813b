"""Commitments of stored letters: proposed until a person speaks, beside what the dossier knows of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.exporters import progress_report_docx
from corpus.exporters.progress_report import ProgressReport
from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.services.commitment_values import CommitmentList, KnownCommitment, Passed, Review, StateBy
from wetgeving.services.errors import InvalidValueError, MissingDetailError, NotFoundError
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings

EXAMPLE, REAL = "VOORBEELD-1", "36871"
LETTER = "VOORBEELD-1-voortgangsbrief@published-2093-01-22"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Application]:
    """Both dossiers that ship."""
    running = Application(Settings.from_environment({"WETGEVING_HOME": str(tmp_path), "USER": "tester"}))
    running.database.migrate()
    for folder in shipped_dossiers():
        with running.unit_of_work() as services:
            services.loading.load(folder)
    yield running
    running.close()


def known(home: Application, number: str = EXAMPLE, on: date | None = None) -> CommitmentList:
    with home.reading() as services:
        return services.commitments.of(number, on=on)


def about(found: CommitmentList, word: str) -> KnownCommitment:
    every = (*found.commitments, *found.rejected)
    return next(c for c in every if word in f"{c.what} {c.read.summary if c.read else ''}")


def say(home: Application, word: str, said: str, *, evidence: str = "blz. 3", on: date | None = None) -> None:
    found = about(known(home), word)
    with home.unit_of_work() as services:
        services.commitments.judge(EXAMPLE, found.id, said, evidence=evidence, on=on)


def report(home: Application, number: str, since: date, on: date | None = None) -> ProgressReport:
    with home.reading() as services:
        return services.progress_reports.report(number, since, on=on)


def test_letter_table_note_and_dossier_speak_of_five_commitments(home: Application) -> None:
    found = known(home)
    assert [(c.actor, c.last and c.last.isoformat()) for c in found.commitments] == [
        ("Minister van Licht", "2093-04-30"),
        ("Minister van Licht", "2093-07-31"),
        ("Lantaarndienst", "2093-08-31"),
        ("Havenopvang", "2093-11-01"),
        ("Minister van Licht", None),
    ]
    assert {c.review for c in found.commitments} == {Review.PROPOSED}
    first = about(found, "welke instelling")
    assert [(p.version.partition("@")[0], p.eid) for p in first.places] == [
        ("VOORBEELD-1-voortgangsbrief", "dvs_1"),
        ("VOORBEELD-1-voortgangsbrief", "dvs_5"),
        ("VOORBEELD-1-beslisnota", "dvs_3"),
    ]


def test_a_fact_of_the_dossier_stands_beside_the_words_it_is_about(home: Application) -> None:
    found = about(known(home), "eenmaal per week")
    assert found.fact is not None
    assert (found.fact.key, found.state.value, found.state_by) == ("seinen", "kept", StateBy.DOSSIER)
    assert about(known(home), "volgende voortgangsbrief").fact is None


def test_the_real_dossier_has_facts_with_their_ground_and_names_what_was_not_read(home: Application) -> None:
    found = known(home, REAL)
    assert {c.review for c in found.commitments} == {Review.STATED}
    assert {"IND", "COA", "Inspectie Justitie en Veiligheid"} <= set(found.actors)
    assert {"voortgangsbrief", "beslisnota", "brief-ind"} <= {s.paper.key for s in found.unread}
    assert all(c.fact and c.fact.ground.sources for c in found.commitments)


def test_a_date_passes_on_the_day_after_and_never_for_what_is_done(home: Application) -> None:
    first = about(known(home), "welke instelling")
    assert [first.passed(day) for day in (date(2093, 4, 30), date(2093, 5, 1))] == [Passed.NO, Passed.YES]
    assert about(known(home), "eenmaal per week").passed(date(2099, 1, 1)) is Passed.NO
    report = about(known(home, REAL), "Uitgebreider rapport")
    assert report.passed(date(2026, 3, 31)) is Passed.NO
    assert report.passed(date(2026, 4, 1)) is Passed.YES


def test_a_person_confirms_and_sets_a_state_and_every_word_is_kept(home: Application) -> None:
    say(home, "seinkamers", "confirmed")
    assert about(known(home), "seinkamers").review is Review.CONFIRMED
    say(home, "seinkamers", "partly", on=date(2093, 11, 1), evidence="drie van de vier huizen")
    say(home, "seinkamers", "kept", on=date(2094, 2, 1), evidence="ook de Oostkade")
    found = about(known(home), "seinkamers")
    assert (found.state.value, found.state_by) == ("kept", StateBy.PERSON)
    assert [(s.word, s.on) for s in found.said] == [
        ("confirmed", None),
        ("partly", date(2093, 11, 1)),
        ("kept", date(2094, 2, 1)),
    ]
    assert found.said[-1].actor == "tester"


def test_what_a_person_rejects_is_no_commitment_until_someone_says_otherwise(home: Application) -> None:
    say(home, "seinkamers", "rejected")
    assert [c.review for c in known(home).rejected] == [Review.REJECTED]
    assert len(known(home).commitments) == 4
    say(home, "seinkamers", "open")
    assert len(known(home).commitments) == 5


def test_a_person_goes_before_the_dossier(home: Application) -> None:
    say(home, "eenmaal per week", "partly", on=date(2093, 2, 1))
    found = about(known(home), "eenmaal per week")
    assert (found.state.value, found.state_by) == ("partly", StateBy.PERSON)


@pytest.mark.parametrize(
    ("said", "evidence", "on", "error"),
    [
        ("broken", "blz. 3", None, InvalidValueError),
        ("proposed", "blz. 3", None, InvalidValueError),
        ("confirmed", "  ", None, MissingDetailError),
        ("kept", "blz. 3", None, MissingDetailError),
    ],
)
def test_a_word_without_choice_ground_or_day_is_refused(
    home: Application, said: str, evidence: str, on: date | None, error: type[Exception]
) -> None:
    with pytest.raises(error):
        say(home, "seinkamers", said, evidence=evidence, on=on)
    assert about(known(home), "seinkamers").said == ()


def test_of_a_fact_without_a_text_nothing_can_be_said(home: Application) -> None:
    with home.unit_of_work() as services, pytest.raises(NotFoundError):
        services.commitments.judge(REAL, "feit-ind-start", "kept", evidence="x", on=date(2026, 6, 12))


def test_a_judgement_stays_for_the_same_words_in_a_later_version_of_the_letter(home: Application) -> None:
    say(home, "seinkamers", "kept", on=date(2093, 10, 1))
    folder = next(f for f in shipped_dossiers() if f.name == EXAMPLE)
    text = (folder / "FICTIEVE-VOORBEELDTEKST-voortgangsbrief.xml").read_text(encoding="utf-8")
    changed = text.replace("twaalf nieuwe medewerkers", "dertien nieuwe medewerkers")
    said = Statement(work="VOORBEELD-1-voortgangsbrief", stage="published", document_date=date(2093, 1, 29))
    with home.unit_of_work() as services:
        services.ingesting.ingest(changed.encode(), "FICTIEVE-VOORBEELDTEKST-brief-2.xml", "herdruk", said)
    found = about(known(home), "seinkamers")
    assert found.places[0].version.endswith("2093-01-29")
    assert found.state.value == "kept"


def test_a_removed_letter_takes_its_commitments_and_judgements_along(home: Application) -> None:
    say(home, "seinkamers", "kept", on=date(2093, 10, 1))
    with home.unit_of_work() as services:
        services.removing.remove_example(EXAMPLE)
    with home.reading() as services, pytest.raises(NotFoundError):
        services.commitments.of(EXAMPLE)


def test_the_report_tells_per_actor_what_happened_since_and_what_is_open(home: Application) -> None:
    say(home, "seinkamers", "kept", on=date(2093, 10, 20), evidence="brief van de Havenopvang")
    made = report(home, EXAMPLE, date(2093, 2, 1), on=date(2093, 12, 1))
    assert [part.actor for part in made.actors] == ["Havenopvang", "Lantaarndienst", "Minister van Licht"]
    (rooms,) = made.actors[0].rows
    assert not rooms.is_open
    assert [(h.day, h.what, h.ground) for h in rooms.since] == [
        (date(2093, 10, 20), "vastgesteld: nagekomen", "brief van de Havenopvang")
    ]
    (test,) = made.actors[1].rows
    assert (test.is_open, test.passed, test.last) == (True, "datum verstreken", date(2093, 8, 31))
    days = [h.day for h in made.happened if h.day]
    assert days == sorted(days)
    assert min(days) >= date(2093, 2, 1)
    assert max(days) <= date(2093, 12, 1)
    assert "tester" not in repr(made)


def test_nothing_uncertain_is_told_as_a_fact(home: Application) -> None:
    made = report(home, REAL, date(2026, 1, 1), on=date(2026, 11, 24))
    for row in made.rows:
        assert row.review == "gegeven van het dossier"
        assert any("volgens één bron" in place or "bron: " in place for place in row.said_in)
    assert all(h.ground for h in made.happened)
    for row in report(home, EXAMPLE, date(2093, 1, 1)).rows:
        assert row.review.startswith("voorgesteld, door niemand bevestigd")


def test_what_was_done_before_the_date_is_counted_and_not_told_again(home: Application) -> None:
    with home.unit_of_work() as services:
        found = about(services.commitments.of(EXAMPLE), "seinkamers")
        services.commitments.judge(EXAMPLE, found.id, "kept", evidence="x", on=date(2093, 10, 1))
    later = report(home, EXAMPLE, date(2094, 6, 1))
    assert later.closed_before == 1
    assert "Havenopvang" not in [part.actor for part in later.actors]


def test_a_real_report_does_not_begin_after_its_own_day(home: Application) -> None:
    with pytest.raises(InvalidValueError):
        report(home, REAL, date(2026, 5, 1), on=date(2026, 4, 1))


def test_equal_reports_give_equal_bytes_with_the_stamp_of_an_example(home: Application) -> None:
    made = [report(home, EXAMPLE, date(2093, 1, 1), on=date(2093, 9, 15)) for _ in range(2)]
    first, second = map(progress_report_docx.export, made)
    assert first == second
