"""What `benchmarks.search` found, as tables, and beside what is wanted of it.

What is wanted is a size, two figures and a ratio; a line is only judged when both figures were measured.
"""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.search_memory import Private
from benchmarks.search_site import Site

SMALL, MIDDLE, LARGE = 5_000, 50_000, 200_000
MOST_MEGABYTES = 150.0
_OF_POSTGRESQL = {"term": 1 / 10, "prefix": 1 / 10, "field": 1 / 10, "and": 1 / 8, "phrase": 1 / 4}
_OF_FTS5 = {"term": 1 / 3, "prefix": 1 / 3, "field": 1 / 3, "phrase": 1.0}


@dataclass(slots=True)
class Figures:
    """Of one size: seconds of building and updating, milliseconds per engine, what and class, megabytes."""

    size: int
    build: dict[str, float] = field(default_factory=dict)
    update: dict[str, float] = field(default_factory=dict)
    times: dict[tuple[str, str, str], list[float]] = field(default_factory=dict)
    memory: dict[str, Private] = field(default_factory=dict)
    sites: dict[str, Site] = field(default_factory=dict)

    def p95(self, engine: str, what: str, name: str) -> float | None:
        """Milliseconds, if it was measured."""
        found = self.times.get((engine, what, name))
        return _percentile(found, 95) if found else None

    def table(self, classes: Sequence[str]) -> Iterator[str]:
        """The absolute figures, as Markdown."""
        yield f"\n## {self.size} bepalingen: pagina p50/p95 ms (kaal p50/p95)\n"
        yield f"| motor | {' | '.join(classes)} | bouwen s | 100 bijgewerkt ms | eigen geheugen MB |"
        yield "|" + "---|" * (len(classes) + 4)
        for engine, built in self.build.items():
            cells = [f"{self._cell(engine, 'page', c)} ({self._cell(engine, 'bare', c)})" for c in classes]
            used = self.memory.get(engine)
            memory = f"{used.pages:.0f}, zonder bestanden {used.of_no_file:.0f}" if used else "-"
            ends = [f"{built:.1f}", f"{self.update[engine] * 1000:.0f}", memory]
            yield f"| {engine} | {' | '.join([*cells, *ends])} |"
        if stock := self.update.get("update_document"):
            yield f"\n`update_document` van Whoosh zelf: {stock * 1000:.0f} ms"

    def _cell(self, engine: str, what: str, name: str) -> str:
        found = self.times[engine, what, name]
        return f"{statistics.median(found):.2f}/{_percentile(found, 95):.2f}"


@dataclass(frozen=True, slots=True)
class Target:
    """One thing wanted: at most so much."""

    what: str
    found: float | None
    most: float | None
    unit: str = "ms"

    def __str__(self) -> str:
        if self.found is None or self.most is None:
            return f"| {self.what} | - | - | niet gemeten |"
        reached = "gehaald" if self.found <= self.most else "niet gehaald"
        return f"| {self.what} | {self.found:.2f} {self.unit} | {self.most:.2f} {self.unit} | {reached} |"


def judged(all_figures: Sequence[Figures]) -> Iterator[str]:
    """Every line that was wanted, as Markdown."""
    yield "\n| wat | gevonden | hoogstens | |\n|---|---|---|---|"
    for figures in all_figures:
        for target in _targets(figures):
            yield str(target)


def _targets(figures: Figures) -> Iterator[Target]:
    if figures.size == SMALL:
        for name in _OF_POSTGRESQL:
            yield Target(f"whoosh, {SMALL}, {name}, p95", figures.p95("whoosh", "page", name), 40.0)
    if figures.size == MIDDLE:
        stock = _times(figures.update.get("update_document"), 1000 / 15)
        yield Target(
            f"whoosh, {MIDDLE}, 100 bijgewerkt tegen 1/15 van update_document",
            _times(figures.update.get("whoosh"), 1000),
            stock,
        )
    if figures.size == LARGE:
        yield from _of_tantivy(figures)
    for engine, site in figures.sites.items():
        yield from _of_site(engine, site)


def _of_tantivy(figures: Figures) -> Iterator[Target]:
    for name, share in _OF_POSTGRESQL.items():
        page = figures.p95("tantivy", "page", name)
        other = _times(figures.p95("postgresql", "page", name), share)
        yield Target(f"tantivy, {LARGE}, {name}, p95 tegen {share:.3g} van PostgreSQL", page, other)
    for name, share in _OF_FTS5.items():
        page = figures.p95("tantivy", "page", name)
        other = _times(figures.p95("fts5", "page", name), share)
        yield Target(f"tantivy, {LARGE}, {name}, p95 tegen {share:.3g} van FTS5", page, other)
    for name in _OF_POSTGRESQL:
        bare = _times(figures.p95("tantivy", "bare", name), 2)
        most = None if bare is None else bare + 3
        page = figures.p95("tantivy", "page", name)
        yield Target(f"tantivy, {LARGE}, {name}, p95 tegen 3 ms + 2 keer kaal", page, most)
    updated = _times(figures.update.get("tantivy"), 1000)
    yield Target(f"tantivy, {LARGE}, 100 bijgewerkt en zichtbaar", updated, 100.0)
    slowest = _times(figures.build.get("whoosh"), 1 / 20)
    yield Target(
        f"tantivy, {LARGE}, bouwen tegen 1/20 van whoosh", figures.build.get("tantivy"), slowest, "s"
    )


def _of_site(engine: str, site: Site) -> Iterator[Target]:
    for name, found in site.answers.items():
        yield Target(
            f"{engine}, {site.provisions}, {name} over HTTP tegen 2 keer de motor + 1 ms",
            found,
            2 * site.engine + 1,
        )
    what = f"{engine}, {site.provisions}, eigen geheugen van een webproces"
    yield Target(what, site.worker.pages, MOST_MEGABYTES, "MB")
    yield Target(f"{what}, zonder bestanden", site.worker.of_no_file, MOST_MEGABYTES, "MB")


def _times(figure: float | None, factor: float) -> float | None:
    return None if figure is None else figure * factor


def _percentile(found: Sequence[float], percent: int) -> float:
    """The value that so many of a hundred do not exceed."""
    return sorted(found)[max(0, -(-len(found) * percent // 100) - 1)]
