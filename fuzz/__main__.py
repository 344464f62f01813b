"""Fuzz every reader for a stated time or number of inputs: `python -m fuzz --inputs 100000 --seed 1`.

An input counts as found when `read` raises anything but a named error, takes longer than the limit, loses a
word or letter, or gives eIds that are not unique (`fuzz.verdict`). Findings are written to
`tests/fuzz/findings/` and are regression files from then on. The same seed makes the same inputs.
"""

import argparse
import sys
import time

from fuzz.campaign import fuzz_in_parallel


def main() -> int:
    """Fuzz, print what came out, and say by the exit code whether anything was found."""
    parser = argparse.ArgumentParser(description="Bestook alle lezers met kapotte invoer.")
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    arguments = parser.parse_args()
    start = time.monotonic()
    found = fuzz_in_parallel(arguments.seed, arguments.inputs, arguments.seconds, max(arguments.processes, 1))
    spent = time.monotonic() - start
    print(f"{found.inputs} invoeren in {spent:.0f} s, {found.inputs / max(spent, 1e-9):.0f} per seconde")
    for name, count in found.outcomes.most_common():
        print(f"  {name}: {count}")
    print(*found.findings[:50], sep="\n")
    return 1 if found.findings else 0


if __name__ == "__main__":
    sys.exit(main())
