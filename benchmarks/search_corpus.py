"""The provisions that `benchmarks.search` indexes: real laws, cut off, and multiplied where they run out.

A copy has other works, versions and ids; the words of each sentence stand in another order, so that lengths,
vocabulary and frequencies stay those of real law while phrases become rarer. Equal seeds give equal corpora.
"""

import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, count, islice
from pathlib import Path

from corpus.errors import WetgevingError
from corpus.readers import read
from corpus.reading import Reading
from indexer.document import IndexDocument
from wetgeving.services.index_documents import Indexed, documents
from wetgeving.store.values import Version, VersionDates, Work

_SENTENCE = re.compile(r"((?<=[.;:])\s+|\n+)")


def files(samples: Path, seed: int) -> list[Path]:
    """The files of the laws, in an order of chance."""
    found = sorted(chain((samples / "nl-corpus").glob("*.md"), (samples / "bwb-toestand").rglob("*.xml")))
    random.Random(seed).shuffle(found)  # noqa: S311
    return found


def provisions(samples: Path, size: int, seed: int) -> tuple[IndexDocument, ...]:
    """So many provisions: the first of the real ones, then shuffled copies of all of them."""
    real = list(islice(_real(files(samples, seed)), size))
    return tuple(islice(chain(real, multiplied(real, seed)), size))


def multiplied(real: Sequence[IndexDocument], seed: int) -> Iterator[IndexDocument]:
    """Copies of provisions, without end when there are any."""
    if real:
        for copy in count(1):
            for document in real:
                chance = random.Random(f"{seed}/{copy}/{document.id}")  # noqa: S311
                yield _copied(document, copy, chance)


def changed(document: IndexDocument, word: str) -> IndexDocument:
    """The same provision with one word more."""
    return _digested(replace(document, text=f"{document.text} {word}"))


def _copied(document: IndexDocument, copy: int, chance: random.Random) -> IndexDocument:
    work = f"{document.work}K{copy}"
    version = f"{work}@{document.version.partition('@')[2]}"
    text = "".join(_shuffled(piece, chance) for piece in _SENTENCE.split(document.text))
    return _digested(replace(document, id=f"{version}/{document.eid}", work=work, version=version, text=text))


def _shuffled(piece: str, chance: random.Random) -> str:
    words = piece.split()
    chance.shuffle(words)
    return " ".join(words) if words else piece


def _digested(document: IndexDocument) -> IndexDocument:
    return replace(
        document, digest=hashlib.sha256(f"{document.id}\n{document.text}".encode()).hexdigest()[:32]
    )


def _real(paths: Sequence[Path]) -> Iterator[IndexDocument]:
    seen: set[str] = set()
    for path in paths:
        try:
            reading = read(path.read_bytes())
        except WetgevingError:
            continue  # a file about a law, not a law: the reader says so
        version = f"{path.stem.partition('_')[0]}@{reading.stage or 'act'}-{reading.in_force_on or 'unknown'}"
        if version not in seen:
            seen.add(version)
            yield from documents(_indexed(reading, version))


def _indexed(reading: Reading, key: str) -> Indexed:
    work = Work(key.partition("@")[0], str(reading.kind), reading.title, reading.short_title)
    dates = VersionDates(in_force_on=reading.in_force_on, certainty="stated")
    stage = reading.stage or "act"
    version = Version(key, work.key, stage, dates, reading.language, "", None, False, "", "", 1, ())
    return Indexed(work, version, reading.provisions)
