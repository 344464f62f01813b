"""The history of a provision: a strip of versions, what changed at each step, a return to an earlier text."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .page import Node, parse
from .shelf import PLAIN, comparison

FIRST, SECOND, THIRD = (f"KAARS@consolidated-{year}-01-01" for year in (2001, 2002, 2003))


@pytest.fixture
def history(tmp_path: Path) -> Iterator[Node]:
    """The history of a lid that was changed and then got its first words again."""
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(tmp_path), "USER": "tester"}))
    application.database.migrate()
    with application.unit_of_work() as services:
        for year, wears in ((2001, "schort"), (2002, "hoed"), (2003, "schort")):
            said = Statement(work="KAARS", stage="consolidated", in_force_on=date(year, 1, 1))
            text = PLAIN.replace("schort", wears)
            services.ingesting.ingest(text.encode(), f"kaars-{year}.txt", "test", said)
    client = create_app(application).test_client()
    address = f"/regelingen/{SECOND.replace('@', '/')}/art_1__para_2/geschiedenis"
    yield parse(client.get(address).get_data(as_text=True))
    application.close()


def test_the_strip_says_in_a_word_what_happened_at_each_version(history: Node) -> None:
    (strip,) = history.all("ol", "strip")
    assert [step.text().split()[-1] for step in strip.all("span")] == ["eerste", "wijziging", "terug"]


def test_each_step_shows_its_own_small_comparison(history: Node) -> None:
    steps = list(history.all("section", "history-step"))
    changed = [([d.text() for d in s.all("del")], [i.text() for i in s.all("ins")]) for s in steps]
    assert changed == [([], []), (["schort"], ["hoed"]), (["hoed"], ["schort"])]


def test_a_return_to_an_earlier_text_names_that_version(history: Node) -> None:
    (said,) = history.all("p", "back-to")
    assert " ".join(said.words()) == (
        "Terug naar eerdere tekst: dezelfde woorden als in geconsolideerde tekst, geldig vanaf 1 januari "
        "2001; vergelijk die twee versies."
    )
    assert [a.attributes["href"] for a in said.all("a")][1] == comparison(FIRST, THIRD)
