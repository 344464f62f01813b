"""A text the law wants gone is gone to the last byte; what others share stays whole; fiction goes too."""

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import select

from wetgeving.bootstrap import Application
from wetgeving.services import Services
from wetgeving.services.errors import (
    InvalidValueError,
    MissingDetailError,
    NotFoundError,
    RemovedError,
)
from wetgeving.services.ingest import Outcome, Statement
from wetgeving.services.removing import Removal, erase
from wetgeving.services.safekeeping import back_up
from wetgeving.store.packed import Packed
from wetgeving.store.schema import packed
from wetgeving.store.values import Dossier, DossierEntry, NewVersion

from .laws import LAMP, index, take_in

SECRET = "geheimhouder Wobbelsma"
KEY = "LAMP@consolidated-2092-01-01"
LATER = "LAMP@consolidated-2093-01-01"
WITH_SECRET = LAMP.replace("door de beheerder", f"door {SECRET}")


@pytest.fixture
def filled(application: Application) -> Application:
    """Three versions, of which the middle one holds the secret and the last rests on its bytes."""
    take_in(application, LAMP)
    take_in(application, WITH_SECRET, "2092-01-01")
    take_in(application, LAMP.replace("mist", "nevel"), "2093-01-01", derived_from=KEY)
    index(application)
    return application


def remove(application: Application, key: str = KEY, reason: str = "artikel 17 AVG") -> Removal:
    """Remove a text and write the files anew, as the command does."""
    with application.unit_of_work() as services:
        removal = services.removing.remove(key, reason)
    index(application)
    assert erase(application.database, application.engines, removal.keys).complete
    return removal


def files_with(application: Application, words: str) -> list[str]:
    """The files of an installation, of the index too, that hold the last of these words in their bytes."""
    word = words.split()[-1].encode().lower()
    found = (p for p in sorted(application.settings.home.rglob("*")) if p.is_file())
    return [p.suffix for p in found if word in p.read_bytes().lower()]


def packed_with(application: Application, words: str) -> list[int]:
    """The rows of `packed` that hold these words once unpacked."""
    with application.database.read() as connection:
        ids = connection.execute(select(packed.c.id)).scalars().all()
        return [i for i in ids if words.encode() in Packed(connection).read(i)]


def test_no_byte_of_a_removed_text_is_left_in_any_file(filled: Application, tmp_path: Path) -> None:
    assert packed_with(filled, SECRET)
    assert {".seg", ".db-wal"} & set(files_with(filled, SECRET)) == {".seg", ".db-wal"}
    remove(filled)
    assert files_with(filled, SECRET) == []
    assert packed_with(filled, SECRET) == []
    kept = back_up(filled.database, tmp_path / "k.zip", made_at=datetime(2091, 4, 1, tzinfo=UTC))
    with ZipFile(kept.file) as archive:
        assert not any(b"Wobbelsma" in archive.read(name) for name in archive.namelist())


def test_what_stays_is_whole(filled: Application) -> None:
    with filled.reading() as services:
        keys = ("LAMP@consolidated-2091-01-01", LATER)
        before = {key: services.catalogue.text(key).provisions for key in keys}
        sources = {key: services.catalogue.version(key).version.sources[0].sha256 for key in before}
    remove(filled)
    with filled.reading() as services:
        for key, provisions in before.items():
            assert services.catalogue.text(key).provisions == provisions
            assert services.catalogue.source(sources[key])
        assert services.refreshing.report().differences == ()
        assert [x.version.version for x in services.catalogue.versions("LAMP")] == list(keys)
    assert filled.verify_index() == 0


def test_every_question_answers_with_the_reason(filled: Application) -> None:
    with filled.reading() as services:
        sha256 = services.catalogue.version(KEY).version.sources[0].sha256
    removal = remove(filled)
    assert (removal.keys, removal.heirs, removal.tombstone.sha256) == ((KEY,), (LATER,), (sha256,))
    with filled.reading() as services:
        for ask in (
            lambda: services.catalogue.version(KEY),
            lambda: services.catalogue.text(KEY),
            lambda: services.catalogue.provision(KEY, "art_1"),
            lambda: services.comparing.as_given(KEY, LATER),
            lambda: services.exporting.export(KEY, "akoma-ntoso"),
            lambda: services.catalogue.source(sha256),
        ):
            with pytest.raises(RemovedError, match=r"verwijderd op .*artikel 17 AVG"):
                ask()
        kinds = [e.kind for e in services.catalogue.events("LAMP")]
        assert kinds == ["added", "added", "added", "removed", "base-removed"]
        assert services.catalogue.version(LATER).version.derived_from is None
    for change in ("withdraw", "correct"):
        with pytest.raises(RemovedError), filled.unit_of_work() as services:
            getattr(services.curation, change)(KEY, "toch niet")


def test_every_key_the_version_had_is_a_tombstone_and_is_given_to_no_other(filled: Application) -> None:
    with filled.unit_of_work() as services:
        services.curation.correct(KEY, "andere datum", in_force_on=date(2092, 2, 1))
    moved = "LAMP@consolidated-2092-02-01"
    assert remove(filled, KEY).keys == (moved, KEY)
    with filled.reading() as services:
        for key in (KEY, moved):
            with pytest.raises(RemovedError):
                services.catalogue.version(key)
    again = take_in(filled, LAMP.replace("mist", "rook"), "2092-01-01")
    assert (again.outcome, again.version) == (Outcome.ADDED, f"{KEY}-2")


def test_the_removed_file_is_not_taken_in_again(filled: Application) -> None:
    remove(filled)
    with pytest.raises(RemovedError, match="artikel 17 AVG"):
        take_in(filled, WITH_SECRET, "2095-01-01")


def test_a_text_that_another_version_holds_too_stays_and_is_said_to(filled: Application) -> None:
    take_in(filled, WITH_SECRET, "2094-01-01")
    removal = remove(filled, KEY)
    assert removal.shared_texts > 0
    assert removal.shared_files != ()
    assert removal.tombstone.sha256 == ()
    with filled.reading() as services:
        text = services.catalogue.text("LAMP@consolidated-2094-01-01")
        assert SECRET in "".join(p.full_text() for p in text.provisions)
    remove(filled, "LAMP@consolidated-2094-01-01")
    assert files_with(filled, SECRET) == []


def test_an_earlier_reading_of_the_same_file_goes_with_it(filled: Application) -> None:
    """What `refresh` replaced is kept where a later frame rests on it: nothing refers to it any more."""
    with filled.unit_of_work() as services:
        store = services.removing._store
        version = store.versions.find(KEY)
        assert version is not None
        first = store.versions.provisions(KEY)
        new = NewVersion("LAMP", version.stage, version.dates, "nl", (replace(first[-1], text="Kort."),))
        store.versions.replace_text(KEY, new)
    remove(filled)
    assert files_with(filled, SECRET) == []
    assert packed_with(filled, SECRET) == []


def test_the_last_text_of_a_work_takes_its_title_along(application: Application) -> None:
    only = take_in(application, LAMP.replace("Lampenwet", "Wet Wobbelsma"), work="EEN")
    index(application)
    removal = remove(application, only.version)
    assert removal.title_kept == ""
    assert files_with(application, SECRET) == []
    with application.reading() as services:
        assert (services.catalogue.work("EEN").title, services.catalogue.versions("EEN")) == ("", ())


def test_a_removal_says_that_the_title_stays_when_other_versions_do(filled: Application) -> None:
    assert remove(filled).title_kept == "Wet op de lampen (Lampenwet)"


def test_a_withdrawn_version_can_be_removed_and_a_removal_can_be_repeated(filled: Application) -> None:
    with filled.unit_of_work() as services:
        services.curation.withdraw(KEY, "eerst ingetrokken")
    first = remove(filled)
    again = remove(filled, reason="een andere reden")
    assert (again.again, again.tombstone.reason) == (True, "artikel 17 AVG")
    assert again.tombstone.removed_at == first.tombstone.removed_at


def test_a_removal_needs_a_reason_and_a_version(filled: Application) -> None:
    with pytest.raises(MissingDetailError, match="reden"), filled.unit_of_work() as services:
        services.removing.remove(KEY, " ")
    with pytest.raises(NotFoundError), filled.unit_of_work() as services:
        services.removing.remove("LAMP@consolidated-1999-01-01", "weg")


def test_who_still_reads_the_old_state_is_reported(filled: Application) -> None:
    with sqlite3.connect(filled.settings.home / "wetgeving.db") as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM work").fetchone()
        with filled.unit_of_work() as services:
            services.removing.remove(KEY, "weg")
        index(filled)
        assert "leest nog" in erase(filled.database, filled.engines, (KEY,)).database
    reader.close()
    assert remove(filled, reason="nog eens").again


def test_a_fictional_dossier_goes_as_a_whole_and_a_real_one_does_not(application: Application) -> None:
    take_in(application, LAMP)
    with application.unit_of_work() as services:
        store = services.removing._store
        store.dossiers.add(Dossier("VOORBEELD-9", "Verzonnen", fictional=True))
        store.dossiers.add(Dossier("ECHT", "Echt"))
        store.dossiers.replace_entries("VOORBEELD-9", [DossierEntry("event", "e", "{}")])
        base = _fictional(services, "FICTIE-A", LAMP, "2091-01-01")
        _fictional(services, "FICTIE-B", LAMP.replace("nacht", "dag"), "2092-01-01", derived_from=base)
    index(application)
    with application.unit_of_work() as services:
        removed = services.removing.remove_example("VOORBEELD-9")
    index(application)
    assert (removed.works, removed.entries) == (("FICTIE-A", "FICTIE-B"), 1)
    with application.reading() as services:
        assert [w.work.key for w in services.catalogue.works()] == ["LAMP"]
        assert {h.work for h in services.searching.search("lamp", {}).hits} == {"LAMP"}
        assert services.catalogue.text("LAMP@consolidated-2091-01-01").provisions
        assert services.removing._store.dossiers.find("VOORBEELD-9") is None
        with pytest.raises(NotFoundError):
            services.catalogue.version(base)
    real = pytest.raises(InvalidValueError, match="geen voorbeelddossier")
    with real, application.unit_of_work() as services:
        services.removing.remove_example("ECHT")
    with pytest.raises(NotFoundError), application.unit_of_work() as services:
        services.removing.remove_example("VOORBEELD-9")


def _fictional(services: Services, work: str, text: str, day: str, derived_from: str = "") -> str:
    said = Statement(
        work=work,
        dossier="VOORBEELD-9",
        stage="consolidated",
        in_force_on=date.fromisoformat(day),
        derived_from=derived_from,
        fictional=True,
    )
    return services.ingesting.ingest(text.encode(), f"{work}.txt", "test", said).version
