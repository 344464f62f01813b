"""A backup that is damaged or made by someone else is refused by name, and changes nothing."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import WetgevingError
from wetgeving.bootstrap import Application
from wetgeving.services.errors import InvalidValueError
from wetgeving.services.safekeeping import back_up, put_back
from wetgeving.store import Database

from .laws import LAMP, LAMP_CHANGED, take_in

MADE = datetime(2091, 4, 1, tzinfo=UTC)
EVENTS = "tables/event.jsonl"
Members = dict[str, bytes]


@pytest.fixture
def backup(application: Application, tmp_path: Path) -> Path:
    """A good backup of two versions."""
    take_in(application, LAMP)
    take_in(application, LAMP_CHANGED, "2092-01-01")
    file = tmp_path / "kopie.zip"
    back_up(application.database, file, made_at=MADE)
    return file


@pytest.fixture
def empty(tmp_path: Path) -> Database:
    return Database(f"sqlite:///{tmp_path / 'leeg.db'}")


def read(file: Path) -> Members:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: Members, *more: tuple[str, bytes]) -> bytes:
    """A zip of these members; `more` may repeat a name."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (*members.items(), *more):
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def restated(members: Members, table: str, **changed: Any) -> Members:
    """The members with another word on one table in the manifest."""
    manifest = json.loads(members["manifest.json"])
    next(t for t in manifest["tables"] if t["name"] == table).update(changed)
    return {**members, "manifest.json": json.dumps(manifest).encode()}


def honest(members: Members, table: str, content: bytes) -> Members:
    """Other rows for a table, with a manifest that fits them: what someone who means harm would make."""
    stated = {
        "rows": content.count(b"\n"),
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    return {**restated(members, table, **stated), f"tables/{table}.jsonl": content}


def without(members: Members, name: str) -> Members:
    return {n: c for n, c in members.items() if n != name}


def manifest(members: Members, **changed: Any) -> Members:
    stated = json.loads(members["manifest.json"]) | changed
    return {**members, "manifest.json": json.dumps(stated).encode()}


# what was done to the file, the code of the error
BROKEN: dict[str, tuple[Callable[[Members], bytes], str]] = {
    "empty": (lambda _: b"", "backup-unreadable"),
    "no zip": (lambda _: b"geen reservekopie" * 9, "backup-unreadable"),
    "cut off": (lambda m: packed(m)[:-200], "backup-unreadable"),
    "half": (lambda m: packed(m)[: len(packed(m)) // 2], "backup-unreadable"),
    "no manifest": (lambda m: packed(without(m, "manifest.json")), "backup-unreadable"),
    "manifest is no JSON": (lambda m: packed({**m, "manifest.json": b"{"}), "backup-unreadable"),
    "manifest is a list": (lambda m: packed({**m, "manifest.json": b"[]"}), "backup-unreadable"),
    "manifest says nothing": (
        lambda m: packed({**m, "manifest.json": b'{"format":"wetgeving-backup","form":1}'}),
        "backup-unreadable",
    ),
    "manifest of 2 MB": (lambda m: packed({**m, "manifest.json": b" " * 2_000_000}), "backup-unreadable"),
    "another form": (lambda m: packed(manifest(m, form=2)), "backup-unreadable"),
    "tables are a number": (lambda m: packed(manifest(m, tables=3)), "backup-unreadable"),
    "a newer revision": (lambda m: packed(manifest(m, revision="9999")), "backup-newer"),
    "an older revision than it is": (lambda m: packed(manifest(m, revision="0001")), "backup-unfit"),
    "a member is missing": (lambda m: packed(without(m, EVENTS)), "backup-unreadable"),
    "a member too many": (lambda m: packed({**m, "tables/extra.jsonl": b""}), "backup-unreadable"),
    "a name that climbs out": (lambda m: packed({**m, "../../etc/cron.d/x": b""}), "backup-unreadable"),
    "an absolute name": (lambda m: packed({**m, "/etc/passwd": b""}), "backup-unreadable"),
    "a table that climbs out": (lambda m: packed(restated(m, "event", name="../event")), "backup-unreadable"),
    "a table with SQL in it": (
        lambda m: packed(restated(m, "event", name='event" ; DROP TABLE work')),
        "backup-unreadable",
    ),
    "a table of the database itself": (
        lambda m: packed({
            **without(restated(m, "event", name="sqlite_schema"), EVENTS),
            "tables/sqlite_schema.jsonl": m[EVENTS],
        }),
        "backup-unfit",
    ),
    "a member altered": (lambda m: packed({**m, EVENTS: m[EVENTS].replace(b"test", b"tset", 1)
                                           .replace(b"added", b"addde", 1)}), "backup-unreadable"),
    "a row taken out": (
        lambda m: packed({**m, EVENTS: m[EVENTS].split(b"\n", 1)[1]}),
        "backup-unreadable",
    ),
    "a row added": (
        lambda m: packed({**m, EVENTS: m[EVENTS] + m[EVENTS].splitlines(keepends=True)[0]}),
        "backup-unreadable",
    ),
    "a row that is no JSON": (lambda m: packed(honest(m, "event", b"nee\n")), "backup-unreadable"),
    "a row of another length": (lambda m: packed(honest(m, "event", b"[1]\n")), "backup-unreadable"),
    "a row nested without end": (
        lambda m: packed(honest(m, "event", b"[" * 200_000 + b"\n")),
        "backup-unreadable",
    ),
    "a number where text belongs": (
        lambda m: packed(honest(m, "dossier", b'[1,7,"t",false,false]\n')),
        "backup-unreadable",
    ),
    "a row without its newline": (lambda m: packed(honest(m, "event", b"[1]")), "backup-unreadable"),
    "an unknown kind of column": (
        lambda m: packed(restated(m, "event", columns=[["id", "code"]])),
        "backup-unreadable",
    ),
    "columns of another table": (
        lambda m: packed(honest(restated(m, "event", columns=[["id", "integer"]]), "event", b"[1]\n")),
        "backup-unfit",
    ),
    "rows that refer to nothing": (lambda m: packed(honest(m, "work", b"")), "backup-unfit"),
    "a row twice": (lambda m: packed(honest(m, "event", m[EVENTS] * 2)), "backup-unfit"),
    "a bomb of one line": (
        lambda m: packed(honest(m, "event", b"[" + b" " * 60_000_000 + b"]\n")),
        "backup-unreadable",
    ),
    "a bomb of many lines": (
        lambda m: packed(honest(m, "event", b"[1]\n" * 15_000_000)),
        "backup-unreadable",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("damage", "code"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_backup_is_refused_by_name_and_changes_nothing(
    backup: Path, application: Application, damage: Callable[[Members], bytes], code: str
) -> None:
    backup.write_bytes(damage(read(backup)))
    before = _state(application)
    with pytest.raises(WetgevingError) as refused:
        put_back(application.database, backup, replace=True)
    assert refused.value.code == code
    assert _state(application) == before


def test_a_name_that_stands_twice_is_refused(backup: Path, empty: Database) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = packed(read(backup), (EVENTS, b""))
    backup.write_bytes(twice)
    with pytest.raises(WetgevingError, match="beschadigd of gewijzigd"):
        put_back(empty, backup)
    empty.dispose()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # the fixtures are not changed by an example
@given(place=st.floats(0, 1, exclude_max=True), sign=st.integers(1, 255))
def test_one_altered_byte_is_found_or_harmless(
    backup: Path, empty: Database, place: float, sign: int
) -> None:
    good = backup.read_bytes()
    at = int(place * len(good))
    bad = backup.with_name("anders.zip")
    bad.write_bytes(good[:at] + bytes([good[at] ^ sign]) + good[at + 1 :])
    code = _outcome(empty, bad)
    assert code in ("", "backup-unreadable", "backup-newer", "backup-unfit")
    assert code or _tables(bad) == _tables(backup)


def _outcome(database: Database, file: Path) -> str:
    """The code of the error, or "" when it was put back."""
    try:
        put_back(database, file, replace=True)
    except WetgevingError as error:
        return error.code
    finally:
        database.dispose()
    return ""


def _tables(file: Path) -> Members:
    """All but the manifest, which says when it was made: nothing in a file can vouch for its own list."""
    return without(read(file), "manifest.json")


def test_a_file_that_is_there_is_not_overwritten_unasked(backup: Path, application: Application) -> None:
    before = backup.read_bytes()
    with pytest.raises(InvalidValueError, match="--overwrite"):
        back_up(application.database, backup, made_at=MADE)
    assert backup.read_bytes() == before
    take_in(application, LAMP, "2093-01-01")
    back_up(application.database, backup, made_at=MADE, overwrite=True)
    assert backup.read_bytes() != before
    assert [p.name for p in backup.parent.glob("*kopie*")] == ["kopie.zip"]


def test_the_same_state_gives_the_same_file_for_its_owner_only(
    backup: Path, application: Application
) -> None:
    again = backup.with_name("nog-eens.zip")
    kept = back_up(application.database, again, made_at=MADE)
    assert again.read_bytes() == backup.read_bytes()
    assert kept.sha256 == hashlib.sha256(backup.read_bytes()).hexdigest()
    assert again.stat().st_mode & 0o777 == 0o600


def test_a_backup_that_fails_leaves_nothing(application: Application, tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError, match="kan niet worden geschreven"):
        back_up(application.database, tmp_path / "bestaat-niet" / "k.zip", made_at=MADE)
    lost = Database(f"sqlite:///{tmp_path / 'niets.db'}")
    with pytest.raises(WetgevingError, match="nog niet bijgewerkt"):
        back_up(lost, tmp_path / "k.zip", made_at=MADE)
    lost.dispose()
    assert not [p for p in tmp_path.iterdir() if "k.zip" in p.name]


def _state(application: Application) -> object:
    with application.reading() as services:
        return services.catalogue.versions("LAMP"), services.catalogue.events("LAMP")
