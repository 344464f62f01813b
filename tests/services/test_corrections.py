"""What an editor says of a concordance outranks what was computed, both ways, and can be taken back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.diff import Correction
from corpus.diff.concordance import concordance
from wetgeving.bootstrap import Application
from wetgeving.services import Services
from wetgeving.services.errors import InvalidValueError, MissingDetailError, NotFoundError
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings

OLD, NEW = "LAMPEN@consolidated-2031-01-01", "LAMPEN@consolidated-2032-01-01"
FIRST = """Wet op de lampen

Artikel 1

Een lamp brandt in de nacht op olie of gas.

Artikel 2

De lantaarnopsteker draagt een ladder en een lange stok.
"""
SECOND = """Wet op de lampen

Artikel 1

De kosten van verlichting komen ten laste van de gemeente.

Artikel 3

Onze Minister wijst plaatsen aan waar het donker blijft.
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Application]:
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(tmp_path), "USER": "jurist"}))
    application.database.migrate()
    with application.unit_of_work() as services:
        for text, day in ((FIRST, "2031-01-01"), (SECOND, "2032-01-01")):
            said = Statement(work="LAMPEN", stage="consolidated", in_force_on=_day(day))
            services.ingesting.ingest(text.encode(), f"{day}.txt", "test", said)
    yield application
    application.close()


def _day(iso: str) -> date:

    return date.fromisoformat(iso)


def _rows(services: Services, old: str, new: str) -> set[tuple[str, str, str]]:
    found = concordance(services.comparing.as_given(old, new).comparison)
    return {
        (",".join(p.eid for p in r.old), ",".join(p.eid for p in r.new), ",".join(r.matched_by))
        for r in found
    }


def _correct(services: Services, became: Correction, reason: str = "memorie van toelichting, blz. 3") -> None:
    compared = services.comparing.as_given(OLD, NEW)
    texts = compared.old.provisions, compared.new.provisions
    services.corrections.correct(OLD, NEW, became, reason=reason, texts=texts)


def test_it_outranks_what_was_computed_in_both_directions(shelf: Application) -> None:
    with shelf.unit_of_work() as services:
        assert ("art_1", "art_1", "same-number") in _rows(services, OLD, NEW)
        _correct(services, Correction(("art_2",), ("art_1",)))
    with shelf.reading() as services:
        assert _rows(services, OLD, NEW) == {
            ("art_2", "art_1", "editor"),
            ("art_1", "", ""),
            ("", "art_3", ""),
        }
        assert ("art_1", "art_2", "editor") in _rows(services, NEW, OLD)
        (standing,) = services.corrections.standing(NEW, OLD)
        assert standing.correction == Correction(("art_1",), ("art_2",))
        assert (standing.actor, standing.reason) == ("jurist", "memorie van toelichting, blz. 3")


def test_a_later_word_about_the_same_provision_takes_its_place(shelf: Application) -> None:
    with shelf.unit_of_work() as services:
        _correct(services, Correction(("art_2",), ("art_1",)))
        _correct(services, Correction(("art_2",), ("art_3",)))
        _correct(services, Correction(("art_1",), ()))
    with shelf.reading() as services:
        assert [s.subject for s in services.corrections.standing(OLD, NEW)] == ["art_2>art_3", "art_1>"]
        assert {("art_2", "art_3", "editor"), ("art_1", "", "editor")} <= _rows(services, OLD, NEW)


def test_taken_back_the_computed_pairs_stand_again_and_the_log_keeps_it(shelf: Application) -> None:
    with shelf.unit_of_work() as services:
        before = _rows(services, OLD, NEW)
        _correct(services, Correction(("art_2",), ("art_1",)))
        services.corrections.take_back(OLD, NEW, "art_2>art_1", reason="vergissing")
    with shelf.reading() as services:
        assert _rows(services, OLD, NEW) == before
        actions = [e.action for e in services.audit.page().entries]
    assert actions[:2] == ["concordance.take-back", "concordance.correct"]


@pytest.mark.parametrize(
    ("became", "reason", "error"),
    [
        (Correction(("art_9",), ("art_1",)), "r", InvalidValueError),
        (Correction(("art_1",), ("art_2",)), "r", InvalidValueError),
        (Correction((), ()), "r", MissingDetailError),
        (Correction(("art_1",), ("art_1",)), "  ", MissingDetailError),
    ],
)
def test_what_cannot_be_said_is_refused_by_name(
    shelf: Application, became: Correction, reason: str, error: type[Exception]
) -> None:
    with pytest.raises(error), shelf.unit_of_work() as services:
        _correct(services, became, reason)


def test_what_does_not_stand_cannot_be_taken_back(shelf: Application) -> None:
    with pytest.raises(NotFoundError), shelf.unit_of_work() as services:
        services.corrections.take_back(OLD, NEW, "art_1>art_1", reason="r")
