"""Gold references of the sample files as values: links of BWB XML, the marked paragraphs, the sets of
others.

The links name an article at most, never a lid; empty and unknown targets are left out. Some point at the
wrong act (art. 8 of "de Wet" at the Remigratiewet): they are counted as they are.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.citations import Name, Names
from corpus.identifiers import jci
from corpus.provision import Link, Provision, ProvisionKind, walk
from corpus.readers import read
from corpus.reading import Identifier, Reading

_NAMED_AT_END = (
    re.compile(r" van (?:de|het) ((?:wet|besluit|regeling) van \d.*)$"),
    re.compile(r" van (?:de|het) (Boek \d van het Burgerlijk Wetboek)$"),
    re.compile(r" van (?:de |het )?([A-Z].*)$"),
)
_NO_NAME = re.compile(
    r"(?:de |het )?(?:Wet|Besluit|Regeling|Wetboek)$|(?:Hoofdstuk|Titel|Artikel|Paragraaf|Afdeling|"
    r"Deel|[IVX]+\b)"
)


@dataclass(frozen=True)
class Gold:
    """A reference that an editor marked: where, in which act, which article ("" for the act as such)."""

    start: int
    end: int
    act: str
    article: str = ""


@dataclass(frozen=True)
class Marked:
    """A paragraph with its gold references, and the act and place it stands in."""

    own: str
    location: str
    text: str
    references: tuple[Gold, ...]


def marked_paragraphs(samples: Path, act: str) -> Iterator[Marked]:
    """The paragraphs of the Vw 2000 or the Vb 2000 with their references."""
    path = samples / "citations" / "bwb-refs" / f"{act}.refs.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = (_gold(r["start"], r["end"], r["doc"]) for r in row["refs"])
        yield Marked(act, row["location"], row["text"], tuple(gold for gold in found if gold))


def linked(provision: Provision) -> tuple[Gold, ...]:
    """The links that the source put in a provision's text, as gold references."""
    found = (_of_link(link) for link in provision.links if link.scheme == "jci")
    return tuple(gold for gold in found if gold)


def _of_link(link: Link) -> Gold | None:
    return _gold(link.start, link.end, link.target)


def _gold(start: int, end: int, target: str) -> Gold | None:
    named = jci.parse(target)
    if named is None:
        return None
    article = next((n for kind, n in named.place if kind is ProvisionKind.ARTICLE), "")
    return Gold(start, end, named.values[0], article)


@lru_cache(maxsize=1)
def toestanden(samples: Path) -> tuple[Reading, ...]:
    """Every BWB toestand of the samples, read."""
    paths = sorted((samples / "bwb-toestand").rglob("*.xml"))
    heads = ((path, path.read_bytes()) for path in paths)
    return tuple(read(content) for _, content in heads if b"<toestand" in content[:2000])


def act_of(reading: Reading) -> str:
    """The BWB number of a reading."""
    return next(i.value for i in reading.identifiers if i.scheme == "bwb")


def names_of(readings: Iterable[Reading], *, but: str = "") -> Names:
    """A table of citation titles, as the links of these files use them, most used meaning first.

    It stands for the list of titles an installation has of its own. Without the files of `but` it shows what
    is found with names that only other texts taught.
    """
    counted: Counter[tuple[str, str]] = Counter()
    for reading in readings:
        if act_of(reading) != but:
            counted.update(_names_in(reading))
    for text, act in _ABBREVIATIONS:
        counted[text, act] += 1
    best = {text: act for (text, act), _ in reversed(counted.most_common())}
    return Names.of(Name(text, Identifier("bwb", act)) for text, act in sorted(best.items()))


_ABBREVIATIONS = (("Vw 2000", "BWBR0011823"), ("Vb 2000", "BWBR0011825"), ("Awb", "BWBR0005537"))


def _names_in(reading: Reading) -> Iterator[tuple[str, str]]:
    title = reading.short_title.strip()
    if title:
        yield title, act_of(reading)
    for provision in walk(reading.provisions):
        for link in provision.links:
            named = jci.parse(link.target) if link.scheme == "jci" else None
            if named and named.values[0] != act_of(reading):
                said = " ".join(provision.text[link.start : link.end].split())
                name = _name_in(said, whole=not named.place)
                if name:
                    yield name, named.values[0]


def _name_in(said: str, *, whole: bool) -> str:
    if whole:
        name = re.sub(r"^(?:de|het) ", "", said)
        name = name.rstrip(" :;,.")
        return name if name[:1].isupper() and not _NO_NAME.match(name) else ""
    found = next((m for pattern in _NAMED_AT_END if (m := pattern.search(said))), None)
    name = found[1].rstrip(" :;,.") if found else ""
    return "" if _NO_NAME.match(name) else name
