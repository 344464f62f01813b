"""What every test may use: the folder of sample files, wherever this machine has it."""

import os
from pathlib import Path

import pytest

_REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of sample files; a test that needs it is skipped without it, and fails where CI=1."""
    folder = Path(os.environ.get("WETGEVING_SAMPLES") or _REPOSITORY / ".." / "shared" / "samples")
    if folder.is_dir():
        return folder.resolve()
    absent = f"De voorbeeldbestanden staan niet in {folder}; zet WETGEVING_SAMPLES op hun map."
    if os.environ.get("CI") in ("1", "true"):
        pytest.fail(absent)
    pytest.skip(absent)
