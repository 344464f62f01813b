"""Procedures: which steps a work of a kind passes, in which order, and which of them leave a text.

The steps are data (`corpus/procedure.toml`); this module only reads them. A kind without a procedure has no
steps: its papers and events stand in the order of their dates.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its id, what it is called in Dutch, and the stages of a text that belong to it."""

    id: str
    term: str
    stages: tuple[str, ...] = ()


@cache
def procedures() -> dict[str, tuple[Step, ...]]:
    """Per kind of work its steps, in order."""
    tables = tomllib.loads(files("corpus").joinpath("procedure.toml").read_text(encoding="utf-8"))
    return {
        kind: tuple(Step(step["id"], step["term"], tuple(step.get("stages", ()))) for step in steps)
        for kind, steps in tables.items()
    }


def steps_of(kind: str) -> tuple[Step, ...]:
    """The steps of a kind of work; none for a kind that has no procedure."""
    return procedures().get(kind, ())
