"""A writer that is killed loses nothing: the index is in the state before its commit, or in that after."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from random import Random

import pytest

from indexer import open_engine
from indexer.document import SearchEngine, SearchRequest

from .committing import SIZE, state

KILLED_IN_A_COMMIT = 20
_ROOT = Path(__file__).parents[2]
_CHANCE = Random(4)


@dataclass
class Nursery:
    """The process whose children commit, and how long a commit of theirs takes."""

    process: "subprocess.Popen[str]"
    seconds: float = 0.0

    def killed(self, first: int) -> tuple[int, bool]:
        """The last state that a child began to commit, from this one on, and whether it had not ended yet."""
        self.process.stdin.write(f"{first}\n")  # type: ignore[union-attr]
        self.process.stdin.flush()  # type: ignore[union-attr]
        child = int(self._line()[1])
        begun = time.monotonic()
        assert [self._line()[0] for _ in range(3)] == ["begin", "end", "begin"]
        self.seconds = time.monotonic() - begun
        time.sleep(_CHANCE.uniform(0, self.seconds))
        os.kill(child, signal.SIGKILL)
        said = list(takewhile(lambda line: line[0] != "gone", iter(self._line, [])))
        last = [int(number) for word, number in said if word == "begin"] or [first + 1]
        return last[-1], not said or said[-1][0] == "begin"

    def _line(self) -> list[str]:
        return self.process.stdout.readline().split()  # type: ignore[union-attr]


@pytest.fixture
def nursery(engine_url: str) -> Iterator[Nursery]:
    command = [sys.executable, "-m", "tests.indexer.committing", engine_url]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=_ROOT
    ) as process:
        yield Nursery(process)


def test_a_writer_killed_in_a_commit_leaves_the_state_before_it_or_after(
    nursery: Nursery, engine_url: str
) -> None:
    reader = open_engine(engine_url)
    first, in_commit = 1, 0
    while in_commit < KILLED_IN_A_COMMIT:
        begun, cut_off = nursery.killed(first)
        in_commit += cut_off
        for engine in (reader, open_engine(engine_url)):
            _holds(engine, (begun - 1, begun) if cut_off else (begun,))
        open_engine(engine_url).apply(state(begun + 1), [d.id for n in (begun - 1, begun) for d in state(n)])
        _holds(reader, (begun + 1,))
        first = begun + 2


def _holds(engine: SearchEngine, states: tuple[int, ...]) -> None:
    """The engine holds one of these states, whole, and finds it."""
    digests = engine.digests()
    (number,) = [n for n in states if digests == {d.id: d.digest for d in state(n)}]
    assert engine.search(SearchRequest(f"stand{number}")).total == SIZE
    assert engine.search(SearchRequest("molen")).total == SIZE
