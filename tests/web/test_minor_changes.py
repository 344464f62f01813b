"""Changes that only follow from another one, or concern punctuation alone, can be hidden, never uncounted."""

from collections.abc import Iterator
from datetime import date

import pytest

from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .conftest import Read
from .page import Node, parse
from .shelf import comparison

BEACONS = """Wet op de bakens (Bakenwet)

Artikel 1

1. Een baken staat op een duin.

2. De bakenwachter woont naast het baken en houdt het licht brandend.

3. De bakenwachter meldt elk schip dat te dicht bij de kust komt.

Artikel 2

De wachter noteert datum, uur en windrichting.
"""
BEACONS_CHANGED = (
    BEACONS.replace("2. De baken", "3. De baken", 1)
    .replace("3. De bakenwachter meldt", "4. De bakenwachter meldt")
    .replace("3. De bakenwachter woont", "2. Een nieuwe paal wordt geverfd.\n\n3. De bakenwachter woont")
    .replace("datum, uur en", "datum, uur, en")
)
MINOR = "BAKEN@consolidated-2001-01-01", "BAKEN@consolidated-2002-01-01"


@pytest.fixture(scope="module")
def beacons(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """An installation with a law in which a lid was put in, so that two others got another number."""
    home = str(tmp_path_factory.mktemp("bakens"))
    application = Application(Settings.from_environment({"WETGEVING_HOME": home, "USER": "tester"}))
    application.database.migrate()
    with application.unit_of_work() as services:
        for year, text in ((2001, BEACONS), (2002, BEACONS_CHANGED)):
            said = Statement(work="BAKEN", stage="consolidated", in_force_on=date(year, 1, 1))
            services.ingesting.ingest(text.encode(), f"baken-{year}.txt", "test", said)
    yield application
    application.close()


@pytest.fixture
def opened(beacons: Application) -> Read:
    """Open an address of it."""
    client = create_app(beacons).test_client()
    return lambda address: parse(client.get(address).get_data(as_text=True))


def _steps(tree: Node) -> list[str]:
    return [row.attributes["id"] for row in tree.all(css="row") if "data-step" in row.attributes]


def test_what_is_minor_follows_from_its_kinds(beacons: Application) -> None:
    with beacons.reading() as services:
        changes = services.comparing.chronological(*MINOR).comparison.changes
    assert [tuple(kind.value for kind in change.kinds) for change in changes] == [
        ("inserted",),
        ("renumbered", "consequential"),
        ("renumbered", "consequential"),
        ("punctuation",),
    ]


def test_hidden_changes_are_counted_and_one_link_shows_them(opened: Read) -> None:
    tree = opened(f"{comparison(*MINOR)}?verberg=gevolg&weergave=doorlopend")
    assert len(_steps(tree)) == 1
    (head,) = tree.all(css="steps")
    assert "1 wijziging van 4 (gefilterd)" in " ".join(head.words())
    assert "3 gevolgwijzigingen en leestekens verborgen" in " ".join(head.words())
    (shown,) = (a.attributes["href"] for a in head.all("a") if a.text() == "toon")
    assert shown == f"{comparison(*MINOR)}?weergave=doorlopend"
    assert len(_steps(opened(shown))) == 4


def test_the_form_says_how_many_it_would_hide(opened: Read) -> None:
    everything, inserted = (
        " ".join(opened(f"{comparison(*MINOR)}{asked}").words()) for asked in ("", "?soort=inserted")
    )
    assert "Verberg gevolgwijzigingen en leestekens (3)" in everything
    assert "Verberg gevolgwijzigingen en leestekens (0)" in inserted


def test_the_overview_leaves_out_an_article_of_which_everything_is_hidden(opened: Read) -> None:
    def lines(asked: str) -> list[str]:
        (listed,) = opened(f"{comparison(*MINOR)}{asked}").all("nav", "overview")
        return [" ".join(line.words()) for line in listed.all("li")]

    assert lines("") == ["artikel 1 gewijzigd (3)", "artikel 2 alleen leestekens"]
    assert lines("?verberg=gevolg") == ["artikel 1 gewijzigd"]
