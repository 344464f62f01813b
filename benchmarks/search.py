"""Searching provisions: our engines beside SQLite FTS5, PostgreSQL and their own bare library; on demand.

    python -m benchmarks.search [--sizes 5000,50000,200000] [--engines whoosh,tantivy,fts5,postgresql]
                                [--classes term,and,phrase,prefix,field] [--seed N] [--questions N]
                                [--rounds N] [--site SIZE] [--samples DIR]

A page is 20 hits with snippets, the total and all facets. Engines take turns on every question, in one
process; of each question the median of the rounds counts, and p50 and p95 are over the questions of a class.
"Bare" is the first 20 ids by the library itself. `--site` serves the real laws with gunicorn and asks the
same over HTTP. Whoosh keeps what it read last, so that with more rounds a question may find its postings
read: ask with `--rounds 1` for what is new. Ratios count, not milliseconds: trust them to about 30 %. Never
part of the tests.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from string import ascii_lowercase
from typing import Protocol

from benchmarks import search_site
from benchmarks.search_corpus import provisions
from benchmarks.search_engines import Ours, update_by_whoosh
from benchmarks.search_memory import Private
from benchmarks.search_peers import Fts5, postgresql
from benchmarks.search_questions import CLASSES, Question, questions
from benchmarks.search_targets import Figures, judged
from indexer import ENGINES
from indexer.document import IndexDocument
from indexer.errors import QueryError

PEERS = ("fts5", "postgresql")
UPDATED = 100
_REPOSITORY = Path(__file__).parents[1]
RUNAWAYS = {
    "één letter": "a*",
    "alle letters": " OF ".join(f"{letter}*" for letter in ascii_lowercase),
    "676 beginsels": " OF ".join(f"{a}{b}*" for a in ascii_lowercase for b in ascii_lowercase),
    "400 gewone woorden": " OF ".join(
        f"{word} {n}" for n in range(100) for word in ("de", "het", "artikel", "van")
    ),
}
"""Questions that nobody waits for."""


class Engine(Protocol):
    """What is measured."""

    name: str

    def build(self, documents: Sequence[IndexDocument]) -> None:
        """Index all."""

    def page(self, question: Question) -> int:
        """One page; the total."""

    def bare(self, question: Question) -> None:
        """The first twenty."""

    def update(self, documents: Sequence[tuple[int, IndexDocument]], word: str) -> int:
        """Give each document a word more; how many are then found by it."""

    def close(self) -> None:
        """Let go."""


@contextmanager
def opened(names: Sequence[str], folder: Path) -> Iterator[list[Engine]]:
    """The engines of these names, empty."""
    with ExitStack() as stack:
        made: list[Engine] = [Ours(name, folder) for name in sorted(ENGINES) if name in names]
        if "fts5" in names:
            made.append(Fts5(folder))
        if "postgresql" in names:
            made.append(stack.enter_context(postgresql()))
        yield made
        for engine in made:
            engine.close()


def seconds(call: Callable[[], object]) -> float:
    """How long one call takes."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def measure(
    engines: Sequence[Engine], documents: Sequence[IndexDocument], given: argparse.Namespace
) -> Figures:
    """Everything of one size."""
    figures = Figures(len(documents))
    for engine in engines:
        figures.build[engine.name] = seconds(lambda: engine.build(documents))  # noqa: B023
        _say(f"{engine.name}: {len(documents)} bepalingen in {figures.build[engine.name]:.1f} s")
    asked = questions(documents, given.classes, given.questions, given.seed)
    _ask(engines, asked, given.rounds, figures)
    _update(engines, list(enumerate(documents))[:UPDATED], figures)
    for engine in engines:
        if isinstance(engine, Ours):
            figures.memory[engine.name] = _memory(engine.url, asked)
            _run_away(engine)
    return figures


def _ask(engines: Sequence[Engine], asked: Sequence[Question], rounds: int, figures: Figures) -> None:
    """All questions to all engines in turn; the median of the rounds of each."""
    times: dict[tuple[str, str, Question], list[float]] = {}
    for turn in range(rounds):
        for n, question in enumerate(asked):
            start = (turn + n) % len(engines)
            for engine in (*engines[start:], *engines[:start]):
                for what, call in (("page", engine.page), ("bare", engine.bare)):
                    took = seconds(lambda: call(question))  # noqa: B023
                    times.setdefault((engine.name, what, question), []).append(took * 1000)
    for (engine_name, what, question), found in times.items():
        figures.times.setdefault((engine_name, what, question.name), []).append(statistics.median(found))


def _update(
    engines: Sequence[Engine], documents: Sequence[tuple[int, IndexDocument]], figures: Figures
) -> None:
    """The same provisions changed in every engine, three times over; the median."""
    for engine in engines:
        if engine.name == "whoosh" and isinstance(engine, Ours):
            figures.update["update_document"] = update_by_whoosh(
                engine.path, [d for _, d in documents], "qzxa"
            )
        taken = []
        for word in ("qzxb", "qzxc", "qzxd"):
            started = time.perf_counter()
            visible = engine.update(documents, word)
            taken.append(time.perf_counter() - started)
            if visible != len(documents):
                raise SystemExit(f"{engine.name} maakte {visible} van {len(documents)} bepalingen zichtbaar")
        figures.update[engine.name] = statistics.median(taken)


def _memory(url: str, asked: Sequence[Question]) -> Private:
    lines = "\n".join(question.text for question in asked)
    command = [sys.executable, "-m", "benchmarks.search_memory", url]
    done = subprocess.run(  # noqa: S603
        command, input=lines, cwd=_REPOSITORY, text=True, capture_output=True, check=True
    )
    return Private(*map(float, done.stdout.split()))


def _run_away(engine: Ours) -> None:
    for name, text in RUNAWAYS.items():
        started = time.perf_counter()
        try:
            said = engine.refused(text) or "beantwoord"
        except QueryError as error:
            said = str(error)
        _say(f"{engine.name}, {name}: {(time.perf_counter() - started) * 1000:.0f} ms; {said[:160]}")


def _say(line: str) -> None:
    print(line, flush=True)


def main() -> None:
    """Measure every size, then the site, and print what was wanted beside what was found."""
    given = _given()
    reached: list[Figures] = []
    for size in given.sizes:
        documents = provisions(given.samples, size, given.seed)
        with (
            tempfile.TemporaryDirectory(prefix="wetgeving-search-") as folder,
            opened(given.engines, Path(folder)) as engines,
        ):
            figures = measure(engines, documents, given)
        reached.append(figures)
        for line in figures.table(given.classes):
            _say(line)
    for name in (n for n in sorted(ENGINES) if n in given.engines and given.site):
        of_site = questions(documents, given.classes, 10, given.seed)
        site = search_site.measured(name, given.samples, given.site, of_site, given.seed)
        reached[-1].sites[name] = site
    for line in judged(reached):
        _say(line)


def _given() -> argparse.Namespace:
    default = os.environ.get("WETGEVING_SAMPLES", "../shared/samples")
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--samples", type=Path, default=Path(default))
    parser.add_argument(
        "--sizes", type=lambda v: [int(n) for n in v.split(",")], default=[5000, 50000, 200000]
    )
    parser.add_argument("--engines", type=lambda v: v.split(","), default=[*sorted(ENGINES), *PEERS])
    parser.add_argument("--classes", type=lambda v: v.split(","), default=list(CLASSES))
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--questions", type=int, default=40, help="per soort")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--site", type=int, default=0, help="bepalingen achter de website; 0 is geen website")
    return parser.parse_args()


if __name__ == "__main__":
    main()
