"""What a question finds in one side of a change: the words in [brackets] went in or out, the rest stood."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from indexer import open_change_engine
from indexer.changes import ChangeDocument, ChangeHit
from indexer.document import SearchEngine, SearchRequest
from indexer.errors import QueryError

TABLE = (
    ("binnen [vier] weken na ontvangst", '"vier weken"', True),
    ("binnen [vier] weken na ontvangst", "vier weken", True),
    ("binnen [vier] weken na ontvangst", '"binnen vier weken"', True),
    ("binnen [vier] weken na ontvangst", "weken", False),
    ("binnen [vier] weken na ontvangst", '"weken na"', False),
    ("binnen [vier] weken na ontvangst", "ontvangst OF weken", False),
    ("binnen [vier] weken na ontvangst", "ontvangst OF vier", True),
    ("binnen [vier] weken na ontvangst", "vier -ontvangst", False),
    ("binnen [vier] weken na ontvangst", "vier -dagen", True),
    ("binnen [vier] weken na ontvangst", "-dagen", False),
    ("vier weken, en [vier dagen] later", '"vier weken"', False),
    ("vier weken, en [vier dagen] later", "vier", True),
    ("een [EU-burger] vraagt", "burger", True),
    ("een [EU-burger] vraagt", "EU-burgers", True),
    ("een [EU-burger] vraagt", '"burger vraagt"', True),
    ("de [verlening] van", "ver*", True),
    ("de [verlening] van de vergunning", "vergun*", False),
    ("als bedoeld in [artikel 59b], kan", "artikel 59b", True),
    ("als bedoeld in artikel 59b, [kan]", "artikel 59b", False),
    ("als bedoeld in artikel 59b, [kan]", "artikel 59b kan", True),
    ("de [gegevens] worden", "gegeven", True),
)


def _document(text: str, **other: object) -> ChangeDocument:
    spans, plain, at = [], "", 0
    for piece in re.split(r"(\[[^]]*\])", text):
        bare = piece.strip("[]") if piece.startswith("[") else piece
        if piece.startswith("["):
            spans.append((at, at + len(bare)))
        plain, at = plain + bare, at + len(bare)
    document = ChangeDocument(
        id="MOLEN@b/MOLEN@a/w-1/inserted",
        digest="1",
        version="MOLEN@b",
        work="MOLEN",
        work_title="Molenwet",
        kind="act",
        stage="consolidated",
        in_force_on="",
        eid="art_7",
        number="7",
        label="artikel 7",
        heading="",
        text=plain,
        old="MOLEN@a",
        change="w-1",
        direction="inserted",
        kinds=("modified",),
        minor=False,
        changed=tuple(spans),
    )
    return replace(document, **other)  # type: ignore[arg-type]


@pytest.fixture
def changes(tmp_path: Path) -> SearchEngine:
    return open_change_engine(f"whoosh://{tmp_path / 'index'}")


@pytest.mark.parametrize(("text", "question", "found"), TABLE)
def test_what_is_found_holds_for_the_side_by_a_word_that_changed(
    changes: SearchEngine, text: str, question: str, *, found: bool
) -> None:
    changes.apply([_document(text)], ())
    assert changes.search(SearchRequest(question)).total == found


def test_a_hit_says_which_change_it_is_and_shows_where(changes: SearchEngine) -> None:
    long = "de molenaar maalt vier zakken " * 40 + "en [vier] weken lang niet"
    changes.apply([_document(long)], ())
    (hit,) = changes.search(SearchRequest('"vier weken" OF vier')).hits
    assert isinstance(hit, ChangeHit)
    assert (hit.old, hit.version, hit.change, hit.direction) == ("MOLEN@a", "MOLEN@b", "w-1", "inserted")
    assert hit.snippet.endswith("en <mark>vier</mark> <mark>weken</mark> lang niet")


def test_a_change_counts_under_each_of_its_kinds(changes: SearchEngine) -> None:
    both = _document("de [molen]", kinds=("modified", "heading"))
    one = _document("de [molen]", id="x/y/w-2/inserted", change="w-2")
    changes.apply([both, one], ())
    result = changes.search(SearchRequest("molen"))
    assert dict(result.facets["kinds"]) == {"modified": 2, "heading": 1}
    assert changes.search(SearchRequest("molen", {"kinds": ("heading",)})).total == 1
    with pytest.raises(QueryError):
        changes.search(SearchRequest("molen", {"kind": ("act",)}))


def test_what_matters_less_stands_last_however_well_it_fits(changes: SearchEngine) -> None:
    minor = _document("[molen molen molen]", id="x/y/w-3/inserted", change="w-3", minor=True)
    changes.apply([minor, _document("de [molen] en nog zeer veel andere woorden daarna")], ())
    hits = changes.search(SearchRequest("molen")).hits
    assert [hit.change for hit in hits if isinstance(hit, ChangeHit)] == ["w-1", "w-3"]


def test_hidden_works_are_neither_found_nor_counted(changes: SearchEngine) -> None:
    other = _document("de [molen]", id="x/y/w-2/inserted", work="GEHEIM")
    changes.apply([_document("de [molen]"), other], ())
    result = changes.search(SearchRequest("molen", hidden_works=frozenset({"GEHEIM"})))
    assert (result.total, dict(result.facets["work"])) == (1, {"MOLEN": 1})
