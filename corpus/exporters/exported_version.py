"""What an exporter gets, and what an exporter is. Values only: no store, no clock, so equal gives equal."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from corpus.provision import Provision
from corpus.reading import Identifier

FICTIONAL = "FICTIEVE VOORBEELDTEKST"


@dataclass(frozen=True, slots=True)
class ExportedVersion:
    """One version: its provisions and what is known of it. `work` and `version` are keys; no date is None.

    Of a provision alone `portion` is the eId, and it is the only one in `provisions`.
    """

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
    portion: str = ""

    def dates(self) -> Iterator[tuple[str, str]]:
        """The dates that are known, each with its Dutch name."""
        named = (
            ("In werking per", self.in_force_on),
            ("Zoals bekend op", self.as_known_on),
            ("Datum van het stuk", self.document_date),
        )
        return ((name, day.isoformat()) for name, day in named if day is not None)


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format to write: its name, media type, the ending of its files, and a pure function to bytes."""

    name: str
    media_type: str
    suffix: str
    export: Callable[[ExportedVersion], bytes]

    def file_name(self, version: ExportedVersion) -> str:
        """The name of the file; that of a fictional text says so."""
        return self.named(version.version, version.portion, fictional=version.fictional)

    def named(self, version: str, portion: str = "", *, fictional: bool) -> str:
        """The name of the file of a version, or of a provision of it, by their keys."""
        label = f"{FICTIONAL.replace(' ', '-')}-" if fictional else ""
        return f"{label}{version}{f'_{portion}' if portion else ''}{self.suffix}"
