"""What Tantivy is given of a document: the words are those of the one analysis, by a shorter way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.document import FACETS
from indexer.dutch import part_stems, stem, tokens
from indexer.tantivy_fields import LEVELS, digest_of, fields_of, read_back, value_of
from indexer.terms import terms

from .conftest import VOCABULARY, fictional

_PIECES = (
    *VOCABULARY,
    "12 345",
    "36\u00a0871",
    "12",
    "345",
    "678,",
    "(a)",
    "EU-",
    "-",
    "a/b",
    "\n",
    "§",
    "«x»",
    "3:15.",
    "1/2/3",
)
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=_TEXTS | st.text(alphabet="a1Zé- \u00a0.:/’\u00ad²IV", max_size=30))
def test_every_word_stem_and_part_is_written_once_and_in_its_place(text: str) -> None:
    found = fields_of(fictional(1, text=text, label="", heading=""), FACETS).texts
    printed = list(tokens(text))
    plain = [token.word for token in printed if not token.joined]
    assert found["row_text"].split(" ") == (plain or [""])
    assert found["stem_text"].split(" ") == ([stem(word) for word in plain] or [""])
    assert set(found["word"].split()) == {token.word for token in printed}
    parts = {part for token in printed for part in part_stems(token.word)}
    of_joined = {stem(token.word) for token in printed if token.joined}
    assert set(found["extra_text"].split()) == parts | of_joined
    assert len(found["key"].split()) == len({key.rpartition("|")[0] for key in found["key"].split()})


def test_the_rows_of_label_and_heading_are_too_far_apart_to_be_near() -> None:
    document = fictional(1, label="artikel 1", heading="De molen")
    placed = fields_of(document, FACETS).placed["row_heading"]
    assert [word for word, _ in placed] == ["artikel", "1", "de", "molen"]
    assert placed[2][1] - placed[1][1] > 100


def test_a_document_is_read_back_as_it_was() -> None:
    document = fictional(1, text="De «molen»\n\n1. draait.", heading="Wind")
    stored = fields_of(document, FACETS).stored
    assert read_back(stored["document"]) == document
    assert digest_of(stored["digest"]) == (document.id, document.digest)
    assert terms(read_back(stored["document"])) == terms(document)


def _level(text: str, key: str, heading: str = "") -> int:
    keys = fields_of(fictional(1, text=text, label="", heading=heading), FACETS).texts["key"].split()
    return next(int(found.rpartition("|")[2]) for found in keys if found.startswith(f"{key}|"))


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (("molen molen wind", "", stem("molen")), ("molen wind wind", "", stem("molen"))),
        (("wind", "De molen", stem("molen")), ("de molen wind", "", stem("molen"))),
        (("molen wind", "", stem("molen")), ("molen" + " wind" * 400, "", stem("molen"))),
        (("grensprocedure", "", stem("grensprocedure")), ("grensprocedure", "", stem("procedure"))),
    ],
)
def test_a_word_weighs_more_when_it_stands_oftener_higher_or_in_less_text(
    more: tuple[str, str, str], less: tuple[str, str, str]
) -> None:
    (text, heading, key), (other_text, other_heading, other_key) = more, less
    first, second = _level(text, key, heading), _level(other_text, other_key, other_heading)
    assert 0 <= second < first < LEVELS
    assert value_of(first) > value_of(second)
