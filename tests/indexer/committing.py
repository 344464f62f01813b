"""A process that is killed while it commits: run by `test_killed_writer.py`.

Started once per engine, it makes a child per line of input, so that every child begins with nothing open.
A line is the number of the first state to commit; a child says before and after each commit which it is.
"""

import os
import sys
from dataclasses import replace
from itertools import count

from indexer import open_engine
from indexer.document import IndexDocument

from .conftest import fictional

SIZE = 25


def state(number: int) -> tuple[IndexDocument, ...]:
    """All documents of a state: the same ones in another text, and one that is in no other state."""
    ids = (*range(1, SIZE), 1000 + number)
    text = f"stand{number} van de molen " + "en de wind draait zich om " * 8
    return tuple(replace(fictional(n, text=text), digest=f"{number}-{n}") for n in ids)


def _commit(url: str, first: int) -> None:
    engine = open_engine(url)
    print("child", os.getpid(), flush=True)
    for number in count(first):
        print("begin", number, flush=True)
        engine.apply(state(number), [d.id for d in state(number - 1)])
        print("end", number, flush=True)


def _main(url: str) -> None:
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _commit(url, int(line))
        os.waitpid(child, 0)
        print("gone", child, flush=True)


if __name__ == "__main__":
    _main(sys.argv[1])
