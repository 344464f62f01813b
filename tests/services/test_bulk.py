"""A folder is taken in whole: in batches, resumable, with every refusal told. About five seconds."""

import os
import signal
import subprocess
import sys
import time
import traceback
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.limits import Limits, applied
from corpus.readers import read
from wetgeving.bootstrap import Application
from wetgeving.services.bulk import Bulk, BulkReport
from wetgeving.services.indexing import Indexing
from wetgeving.services.ingest import Outcome, Statement
from wetgeving.settings import Settings
from wetgeving.store import Store

ACT = """---
titel: Wet op tuin {n}
identificatie: BWBR9{n:06}
land: nl
datum: 2090-01-01
---

# Wet op tuin {n}

## Artikel 1
Tuin {n} is groen.
"""
DEEP = (
    "<toestand bwb-id='BWBR9000009' inwerkingtreding='2090-01-01'><wetgeving soort='wet'>"
    "<intitule>Wet op diepe tuinen</intitule><wet-besluit><wettekst><artikel><kop><label>Artikel</label>"
    f"<nr>1</nr></kop>{'<lijst><li>' * 110}<al>Diep.</al>{'</li></lijst>' * 110}"
    "</artikel></wettekst></wet-besluit></wetgeving></toestand>"
)
MANY = 400
DRIVER = """
import sys
from pathlib import Path
from wetgeving.bootstrap import Application
from wetgeving.services.bulk import Bulk
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings

running = Application(Settings.from_environment({"WETGEVING_HOME": sys.argv[1]}))
work = Bulk(running.unit_of_work, running.reading, origin="test", said=Statement())
work.take_in(Path(sys.argv[2]), lambda done, total: print(done, flush=True))
"""


@pytest.fixture
def application(tmp_path: Path) -> Iterator[Application]:
    running = Application(Settings.from_environment({"WETGEVING_HOME": str(tmp_path / "home")}))
    running.database.migrate()
    yield running
    running.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "map" / "dieper"
    made.mkdir(parents=True)
    for n in (1, 2, 3):
        (made / f"tuin{n}.md").write_text(ACT.format(n=n), encoding="utf-8")
    return tmp_path / "map"


def take_in(application: Application, folder: Path) -> BulkReport:
    work = Bulk(application.unit_of_work, application.reading, origin="test", said=Statement())
    return work.take_in(folder)


def works(application: Application) -> list[str]:
    with application.reading() as services:
        return [listed.work.key for listed in services.catalogue.works() if listed.versions == 1]


def outcomes(report: BulkReport) -> dict[Outcome, int]:
    return {outcome: count for outcome, count in report.outcomes.items() if count}


def test_every_file_of_a_folder_is_taken_in_once(application: Application, folder: Path) -> None:
    assert outcomes(take_in(application, folder)) == {Outcome.ADDED: 3}
    assert outcomes(take_in(application, folder)) == {Outcome.ALREADY_STORED: 3}
    assert works(application) == ["BWBR9000001", "BWBR9000002", "BWBR9000003"]


def test_bytes_that_carry_a_version_are_not_read_again(application: Application, folder: Path) -> None:
    reading = read((folder / "dieper" / "tuin1.md").read_bytes())
    unreadable = b"\x00\x01 bytes die geen lezer kent"
    (folder / "onleesbaar.bin").write_bytes(unreadable)
    assert [r.file.name for r in take_in(application, folder).refused] == ["onleesbaar.bin"]
    with application.unit_of_work() as services:
        said = Statement(work="OUD", stage="consolidated")
        services.ingesting.take_in(reading, unreadable, name="oud.bin", origin="test", said=said)
    assert outcomes(report := take_in(application, folder)) == {Outcome.ALREADY_STORED: 4}
    assert report.refused == []


def test_what_cannot_be_read_or_stored_is_told_and_undoes_nothing_else(
    application: Application, folder: Path
) -> None:
    (folder / "a-kapot.xml").write_text("<toestand><wetgeving>", encoding="utf-8")
    (folder / "b-naamloos.txt").write_text("Tuinwet\n\nArtikel 1\n\nEr is een tuin.\n", encoding="utf-8")
    (folder / "z-leeg").symlink_to(folder / "dieper" / "tuin1.md")
    (folder / ".verborgen.md").write_text("niets", encoding="utf-8")
    report = take_in(application, folder)
    assert (report.files, outcomes(report)) == (6, {Outcome.ADDED: 3, Outcome.ALREADY_STORED: 1})
    refused = {r.file.name: r.error.code for r in report.refused}
    assert refused == {"a-kapot.xml": "not-well-formed", "b-naamloos.txt": "missing-detail"}
    assert len(works(application)) == 3


def test_a_reader_that_stops_on_a_fault_of_its_own_is_told_as_such_and_stops_nothing(
    application: Application, folder: Path
) -> None:
    (folder / "diep.xml").write_text(DEEP, encoding="utf-8")
    with stack_of(250):  # the one fault a reader can still be brought to: no room left for its calls
        report = take_in(application, folder)
    assert outcomes(report) == {Outcome.ADDED: 3}
    (refused,) = report.refused
    assert (refused.file.name, refused.error.code) == ("diep.xml", "reader-crash")
    assert refused.error.value.startswith("RecursionError: maximum recursion depth exceeded")
    assert outcomes(take_in(application, folder)) == {Outcome.ADDED: 1, Outcome.ALREADY_STORED: 3}


@contextmanager
def stack_of(calls: int) -> Iterator[None]:
    """Leave room for so many calls within calls from here on."""
    before, here = sys.getrecursionlimit(), len(traceback.extract_stack())
    sys.setrecursionlimit(here + calls)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def test_files_that_are_refused_do_not_stay_in_memory(application: Application, folder: Path) -> None:
    for n in range(10):
        (folder / f"kapot{n}.xml").write_text("<toestand>" + "<al/>" * 100_000, encoding="utf-8")
    take_in(application, folder / "dieper")
    tracemalloc.start()
    try:
        assert len(take_in(application, folder).refused) == 10
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 1_000_000


def test_a_file_past_a_limit_of_this_installation_is_told_with_the_limit(
    application: Application, folder: Path
) -> None:
    (folder / "diep.xml").write_text(DEEP, encoding="utf-8")
    (folder / "groot.md").write_text(ACT.format(n=9) + "haag " * 2_000, encoding="utf-8")
    with applied(Limits(file_bytes=9_000, depth=100)):
        report = take_in(application, folder)
    assert outcomes(report) == {Outcome.ADDED: 3}
    assert [(r.file.name, r.error.code, r.error.remedy) for r in report.refused] == [
        ("diep.xml", "too-large", "De grens is 100 niveaus."),
        ("groot.md", "too-large", "De grens is 9000 bytes."),
    ]


def test_a_withdrawn_version_is_taken_in_again(application: Application, folder: Path) -> None:
    take_in(application, folder)
    with application.unit_of_work() as services:
        (version,) = services.catalogue.versions("BWBR9000001")
        services.curation.withdraw(version.version.version, "vergissing")
    assert outcomes(take_in(application, folder)) == {Outcome.ADDED: 1, Outcome.ALREADY_STORED: 2}


def test_the_index_is_left_for_afterwards(application: Application, folder: Path) -> None:
    take_in(application, folder)
    assert application.engine.digests() == {}
    assert application.index() > 0


def test_an_index_written_in_portions_is_the_same_index(application: Application, folder: Path) -> None:
    take_in(application, folder)
    with application.database.read() as connection:
        assert Indexing(Store(connection), application.engine, portion=1).verify() == 6
    in_portions = application.engine.digests()
    assert application.verify_index(rebuild=True) == 6
    assert application.engine.digests() == in_portions


def test_a_killed_run_goes_on_where_it_was(application: Application, tmp_path: Path) -> None:
    folder = tmp_path / "veel"
    folder.mkdir()
    for n in range(MANY):
        (folder / f"{n:04}.md").write_text(ACT.format(n=n), encoding="utf-8")
    done = [_run_and_kill(tmp_path / "home", folder, after=after) for after in (1, 3)]
    assert 0 < done[0] < done[1] < MANY
    kept = len(works(application))
    assert kept >= done[1], "wat als klaar gemeld was is er niet"
    report = take_in(application, folder)
    assert report.outcomes == Counter({Outcome.ALREADY_STORED: kept, Outcome.ADDED: MANY - kept})
    assert len(works(application)) == MANY


def _run_and_kill(home: Path, folder: Path, *, after: int) -> int:
    """Kill a run a moment after it reported so many batches; how many files it had reported."""
    command = [sys.executable, "-c", DRIVER, str(home), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        reported = [int(process.stdout.readline()) for _ in range(after)][-1]
        time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
    return reported
