"""The list of sample files (`tests/samples.toml`) as values: which file, what is expected, and why."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

READS, REFUSES, NO_LAW = "reads", "refuses", "no-law"
_LIST = Path(__file__).with_name("samples.toml")


@dataclass(frozen=True, slots=True)
class Expectation:
    """One file: what the service does with it, the error code when it refuses, and the reason."""

    path: str
    outcome: str
    code: str
    reason: str


def expectations() -> tuple[Expectation, ...]:
    """The whole list, in its own order."""
    tables = tomllib.loads(_LIST.read_text(encoding="utf-8"))
    return tuple(
        _expectation(f"{folder}/{name}", line, table.get("why", ""))
        for folder, table in tables.items()
        for name, line in table.items()
        if name != "why"
    )


def _expectation(path: str, line: str, why: str) -> Expectation:
    outcome, _, reason = line.partition("|")
    what, _, code = outcome.partition(":")
    return Expectation(path, what.strip(), code.strip(), reason.strip() or why)
