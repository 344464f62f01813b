"""Taking in files: what becomes a version, what a further source, and what changes nothing."""

from datetime import date

import pytest

from corpus.errors import UnknownFormatError, WetgevingError
from wetgeving.bootstrap import Application
from wetgeving.services.errors import InvalidValueError, MissingDetailError, NotFoundError
from wetgeving.services.ingest import Outcome, Statement, UnknownDate
from wetgeving.store.values import Version

from .laws import LAMP, LAMP_CHANGED, take_in


def versions(application: Application, work: str = "LAMP") -> list[Version]:
    with application.reading() as services:
        return [listed.version for listed in services.catalogue.versions(work)]


def test_the_same_bytes_twice_change_nothing(application: Application) -> None:
    first = take_in(application, LAMP)
    before = versions(application)
    second = take_in(application, LAMP)
    assert (first.outcome, second.outcome) == (Outcome.ADDED, Outcome.ALREADY_STORED)
    assert versions(application) == before


def test_the_same_words_at_the_same_stage_and_dates_are_a_further_source(application: Application) -> None:
    take_in(application, LAMP)
    result = take_in(application, LAMP.replace("\n", "\r\n"))
    (version,) = versions(application)
    assert result.outcome is Outcome.FURTHER_SOURCE
    assert [s.file_name for s in version.sources] == ["lamp.txt", "lamp.txt"]
    assert len({s.sha256 for s in version.sources}) == 2


def test_the_same_words_at_another_date_are_a_version_that_is_unchanged(application: Application) -> None:
    take_in(application, LAMP)
    take_in(application, LAMP, "2092-01-01")
    first, second = versions(application)
    assert second.text_hash == first.text_hash
    assert (first.unchanged_from, second.unchanged_from) == (None, first.version)


def test_a_text_that_comes_back_later_is_not_called_unchanged(application: Application) -> None:
    for text, day in ((LAMP, "2091-01-01"), (LAMP_CHANGED, "2092-01-01"), (LAMP, "2093-01-01")):
        take_in(application, text, day)
    assert [v.unchanged_from for v in versions(application)] == [None, None, None]


def test_other_words_at_the_same_stage_and_date_get_a_serial_number(application: Application) -> None:
    take_in(application, LAMP)
    assert take_in(application, LAMP_CHANGED).version == "LAMP@consolidated-2091-01-01-2"


def test_a_date_may_be_said_to_be_unknown(application: Application) -> None:
    statement = Statement(work="LAMP", stage="draft", in_force_on=UnknownDate.UNKNOWN)
    with application.unit_of_work() as services:
        result = services.ingesting.ingest(LAMP.encode(), "lamp.txt", "test", statement)
    assert result.version == "LAMP@draft-unknown"
    assert versions(application)[0].dates.certainty == "unknown"


def test_a_file_name_of_the_bwb_is_a_guess_with_its_rule(application: Application) -> None:
    with application.unit_of_work() as services:
        result = services.ingesting.ingest(LAMP.encode(), "BWBR9999999_2091-05-06.txt", "test", Statement())
    with application.reading() as services:
        text = services.catalogue.text(result.version)
    dates = text.listed.version.dates
    assert (dates.in_force_on, dates.certainty) == (date(2091, 5, 6), "guessed")
    assert "file-name" in [g.rule for g in text.guessed]


def test_what_a_person_says_outranks_the_file_name(application: Application) -> None:
    statement = Statement(work="LAMP", in_force_on=date(2090, 1, 1))
    with application.unit_of_work() as services:
        services.ingesting.ingest(LAMP.encode(), "BWBR9999999_2091-05-06.txt", "test", statement)
    (version,) = versions(application)
    assert (version.dates.in_force_on, version.dates.certainty) == (date(2090, 1, 1), "given")


@pytest.mark.parametrize(
    ("content", "statement", "error", "names"),
    [
        (b"geen wet", Statement(work="LAMP"), UnknownFormatError, "geen wet"),
        (LAMP.encode(), Statement(), MissingDetailError, "--work"),
        (LAMP.encode(), Statement(work="LAMP", stage="verzonnen"), InvalidValueError, "verzonnen"),
        (LAMP.encode(), Statement(work="////"), InvalidValueError, "////"),
        (LAMP.encode(), Statement(work="LAMP", derived_from="LAMP@x-1"), NotFoundError, "LAMP@x-1"),
    ],
)
def test_what_cannot_be_taken_in_says_why_and_stores_nothing(
    application: Application, content: bytes, statement: Statement, error: type[WetgevingError], names: str
) -> None:
    with pytest.raises(error, match=names), application.unit_of_work() as services:
        services.ingesting.ingest(content, "lamp.txt", "test", statement)
    with application.reading() as services:
        assert services.catalogue.works() == ()


def test_a_version_knows_its_events(application: Application) -> None:
    take_in(application, LAMP, reason="eerste tekst")
    with application.reading() as services:
        (event,) = services.catalogue.events("LAMP")
    assert (event.kind, event.actor, event.reason) == ("added", "tester", "eerste tekst")


def test_a_title_that_is_known_is_not_overwritten_by_a_later_file(application: Application) -> None:
    take_in(application, LAMP)
    take_in(application, LAMP_CHANGED.replace("Lampenwet", "Lampwet"), "2092-01-01")
    with application.reading() as services:
        assert services.catalogue.work("LAMP").short_title == "Lampenwet"
