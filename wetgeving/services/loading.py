"""Loading a dossier from a folder: `manifest.toml` and the files it names. Loading again repeats nothing.

A manifest is data: `number`, `title`, `fictional`, and per `[[work]]` its key, kind and titles with, per
`[[work.version]]`, the file and what is known of it. Unknown keys are refused, so that a typing error is not
silently ignored.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from wetgeving.services.errors import ManifestError
from wetgeving.services.ingest import Ingested, IngestService, Statement
from wetgeving.services.progress import Progress, silent
from wetgeving.store import Store
from wetgeving.store.values import Dossier

_DOSSIER_KEYS = {"number", "title", "fictional", "work"}
_WORK_KEYS = {"key", "kind", "title", "short_title", "version"}
_VERSION_KEYS = {
    "file", "stage", "in_force_on", "as_known_on", "document_date", "derived_from", "reason", "official",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One file of a dossier and what its manifest says of it."""

    path: Path
    statement: Statement


@dataclass(frozen=True, slots=True)
class Manifest:
    """A dossier as its folder describes it."""

    dossier: Dossier
    items: tuple[Item, ...]


class Loading:
    """Takes in a whole dossier."""

    def __init__(self, store: Store, ingesting: IngestService) -> None:
        self._store, self._ingesting = store, ingesting

    def load(self, folder: Path, progress: Progress = silent) -> tuple[Ingested, ...]:
        """Take in every file of the dossier in `folder`; one that is already there is left alone."""
        manifest = read_manifest(folder)
        if self._store.dossiers.find(manifest.dossier.number) is None:
            self._store.dossiers.add(manifest.dossier)
        ingested = []
        for done, item in enumerate(manifest.items, start=1):
            origin = f"dossier {manifest.dossier.number}"
            ingested.append(
                self._ingesting.ingest(item.path.read_bytes(), item.path.name, origin, item.statement)
            )
            progress(done, len(manifest.items))
        return tuple(ingested)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder; `ManifestError` says what is wrong and where."""
    path = folder / "manifest.toml"
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ManifestError("In deze map staat geen manifest.toml.", value=str(folder)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ManifestError(
            "Het manifest is geen geldige TOML.", value=str(error), where=str(path)
        ) from error
    _refuse_unknown(content, _DOSSIER_KEYS, path)
    dossier = Dossier(
        _required(content, "number", path), content.get("title", ""), bool(content.get("fictional"))
    )
    return Manifest(dossier, tuple(_items(content, folder, dossier)))


def _items(content: Mapping[str, Any], folder: Path, dossier: Dossier) -> Iterator[Item]:
    path = folder / "manifest.toml"
    for work in content.get("work", []):
        _refuse_unknown(work, _WORK_KEYS, path)
        for version in work.get("version", []):
            _refuse_unknown(version, _VERSION_KEYS, path)
            file = folder / _required(version, "file", path)
            if not file.is_file() or folder.resolve() not in file.resolve().parents:
                raise ManifestError(
                    "Het manifest noemt een bestand dat er niet is.", value=version["file"], where=str(path)
                )
            yield Item(file, _statement(work, version, dossier=dossier, path=path))


def _statement(
    work: Mapping[str, Any], version: Mapping[str, Any], dossier: Dossier, path: Path
) -> Statement:
    return Statement(
        work=_required(work, "key", path),
        dossier=dossier.number,
        kind=work.get("kind", ""),
        title=work.get("title", ""),
        short_title=work.get("short_title", ""),
        stage=version.get("stage", ""),
        in_force_on=_date(version, "in_force_on", path),
        as_known_on=_date(version, "as_known_on", path),
        document_date=_date(version, "document_date", path),
        derived_from=version.get("derived_from", ""),
        reason=version.get("reason", ""),
        official=bool(version.get("official")),
        fictional=dossier.fictional,
    )


def _date(version: Mapping[str, Any], key: str, path: Path) -> date | None:
    value = version.get(key)
    if value is not None and type(value) is not date:
        raise ManifestError(
            f"`{key}` is geen datum.", value=str(value), where=str(path), remedy="Schrijf 2031-01-01."
        )
    return value


def _required(table: Mapping[str, Any], key: str, path: Path) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value:
        raise ManifestError(f"In het manifest ontbreekt `{key}`.", where=str(path))
    return value


def _refuse_unknown(table: Mapping[str, Any], known: set[str], path: Path) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        raise ManifestError(
            "Het manifest heeft een onbekend veld.",
            value=", ".join(unknown),
            where=str(path),
            remedy=f"Bekend zijn: {', '.join(sorted(known))}.",
        )
