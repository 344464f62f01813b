"""Loading a dossier: what a manifest says, and what it is told when it is wrong."""

from pathlib import Path

import pytest

from corpus.dossier import ManifestError
from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.services.ingest import Outcome

from .laws import LAMP

MANIFEST = """
number = "D-1"
title = "Proef"
[[work]]
key = "LAMP"
kind = "act"
[[work.version]]
file = "lamp.txt"
stage = "consolidated"
in_force_on = 2091-01-01
"""


def dossier(folder: Path, manifest: str) -> Path:
    folder.mkdir()
    (folder / "manifest.toml").write_text(manifest, encoding="utf-8")
    (folder / "lamp.txt").write_text(LAMP, encoding="utf-8")
    return folder


def test_a_dossier_is_loaded_without_code_and_a_second_time_nothing_happens(
    application: Application, tmp_path: Path
) -> None:
    folder = dossier(tmp_path / "D-1", MANIFEST)
    outcomes = []
    for _ in range(2):
        with application.unit_of_work() as services:
            outcomes += [r.outcome for r in services.loading.load(folder)]
    assert outcomes == [Outcome.ADDED, Outcome.ALREADY_STORED]
    with application.reading() as services:
        assert services.catalogue.work("LAMP").dossiers == ("D-1",)


@pytest.mark.parametrize(
    ("change", "names"),
    [
        (("number", "nummer"), "nummer"),
        (("in_force_on = 2091-01-01", 'in_force_on = "1 januari"'), "1 januari"),
        (('file = "lamp.txt"', 'file = "weg.txt"'), "weg.txt"),
        (('file = "lamp.txt"', 'file = "../../geheim.txt"'), "geheim"),
        (("[[work]]", "[[work"), "TOML"),
        (('key = "LAMP"', ""), "key"),
    ],
)
def test_a_manifest_that_is_wrong_is_refused_by_name(
    application: Application, tmp_path: Path, change: tuple[str, str], names: str
) -> None:
    folder = dossier(tmp_path / "D-1", MANIFEST.replace(*change))
    with pytest.raises(ManifestError, match=names), application.unit_of_work() as services:
        services.loading.load(folder)
    with application.reading() as services:
        assert services.catalogue.works() == ()


def test_a_folder_without_a_manifest_says_so(application: Application, tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"manifest\.toml"), application.unit_of_work() as services:
        services.loading.load(tmp_path)


SHIPPED = {
    "VOORBEELD-1-advies": 1,
    "VOORBEELD-1-amendement-8": 1,
    "VOORBEELD-1-amendement-9": 1,
    "VOORBEELD-1-beslisnota": 1,
    "VOORBEELD-1-besluit": 2,
    "VOORBEELD-1-circulaire": 1,
    "VOORBEELD-1-lantaarnwet": 2,
    "VOORBEELD-1-nota-van-wijziging": 1,
    "VOORBEELD-1-regeling": 2,
    "VOORBEELD-1-seinrichtlijn": 1,
    "VOORBEELD-1-toelichting": 2,
    "VOORBEELD-1-verslag": 0,
    "VOORBEELD-1-voortgangsbrief": 1,
    "VOORBEELD-1-vuurverordening": 1,
    "VOORBEELD-1-wijzigingswet": 6,
}


def test_of_what_ships_only_the_example_has_texts_and_all_of_it_is_marked_fictional(
    application: Application,
) -> None:
    for folder in shipped_dossiers():
        with application.unit_of_work() as services:
            services.loading.load(folder)
    with application.reading() as services:
        listed = services.catalogue.works()
    assert {x.work.key: x.versions for x in listed if x.work.fictional} == SHIPPED
    assert {x.versions for x in listed if not x.work.fictional} == {0}


def test_every_file_of_the_example_says_that_it_is_one() -> None:
    example = next(folder for folder in shipped_dossiers() if folder.name == "VOORBEELD-1")
    texts = [path for path in example.iterdir() if path.suffix != ".toml"]
    assert len(texts) == 23
    for path in texts:
        assert path.name.startswith("FICTIEVE-VOORBEELDTEKST-")
        assert "FICTIEVE VOORBEELDTEKST" in path.read_text(encoding="utf-8")
