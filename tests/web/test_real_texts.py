"""Real consolidated law on the pages: no word is lost, and the first of the page is there at once."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.provision import words
from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .page import parse
from .shelf import address, comparison

FILES = {
    "BWBR0011823@consolidated-2014-09-19": "bwb-markdown-versions/BWBR0011823/BWBR0011823_2014-09-19.md",
    "BWBR0011823@consolidated-2019-02-27": "bwb-toestand/BWBR0011823_2019-02-27.xml",
    "BWBR0005537@consolidated-2020-04-15": "bwb-toestand/BWBR0005537_2020-04-15.xml",
}


@pytest.fixture(scope="module")
def law(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """An installation with three real texts."""
    home = str(tmp_path_factory.mktemp("echt"))
    application = Application(Settings.from_environment({"WETGEVING_HOME": home, "USER": "tester"}))
    application.database.migrate()
    for name in FILES.values():
        path = samples / name
        with application.unit_of_work() as services:
            services.ingesting.ingest(path.read_bytes(), path.name, "voorbeelden", Statement())
    yield application
    application.close()


@pytest.fixture
def reader(law: Application) -> FlaskClient:
    """A browser on those texts."""
    return create_app(law).test_client()


@pytest.mark.parametrize("key", FILES)
def test_every_word_of_a_real_law_is_on_its_page(law: Application, reader: FlaskClient, key: str) -> None:
    with law.reading() as services:
        provisions = services.catalogue.text(key).provisions
    tree = parse(reader.get(f"{address(key)}?deel=alles").get_data(as_text=True))
    shown = next(tree.all(css="law")).words(without=("note", "label"))
    assert shown == list(words(provisions))


def test_the_head_of_a_long_law_is_there_within_200_milliseconds(reader: FlaskClient) -> None:
    path = address("BWBR0005537@consolidated-2020-04-15")
    with reader.get(path) as warm:
        assert warm.status_code == 200
    started = time.perf_counter()
    with reader.get(path, buffered=False) as response:
        first = next(iter(response.response))
        elapsed = time.perf_counter() - started
    assert b"Algemene wet bestuursrecht" in (first if isinstance(first, bytes) else first.encode())
    assert elapsed < 0.2


def test_a_real_comparison_holds_every_word_of_both_texts(law: Application, reader: FlaskClient) -> None:
    old, new, _ = FILES
    tree = parse(reader.get(comparison(old, new)).get_data(as_text=True))
    for side, key in (("old", old), ("new", new)):
        with law.reading() as services:
            expected = sorted(words(services.catalogue.text(key).provisions))
        other = "new-print" if side == "old" else "old-print"
        cells = [c for row in tree.all(css="row") for c in (*row.all(css=side), *row.all(css="both"))]
        lines = [p for cell in cells for p in cell.all("p") if "absent" not in p.classes]
        shown = [w for line in lines for w in line.words(without=(other,))]
        assert sorted(shown) == expected
