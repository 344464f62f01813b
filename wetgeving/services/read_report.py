"""A report over a folder of files: per reader what it made of them, and which files were refused and why.

Nothing is stored. The report is the same for the same files, so that a change in it between two commits is a
change in the readers (`make quality` writes it to `docs/leesverslag.md`).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import WetgevingError
from corpus.provision import walk
from corpus.reading import Reading
from wetgeving.services.patient_reading import read_within
from wetgeving.services.progress import Progress, silent
from wetgeving.services.source_file import read_bytes


@dataclass(slots=True)
class FormatCount:
    """What one reader made of its files."""

    files: int = 0
    provisions: int = 0
    words: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    guessed: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class ReadReport:
    """Counts per reader, and per error code how many files were refused; both sorted by name."""

    files: int
    formats: tuple[tuple[str, FormatCount], ...]
    refused: tuple[tuple[str, int], ...]


def read_report(folder: Path, progress: Progress = silent) -> ReadReport:
    """Read every file below a folder, in the order of their names."""
    formats: dict[str, FormatCount] = {}
    refused: Counter[str] = Counter()
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    for done, path in enumerate(paths, start=1):
        try:
            reading = read_within(read_bytes(path))
        except WetgevingError as error:
            refused[error.code] += 1
        else:
            _count(formats.setdefault(reading.reader, FormatCount()), reading)
        progress(done, len(paths))
    return ReadReport(len(paths), tuple(sorted(formats.items())), tuple(sorted(refused.items())))


def _count(count: FormatCount, reading: Reading) -> None:
    count.files += 1
    for provision in walk(reading.provisions):
        count.provisions += 1
        count.words += len(provision.own_words())
    count.dropped.update(d.rule for d in reading.dropped)
    count.guessed.update(g.rule for g in reading.guessed)


def as_markdown(report: ReadReport) -> Iterator[str]:
    """The report as the lines of a Markdown page, in Dutch."""
    yield "# Leesverslag"
    yield ""
    yield "Wat de lezers van een map met bestanden maken. Een verandering hierin tussen twee wijzigingen"
    yield "van het programma is een verandering in de lezers, en hoort in dezelfde wijziging te worden"
    yield "uitgelegd."
    yield ""
    yield f"{report.files} bestanden gelezen."
    yield ""
    yield "| lezer | bestanden | bepalingen | woorden | weggelaten | geraden |"
    yield "|---|---|---|---|---|---|"
    for name, count in report.formats:
        rules = (_rules(count.dropped), _rules(count.guessed))
        yield f"| {name} | {count.files} | {count.provisions} | {count.words} | {rules[0]} | {rules[1]} |"
    yield ""
    yield "| geweigerd met | bestanden |"
    yield "|---|---|"
    yield from (f"| {code} | {files} |" for code, files in report.refused)


def _rules(counts: Counter[str]) -> str:
    return ", ".join(f"{rule} {n}" for rule, n in sorted(counts.items())) or "-"
