"""A real installation in a temporary folder, and small laws written for the tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from wetgeving.bootstrap import Application
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
