"""What `read --report DIR` prints: the read report of a whole folder."""

from pathlib import Path

from wetgeving.cli.running import answer, progress
from wetgeving.services.read_report import ReadReport, as_markdown, read_report
from wetgeving.shapes import Shape


def print_report(folder: Path, output: str) -> None:
    """Read every file of a folder and print what became of them."""
    with progress("Bestanden") as step:
        report = read_report(folder, step)
    answer(_shape(report), output, lambda: "\n".join(as_markdown(report)))


def _shape(report: ReadReport) -> Shape:
    return {
        "files": report.files,
        "formats": [
            {
                "reader": name,
                "files": count.files,
                "provisions": count.provisions,
                "words": count.words,
                "dropped": dict(sorted(count.dropped.items())),
                "guessed": dict(sorted(count.guessed.items())),
            }
            for name, count in report.formats
        ],
        "refused": dict(report.refused),
    }
