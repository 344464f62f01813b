"""Gates of the search: what was measured may only get better. `make quality` prints it all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.quality.known_items import CLASSES, Question, Text, questions
from tests.quality.search import Scores, installed, ours, scores, texts
from tests.quality.search_peers import Fts5

LEAST_FIRST = {"citation": 1.0, "heading": 0.95, "need": 0.58, "compound": 0.58, "inflection": 0.68}
LEAST_AMONG_FIVE = {"citation": 1.0, "heading": 0.97, "need": 0.90, "compound": 0.90, "inflection": 0.90}


@pytest.fixture(scope="module")
def measured(samples: Path) -> Iterator[tuple[Scores, Scores]]:
    """Our scores, and those of SQLite's full text on the same provisions."""
    with installed(samples) as application, application.reading() as services:
        provisions: tuple[Text, ...] = texts(application)
        asked: tuple[Question, ...] = questions(provisions)
        assert len(asked) >= 300
        yield scores(ours(services), asked), scores(Fts5(provisions).places, asked)


@pytest.mark.parametrize("kind", CLASSES)
def test_what_is_asked_is_found(measured: tuple[Scores, Scores], kind: str) -> None:
    found = measured[0][kind]
    assert found.at_1 >= LEAST_FIRST[kind]
    assert found.at_5 >= LEAST_AMONG_FIVE[kind]


@pytest.mark.parametrize("kind", CLASSES)
def test_it_is_found_better_than_by_the_full_text_of_the_database(
    measured: tuple[Scores, Scores], kind: str
) -> None:
    found, peer = (of[kind] for of in measured)
    assert found.at_1 > peer.at_1
    assert found.at_5 > peer.at_5
    assert found.mrr > peer.mrr
