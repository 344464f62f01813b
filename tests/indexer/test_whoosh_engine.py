"""What belongs to Whoosh alone: its files, its lock, its import."""

import fcntl
import gc
import subprocess
import sys
from pathlib import Path

import pytest

from indexer.document import SearchRequest
from indexer.errors import IndexBusyError, IndexUnreadableError, QueryError
from indexer.whoosh_engine import NAME, WhooshEngine

from .conftest import fictional, random_corpus


@pytest.fixture
def engine(tmp_path: Path) -> WhooshEngine:
    engine = WhooshEngine(tmp_path / "index")
    engine.apply([fictional(1, text="molen")], ())
    return engine


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "index"


DAMAGE = [("*.toc", b""), ("*.toc", b"\x00" * 300), ("*.seg", b""), ("*.seg", b"geen segment" * 99)]


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.parametrize(("pattern", "content"), DAMAGE)
def test_a_damaged_index_is_a_named_error_and_can_be_cleared(
    engine: WhooshEngine, directory: Path, pattern: str, content: bytes
) -> None:
    (damaged,) = directory.glob(pattern)
    damaged.unlink()
    damaged.write_bytes(content)
    other = WhooshEngine(directory)
    _refuses(other)
    gc.collect()  # whoosh leaves the damaged file open: let it be closed here, not in another test
    other.clear()
    other.apply([fictional(2, text="molen")], ())
    assert [hit.eid for hit in engine.search(SearchRequest("molen")).hits] == ["art_2"]


def _refuses(engine: WhooshEngine) -> None:
    with pytest.raises(IndexUnreadableError, match="wetgeving refresh --index"):
        engine.search(SearchRequest("molen"))
    with pytest.raises(IndexUnreadableError):
        engine.apply([fictional(1)], ())


def test_a_path_that_is_no_directory_is_a_named_error(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen index")
    with pytest.raises(IndexUnreadableError):
        WhooshEngine(tmp_path / "bestand" / "index").digests()


def test_a_directory_that_disappears_is_made_again(engine: WhooshEngine, directory: Path) -> None:
    for path in directory.iterdir():
        path.unlink()
    directory.rmdir()
    assert engine.digests() == {}
    engine.apply([fictional(2, text="molen")], ())
    assert engine.search(SearchRequest("molen")).total == 1


def test_an_index_of_another_schema_counts_as_empty_and_goes_when_cleared(
    engine: WhooshEngine, directory: Path
) -> None:
    assert len(engine.digests()) == 1
    for path in list(directory.iterdir()):
        path.rename(directory / path.name.replace(NAME, "wetgeving0xdutch"))
    (directory / "leesmij.txt").write_text("van een mens")
    assert engine.digests() == {}
    engine.clear()
    left = {path.name for path in directory.iterdir() if not path.name.endswith("LOCK")}
    assert {name for name in left if NAME not in name} == {"leesmij.txt"}


def test_the_name_of_the_index_holds_the_stemmer() -> None:
    assert "dutchporter" in NAME


def test_a_writer_elsewhere_is_a_named_error_after_a_short_wait(
    engine: WhooshEngine, directory: Path
) -> None:
    with (directory / f"{NAME}_WRITELOCK").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert engine.search(SearchRequest("molen")).total == 1
        with pytest.raises(IndexBusyError, match="ander proces"):
            engine.apply([fictional(2)], ())
    engine.apply([fictional(2)], ())
    assert len(engine.digests()) == 2


def test_a_small_change_leaves_the_large_segment_with_deletions(
    engine: WhooshEngine, directory: Path
) -> None:
    documents = random_corpus(1, 260)
    engine.apply(documents, ())
    before = set(directory.glob("*.seg"))
    engine.apply(random_corpus(2, 40), [document.id for document in documents[:25]])
    after = set(directory.glob("*.seg"))
    assert before & after
    assert after - before


def test_many_commits_leave_no_more_files_open_than_one(engine: WhooshEngine, directory: Path) -> None:
    def opened() -> list[str]:
        mapped = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
        return [line for line in mapped if str(directory) in line]

    for number in range(2, 12):
        engine.apply([fictional(number, text="molen")], ())
        assert engine.search(SearchRequest("molen")).total == number
        assert 0 < len(opened()) <= len(list(directory.glob("*.seg")))


def test_a_beginning_of_too_many_words_is_a_named_error(engine: WhooshEngine) -> None:
    engine.apply([fictional(3, text=" ".join(f"molen{i}" for i in range(2100)))], ())
    with pytest.raises(QueryError, match="meer letters"):
        engine.search(SearchRequest("mol*"))
    assert engine.search(SearchRequest("molen12*")).total == 1


def test_whoosh_compiles_and_imports_without_a_warning(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-W",
        "error",
        "-X",
        f"pycache_prefix={tmp_path}",
        "-c",
        "import indexer.whoosh_engine",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
