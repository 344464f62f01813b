"""Withdrawing and correcting: nothing is lost, and an old key keeps its version."""

from datetime import date

import pytest

from wetgeving.bootstrap import Application
from wetgeving.services.errors import InvalidValueError, MissingDetailError, WithdrawnError
from wetgeving.services.ingest import Outcome, Statement

from .laws import LAMP, index, take_in

KEY = "LAMP@consolidated-2091-01-01"
CORRECTED = "LAMP@consolidated-2091-02-01"


def test_a_withdrawn_version_is_gone_from_lists_and_search_and_says_why(application: Application) -> None:
    take_in(application, LAMP)
    index(application)
    with application.unit_of_work() as services:
        services.curation.withdraw(KEY, "dubbel opgenomen")
    index(application)
    with application.reading() as services:
        assert services.catalogue.versions("LAMP") == ()
        assert services.searching.search("lamp", {}).total == 0
        with pytest.raises(WithdrawnError, match="dubbel opgenomen"):
            services.catalogue.version(KEY)
        assert [e.kind for e in services.catalogue.events("LAMP")] == ["added", "withdrawn"]


def test_a_corrected_version_is_found_by_both_keys(application: Application) -> None:
    take_in(application, LAMP)
    index(application)
    with application.unit_of_work() as services:
        services.curation.correct(KEY, "verkeerde datum", in_force_on=date(2091, 2, 1))
    index(application)
    with application.reading() as services:
        assert services.catalogue.version(KEY).version.version == CORRECTED
        assert services.catalogue.version(CORRECTED).version.dates.in_force_on == date(2091, 2, 1)
        assert {h.version for h in services.searching.search("lamp", {}).hits} == {CORRECTED}


def test_the_same_file_again_after_a_correction_changes_nothing(application: Application) -> None:
    name = "BWBR9999999_2091-05-06.txt"
    with application.unit_of_work() as services:
        first = services.ingesting.ingest(LAMP.encode(), name, "test", Statement())
    with application.unit_of_work() as services:
        services.curation.correct(first.version, "andere datum", in_force_on=date(2091, 5, 7))
    with application.unit_of_work() as services:
        again = services.ingesting.ingest(LAMP.encode(), name, "test", Statement())
    assert again.outcome is Outcome.ALREADY_STORED
    assert again.version == "BWBR9999999@unspecified-2091-05-07"


def test_a_change_without_a_reason_is_refused(application: Application) -> None:
    take_in(application, LAMP)
    with pytest.raises(MissingDetailError, match="reden"), application.unit_of_work() as services:
        services.curation.withdraw(KEY, "  ")


def test_a_version_is_withdrawn_once(application: Application) -> None:
    take_in(application, LAMP)
    with application.unit_of_work() as services:
        services.curation.withdraw(KEY, "dubbel")
    with pytest.raises(InvalidValueError, match="al ingetrokken"), application.unit_of_work() as services:
        services.curation.withdraw(KEY, "nog eens")


def test_a_withdrawn_file_can_be_taken_in_again(application: Application) -> None:
    take_in(application, LAMP)
    with application.unit_of_work() as services:
        services.curation.withdraw(KEY, "bij vergissing opgenomen")
    again = take_in(application, LAMP)
    assert (again.outcome, again.version) == (Outcome.ADDED, f"{KEY}-2")
    with application.reading() as services:
        assert [x.version.version for x in services.catalogue.versions("LAMP")] == [f"{KEY}-2"]


def test_the_reasons_of_a_correction_and_a_withdrawal_stay(application: Application) -> None:
    take_in(application, LAMP)
    with application.unit_of_work() as services:
        services.curation.correct(KEY, "verkeerde datum", in_force_on=date(2091, 2, 1))
    with application.unit_of_work() as services:
        services.curation.withdraw(CORRECTED, "dubbel opgenomen")
    with application.reading() as services:
        events = services.catalogue.events("LAMP")
        reasons = [(e.kind, e.reason, e.version) for e in events[1:]]
        assert reasons == [
            ("corrected", "verkeerde datum", CORRECTED),
            ("withdrawn", "dubbel opgenomen", CORRECTED),
        ]
        for key in (KEY, CORRECTED):
            with pytest.raises(WithdrawnError, match="dubbel opgenomen"):
                services.catalogue.version(key)
