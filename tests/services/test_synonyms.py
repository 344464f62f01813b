"""Names that a dossier gives for the same thing find each other; those of a closed dossier stay with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.store.viewer import ANYONE

MANIFEST = """
number = "29111"
title = "Lampen"
[[synonym]]
key = "lampenverordening"
names = ["Lampenverordening", "Verordening verlichtingsmiddelen", "2031/77"]
"""
TEXT = "Wet op de lampen\n\nArtikel 1\n\nDe Verordening verlichtingsmiddelen wordt uitgevoerd.\n"


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Application]:
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(tmp_path), "USER": "jurist"}))
    application.database.migrate()
    with application.unit_of_work() as services:
        services.loading.load(folder)
        said = Statement(work="LAMPEN", stage="consolidated")
        services.ingesting.ingest(TEXT.encode(), "lampen.txt", "test", said)
    application.index()
    yield application
    application.close()


@pytest.mark.parametrize("asked", ["Lampenverordening", "lampenverordening", "2031/77"])
def test_a_name_of_the_dossier_finds_the_other_names(shelf: Application, asked: str) -> None:
    with shelf.reading() as services:
        assert [h.eid for h in services.searching.find(asked, {}).result.hits] == ["art_1"]


def test_names_of_a_closed_dossier_are_not_for_everyone(shelf: Application) -> None:
    with shelf.unit_of_work() as services:
        services.membership.close("29111")
    with shelf.reading(ANYONE) as services:
        assert services.searching.find("2031/77", {}).result.total == 0
