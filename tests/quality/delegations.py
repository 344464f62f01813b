"""Delegations and legal bases measured on laws of the samples, against labels that were made by reading.

`delegation_labels.jsonl` holds places only, never text: act, day and eId of a provision, and each level with
duty or power that it delegates (none: it does not). The labels began as what the finder said and were then
read one by one and corrected, by its maker and not by a lawyer, which favours the finder. Its grammar was
then extended with the forms it had missed: what is printed is no measure of unseen law. On the first
reading of BWBR0002629, BWBR0018451 and BWBR0005537, on which nothing was made, and of BWBR0002458, of which
some finds had been looked at, it found 116 of 129 delegating provisions and 1 that was none.
`basis_labels.json` holds every article, lid and onderdeel that the preambles of rules name, by reading.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from corpus.delegation import find_delegations
from corpus.delegation.bases import NamedBasis, named_bases
from corpus.readers import read
from corpus.reading import Reading
from tests.quality.citation_gold import act_of, names_of, toestanden

_LABELS = Path(__file__).with_name("delegation_labels.jsonl")
_BASES = Path(__file__).with_name("basis_labels.json")


@dataclass
class Judged:
    """Labelled provisions counted: as delegating or not, and of the right ones the level and the force."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    silent: int = 0
    exact: int = 0
    inexact: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the provisions found those that delegate."""
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """Of the provisions that delegate those found."""
        return self.right / (self.right + len(self.missed))

    @property
    def exactness(self) -> float:
        """Of the provisions rightly found those with every level and force right."""
        return self.exact / self.right


def judged(samples: Path) -> Judged:
    """All labelled provisions."""
    result, labels = Judged(), dict(_labels())
    for reading in toestanden(samples):
        key = act_of(reading), str(reading.in_force_on)
        if any(label[:2] == key for label in labels):
            found = _found(reading)
            mine = [label for label in labels if label[:2] == key]
            for label in mine:
                _judge(result, label, labels.pop(label), found.get(label[2], frozenset()))
    assert not labels, f"no such provision: {sorted(labels)[:5]}"
    return result


def _judge(
    result: Judged,
    label: tuple[str, str, str],
    said: frozenset[tuple[str, str]],
    found: frozenset[tuple[str, str]],
) -> None:
    name = f"{label[0]} {label[2]}"
    if said and found:
        result.right += 1
        result.exact += said == found
        if said != found:
            result.inexact.append(f"{name}: {sorted(found)} for {sorted(said)}")
    elif said:
        result.missed.append(name)
    elif found:
        result.wrong.append(name)
    else:
        result.silent += 1


def _found(reading: Reading) -> dict[str, frozenset[tuple[str, str]]]:
    found: dict[str, frozenset[tuple[str, str]]] = {}
    for one in find_delegations(reading.provisions):
        pair = frozenset({(one.level.value, one.force.value)})
        found[one.eid] = found.get(one.eid, frozenset()) | pair
    return found


def _labels() -> Iterator[tuple[tuple[str, str, str], frozenset[tuple[str, str]]]]:
    for line in _LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield (row["act"], row["day"], row["eid"]), frozenset((lv, f) for lv, f in row["delegates"])


@cache
def bases(samples: Path) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """How many places preambles name, which of them were missed, and what was found that is none."""
    total, missed, wrong = 0, [], []
    names = names_of(toestanden(samples))
    for file, expected in json.loads(_BASES.read_text(encoding="utf-8")).items():
        reading = read((samples / file).read_bytes())
        found = {_short(basis) for basis in named_bases(reading.provisions, names, reading.kind)}
        total += len(expected)
        missed += [f"{file}: {place}" for place in expected if place not in found]
        wrong += [f"{file}: {place}" for place in sorted(found - set(expected))]
    return total, tuple(missed), tuple(wrong)


def _short(basis: NamedBasis) -> str:
    """ "Vreemdelingenwet 2000: 3, 1, d": the act as it is said, article, lid and onderdeel."""
    citation = basis.citation
    place = citation.places[0] if citation.places else None
    steps = ", ".join(step.number for step in place.steps) if place else ""
    said = citation.act.said if citation.act else ""
    return f"{said}: {steps}" if steps else said


def print_report(samples: Path) -> None:
    """What was measured, and every label that was not met."""
    result = judged(samples)
    labelled = result.right + len(result.missed)
    print("\n# Delegations and legal bases\n")
    other = result.silent + len(result.wrong)
    print(f"labelled {labelled} delegating and {other} other provisions")
    print(f"precision {result.precision:.2%}, recall {result.recall:.2%}")
    print(f"level and force right {result.exactness:.2%}")
    lists = ("missed", result.missed), ("wrong", result.wrong), ("inexact", result.inexact)
    for what, listed in lists:
        for name in listed:
            print(f"- {what}: {name}")
    total, missed, wrong = bases(samples)
    print(f"\nlegal bases: {total - len(missed)} of {total} places found, {len(wrong)} found that are none")
    for name in (*missed, *wrong):
        print(f"- {name}")
