"""Which version was law on a day, as far as known on another. The first table is for a lawyer to review."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.services.lamp_rules import STEP_ONE, VERSIONS, article, origin, toestand
from wetgeving.bootstrap import Application
from wetgeving.services.catalogue import ListedVersion
from wetgeving.services.chronology import Standing
from wetgeving.services.ingest import Statement
from wetgeving.services.validity import (
    Answer,
    Dated,
    KnownBy,
    Outcome,
    Validity,
    in_force,
    reference_day,
)
from wetgeving.settings import Settings
from wetgeving.store.values import Version, VersionDates

# Beleidsregel tegemoetkoming ondernemers getroffen sectoren COVID-19, BWBR0043324.
# Stcrt. 2020, 19159: ondertekend 27 maart, bekendgemaakt 30 maart, in werking 31 maart, werkt terug tot
# en met 27 maart. Stcrt. 2020, 22337: ondertekend 15 april, bekendgemaakt 16 april; een deel in werking op
# 17 april (artikelen 1, 2, 4 en 6: terug tot en met 15 april; bijlage 1: terug tot en met 30 maart) en een
# deel op 22 april (zonder terugwerkende kracht). Ster: van de tekst van 17 april geldt de bijlage mede.
NOT_LAW, NOT_KNOWN = "geen tekst gold", "nog niets bekend"
COVID = """
geldig op    zoals bekend op   antwoord
2020-03-26   2020-03-26        geen tekst gold
2020-03-26   2020-05-01        geen tekst gold
2020-03-27   2020-03-27        nog niets bekend
2020-03-27   2020-03-30        2020-03-27
2020-03-28   2020-03-28        nog niets bekend
2020-03-28   2020-03-29        nog niets bekend
2020-03-28   2020-03-30        2020-03-27
2020-03-28   2020-04-01        2020-03-27
2020-03-28   2020-05-01        2020-03-27
2020-03-30   2020-03-30        2020-03-27
2020-03-30   2020-04-16        2020-03-27 *
2020-03-31   2020-03-29        nog niets bekend
2020-03-31   2020-03-31        2020-03-31
2020-04-01   2020-04-01        2020-03-31
2020-04-01   2020-04-15        2020-03-31
2020-04-01   2020-04-16        2020-03-31 *
2020-04-14   2020-05-01        2020-03-31 *
2020-04-15   2020-04-15        2020-03-31
2020-04-15   2020-04-16        2020-04-17
2020-04-16   2020-05-01        2020-04-17
2020-04-17   2020-04-10        2020-03-31
2020-04-17   2020-04-16        2020-04-17
2020-04-17   2020-04-17        2020-04-17
2020-04-21   2020-04-21        2020-04-17
2020-04-22   2020-04-15        2020-03-31
2020-04-22   2020-04-16        2020-04-22
2020-04-22   2020-04-22        2020-04-22
2021-01-01   2020-04-01        2020-03-31
2021-01-01   2021-01-01        2020-04-22
"""
# Hetzelfde voor de verzonnen Lampenregeling (tests/services/lamp_rules.py): in twee stappen, de wijziging
# zonder terugwerkende kracht.
LAMP = """
2090-03-04   2090-12-31        geen tekst gold
2090-03-08   2090-03-08        nog niets bekend
2090-03-08   2090-03-10        2090-03-05
2090-03-12   2090-03-12        2090-03-12
2090-04-20   2090-04-20        2090-03-12
2090-04-21   2090-04-19        2090-03-12
2090-04-21   2090-04-20        2090-04-21
2090-04-25   2090-04-25        2090-04-21
2090-04-26   2090-04-20        2090-04-26
"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Iterator[Application]:
    yield from _installation(tmp_path_factory, samples.glob("bwb-toestand/BWBR0043324_*.xml"))


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    folder = tmp_path_factory.mktemp("lampen")
    for day, content in VERSIONS.items():
        (folder / f"{day}.xml").write_bytes(content)
    yield from _installation(tmp_path_factory, folder.glob("*.xml"))


def _rows(table: str) -> list[tuple[str, str, str]]:
    lines = [line.split(maxsplit=2) for line in table.strip().splitlines() if line[:1].isdigit()]
    return [(on, known_on, answer) for on, known_on, answer in lines]


@pytest.mark.parametrize(("on", "known_on", "answer"), _rows(COVID))
def test_law_of_a_day_of_a_real_retroactive_regulation_in_two_steps(
    filled: Application, on: str, known_on: str, answer: str
) -> None:
    assert _said(_ask(filled, "BWBR0043324", on, known_on)) == answer


@pytest.mark.parametrize(("on", "known_on", "answer"), _rows(LAMP))
def test_law_of_a_day_of_a_fictional_regulation(
    lamps: Application, on: str, known_on: str, answer: str
) -> None:
    assert _said(_ask(lamps, "BWBR9999001", on, known_on)) == answer


def test_the_ground_of_what_was_known_is_the_latest_publication_and_says_that_it_is_derived(
    filled: Application,
) -> None:
    found = _ask(filled, "BWBR0043324", "2020-03-28", "2020-04-01").found
    assert found is not None
    assert (found.validity.known_from, found.validity.known_by) == (date(2020, 3, 30), KnownBy.DERIVED)
    assert found.validity.entered_on == date(2020, 3, 31)
    assert found.validity.entry_sources == ("Stcrt.2020-19159",)
    assert found.validity.retroactive


def test_what_became_known_afterwards_is_named(filled: Application) -> None:
    nothing = _ask(filled, "BWBR0043324", "2020-03-28", "2020-03-28")
    older = _ask(filled, "BWBR0043324", "2020-04-15", "2020-04-15")
    assert nothing.known_later
    assert _moment(nothing.known_later) == "2020-03-27"
    assert older.known_later
    assert _moment(older.known_later) == "2020-04-17"


def test_a_zichtdatum_of_the_source_goes_before_what_is_derived(application: Application) -> None:
    _take_in(application, toestand(STEP_ONE, article(1, STEP_ONE, origin("2", "2090-04-20"))), "2090-06-01")
    validity = _dated(application, "BWBR9999001")[0].validity
    assert (validity.known_from, validity.known_by) == (date(2090, 6, 1), KnownBy.STATED)


def test_without_a_publication_there_is_no_answer_until_the_day_it_was_taken_in(
    application: Application,
) -> None:
    _take_in(application, toestand("2001-01-01", article(1, "2001-01-01")))
    before = _ask(application, "BWBR9999001", "2001-02-01", "2001-02-01")
    assert (before.outcome, before.found, len(before.unsure)) == (Outcome.UNDECIDED, None, 1)
    assert before.unsure[0].validity.known_by is KnownBy.UNKNOWN
    with application.reading() as services:
        assert services.validity.in_force("BWBR9999001", date(2001, 2, 1)).outcome is Outcome.FOUND


def test_a_version_whose_change_is_in_none_of_its_provisions_has_no_derived_day(
    application: Application,
) -> None:
    _take_in(application, toestand("2005-01-01", article(1, "2001-01-01", origin("1", "2000-12-01"))))
    assert _dated(application, "BWBR9999001")[0].validity.known_by is KnownBy.UNKNOWN


def test_an_article_that_is_not_law_yet_does_not_move_the_version(application: Application) -> None:
    later = article(2, "2099-01-01", origin("1", "2090-03-10"), status="nogniet")
    _take_in(application, toestand("2090-03-12", article(1, "2090-03-12", origin("1", "2090-03-10")), later))
    validity = _dated(application, "BWBR9999001")[0].validity
    assert (validity.law_from, validity.entered_on) == (date(2090, 3, 12), date(2090, 3, 12))


def test_a_draft_is_never_the_law_of_a_day(application: Application) -> None:
    content = toestand("2090-03-12", article(1, "2090-03-12", origin("1", "2090-03-10")))
    with application.unit_of_work() as services:
        services.ingesting.ingest(content, "ontwerp.xml", "test", Statement(stage="consultation"))
    answer = _ask(application, "BWBR9999001", "2095-01-01", "2095-01-01")
    assert answer.outcome is Outcome.NOTHING_LAW


DAYS = st.dates(date(2090, 1, 1), date(2090, 12, 31))


@st.composite
def _validities(draw: st.DrawFn) -> Validity:
    stated = draw(DAYS)
    entered = draw(st.none() | st.just(stated) | DAYS.map(lambda d: max(d, stated)))
    known = draw(st.none() | DAYS)
    return Validity(
        stated_from=stated,
        law_from=min(stated, draw(DAYS)),
        entered_on=entered,
        partly_from=draw(st.none() | DAYS),
        known_from=known,
        known_by=KnownBy.UNKNOWN if known is None else KnownBy.DERIVED,
        taken_in_on=draw(st.none() | DAYS),
    )


def _versions(validities: list[Validity]) -> tuple[Dated, ...]:
    return tuple(Dated(_listed(n), v) for n, v in enumerate(validities, 1))


VERSIONS_OF_A_WORK = st.lists(_validities(), max_size=5).map(_versions)
LATER = st.integers(0, 200)


@settings(max_examples=150, deadline=None)
@given(VERSIONS_OF_A_WORK, DAYS, DAYS, LATER)
def test_who_knows_more_never_answers_less(
    versions: tuple[Dated, ...], on: date, known_on: date, later: int
) -> None:
    before = in_force(versions, on=on, known_on=known_on)
    after = in_force(versions, on=on, known_on=known_on + timedelta(days=later))
    if before.outcome is Outcome.FOUND:
        assert after.outcome is Outcome.FOUND
    assert {d.listed.version.version for d in after.unsure} <= {
        d.listed.version.version for d in versions if d.validity.known(known_on) is None
    }


@settings(max_examples=150, deadline=None)
@given(VERSIONS_OF_A_WORK, DAYS, DAYS)
def test_an_answer_is_law_on_the_day_and_known_and_does_not_depend_on_the_order_given(
    versions: tuple[Dated, ...], on: date, known_on: date
) -> None:
    answer = in_force(versions, on=on, known_on=known_on)
    assert in_force(tuple(reversed(versions)), on=on, known_on=known_on).found == answer.found
    if answer.found is not None:
        v = answer.found.validity
        assert v.law_from is not None
        assert v.law_from <= on
        assert v.known(known_on) is True
    assert (answer.outcome is Outcome.FOUND) == (answer.found is not None)


STANDINGS = [
    (Standing.IN_FORCE, "today while it is law", "2090-07-01"),
    (Standing.SUPERSEDED, "the last day on which it was", "2090-05-31"),
    (Standing.NOT_YET, "the first day on which it will be", "2090-01-01"),
    (Standing.NOT_APPLICABLE, "no day for a draft", None),
    (Standing.UNKNOWN, "no day when its date is not known", None),
]


@pytest.mark.parametrize(("standing", "why", "day"), STANDINGS, ids=[s[1] for s in STANDINGS])
def test_the_day_on_which_a_text_is_shown(standing: Standing, why: str, day: str | None) -> None:
    first, second = _listed(1, "2090-01-01", standing), _listed(2, "2090-06-01", Standing.IN_FORCE)
    assert reference_day(first, (first, second), date(2090, 7, 1)) == (_day(day) if day else None)


def _ask(application: Application, work: str, on: str, known_on: str) -> Answer:
    with application.reading() as services:
        return services.validity.in_force(work, _day(on), _day(known_on))


def _dated(application: Application, work: str) -> tuple[Dated, ...]:
    with application.reading() as services:
        return services.validity.dated(work)


def _said(answer: Answer) -> str:
    if answer.found is None:
        return {Outcome.NOTHING_LAW: NOT_LAW, Outcome.NOTHING_KNOWN: NOT_KNOWN}[answer.outcome]
    return _moment(answer.found) + (" *" if answer.reaching_back else "")


def _moment(d: Dated) -> str:
    return d.listed.version.version.partition("consolidated-")[2]


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _take_in(application: Application, content: bytes, known: str = "") -> None:
    said = Statement(as_known_on=_day(known) if known else None)
    with application.unit_of_work() as services:
        services.ingesting.ingest(content, "lampen.xml", "test", said)


def _installation(factory: pytest.TempPathFactory, files: Iterator[Path]) -> Iterator[Application]:

    home = factory.mktemp("geldig")
    running = Application(Settings.from_environment({"WETGEVING_HOME": str(home), "USER": "tester"}))
    running.database.migrate()
    for file in sorted(files):
        with running.unit_of_work() as services:
            services.ingesting.ingest(file.read_bytes(), file.name, "test", Statement())
    yield running
    running.close()


def _listed(sequence: int, day: str = "2090-01-01", standing: Standing = Standing.IN_FORCE) -> ListedVersion:
    key = f"LAMP@consolidated-{sequence}"
    dates = VersionDates(in_force_on=_day(day))
    version = Version(key, "LAMP", "consolidated", dates, "nl", "", None, False, "", "", sequence, ())
    following = "LAMP@consolidated-2" if standing is Standing.SUPERSEDED else None
    return ListedVersion(version, "geconsolideerde tekst", standing, following, None, None)
