"""References: found in a batch, made again and equal, and never a trace of what is closed or removed."""

from datetime import date
from pathlib import Path

import pytest

from tests.services.laws import index
from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.services.ingest import Statement
from wetgeving.services.removing import erase
from wetgeving.store.citation_form import Place, Reference
from wetgeving.store.viewer import ANYONE

LAMP = """Wet op de lampen (Lampenwet)

Artikel 1

1. Een lamp brandt bij nacht.

2. Het eerste lid geldt niet bij volle maan.

Artikel 2

Wie artikel 1, tweede lid, overtreedt, dooft zijn lamp.
"""
OIL = """Besluit lampolie

Artikel 1

De olie, bedoeld in artikel 2 van de Lampenwet, is helder.

Artikel 2

In afwijking van artikel 9 van de Lampenwet mag zij geuren.
"""
LAW, DECREE = "LAMP@consolidated-2031-01-01", "OLIE@consolidated-2031-01-01"
RENUMBERED = LAMP.replace("Artikel 2\n\nWie", "Artikel 2\n\nEen kaars is een lamp.\n\nArtikel 3\n\nWie")


def _take_in(application: Application, work: str, text: str, *, day: str = "2031-01-01") -> str:
    said = Statement(work=work, stage="consolidated", in_force_on=date.fromisoformat(day))
    with application.unit_of_work() as services:
        return services.ingesting.ingest(text.encode(), f"{work}.txt", "test", said).version


def _references(application: Application, key: str) -> tuple[Reference, ...] | None:
    with application.reading() as services:
        return services.references.of(key)


def _everything(application: Application) -> dict[str, tuple[Reference, ...] | None]:
    with application.reading() as services:
        keys = [v.version for versions in services.catalogue.shelf() for v in versions.versions]
        return {v.version: services.references.of(v.version) for v in keys}


@pytest.fixture
def lamps(application: Application) -> Application:
    """A law and a decree that refers to it, read for references."""
    _take_in(application, "LAMP", LAMP)
    _take_in(application, "OLIE", OIL)
    application.index()
    return application


def test_a_text_has_no_references_until_it_was_read_for_them(application: Application) -> None:
    key = _take_in(application, "LAMP", LAMP)
    assert _references(application, key) is None
    with application.reading() as services:
        assert services.references.dangling(key) is None
        assert services.references.tag(key) == ""
    application.index()
    assert len(_references(application, key) or ()) == 3


def test_a_reference_names_the_version_it_was_looked_up_in(lamps: Application) -> None:
    first, second = _references(lamps, DECREE) or ()
    assert first.places == (Place("work", "LAMP", "art_2", True, LAW),)
    assert (second.status, second.reason, second.places) == ("not found", "no-such-provision", ())
    title, own, other = _references(lamps, LAW) or ()
    assert [p.provision for p in title.places] == [""]
    assert [(p.provision, p.version) for p in own.places] == [("art_1__para_1", LAW)]
    assert [p.provision for p in other.places] == ["art_1__para_2"]


def test_made_again_they_are_the_same(lamps: Application) -> None:
    _take_in(lamps, "LAMP", RENUMBERED, day="2032-01-01")
    lamps.index()
    grown = _everything(lamps)
    assert sum(len(found or ()) for found in grown.values()) == 8
    assert lamps.verify_references() == 0
    assert lamps.verify_references(rebuild=True) == 3
    assert _everything(lamps) == grown


@pytest.mark.parametrize("folder", shipped_dossiers(), ids=lambda folder: folder.name)
def test_of_the_dossiers_that_ship_made_again_they_are_the_same(
    application: Application, folder: Path
) -> None:
    with application.unit_of_work() as services:
        services.loading.load(folder)
    application.index()
    grown = _everything(application)
    assert None not in grown.values()
    application.verify_references(rebuild=True)
    assert _everything(application) == grown


def test_converging_again_reads_nothing(lamps: Application) -> None:
    assert lamps.verify_references() == 0
    lamps.index()
    assert lamps.verify_references() == 0


def test_what_refers_to_a_provision_is_found_with_its_words(lamps: Application) -> None:
    with lamps.reading() as services:
        found = services.references.to(LAW, "art_2")
        work = services.catalogue.work("LAMP")
        assert services.references.count(work, "art_2") == 1
        assert services.references.count(work, "art_1") == 2
    (citing,) = found.works
    (place,) = citing.places
    assert (citing.work.key, place.label, place.quoted[0].words) == (
        "OLIE", "artikel 1", "artikel 2 van de Lampenwet",
    )  # fmt: skip
    assert (found.total, found.places, citing.others) == (1, 1, ())


def test_a_new_version_of_a_work_moves_what_refers_to_it(lamps: Application) -> None:
    oil = _take_in(lamps, "OLIE", OIL.replace("helder", "geel"), day="2033-01-01")
    _take_in(lamps, "LAMP", RENUMBERED, day="2032-01-01")
    lamps.index()
    first = (_references(lamps, oil) or ())[0]
    assert first.places[0].version == "LAMP@consolidated-2032-01-01"
    with lamps.reading() as services:
        rows = services.references.dangling(DECREE)
    assert rows is not None
    told = [(r.lost.why, r.lost.version, r.instead) for r in rows]
    assert told == [
        ("renumbered", "LAMP@consolidated-2032-01-01", (("art_3", "artikel 3"),)),
        ("nothing-there", LAW, ()),
    ]


def test_a_work_that_is_taken_in_later_is_linked_by_its_name(application: Application) -> None:
    oil = _take_in(application, "OLIE", OIL)
    application.index()
    assert not any(r.places for r in _references(application, oil) or ())
    _take_in(application, "LAMP", LAMP)
    application.index()
    assert (_references(application, oil) or ())[0].places[0].id == "LAMP"


def test_a_withdrawn_version_neither_refers_nor_is_referred_to(lamps: Application) -> None:
    with lamps.unit_of_work() as services:
        services.curation.withdraw(LAW, "vergissing")
    first = (_references(lamps, DECREE) or ())[0]
    assert (first.status, first.places) == ("not found", ())
    lamps.index()
    assert lamps.verify_references() == 0
    with lamps.reading() as services:
        work = services.catalogue.work("LAMP")
        assert services.references.count(work, "art_1") == 0


def test_a_removed_text_leaves_no_reference(lamps: Application) -> None:
    with lamps.unit_of_work() as services:
        removal = services.removing.remove(DECREE, "bevel")
    index(lamps)
    assert erase(lamps.database, lamps.engines, removal.keys).complete
    with lamps.reading() as services:
        assert services.references.to(LAW, "art_2").works == ()
        assert services.references.tag(DECREE) == ""


def test_the_name_of_a_closed_work_is_no_reference_in_an_open_text(application: Application) -> None:
    with application.unit_of_work() as services:
        said = Statement(work="LAMP", stage="consolidated", in_force_on=date(2031, 1, 1), dossier="29777")
        services.ingesting.ingest(LAMP.encode(), "lamp.txt", "test", said)
    oil = _take_in(application, "OLIE", OIL)
    application.index()
    assert (_references(application, oil) or ())[0].places != ()
    with application.unit_of_work() as services:
        services.membership.close("29777")
    with application.reading(ANYONE) as services:  # before the table was made again
        assert [r.places for r in services.references.of(oil) or ()] == [(), ()]
    application.index()
    assert {(r.status, r.reason) for r in _references(application, oil) or ()} == {
        ("not found", "unknown-act")
    }
    with application.reading() as services:
        closed = services.references.of(LAW)
    assert closed is not None
    assert all(r.places for r in closed)


def test_the_example_dossier_shows_references_that_lead_nowhere(application: Application) -> None:
    folder = next(f for f in shipped_dossiers() if f.name == "VOORBEELD-1")
    with application.unit_of_work() as services:
        services.loading.load(folder)
    application.index()
    with application.reading() as services:
        rows = services.references.dangling("VOORBEELD-1-besluit@consolidated-2091-01-01")
        assert services.references.dangling("VOORBEELD-1-besluit@consolidated-2094-01-01") == ()
    assert rows is not None
    assert [(r.label, r.quoted.words, r.lost.why, r.instead) for r in rows] == [
        ("overweging", "25, tweede lid", "renumbered", (("art_24__para_4", "artikel 24, vierde lid"),)),
        (
            "artikel 1, begripsbepaling van noodlicht",
            "artikel 25, eerste lid, van de wet",
            "renumbered",
            (("art_24__para_3", "artikel 24, derde lid"),),
        ),
        ("artikel 16, derde lid", "artikel 31 van de wet", "repealed", ()),
    ]
