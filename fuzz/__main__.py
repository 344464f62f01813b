"""Fuzz every reader for a stated time or number of inputs: `python -m fuzz --inputs 100000 --seed 1`.

An input counts as found when `read` raises anything but a named error, takes longer than the limit, loses a
letter (by the oracles of `tests/no_lost_word`), or gives eIds that are not unique. Findings are written to
`tests/fuzz/findings/` and are regression files from then on. The same seed makes the same inputs.
"""

import argparse
import hashlib
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from corpus.errors import WetgevingError
from corpus.provision import walk
from corpus.readers import read
from corpus.reading import Reading
from fuzz.mutations import mutate
from tests.no_lost_word.account import ORACLES, accounted_words

REPOSITORY = Path(__file__).resolve().parents[1]
FIXTURES = REPOSITORY / "tests" / "corpus" / "readers" / "fixtures"
FINDINGS = REPOSITORY / "tests" / "fuzz" / "findings"
SECONDS_PER_INPUT = 10
_STILL_LOSING = frozenset({"akoma-ntoso", "formex"})
"""Broken files of these readers still lose words, in elements where no schema allows them: open work."""
_SYNTAX = frozenset("*#|[]()")
"""Signs of Markdown that a broken file may or may not mean."""


class TooSlowError(Exception):
    """An input took longer than the limit."""


def seeds() -> list[Path]:
    """The fixture files of every reader."""
    return sorted(p for p in FIXTURES.rglob("*") if p.is_file() and not p.name.endswith(".expected.txt"))


def outcome(source: bytes) -> str:
    """The reader's name, or the code of the error; raises whatever should not have happened."""
    try:
        reading = read(source)
    except WetgevingError as error:
        return error.code
    eids = [p.eid for p in walk(reading.provisions)]
    if len(eids) != len(set(eids)):
        raise AssertionError("eIds zijn niet uniek")
    if lost := _lost_characters(source, reading):
        raise AssertionError(f"kwijt: {lost[:80]}")
    return reading.reader


def _is_utf8(source: bytes) -> bool:
    """Of other bytes no oracle can say which letters they were."""
    try:
        source.decode()
    except UnicodeDecodeError:
        return False
    return True


def _lost_characters(source: bytes, reading: Reading) -> str:
    """Characters of the body that are nowhere in the reading; broken files have no order to compare."""
    if reading.reader not in ORACLES or reading.reader in _STILL_LOSING or not _is_utf8(source):
        return ""
    expected = Counter("".join(ORACLES[reading.reader](source)))
    notes = (note.text for p in walk(reading.provisions) for note in p.notes)
    found = Counter("".join((*accounted_words(reading), *notes)))
    return "".join(c for c in (expected - found).elements() if c not in _SYNTAX)


@contextmanager
def deadline() -> Iterator[None]:
    """Raise `TooSlowError` when the block takes longer than the limit."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TooSlowError(f"langer dan {SECONDS_PER_INPUT} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS_PER_INPUT)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def fuzz(chance: random.Random, inputs: int, seconds: float) -> tuple[Counter[str], list[str]]:
    """Outcomes by name, and the findings, until the inputs or the seconds are spent."""
    sources = [path.read_bytes() for path in seeds()]
    outcomes: Counter[str] = Counter()
    findings: list[str] = []
    until = time.monotonic() + seconds
    for _ in range(inputs):
        if time.monotonic() > until:
            break
        broken = mutate(chance.choice(sources), chance)
        try:
            with deadline():
                outcomes[outcome(broken)] += 1
        except Exception as error:
            findings.append(_kept(broken, error))
    return outcomes, findings


def _kept(broken: bytes, error: Exception) -> str:
    FINDINGS.mkdir(parents=True, exist_ok=True)
    name = f"{type(error).__name__}-{hashlib.sha256(broken).hexdigest()[:12]}"
    (FINDINGS / name).write_bytes(broken)
    return f"{name}: {error}"


def main() -> int:
    """Fuzz, print what came out, and say by the exit code whether anything was found."""
    parser = argparse.ArgumentParser(description="Bestook alle lezers met kapotte invoer.")
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    start = time.monotonic()
    chance = random.Random(arguments.seed)  # noqa: S311 - repeatable on purpose
    outcomes, findings = fuzz(chance, arguments.inputs, arguments.seconds)
    spent = time.monotonic() - start
    total = sum(outcomes.values()) + len(findings)
    print(f"{total} invoeren in {spent:.0f} s, {total / max(spent, 1e-9):.0f} per seconde")
    for name, count in outcomes.most_common():
        print(f"  {name}: {count}")
    print(*findings[:50], sep="\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
