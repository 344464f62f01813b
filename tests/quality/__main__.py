"""Prints the report of comparisons, references and search: `python -m tests.quality [--samples DIR]`."""

import argparse
import os
from pathlib import Path

from tests.quality import citations, delegations, hard_cases, own_labels, real_pairs, search
from tests.quality.generated import LAWS, Drawn, measured
from tests.quality.measures import Report

_DENSITIES = (1.0, 3.0)


def main() -> None:
    """Measure the generated set, the labelled cases and all real pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", default=os.environ.get("WETGEVING_SAMPLES", "../shared/samples"))
    samples = Path(parser.parse_args().samples)
    print("# Quality of the comparison\n\n## Generated: real laws, seeded amendments")
    for density in _DENSITIES:
        _generated(measured(samples, LAWS, Drawn(density=density)), density)
    _labelled(samples)
    _own_labels(samples)
    _real(samples)
    citations.print_report(samples)
    delegations.print_report(samples)
    search.print_report(samples)


def _own_labels(samples: Path) -> None:
    found = list(own_labels.judged(samples))
    changed, unchanged = (sum(getattr(a, name) for a in found) for name in ("changed", "unchanged"))
    print(f"\n## Labels of the source\n\nboth say amended {changed}, both say not {unchanged}")
    for a in found:
        for what, eids in (
            ("amended with the same words", a.same_words),
            ("only the source says amended", a.only_said),
            ("only the comparison does", a.only_seen),
        ):
            if eids:
                print(f"- {a.name}: {what}: {', '.join(eids)}")


def _generated(report: Report, density: float) -> None:
    print(f"\ndensity {density:g}\n\n| | right | wrong | missed | precision | recall |")
    print("|---|---|---|---|---|---|")
    for level, score in report.scores.items():
        counts = f"{score.right} | {score.wrong} | {score.missed}"
        print(f"| {level} | {counts} | {score.precision:.2%} | {score.recall:.2%} |")
    words = report.words
    print(f"\nedit words {words.edited}, true script {report.true_edit_words}: {report.edit_ratio:.3f}")
    print(f"cuts inside words {words.cuts}; islands {words.islands} of {words.runs} edited runs")


def _labelled(samples: Path) -> None:
    judged = list(hard_cases.judged(samples))
    right = sum(ok for _, ok in judged)
    print(f"\n## Labelled by hand\n\n{right} of {len(judged)} right ({right / len(judged):.1%})")
    for case, ok in judged:
        if not ok:
            print(f"- not: {case}")


def _real(samples: Path) -> None:
    print(
        "\n## All consecutive real versions\n\n| pair | changes | edit words | islands | cuts | ms | broken |"
    )
    print("|---|---|---|---|---|---|---|")
    for pair in real_pairs.compared(samples, real_pairs.SERIES):
        words, wrong = pair.words, "; ".join(real_pairs.broken(pair)) or "-"
        figures = f"{len(pair.comparison.changes)} | {words.edited} | {words.islands} | {words.cuts}"
        print(f"| {pair.name} | {figures} | {pair.milliseconds:.0f} | {wrong} |", flush=True)


if __name__ == "__main__":
    main()
