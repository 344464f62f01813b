"""Taking in a file in a real browser: chosen, looked at, corrected, confirmed, read."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser
from werkzeug.serving import make_server

from wetgeving.bootstrap import Application
from wetgeving.settings import Settings
from wetgeving.web import create_app

LAW = "Wet op de fluiten (Fluitenwet)\n\nArtikel 1\n\n1. Een fluit fluit.\n\n2. Een fluit zwijgt.\n"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """An installation of its own that takes files in, on a free port of loopback."""
    environment = {"WETGEVING_HOME": str(tmp_path / "home"), "WETGEVING_UPLOADS": "1"}
    application = Application(Settings.from_environment(environment))
    application.database.migrate()
    server = make_server("127.0.0.1", 0, create_app(application))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
    application.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_a_file_is_looked_at_and_confirmed(
    browser: Browser, address: str, tmp_path: Path, width: int
) -> None:
    law = tmp_path / "fluit.txt"
    law.write_text(LAW, encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}/opnemen")
    page.set_input_files("#bestand", law)
    page.click("main button[type=submit]")
    assert page.inner_text("h1") == "fluit.txt"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.fill("#work", "fluitenwet")
    page.fill("#document_date", "2091-02-03")
    page.click("main button[type=submit]")
    assert page.url == f"{address}/regelingen/fluitenwet/unspecified-2091-02-03"
    assert "Een fluit zwijgt." in page.inner_text("article.law")
    assert complaints == []
    context.close()
