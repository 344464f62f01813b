"""Kamerstukken and court decisions beside the public package `nllegalcit`, in one run on the same texts.

The package is no dependency: it is asked through the Python that `NLLEGALCIT_PYTHON` names, and left out
without one. Its own pairs describe its parser; the debates, which are nobody's tests, are the fairer set.
"""

import csv
import json
import os
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.citations import CitationKind, find
from tests.quality.measures import Score

Keys = frozenset[str]
_ASK = """
import json, sys
import nllegalcit
def key(c):
    kind = type(c).__name__
    if kind == "KamerstukCitation":
        return [f"kst-{c.dossiernummer}-{c.ondernummer}"]
    if kind == "EcliCitation":
        return [f"ECLI:{c.country}:{c.court}:{c.year}:{c.casenumber}".upper()]
    return [c.code] if kind == "LjnCitation" else []
for line in sys.stdin:
    try:
        found = nllegalcit.parse_citations(json.loads(line))
    except Exception:
        found = []
    print("=>", json.dumps([k for c in found for k in key(c)]))
"""


@dataclass(frozen=True)
class Case:
    """A text and what it cites, by set."""

    group: str
    text: str
    expected: Keys


def cases(samples: Path) -> tuple[Case, ...]:
    """The pairs of the package (what its author skips included) and the sentences of the debates."""
    return (*_pairs(samples), *_debates(samples))


def _pairs(samples: Path) -> Iterator[Case]:
    path = samples / "citations" / "nllegalcit_pairs.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        kinds = {e["type"] for e in row["expected"]}
        group = (
            "ecli and ljn"
            if kinds & {"EcliCitation", "LjnCitation"} or "ECLI" in row["input"]
            else "kamerstuk"
        )
        yield Case(
            f"pairs: {group}", row["input"], frozenset(k for e in row["expected"] for k in _expected(e))
        )


def _expected(expected: dict[str, list[str]]) -> Iterator[str]:
    kind, args = str(expected["type"]), [str(a) for a in expected["args"]]
    if kind == "KamerstukCitation":
        for dossier in args[2].split(","):
            yield from (f"kst-{dossier}-{n}" for n in _numbers(args[3]) if n != "?")
    elif kind == "EcliCitation":
        yield f"ECLI:{':'.join(args)}".upper()
    else:
        yield args[0]


def _numbers(said: str) -> list[str]:
    ends = re.fullmatch(r"(\d+)-(\d+)", said)
    return [str(n) for n in range(int(ends[1]), int(ends[2]) + 1)] if ends else [said]


_PAPER = re.compile(r"kst-(\d{5}(?:-[A-Z\d]+)??)-(\d+)")


def _debates(samples: Path) -> Iterator[Case]:
    """Sentences of debates in which a paper is named with its dossier, by the number people gave it."""
    path = samples / "citations" / "tk-debates" / "annotated-dataset.csv"
    by_sentence: dict[str, set[str]] = {}
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            known = by_sentence.setdefault(row["sentence"], set())
            # Some identifiers were left unfinished ("kst-"); then the number is what the words say.
            said = _PAPER.fullmatch(row["external_identifier"].strip()) or _PAPER.fullmatch(
                "kst-" + row["text"].strip()
            )
            if row["reference_type"] == "explicit-parl-doc" and said and said[1][:5] in row["text"]:
                known.add(said.group())
    for sentence, found in by_sentence.items():
        if found:
            yield Case("debates", sentence, frozenset(found))


def ours(texts: Iterable[str]) -> list[Keys]:
    """What is found here: papers, decisions."""
    wanted = (CitationKind.PAPER, CitationKind.DECISION)
    return [
        frozenset(
            _plain(i.value)
            for c in find(t)
            if c.kind in wanted
            for i in c.identifiers
            if i.scheme != "ondernummer"
        )
        for t in texts
    ]


def theirs(texts: Iterable[str]) -> list[Keys] | None:
    """What the package finds; None when it is not there."""
    python = os.environ.get("NLLEGALCIT_PYTHON")
    if not python:
        return None
    asked = "\n".join(json.dumps(text) for text in texts)
    done = subprocess.run([python, "-c", _ASK], input=asked, capture_output=True, text=True, check=True)
    lines = [line[3:] for line in done.stdout.splitlines() if line.startswith("=> ")]
    return [frozenset(_plain(k) for k in json.loads(line)) for line in lines]


def _plain(key: str) -> str:
    return key.upper().replace("KST-", "kst-")


def scores(samples: Path, finder: Callable[[Iterable[str]], list[Keys] | None]) -> dict[str, Score] | None:
    """Right, wrong and missed per set."""
    known = cases(samples)
    answers = finder([case.text for case in known])
    if answers is None:
        return None
    counted: dict[str, Score] = {}
    for case, found in zip(known, answers, strict=True):
        expected = frozenset(_plain(key) for key in case.expected)
        score = counted.setdefault(case.group, Score())
        score.add(Score(len(found & expected), len(found - expected), len(expected - found)))
    return counted
