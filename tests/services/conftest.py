"""A real installation in a temporary folder, and small laws written for the tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.settings import Settings


@pytest.fixture
def application(tmp_path: Path) -> Iterator[Application]:
    """An empty installation: SQLite and Whoosh in a temporary folder."""
    running = Application(
        Settings.from_environment({"WETGEVING_HOME": str(tmp_path / "home"), "USER": "tester"})
    )
    running.database.migrate()
    yield running
    running.close()


def opened(home: Path) -> Application:
    """The installation in this folder, as a lawyer opens it."""
    return Application(Settings.from_environment({"WETGEVING_HOME": str(home), "USER": "jurist"}))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the dossiers that ship, for each test to copy."""
    home = tmp_path_factory.mktemp("filled")
    running = opened(home)
    running.database.migrate()
    with running.unit_of_work() as services:
        for folder in shipped_dossiers():
            services.loading.load(folder)
    running.close()
    return home


@pytest.fixture
def shelf(filled: Path, tmp_path: Path) -> Iterator[Application]:
    """The dossiers that ship, in an installation of their own."""
    shutil.copytree(filled, tmp_path / "home")
    running = opened(tmp_path / "home")
    yield running
    running.close()
