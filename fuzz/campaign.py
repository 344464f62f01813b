"""Many inputs, one after another or in several processes: what came out, and what was found.

Each process has its own seed, derived from the given one, so the same seed and number of processes make the
same inputs. A PDF takes twenty times as long as any other file, so its turn comes less often.
"""

import hashlib
import random
import time
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path

from fuzz.mutations import mutate
from fuzz.verdict import deadline, outcome

REPOSITORY = Path(__file__).resolve().parents[1]
FIXTURES = REPOSITORY / "tests" / "corpus" / "readers" / "fixtures"
FINDINGS = REPOSITORY / "tests" / "fuzz" / "findings"
_TURNS = {".pdf": 1}
_TURNS_OF_OTHERS = 10


@dataclass(slots=True)
class Found:
    """Outcomes by name, and a line for each finding."""

    outcomes: Counter[str] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)

    @property
    def inputs(self) -> int:
        """How many inputs were tried."""
        return sum(self.outcomes.values()) + len(self.findings)


def seeds() -> list[Path]:
    """The fixture files of every reader, as often as their turn comes."""
    files = sorted(p for p in FIXTURES.rglob("*") if p.is_file() and not _is_about_fixtures(p))
    return [p for p in files for _ in range(_TURNS.get(p.suffix, _TURNS_OF_OTHERS))]


def _is_about_fixtures(path: Path) -> bool:
    return path.name.endswith(".expected.txt") or path.name == "README.md"


def fuzz(seed: str, inputs: int, seconds: float) -> Found:
    """Try broken files until the inputs or the seconds are spent; what is found is kept as a file."""
    chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
    sources = [path.read_bytes() for path in seeds()]
    found = Found()
    until = time.monotonic() + seconds
    for _ in range(inputs):
        if time.monotonic() > until:
            break
        broken = mutate(chance.choice(sources), chance)
        try:
            with deadline():
                found.outcomes[outcome(broken)] += 1
        except Exception as error:
            found.findings.append(_kept(broken, error))
    return found


def fuzz_in_parallel(seed: int, inputs: int, seconds: float, processes: int) -> Found:
    """As `fuzz`, with the inputs divided over processes."""
    own_seeds = [f"{seed}/{number}" for number in range(processes)]
    shares = [(inputs + number) // processes for number in range(processes)]
    if processes == 1:
        return fuzz(own_seeds[0], inputs, seconds)
    with ProcessPoolExecutor(processes) as pool:
        return _together(pool.map(fuzz, own_seeds, shares, repeat(seconds)))


def _together(parts: Iterable[Found]) -> Found:
    whole = Found()
    for part in parts:
        whole.outcomes += part.outcomes
        whole.findings += part.findings
    return whole


def _kept(broken: bytes, error: Exception) -> str:
    FINDINGS.mkdir(parents=True, exist_ok=True)
    name = f"{type(error).__name__}-{hashlib.sha256(broken).hexdigest()[:12]}"
    (FINDINGS / name).write_bytes(broken)
    return f"{name}: {error}"
