"""Taking in a folder: acts per second for reading, storing and indexing, and peak memory; on demand.

    python benchmarks/ingest.py [--samples DIR] [--acts N] [--megabytes N]

Then the BWB reader beside a bare lxml parse of the same fictional law (its articles repeated up to 5 and to
20 MB, about 950 bytes of XML a provision, as in real files of 2016-1), interleaved in one process. Ratios
count, not milliseconds: trust them to about 30 %. Each part runs in a process of its own, so that its peak
memory is its own. Never part of the tests.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from lxml import etree

from corpus.errors import WetgevingError
from corpus.provision import walk
from corpus.readers import read
from wetgeving.bootstrap import Application
from wetgeving.services.bulk import Bulk
from wetgeving.services.ingest import Statement
from wetgeving.services.source_file import files_in
from wetgeving.settings import Settings

FOLDER = "nl-corpus"
META = (
    "<meta-data><jcis><jci versie='1.3' verwijzing='jci1.3:c:BWBR9999901&amp;artikel={n}&amp;z=2091-03-01'/>"
    "</jcis><brondata><oorspronkelijk><publicatie soort='Stb' urlidentifier='stb-2091-12' effect='wijziging'>"
    "<publicatiejaar>2091</publicatiejaar><publicatienr>12</publicatienr>"
    "<uitgiftedatum isodatum='2091-02-01'>01-02-2091</uitgiftedatum><dossierref>98765</dossierref>"
    "</publicatie></oorspronkelijk><inwerkingtreding>"
    "<inwerkingtreding.datum isodatum='2091-03-01'>01-03-2091</inwerkingtreding.datum></inwerkingtreding>"
    "</brondata></meta-data>"
)
LID = (
    "<lid bwb-ng-variabel-deel='/Hoofdstuk1/Artikel{n}/Lid{lid}' label-id='{n}{lid}' status='goed'>"
    "<lidnr status='officieel'>{lid}</lidnr><al>De tuinman die een tuin als bedoeld in <intref "
    "doc='jci1.3:c:BWBR9999901&amp;artikel=2' bwb-id='BWBR9999901'>artikel 2</intref> onderhoudt, meldt dat "
    "binnen {n} dagen aan de <nadruk type='cur'>tuinmeester</nadruk>, die de melding in het register van "
    "tuinen opneemt en daarvan mededeling doet aan degene die de haag heeft geplant.{meta}</al>"
    "<lijst type='expliciet'><li><li.nr>a.</li.nr><al>voor een moestuin;</al></li>"
    "<li><li.nr>b.</li.nr><al>voor een siertuin.</al></li></lijst></lid>"
)
ARTICLE = (
    "<artikel bwb-ng-variabel-deel='/Hoofdstuk1/Artikel{n}' label-id='{n}' stam-id='{n}' versie-id='{n}' "
    "inwerking='2091-03-01' bron='Stb.2091-12' effect='wijziging' status='goed'><kop><label>Artikel</label> "
    "<nr status='officieel'>{n}</nr><titel>Melding</titel>{meta}</kop>{leden}"
    "{meta}{meta}{meta}{meta}{meta}{meta}</artikel>"
)


def synthetic_law(byte_count: int) -> bytes:
    """A fictional law of about so many bytes."""
    head = (
        "<?xml version='1.0' encoding='UTF-8'?><toestand bwb-id='BWBR9999901' inwerkingtreding='2091-03-01'>"
        "<wetgeving soort='wet'><intitule>Wet op de tuinen</intitule><wet-besluit><wettekst><hoofdstuk>"
        "<kop><label>Hoofdstuk</label><nr>1</nr></kop>"
    )
    pieces, size, n = [head], len(head), 0
    while size < byte_count:
        n += 1
        meta = META.format(n=n)
        leden = "".join(LID.format(n=n, lid=lid, meta=meta) for lid in (1, 2))
        pieces.append(ARTICLE.format(n=n, leden=leden, meta=meta))
        size += len(pieces[-1])
    pieces.append("</hoofdstuk></wettekst></wet-besluit></wetgeving></toestand>")
    return "".join(pieces).encode()


def read_all(folder: Path, most: int) -> str:
    """Reading alone."""
    files = list(islice(files_in(folder), most))
    refused = 0
    started = time.perf_counter()
    for file in files:
        try:
            read(file.read_bytes())
        except WetgevingError:
            refused += 1
    return _rate("lezen", len(files), started) + f", {refused} geweigerd"


def ingest_bulk(folder: Path, home: str) -> str:
    """Reading and storing, then indexing in the same process, as `ingest --bulk` does."""
    application = _application(home)
    started = time.perf_counter()
    work = Bulk(application.unit_of_work, application.reading, origin="benchmark", said=Statement())
    report = work.take_in(folder)
    stored = f"{_rate('lezen en opslaan', report.files, started)}, {len(report.refused)} geweigerd"
    started = time.perf_counter()
    documents = application.index()
    indexed = f"{_rate('indexeren', report.files, started)}, {documents} documenten"
    application.close()
    return f"{stored}; {indexed}"


def again(folder: Path, home: str) -> str:
    """The same folder once more: everything is there already."""
    return ingest_bulk(folder, home).replace("lezen en opslaan", "nog eens")


def beside_lxml(law: str, rounds: int = 5) -> str:
    """The reader against a bare parse, interleaved."""
    source = Path(law).read_bytes()
    bare, ours = [], []
    for _ in range(rounds):
        bare.append(_seconds(lambda: etree.fromstring(source)))
        ours.append(_seconds(lambda: read(source)))
    parse, reading = statistics.median(bare), statistics.median(ours)
    provisions = sum(1 for _ in walk(read(source).provisions))
    speeds = f"lxml {len(source) / 1e6 / parse:.0f} MB/s, lezer {len(source) / 1e6 / reading:.0f} MB/s"
    per = reading / provisions * 1e6
    return f"{_megabytes(source)}: {speeds}, verhouding {parse / reading:.2f}, {per:.0f} µs per bepaling"


def memory_of_parse(law: str) -> str:
    """What a bare parse takes on top of the bytes."""
    source = Path(law).read_bytes()
    before = _peak()
    root = etree.fromstring(source)
    return f"{_megabytes(source)}, geheugen van lxml ({root.tag}): {_peak() - before} MB"


def memory_of_reading(law: str) -> str:
    """What reading takes on top of the bytes: the reading itself, which grows with the words."""
    source = Path(law).read_bytes()
    before = _peak()
    reading = read(source)
    return f"{_megabytes(source)}, geheugen van de lezer ({reading.reader}): {_peak() - before} MB"


def main() -> None:
    """Run every part in a process of its own and print its line."""
    default = os.environ.get("WETGEVING_SAMPLES", Path(__file__).parents[2] / "shared" / "samples")
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--samples", type=Path, default=Path(default))
    parser.add_argument("--acts", type=int, default=500, help="hoeveel stukken alleen gelezen worden")
    parser.add_argument("--megabytes", type=int, default=20)
    given = parser.parse_args()
    folder = given.samples / FOLDER
    with tempfile.TemporaryDirectory() as home:
        if folder.is_dir():
            _apart(read_all, folder, given.acts)
            _apart(ingest_bulk, folder, home)
            _apart(again, folder, home)
        for megabytes in (given.megabytes // 4, given.megabytes):
            law = Path(home) / f"{megabytes}.xml"
            law.write_bytes(synthetic_law(megabytes * 1_000_000))
            for part in (beside_lxml, memory_of_parse, memory_of_reading):
                _apart(part, str(law))


def _apart(part: Callable[..., str], *arguments: object) -> None:
    with get_context("spawn").Pool(1) as pool:
        print(*pool.apply(_with_peak, (part, *arguments)), flush=True)


def _with_peak(part: Callable[..., str], *arguments: object) -> tuple[str, str]:
    line = part(*arguments)
    return line, f"(piek {_peak()} MB)"


def _application(home: str) -> Application:
    application = Application(Settings.from_environment({"WETGEVING_HOME": home}))
    application.database.migrate()
    return application


def _megabytes(source: bytes) -> str:
    return f"{len(source) / 1e6:.0f} MB XML"


def _rate(what: str, acts: int, started: float) -> str:
    seconds = time.perf_counter() - started
    return f"{what}: {acts} stukken in {seconds:.1f} s, {acts / seconds:.0f} per seconde"


def _seconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def _peak() -> int:
    """Megabytes at most resident since this program began; `getrusage` would count the parent process."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


if __name__ == "__main__":
    main()
