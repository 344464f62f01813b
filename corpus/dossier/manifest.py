"""The manifest of a dossier: `manifest.toml` and the other TOML files beside it, as one value.

`manifest.toml` holds `number`, `title` and `fictional`; every file may hold `[[work]]` tables with their
`[[work.version]]`, and the tables of `facts.PARTS`. Unknown fields, keys that occur twice, sources and works
that are named but not given are refused, so that a typing error is not silently a missing fact.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

from corpus.dossier.facts import (
    PARTS,
    Commitment,
    EuAct,
    EuMapping,
    Event,
    Fact,
    Ground,
    Paper,
    Source,
    Verdict,
)
from corpus.dossier.written import ManifestError, decoded

MANIFEST = "manifest.toml"
_HEAD = frozenset({"number", "title", "fictional"})


@dataclass(frozen=True, slots=True)
class ManifestVersion:
    """A version whose file is in the folder; dates are None when the manifest does not give them."""

    file: str
    stage: str = ""
    in_force_on: date | None = None
    as_known_on: date | None = None
    document_date: date | None = None
    derived_from: str = ""
    reason: str = ""
    official: bool = False


@dataclass(frozen=True, slots=True)
class ManifestWork:
    """A work of the dossier, with the versions whose text is at hand; there may be none.

    Without a `kind` the file says what it is.
    """

    key: str
    kind: str = ""
    title: str = ""
    short_title: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)
    version: tuple[ManifestVersion, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierManifest:
    """A dossier as its folder describes it: works, and facts by part, in the order given."""

    folder: Path
    number: str
    title: str
    fictional: bool
    works: tuple[ManifestWork, ...]
    facts: tuple[tuple[str, Fact], ...]


def read_manifest(folder: Path) -> DossierManifest:
    """The manifest of a folder; `ManifestError` says what is wrong and where."""
    if not (folder / MANIFEST).is_file():
        raise ManifestError("In deze map staat geen manifest.toml.", value=str(folder))
    head: dict[str, Any] = {}
    works: list[ManifestWork] = []
    facts: list[tuple[str, Fact]] = []
    for path in sorted(folder.glob("*.toml"), key=lambda p: (p.name != MANIFEST, p.name)):
        tables = _tables(path)
        head.update({name: tables.pop(name) for name in _HEAD & set(tables) if path.name == MANIFEST})
        works += [decoded(ManifestWork, w, str(path)) for w in tables.pop("work", [])]
        facts += _facts(tables, path)
    manifest = DossierManifest(
        folder=folder,
        number=_required(head, folder),
        title=str(head.get("title", "")),
        fictional=bool(head.get("fictional")),
        works=tuple(works),
        facts=tuple(facts),
    )
    _check(manifest)
    return manifest


def file_of(manifest: DossierManifest, version: ManifestVersion) -> Path:
    """The file of a version, which must be inside the folder."""
    path = manifest.folder / version.file
    if not path.is_file() or manifest.folder.resolve() not in path.resolve().parents:
        where = str(manifest.folder / MANIFEST)
        raise ManifestError("Het manifest noemt een bestand dat er niet is.", value=version.file, where=where)
    return path


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        what = "Het manifest is geen geldige TOML."
        raise ManifestError(what, value=str(error), where=str(path)) from error


def _facts(tables: Mapping[str, Any], path: Path) -> Iterator[tuple[str, Fact]]:
    for part, items in tables.items():
        if part not in PARTS or not isinstance(items, list):
            known = ", ".join(sorted({*PARTS, *_HEAD, "work"}))
            what = "Het manifest heeft een onbekend veld."
            raise ManifestError(what, value=part, where=str(path), remedy=f"Bekend zijn: {known}.")
        for item in items:
            where = f"{path}, {part} {item.get('key', '')}".rstrip()
            yield part, decoded(PARTS[part], item, where)


def _required(head: Mapping[str, Any], folder: Path) -> str:
    number = head.get("number")
    if not isinstance(number, str) or not number:
        raise ManifestError("In het manifest ontbreekt `number`.", where=str(folder / MANIFEST))
    return number


def _check(manifest: DossierManifest) -> None:
    """Refuse keys that occur twice, and sources, works and papers that are named but not given."""
    works = [w.key for w in manifest.works]
    keys = Counter([("work", key) for key in works] + [(part, fact.key) for part, fact in manifest.facts])
    _refuse(manifest, "geeft twee keer", [f"{part} {key}" for (part, key), n in keys.items() if n > 1])
    facts = [fact for _, fact in manifest.facts]
    sources = {f.key for f in facts if isinstance(f, Source)}
    _refuse(manifest, "noemt een bron die het niet geeft", sorted(set(_sources(facts)) - sources))
    named = {f.work for f in facts if isinstance(f, Paper | Event | Verdict | EuMapping) and f.work}
    _refuse(manifest, "noemt een regeling die het niet geeft", sorted(named - set(works)))
    papers = {f.key for f in facts if isinstance(f, Paper)}
    cited = {f.paper for f in facts if isinstance(f, Event)} | {
        f.said_in for f in facts if isinstance(f, Commitment | EuMapping)
    }
    _refuse(manifest, "noemt een stuk dat het niet geeft", sorted(cited - papers - {""}))
    mappings = [f for f in facts if isinstance(f, EuMapping)]
    acts = {f.key for f in facts if isinstance(f, EuAct)}
    unknown = {f.act for f in mappings} - acts
    _refuse(manifest, "koppelt een EU-handeling die het niet geeft", sorted(unknown))


def _sources(value: object) -> Iterator[str]:
    """The keys of every source that a value leans on."""
    if isinstance(value, Ground):
        yield from value.sources
    elif is_dataclass(value):
        for f in fields(value):
            yield from _sources(getattr(value, f.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _sources(item)


def _refuse(manifest: DossierManifest, what: str, found: list[str]) -> None:
    if found:
        where = str(manifest.folder)
        raise ManifestError(f"Het manifest {what}.", value=", ".join(found), where=where)
