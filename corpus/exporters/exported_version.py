"""What an exporter gets, and what an exporter is. Values only: no store, no clock, so equal gives equal."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from corpus.provision import Provision
from corpus.reading import Identifier

FICTIONAL = "FICTIEVE VOORBEELDTEKST"


@dataclass(frozen=True, slots=True)
class ExportedVersion:
    """One version: its provisions and what is known of it. `work` and `version` are keys; no date is None."""

    work: str
    version: str
    provisions: tuple[Provision, ...]
    kind: str = "unknown"
    title: str = ""
    short_title: str = ""
    identifiers: tuple[Identifier, ...] = ()
    language: str = "nl"
    stage: str = ""
    in_force_on: date | None = None
    as_known_on: date | None = None
    document_date: date | None = None
    fictional: bool = False


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format to write: its name, media type, the ending of its files, and a pure function to bytes."""

    name: str
    media_type: str
    suffix: str
    export: Callable[[ExportedVersion], bytes]

    def file_name(self, version: ExportedVersion) -> str:
        """The name of the file; that of a fictional text says so."""
        label = FICTIONAL.replace(" ", "-") + "-" if version.fictional else ""
        return f"{label}{version.version}{self.suffix}"
