"""Loading a dossier from a folder: its works, its facts and its files. Loading again repeats nothing.

What a manifest says is `corpus.dossier`; this module stores it. A work without a file is stored as well: its
papers are slots, that an official file fills (`services.slots`). Facts are replaced as a whole, so that a
manifest that was corrected corrects what is stored.
"""

from collections.abc import Iterator
from pathlib import Path

from corpus.dossier import DossierManifest, read_manifest, to_json
from corpus.dossier.manifest import ManifestVersion, ManifestWork, file_of
from corpus.reading import Identifier, WorkKind
from wetgeving.services.audit import Audit
from wetgeving.services.ingest import Ingested, IngestService, Statement
from wetgeving.services.progress import Progress, silent
from wetgeving.services.source_file import read_bytes
from wetgeving.store import Store
from wetgeving.store.values import Dossier, DossierEntry, Work


class Loading:
    """Takes in a whole dossier."""

    def __init__(self, store: Store, ingesting: IngestService, audit: Audit) -> None:
        self._store, self._ingesting, self._audit = store, ingesting, audit

    def load(self, folder: Path, progress: Progress = silent) -> tuple[Ingested, ...]:
        """Take in every file of the dossier in `folder`; one that is already there is left alone."""
        manifest = read_manifest(folder)
        items = list(_items(manifest))
        self._store_dossier(manifest)
        ingested = []
        for done, (path, said) in enumerate(items, start=1):
            origin = f"dossier {manifest.number}"
            ingested.append(self._ingesting.ingest(read_bytes(path), path.name, origin, said))
            progress(done, len(items))
        return tuple(ingested)

    def _store_dossier(self, manifest: DossierManifest) -> None:
        known = self._store.dossiers.find(manifest.number)
        dossier = Dossier(manifest.number, manifest.title, manifest.fictional)
        if known is None or (known.title, known.fictional) != (dossier.title, dossier.fictional):
            self._store.dossiers.add(dossier)
        entries = sorted(_in_order(manifest), key=_place)
        stored = sorted(self._store.dossiers.entries(manifest.number), key=_place)
        if stored != entries:
            before, after = {"facts": len(stored)}, {"facts": len(entries)}
            self._audit.record("dossier.load", manifest.number, before=before, after=after)
            self._store.dossiers.replace_entries(manifest.number, _in_order(manifest))
        for work in manifest.works:
            self._ingesting.keep(_work(manifest, work))


def _in_order(manifest: DossierManifest) -> list[DossierEntry]:
    return [DossierEntry(part, fact.key, to_json(fact)) for part, fact in manifest.facts]


def _place(entry: DossierEntry) -> tuple[str, str]:
    return entry.part, entry.key


def _work(manifest: DossierManifest, work: ManifestWork) -> Work:
    return Work(
        key=work.key,
        kind=work.kind or WorkKind.UNKNOWN,
        title=work.title,
        short_title=work.short_title,
        identifiers=tuple(sorted(Identifier(*pair) for pair in work.identifiers.items())),
        dossiers=(manifest.number,),
        fictional=manifest.fictional,
    )


def _items(manifest: DossierManifest) -> Iterator[tuple[Path, Statement]]:
    """Every file with what the manifest says of it; all files are looked for before one is taken in."""
    for work in manifest.works:
        for version in work.version:
            yield file_of(manifest, version), _statement(manifest, work, version)


def _statement(manifest: DossierManifest, work: ManifestWork, version: ManifestVersion) -> Statement:
    return Statement(
        work=work.key,
        dossier=manifest.number,
        kind=work.kind,
        title=work.title,
        short_title=work.short_title,
        stage=version.stage,
        in_force_on=version.in_force_on,
        as_known_on=version.as_known_on,
        document_date=version.document_date,
        derived_from=version.derived_from,
        reason=version.reason,
        official=version.official,
        fictional=manifest.fictional,
    )
