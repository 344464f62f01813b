"""What belongs to Tantivy alone: its files, its lock, its bounds."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.document import IndexDocument, SearchRequest
from indexer.errors import IndexBusyError, IndexUnreadableError, QueryError
from indexer.tantivy_engine import NAME, TantivyEngine

from .conftest import fictional, random_corpus


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def engine(directory: Path) -> TantivyEngine:
    engine = TantivyEngine(directory)
    engine.apply([fictional(1, text="molen")], ())
    return engine


DAMAGE = [
    ("meta.json", b""), ("meta.json", b"\x00" * 300), ("*.idx", b""), ("*.term", b"geen segment" * 99),
    ("*.fast", b"geen segment" * 99), ("*.store", b""),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "content"), DAMAGE)
def test_a_damaged_index_is_a_named_error_and_can_be_cleared(
    engine: TantivyEngine, directory: Path, pattern: str, content: bytes
) -> None:
    _damage(directory, pattern, content)
    other = TantivyEngine(directory)
    with pytest.raises(IndexUnreadableError, match="wetgeving refresh --index"):
        other.search(SearchRequest("molen"))
    other.clear()
    other.apply([fictional(2, text="molen")], ())
    assert [hit.eid for hit in engine.search(SearchRequest("molen")).hits] == ["art_2"]


@pytest.mark.parametrize(("pattern", "content"), DAMAGE)
def test_a_damaged_index_is_replaced_by_a_whole_one(
    engine: TantivyEngine, directory: Path, pattern: str, content: bytes
) -> None:
    _damage(directory, pattern, content)
    TantivyEngine(directory).replace([fictional(2, text="molen")])
    assert [hit.eid for hit in engine.search(SearchRequest("molen")).hits] == ["art_2"]


def _damage(directory: Path, pattern: str, content: bytes) -> None:
    (damaged,) = (directory / NAME).glob(pattern)
    damaged.unlink()
    damaged.write_bytes(content)


def test_a_path_that_is_no_directory_is_a_named_error(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen index")
    with pytest.raises(IndexUnreadableError):
        TantivyEngine(tmp_path / "bestand" / "index").digests()


def test_an_index_of_another_schema_counts_as_empty_and_goes_when_cleared(
    engine: TantivyEngine, directory: Path
) -> None:
    (directory / NAME).rename(directory / "tantivy0xdutch")
    (directory / "leesmij.txt").write_text("van een mens")
    assert engine.digests() == {}
    engine.clear()
    assert {p.name for p in directory.iterdir() if not p.name.endswith(".lock")} == {"leesmij.txt"}


def test_the_name_of_the_index_holds_the_stemmer() -> None:
    assert "dutchporter" in NAME


def test_a_writer_elsewhere_is_a_named_error_after_a_short_wait(
    engine: TantivyEngine, directory: Path
) -> None:
    with (directory / f"{NAME}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert engine.search(SearchRequest("molen")).total == 1
        with pytest.raises(IndexBusyError, match="ander proces"):
            engine.apply([fictional(2)], ())
    engine.apply([fictional(2)], ())
    assert len(engine.digests()) == 2


def test_many_commits_leave_few_files_and_few_open(engine: TantivyEngine, directory: Path) -> None:
    for number in range(2, 40):
        engine.apply([fictional(number, text="molen")], ())
        assert engine.search(SearchRequest("molen")).total == number
    assert len(list((directory / NAME).iterdir())) < 150
    opened = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    assert sum(str(directory) in line and "(deleted)" in line for line in opened) < 100
    assert len(os.listdir("/proc/self/fd")) < 200


def test_a_beginning_of_too_many_words_is_a_named_error(engine: TantivyEngine) -> None:
    engine.apply([fictional(3, text=" ".join(f"molen{i}" for i in range(2100)))], ())
    with pytest.raises(QueryError, match="meer letters"):
        engine.search(SearchRequest("mol*"))
    assert engine.search(SearchRequest("molen12*")).total == 1


def test_a_distance_that_would_be_read_in_too_many_documents_is_a_named_error(
    engine: TantivyEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.tantivy_snapshot.MOST_READ", 5)
    engine.apply([fictional(n, text="molen en wind") for n in range(2, 9)], ())
    with pytest.raises(QueryError, match="te zwaar"):
        engine.search(SearchRequest("mol* NEAR/3 wind"))
    assert engine.search(SearchRequest("molen NEAR/3 wind")).total == 7


def test_a_source_that_breaks_off_leaves_what_was_there(engine: TantivyEngine) -> None:
    def breaking() -> Iterator[IndexDocument]:
        yield fictional(2, text="molen")
        raise RuntimeError("de bron valt weg")

    before = engine.digests()
    with pytest.raises(RuntimeError, match="valt weg"):
        engine.replace(breaking())
    assert engine.digests() == before


def test_what_was_deleted_is_in_no_file_after_compacting(engine: TantivyEngine, directory: Path) -> None:
    engine.apply([*random_corpus(1, 30), fictional(77, text="zwaluwstaartverbinding")], ())
    engine.apply([], [fictional(77, text="").id])
    engine.compact()
    contents = [path.read_bytes() for path in (directory / NAME).iterdir() if path.is_file()]
    assert any(b"vergunning" in content for content in contents)
    assert not any(b"zwaluwstaart" in content for content in contents)
