"""A dossier as it is shown, and the file that fills a slot, whatever its format."""

from pathlib import Path

import pytest

from corpus.dossier.facts import EventState
from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.services.errors import NotFoundError
from wetgeving.services.ingest import Statement

MANIFEST = """
number = "99901"
title = "Lampen"
[[work]]
key = "99901-voorstel"
kind = "bill"
[[work]]
key = "BWBR9999901"
kind = "act"
[[source]]
key = "S1"
title = "Havenblad"
official = true
[[paper]]
key = "nr-2"
work = "99901-voorstel"
stage = "submitted"
title = "Voorstel van wet"
ground = { certainty = "C1", sources = ["S1"] }
identifiers = { op = "kst-99901-2", dossier = "99901", ondernummer = "2" }
[[paper]]
key = "wet"
work = "BWBR9999901"
stage = "consolidated"
title = "Lampenwet"
ground = { certainty = "C1", sources = ["S1"] }
identifiers = { bwb = "BWBR9999901" }
[[event]]
key = "e1"
work = "99901-voorstel"
what = "Ingediend"
state = "done"
step = "submission"
ground = { certainty = "C1", sources = ["S1"] }
dates = [{ day = 2091-01-01, ground = { certainty = "C1", sources = ["S1"] } }]
[[event]]
key = "e2"
work = "99901-voorstel"
what = "Stemming"
state = "expected"
step = "upper-house-vote"
ground = { certainty = "C1", sources = ["S1"] }
"""
BILL_XML = b"""<?xml version="1.0"?><officiele-publicatie><metadata>
<meta name="DC.identifier" content="kst-99901-2"/>
<meta name="OVERHEIDop.dossiernummer" content="99901"/><meta name="OVERHEIDop.ondernummer" content="2"/>
<meta name="DC.type" scheme="OVERHEIDop.KamerstukTypen" content="Voorstel van wet"/></metadata>
<kamerstuk><stuk><titel>VOORSTEL VAN WET</titel><voorstel-wet><wettekst><artikel><kop><label>Artikel</label>
<nr>1</nr></kop><al>Lampen branden.</al></artikel></wettekst></voorstel-wet></stuk></kamerstuk>
</officiele-publicatie>"""
BILL_TEXT = """99 901
Nr. 2
VOORSTEL VAN WET

Artikel 1
Lampen branden 's nachts.

Artikel 2
Deze wet wordt aangehaald als: Lampenwet.
"""


@pytest.fixture
def loaded(application: Application, tmp_path: Path) -> Application:
    (tmp_path / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    with application.unit_of_work() as services:
        services.loading.load(tmp_path)
    return application


def missing(application: Application) -> list[str]:
    with application.reading() as services:
        return [slot.paper.key for slot in services.dossiers.view("99901").missing]


def test_a_second_dossier_loads_without_code_and_its_papers_are_slots(loaded: Application) -> None:
    assert missing(loaded) == ["nr-2", "wet"]
    with loaded.reading() as services:
        view = services.dossiers.view("99901")
    assert view.last_event is not None
    assert view.last_event.key == "e1"
    assert view.next_event is not None
    assert view.next_event.state is EventState.EXPECTED
    steps = {row.step.id: row for row in view.tracks[0].rows if row.step}
    assert steps["draft"].is_open
    assert [e.key for e in steps["submission"].events] == ["e1"]


@pytest.mark.parametrize(("name", "content"), [("kst.xml", BILL_XML), ("voorstel.txt", BILL_TEXT.encode())])
def test_an_official_file_fills_its_slot_whatever_its_format(
    loaded: Application, name: str, content: bytes
) -> None:
    with loaded.unit_of_work() as services:
        result = services.ingesting.ingest(content, name, "proef", Statement())
    assert result.version.startswith("99901-voorstel@submitted")
    assert missing(loaded) == ["wet"]


def test_a_paper_of_the_dossier_that_fills_no_slot_is_bound_to_the_dossier(loaded: Application) -> None:
    other = BILL_XML.replace(b"kst-99901-2", b"kst-99901-8").replace(b'content="2"', b'content="8"')
    with loaded.unit_of_work() as services:
        services.ingesting.ingest(other, "kst.xml", "proef", Statement())
    with loaded.reading() as services:
        assert services.catalogue.work("kst-99901-8").dossiers == ("99901",)
    assert missing(loaded) == ["nr-2", "wet"]


def test_a_manifest_that_was_corrected_corrects_what_is_stored(loaded: Application, tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_text(MANIFEST.replace("Ingediend", "Aanhangig"), encoding="utf-8")
    with loaded.unit_of_work() as services:
        services.loading.load(tmp_path)
    with loaded.reading() as services:
        assert [e.what for e in services.dossiers.view("99901").facts.events] == ["Aanhangig", "Stemming"]


def test_a_dossier_that_is_not_there_says_so(application: Application) -> None:
    with pytest.raises(NotFoundError, match="12345"), application.reading() as services:
        services.dossiers.view("12345")


def test_the_shipped_dossiers_name_what_is_missing(application: Application) -> None:
    real = next(folder for folder in shipped_dossiers() if folder.name == "36871")
    with application.unit_of_work() as services:
        assert services.loading.load(real) == ()
    with application.reading() as services:
        view = services.dossiers.view("36871")
    assert len(view.facts.eu_acts) == 10
    assert len(view.missing) == len(view.slots)
    assert all(slot.paper.disables for slot in view.missing)
    assert [v.dictum for v in view.facts.verdicts] == ["B"]


def test_a_union_act_fills_its_slot_by_the_identifier_it_bears(loaded: Application, tmp_path: Path) -> None:
    more = """
[[work]]
key = "39999R9999"
kind = "eu-regulation"
identifiers = { eli = "http://data.europa.eu/eli/reg/2091/9999/oj" }
[[paper]]
key = "39999R9999"
work = "39999R9999"
stage = "published"
title = "Lampenverordening"
ground = { certainty = "C1", sources = ["S1"] }
identifiers = { eli = "http://data.europa.eu/eli/reg/2091/9999/oj" }
"""
    (tmp_path / "eu.toml").write_text(more, encoding="utf-8")
    page = (
        '<html><head><meta property="eli:uri" content="http://data.europa.eu/eli/reg/2091/9999/oj"></head>'
        '<body><p class="oj-doc-ti">VERORDENING (EU) 2091/9999</p><p class="oj-ti-art">Artikel 1</p>'
        '<p class="oj-normal">Lampen branden.</p></body></html>'
    )
    with loaded.unit_of_work() as services:
        services.loading.load(tmp_path)
        assert "39999R9999" in [s.paper.key for s in services.dossiers.view("99901").missing]
        reading = services.proposing.propose(page.encode(), "eu.html")
        result = services.ingesting.ingest(page.encode(), "eu.html", "proef", Statement())
    assert reading.reading.identifiers
    assert result.version.startswith("39999R9999@published")
    assert "39999R9999" not in missing(loaded)
