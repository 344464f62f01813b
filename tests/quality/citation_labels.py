"""Precision and lid level on labelled paragraphs: each reference in them, with act and place.

`citation_labels.jsonl` holds places only, never text: act, day and eId of the paragraph in the samples, and
per reference its span, its act ("own", an identifier, or "?" for an act no table knows) and places. The
labels began as what the finder said and were then read against the text and corrected, by the maker of the
finder and not by a lawyer. Both favour the finder; on that first reading its precision was 96.4%.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.citations import Citation, Manner, Names, Place
from corpus.citations.document import cited
from corpus.reading import Reading
from tests.quality.citation_gold import act_of, names_of, toestanden

_LABELS = Path(__file__).with_name("citation_labels.jsonl")


@dataclass(frozen=True)
class Label:
    """One reference as it was read."""

    start: int
    end: int
    act: str
    places: tuple[str, ...]


@dataclass
class Judged:
    """Finds and labels counted: right at the level of the article, and to the last onderdeel."""

    paragraphs: int = 0
    finds: int = 0
    right: int = 0
    exact: int = 0
    labels: int = 0
    found: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the finds those that are a reference to that act and article."""
        return self.right / self.finds if self.finds else 1.0

    @property
    def exactness(self) -> float:
        """Of the finds at a reference those with every lid and onderdeel right."""
        return self.exact / self.right if self.right else 1.0

    @property
    def recall(self) -> float:
        """Of the labels those that a find overlaps."""
        return self.found / self.labels if self.labels else 1.0


def judged(samples: Path) -> Judged:
    """All labelled paragraphs."""
    labels = dict(_labels())
    result, names = Judged(), names_of(toestanden(samples))
    for reading in toestanden(samples):
        key = (act_of(reading), str(reading.in_force_on))
        if any(label[:2] == key for label in labels):
            for eid, text, found in _searched(reading, names):
                known = labels.pop((*key, eid), None)
                if known is not None:
                    _judge(result, text, known, found)
    assert not labels, f"no such paragraph: {sorted(labels)[:5]}"
    return result


def _searched(reading: Reading, names: Names) -> Iterator[tuple[str, str, tuple[Citation, ...]]]:
    for provision, found in cited(reading.provisions, names):
        yield provision.eid, provision.text, found


def _labels() -> Iterator[tuple[tuple[str, str, str], tuple[Label, ...]]]:
    for line in _LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = tuple(Label(s, e, act, tuple(places)) for s, e, act, places in row["references"])
        yield (row["act"], row["day"], row["eid"]), found


def _judge(result: Judged, text: str, labels: Iterable[Label], found: Iterable[Citation]) -> None:
    labels, found = tuple(labels), tuple(found)
    result.paragraphs += 1
    result.labels += len(labels)
    result.found += sum(any(_over(label, c) for c in found) for label in labels)
    for citation in found:
        result.finds += 1
        over = [label for label in labels if _over(label, citation)]
        places = tuple(short(place) for place in citation.places)
        same = [x for x in over if x.act == act_said(citation) and _tops(x.places) == _tops(places)]
        result.right += bool(same)
        result.exact += any(label.places == places for label in same)
        if not any(label.places == places for label in same):
            result.wrong.append(f"{text[:60]}: {citation.text} {places} for {over}")


def _over(label: Label, citation: Citation) -> bool:
    return citation.start < label.end and label.start < citation.end


def _tops(places: tuple[str, ...]) -> set[str]:
    return {place.split(", ")[0] if place.startswith("article") else "" for place in places}


def short(place: Place) -> str:
    """A place in short: "article 3, paragraph 1, point a..c"."""
    return ", ".join(f"{s.kind.value} {s.number}" for s in place.steps) + (
        f"..{place.until}" if place.until else ""
    )


def act_said(citation: Citation) -> str:
    """The act in the words of a label."""
    act = citation.act
    if act is None or act.manner is Manner.THIS:
        return "own" if not citation.identifiers else citation.identifiers[0].value
    return act.identifiers[0].value if act.identifiers else "?"
