"""Run by the crash test: adds versions in children that are killed at random moments, prints how many died.

`python -m tests.store.crash_driver URL TIMES`. Each child goes on where the database is, and says so when
it has committed; after some commits the parent gives it a little time, both drawn from a fixed seed, and
kills it.
"""

import os
import random
import signal
import sys
import time
from itertools import count

from tests.store.fictional_law import WORK, GrowingLaw, add_with_file, new_version
from wetgeving.store import Database, Store


def add_for_ever(url: str, committed: int) -> None:
    """Add versions, one transaction each, until killed; a byte to `committed` for each that stands."""
    database = Database(url)
    with database.read() as connection:
        start = len(Store(connection).versions.of(WORK.key))
    law = GrowingLaw(articles=100, words=8)
    for n in count(start):
        law.rewrite()
        with database.transaction() as connection:
            store = Store(connection)
            key = f"V@{n}"
            add_with_file(store, new_version(*law.provisions(), reason=str(n)), key)
            store.index_tasks.add(key)
        os.write(committed, b".")


def main(url: str, times: int) -> None:
    """Kill `times` children."""
    chance = random.Random(36871)
    killed = 0
    for _ in range(times):
        heard, said = os.pipe()
        child = os.fork()
        if child == 0:
            add_for_ever(url, said)
        os.close(said)
        for _ in range(chance.randint(1, 3)):
            os.read(heard, 1)
        time.sleep(chance.uniform(0.0, 0.05))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        os.close(heard)
        killed += os.WIFSIGNALED(status)
    print(killed)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
