"""The whole HTTP answer beside the engine's page, and the memory of a worker, for `benchmarks.search`.

The real laws are taken in until there are as many provisions as asked; gunicorn serves them on loopback with
the settings of the Procfile. Every page is asked under a new address, so that nothing of it is remembered;
the API remembers nothing.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from benchmarks.search_corpus import files
from benchmarks.search_memory import Private, asked_as_the_page, private
from benchmarks.search_questions import Question
from benchmarks.web import anew, asked, served
from corpus.errors import WetgevingError
from wetgeving.bootstrap import Application
from wetgeving.services.ingest import IngestService, Statement
from wetgeving.settings import Settings

_FILES_AT_ONCE = 100
ADDRESSES = {"pagina": "/zoeken?blijf=1&q=", "API": "/api/search?q="}


@dataclass(frozen=True, slots=True)
class Site:
    """Milliseconds: the median of the engine's page and of each whole answer; the largest worker."""

    provisions: int
    engine: float
    answers: dict[str, float]
    worker: Private


def measured(engine: str, samples: Path, size: int, questions: Sequence[Question], seed: int) -> Site:
    """An installation with so many provisions, served and asked."""
    with tempfile.TemporaryDirectory(prefix="wetgeving-search-site-") as home:
        os.environ["INDEX_URL"] = f"{engine}://{home}/search"
        environment = {"WETGEVING_HOME": home, "INDEX_URL": os.environ["INDEX_URL"]}
        application = Application(Settings.from_environment(environment))
        application.database.migrate()
        provisions = _fill(application, files(samples, seed), size)
        with served("wetgeving.web.wsgi:create()", home) as port:
            times = _times(application, port, questions)
            worker = max((private(pid) for pid in _workers()), key=lambda found: found.pages)
        application.close()
    del os.environ["INDEX_URL"]
    medians = {name: statistics.median(found) for name, found in times.items()}
    return Site(provisions, medians.pop("engine"), medians, worker)


def _fill(application: Application, paths: Sequence[Path], size: int) -> int:
    """Take in files until there are so many provisions, or no files; how many there are."""
    left, found = iter(paths), 0
    while found < size and (some := list(islice(left, _FILES_AT_ONCE))):
        with application.unit_of_work() as services:
            for path in some:
                _take_in(services.ingesting, path)
        found += application.index()
    return found


def _take_in(ingesting: IngestService, path: Path) -> None:
    try:
        ingesting.ingest(path.read_bytes(), path.name, "benchmark", Statement())
    except WetgevingError:
        return  # about a law, and not a law


def _times(application: Application, port: int, questions: Sequence[Question]) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {"engine": [], **{name: [] for name in ADDRESSES}}
    for question in (*questions[:10], *questions):  # the first ones warm the workers
        started = time.perf_counter()
        application.engine.search(asked_as_the_page(question.text))
        times["engine"].append((time.perf_counter() - started) * 1000)
        for name, address in ADDRESSES.items():
            path = f"{address}{quote(question.text)}"
            status, _, whole, _ = asked(port, path if path.startswith("/api") else f"{path}&{anew('')[1:]}")
            if status != 200:
                raise SystemExit(f"{address}{question.text} gaf {status}")
            times[name].append(whole * 1000)
    return {name: found[10:] for name, found in times.items()}


def _workers() -> list[int]:
    """The processes that our gunicorn started."""
    own = str(os.getpid())
    parents = {int(p.name): _parent(p) for p in Path("/proc").iterdir() if p.name.isdigit()}
    masters = {pid for pid, parent in parents.items() if parent == own}
    return [pid for pid, parent in parents.items() if parent.isdigit() and int(parent) in masters]


def _parent(process: Path) -> str:
    try:
        return (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]
    except OSError:
        return ""
