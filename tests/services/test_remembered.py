"""What a process remembers of texts: a second view reads nothing, a bound is kept, a removed text is gone."""

import pytest
from sqlalchemy import event

from wetgeving.bootstrap import Application
from wetgeving.services.catalogue import path_to
from wetgeving.services.errors import RemovedError
from wetgeving.services.remembered import Remembered

from .laws import LAMP, LAMP_CHANGED, take_in

OLD, NEW = "LAMP@consolidated-2091-01-01", "LAMP@consolidated-2092-01-01"


def test_the_longest_unused_goes_first_and_what_is_too_long_is_not_kept() -> None:
    made: list[str] = []
    remembered: Remembered[str] = Remembered(10)

    def ask(key: str, size: int) -> None:
        remembered.value(key, lambda: made.append(key) or key, lambda _: size)  # type: ignore[func-returns-value]

    for key, size in (("a", 4), ("b", 4), ("a", 4), ("c", 4), ("a", 4), ("b", 4), ("long", 11), ("long", 11)):
        ask(key, size)
    assert made == ["a", "b", "c", "b", "long", "long"]
    remembered.forget()
    ask("b", 4)
    assert made[-1] == "b"


def test_a_second_view_reads_no_text_and_compares_nothing(application: Application) -> None:
    take_in(application, LAMP)
    take_in(application, LAMP_CHANGED, "2092-01-01")
    views = []
    for _ in range(2):
        asked: list[str] = []

        def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            asked.append(statement)  # noqa: B023 - read before the next round

        engine = application.database._engine
        event.listen(engine, "before_cursor_execute", note)
        with application.reading() as services:
            views.append(services.comparing.chronological(OLD, NEW).comparison)
        event.remove(engine, "before_cursor_execute", note)
    assert views[0] is views[1]
    assert not [statement for statement in asked if "provision_text" in statement or "frame" in statement]


def test_a_removed_text_is_not_answered_from_memory(application: Application) -> None:
    take_in(application, LAMP)
    take_in(application, LAMP_CHANGED, "2092-01-01")
    with application.reading() as services:
        services.comparing.chronological(OLD, NEW)
    with application.unit_of_work() as services:
        services.removing.remove(OLD, "vonnis")
    with application.reading() as services, pytest.raises(RemovedError):
        services.comparing.chronological(OLD, NEW)


def test_other_dates_of_the_same_words_are_seen_at_once(application: Application) -> None:
    """The tree hash does not see the day on which a provision became law; what is remembered does."""
    law = (
        '<toestand inwerkingtreding="2001-01-01"><wetgeving soort="wet"><intitule>Lampenwet</intitule>'
        '<wet-besluit><wettekst><artikel inwerking="{day}"><kop><label>Artikel</label><nr>1</nr></kop>'
        "<al>Een lamp brandt.</al></artikel></wettekst></wet-besluit></wetgeving></toestand>"
    )
    keys = [take_in(application, law.format(day=f"{y}-02-02"), f"{y}-02-02").version for y in (2001, 2002)]
    with application.reading() as services:
        texts = [services.catalogue.text(key) for key in keys]
    assert texts[0].listed.version.tree_hash == texts[1].listed.version.tree_hash
    days = [str(path_to(text.provisions, "art_1")[-1].in_force_on) for text in texts]
    assert days == ["2001-02-02", "2002-02-02"]
