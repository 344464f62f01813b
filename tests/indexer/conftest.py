"""A small fictional corpus in several versions, and engines on an empty directory."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.hashing import sha256
from indexer import ENGINES, open_engine
from indexer.document import IndexDocument, SearchEngine

VOCABULARY = (
    "de", "het", "een", "van", "en", "of", "niet", "lid", "leden", "stad", "steden", "kind", "kinderen",
    "gegeven", "gegevens", "verlenen", "verleend", "besluit", "besluiten", "bewaring", "bewaard", "wet",
    "wetten", "weten", "vergunning", "vergunningen", "molenaar", "molenaars", "molen", "ontvankelijk",
    "niet-ontvankelijk", "EU-burger", "EU-burgers", "burger", "coördinatie", "Coördinator", "artikel",
    "artikelen", "art.", "59b", "59c", "3:15", "420bis.1", "2a*", "12", "Één", "foto’s", "2024/1348",
    "schippersvergunning", "grensprocedure", "asielgrensprocedure", "procedures", "commissieleden", "36 871",
)  # fmt: skip


def fictional(
    number: int, /, *, version: str = "MOLEN-1@wet-2030-01-01", text: str = "", **other: str
) -> IndexDocument:
    """Article `number` of the fictional Molenwet."""
    work, _, rest = version.partition("@")
    document = IndexDocument(
        id=f"{version}/art_{number}",
        digest="",
        version=version,
        work=work,
        work_title="Molenwet",
        kind="act",
        stage=rest.partition("-")[0],
        in_force_on=rest.partition("-")[2],
        eid=f"art_{number}",
        number=str(number),
        label=f"artikel {number}",
        heading="",
        text=text,
        fictional=True,
    )
    changed = replace(document, **other)
    return replace(changed, digest=sha256(repr(changed).encode()))


def random_corpus(seed: int, size: int) -> list[IndexDocument]:
    """Documents of few different words, so that questions meet them in every combination."""
    chance = random.Random(seed)
    documents = []
    for i in range(size):
        version = f"MOLEN-{i % 3}@{chance.choice(('wet', 'ontwerp'))}-203{i % 7}-01-01"
        documents.append(
            fictional(
                i,
                version=version,
                kind=chance.choice(("act", "decree")),
                number=chance.choice(("59b", "3:15", "2a*", "I", "12", "", "420bis.1")),
                label=chance.choice(("artikel 59b", "artikel 12, eerste lid", "overweging 3", "")),
                heading=" ".join(chance.choices(VOCABULARY, k=chance.randint(0, 3))),
                text=" ".join(chance.choices(VOCABULARY, k=chance.randint(0, 25))),
            )
        )
    return documents


@pytest.fixture(params=sorted(ENGINES))
def engine_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return f"{request.param}://{tmp_path / 'index'}"


@pytest.fixture
def engine(engine_url: str) -> SearchEngine:
    return open_engine(engine_url)


@pytest.fixture
def fresh_engine(engine_url: str) -> Callable[[str], SearchEngine]:
    """Another engine of the same kind on a directory of its own."""
    return lambda name: open_engine(f"{engine_url}-{name}")
