"""Plain text: a version or a provision as lines a person reads, in UTF-8.

A head says what the text is; then every number, heading and block in document order, indented by depth
below an article. Cells of a table row are apart by tabs. An editor's note stands between brackets, with its
kind, on a line of its own, so that it is never read as law. Fictional text says so at the top and at every
article.
"""

from collections.abc import Iterator

from corpus.errors import NotExportableError
from corpus.exporters.exported_version import FICTIONAL, ExportedVersion, Exporter
from corpus.provision import CONTAINERS, Provision, ProvisionKind

_LABEL = f"[{FICTIONAL}]"


def _export(version: ExportedVersion) -> bytes:
    if not version.provisions:
        raise NotExportableError("Een versie zonder bepalingen wordt niet uitgevoerd.", value=version.version)
    label = _LABEL if version.fictional else ""
    lines = [*_head(version), ""]
    for provision in version.provisions:
        lines += _lines(provision, 0, label)
    return ("\n".join(lines) + "\n").encode()


EXPORTER = Exporter("plain-text", "text/plain", ".txt", _export)


def _head(version: ExportedVersion) -> Iterator[str]:
    if version.fictional:
        yield FICTIONAL
    yield from dict.fromkeys(title for title in (version.short_title, version.title) if title)
    yield " ".join(part for part in (version.version, version.portion) if part)
    yield from (f"{name}: {day}" for name, day in version.dates())


def _lines(provision: Provision, depth: int, label: str) -> Iterator[str]:
    """The lines of a provision and all below it; an article and a chapter are set apart by an empty line."""
    margin = "  " * depth
    apart = provision.kind in CONTAINERS or provision.kind is ProvisionKind.ARTICLE
    if apart:
        yield ""
    if label and (apart or depth == 0):
        yield f"{margin}{label}"
    yield from (f"{margin}{line}" for line in provision.printed().split("\n") if line)
    yield from (f"{margin}[{note.kind}: {note.text}]" for note in provision.notes)
    below = depth if provision.kind in CONTAINERS else depth + 1
    for child in provision.children:
        yield from _lines(child, below, label)
