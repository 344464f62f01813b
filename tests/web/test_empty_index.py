"""An index that is empty says nothing about what is stored, and the page says so."""

from pathlib import Path

import pytest

from wetgeving.bootstrap import Application
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .shelf import fill


@pytest.mark.parametrize("place", ["teksten", "wijzigingen"])
def test_an_empty_index_is_told_from_a_word_that_is_nowhere(tmp_path: Path, place: str) -> None:
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(tmp_path), "USER": "tester"}))
    fill(application)
    client = create_app(application).test_client()
    nowhere = client.get(f"/zoeken?q=zeilboot&in={place}").get_data(as_text=True)
    assert "De zoekindex is leeg" not in nowhere
    application.engine.clear()
    application.changes.clear()
    empty = client.get(f"/zoeken?q=lamp&in={place}").get_data(as_text=True)
    assert "De zoekindex is leeg" in empty
    assert "komt in geen enkele bepaling voor" not in empty
    application.close()
