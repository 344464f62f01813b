"""Debian's Chromium, the site on a free port, and a page that fails on anything that goes wrong in it.

Where Chromium is missing it is installed if possible, else the tests are skipped; with CI=1 they fail.
"""

import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright
from werkzeug.serving import make_server

from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.settings import Settings
from wetgeving.web import create_app

from ..web.shelf import fill

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _install() -> None:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "timeout": 600}
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
    ):
        subprocess.run(command, env=environment, check=False, **quiet)  # type: ignore[call-overload]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium."""
    if not Path(CHROMIUM).exists() and os.geteuid() == 0 and shutil.which("apt-get"):
        _install()
    if Path(CHROMIUM).exists():
        return CHROMIUM
    absent = f"Chromium staat niet op {CHROMIUM}; installeer het met `apt-get install chromium`."
    if os.environ.get("CI") in ("1", "true"):
        pytest.fail(absent)
    pytest.skip(absent)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A running browser."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield running
        running.close()


@contextmanager
def _served(home: Path, filled: Callable[[Application], None]) -> Iterator[str]:
    """The address of a running site over a new installation."""
    settings = Settings.from_environment({"WETGEVING_HOME": str(home), "USER": "tester"})
    application = Application(settings)
    filled(application)
    server = make_server("127.0.0.1", 0, create_app(application), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
    application.close()


def _load_what_ships(application: Application) -> None:
    application.database.migrate()
    for folder in shipped_dossiers():
        with application.unit_of_work() as services:
            services.loading.load(folder)
    application.index()


@pytest.fixture(scope="session")
def shelf_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running site over the shelf of the web tests."""
    with _served(tmp_path_factory.mktemp("site"), fill) as served:
        yield served


@pytest.fixture(scope="session")
def shipped_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a new installation with the dossiers that ship."""
    with _served(tmp_path_factory.mktemp("nieuw"), _load_what_ships) as served:
        yield served


@pytest.fixture(scope="session")
def address(shelf_address: str) -> str:
    """The address that a visit goes to, unless a module says otherwise."""
    return shelf_address


@dataclass
class Visit:
    """An open page and everything that went wrong in it."""

    page: Page
    address: str
    problems: list[str] = field(default_factory=list)

    def to(self, path: str) -> Page:
        """Open a path of the site."""
        self.page.goto(self.address + path)
        return self.page


def _failed(asked: Request) -> Iterator[str]:
    """A request that failed; one that the browser dropped itself because the page was left did not."""
    if asked.failure != "net::ERR_ABORTED":
        yield f"mislukt: {asked.url} {asked.failure}"


@pytest.fixture
def visit(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visit in a window of the width the test asks for (1280 by default); problems in it fail the test."""
    width = getattr(request, "param", 1280)
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="nl-NL")
    visit = Visit(context.new_page(), address)
    visit.page.on("console", lambda said: visit.problems.append(f"console: {said.text}"))
    visit.page.on("pageerror", lambda error: visit.problems.append(f"fout: {error}"))
    visit.page.on("requestfailed", lambda asked: visit.problems.extend(_failed(asked)))
    yield visit
    context.close()
    assert visit.problems == []
