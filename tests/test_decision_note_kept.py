"""Below the line nothing is kept: the secret of every note is looked for wherever the service leaves bytes.

Notes come as text, page, Word file (with a comment, a deletion and a page header) and PDF (with hidden text),
and go in by the command line, the service and the page. Searched: the database file, all it holds unpacked,
the index, the temporary folder, everything printed, exports, and every page. Takes about ten seconds.
"""

import base64
import io
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from tests.corpus.test_decision_note import FILES, REFUSED
from wetgeving.bootstrap import Application
from wetgeving.cli import main
from wetgeving.services.errors import MissingDetailError
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.store.packed import Packed
from wetgeving.store.schema import packed
from wetgeving.web import create_app

SECRET = "zonnebloemzaad"
NAMES = (
    "dashes",
    "underscores",
    "heading 5 before the line",
    "a page",
    "a word file with a comment, a deletion and a page header",
    "a pdf with hidden text, and the secret first in the file",
)
KEY = "NOTA@unspecified-2091-01-01"
OPTIONS = ("--work", "NOTA", "--document-date", "2091-01-01")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh installation, and a temporary folder of its own."""
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    monkeypatch.setenv("WETGEVING_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WETGEVING_UPLOADS", "1")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("INDEX_URL", raising=False)
    return tmp_path


@pytest.fixture
def application(home: Path) -> Iterator[Application]:
    """The installation, opened."""
    running = Application(Settings.from_environment())
    running.database.migrate()
    yield running
    running.close()


def call(*arguments: str) -> str:
    """Everything a command prints, on both outputs."""
    result = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    return result.stdout + result.stderr


def kept(application: Application, folder: Path) -> Iterator[tuple[str, bytes]]:
    """All bytes that were left behind: each file of the installation, and each content of the database."""
    with application.database.read() as connection:
        contents = Packed(connection)
        for number in connection.execute(select(packed.c.id)).scalars().all():
            yield f"inhoud {number}", contents.read(number)
        for table in packed.metadata.sorted_tables:
            yield table.name, repr(connection.execute(select(table)).all()).encode()
    for path in folder.rglob("*"):
        if path.is_file() and path.parent.name != "aangeboden":
            yield path.name, path.read_bytes()


def places_with_secret(application: Application, folder: Path) -> list[str]:
    return [name for name, content in kept(application, folder) if SECRET.encode() in content.lower()]


def offered(folder: Path, source: bytes) -> Path:
    file = folder / "aangeboden" / "nota.bin"
    file.parent.mkdir()
    file.write_bytes(source)
    return file


@pytest.mark.parametrize("source", [FILES[name] for name in NAMES], ids=NAMES)
def test_the_command_line_keeps_and_prints_nothing_below_the_line(home: Path, source: bytes) -> None:
    file = offered(home, source)
    said = [call("read", str(file)), call("read", str(file), "--format", "json")]
    said += [call("ingest", str(file), *OPTIONS), call("show", KEY), call("show", KEY, "--format", "json")]
    said += [call("search", SECRET), call("search", "aanleiding"), call("refresh")]
    said += [call("compare", str(file), KEY), call("export", KEY, "--as", "akoma-ntoso")]
    running = Application(Settings.from_environment())
    left = places_with_secret(running, home)
    running.close()
    assert left == []
    assert [text for text in said if SECRET in text.replace(f'"{SECRET}"', "").lower()] == []
    assert all("aanleiding" in text.lower() for text in (said[0], said[3], said[9]))


def test_what_is_kept_is_the_public_part_and_the_number_of_the_original(
    application: Application, home: Path
) -> None:
    source = FILES["a pdf with hidden text, and the secret first in the file"]
    with application.unit_of_work() as services:
        result = services.ingesting.ingest(source, "nota.pdf", "proef", Statement(work="NOTA"))
    with application.reading() as services:
        content = services.catalogue.source(result.sha256)
        text = services.catalogue.text(result.version)
    assert "Geadviseerd besluit" in repr(content)
    assert [g.rule for g in text.guessed] == ["cut-before-storage"]
    assert [s.media_type for s in text.listed.version.sources] == ["text/plain"]


def test_the_same_note_twice_is_already_stored_and_reading_it_again_changes_nothing(
    application: Application,
) -> None:
    outcomes = []
    for _ in range(2):
        with application.unit_of_work() as services:
            said = Statement(work="NOTA")
            outcomes.append(
                services.ingesting.ingest(FILES["dashes"], "nota.txt", "proef", said).outcome.value
            )
    with application.reading() as services:
        report = services.refreshing.report()
    assert (outcomes, report.differences) == (["added", "already-stored"], ())


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_a_note_without_a_line_is_refused_and_leaves_nothing(home: Path, text: str) -> None:
    said = call("ingest", str(offered(home, text.encode())), *OPTIONS, "--format", "json")
    running = Application(Settings.from_environment())
    left = places_with_secret(running, home)
    running.close()
    assert "no-cut-line" in said
    assert SECRET not in said
    assert left == []


def test_a_note_that_cannot_be_placed_leaves_nothing(application: Application, home: Path) -> None:
    with pytest.raises(MissingDetailError), application.unit_of_work() as services:
        services.ingesting.ingest(FILES["dashes"], "nota.txt", "proef", Statement())
    assert places_with_secret(application, home) == []


@pytest.mark.parametrize("source", [FILES[name] for name in NAMES], ids=NAMES)
def test_no_page_shows_what_stands_below_the_line(
    application: Application, home: Path, source: bytes
) -> None:
    client = create_app(application).test_client()
    sent = client.post("/opnemen", data={"bestand": (io.BytesIO(source), "nota.txt")})
    form = sent.get_data(as_text=True)
    held = base64.b64decode(form.partition('name="inhoud" value="')[2].partition('"')[0])
    stored = client.post(
        "/opnemen/bevestigen",
        data={
            "inhoud": base64.b64encode(source).decode(),
            "naam": "nota.txt",
            "work": "NOTA",
            "stage": "unspecified",
            "document_date": "2091-01-01",
        },
    )
    application.index()
    with application.reading() as services:
        digest = services.catalogue.version(KEY).version.sources[0].sha256
    pages = ["/", "/regelingen/NOTA", stored.location, f"{stored.location}.akn.xml", f"/bron/{digest}"]
    pages += [f"{stored.location}/dvs_1", "/zoeken?q=aanleiding"]
    answers = [client.get(page).get_data(as_text=True) for page in pages]
    assert stored.status_code == 303
    assert [page for page, answer in zip(pages, answers, strict=True) if SECRET in answer.lower()] == []
    assert SECRET not in form.lower()
    assert SECRET.encode() not in held.lower()
    assert "Aanleiding" in answers[2]
    assert places_with_secret(application, home) == []


def test_the_search_finds_the_secret_where_it_is_allowed_to_stand(
    application: Application, home: Path
) -> None:
    """The hunt itself: it finds the word in a law, packed in the database and in the index."""
    law = f"Wet op de hekken\n\nArtikel 1\n\nEen hek van {SECRET}.\n".encode()
    with application.unit_of_work() as services:
        services.ingesting.ingest(law, "wet.txt", "proef", Statement(work="HEK"))
    application.index()
    found = places_with_secret(application, home)
    assert any(name.startswith("inhoud") for name in found)
    assert json.loads(call("search", SECRET, "--format", "json"))["total"] == 1
