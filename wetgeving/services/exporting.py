"""Writing a stored version in another format. Changes nothing; the same version gives the same bytes."""

from dataclasses import dataclass, replace

from corpus.exporters import EXPORTERS
from corpus.exporters.exported_version import ExportedVersion
from wetgeving.services.catalogue import Catalogue, VersionText
from wetgeving.services.errors import InvalidValueError


@dataclass(frozen=True, slots=True)
class Exported:
    """A version in another format; the name of the file of a fictional text says that it is one."""

    version: str
    format: str
    file_name: str
    media_type: str
    content: bytes
    fictional: bool


class Exporting:
    """Exports versions out of the catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def export(self, key: str, format: str, *, eid: str = "") -> Exported:
        """One version, or one provision of it, in a format by the name of its exporter."""
        exporter = EXPORTERS.get(format)
        if exporter is None:
            raise InvalidValueError(
                "Naar deze vorm kan niet worden uitgevoerd.",
                value=format[:100],
                remedy=f"Kies uit: {', '.join(EXPORTERS)}.",
            )
        version = _exported_version(self._catalogue.text(key))
        if eid:
            provision = self._catalogue.provision(key, eid).provision
            version = replace(version, provisions=(provision,), portion=eid)
        return Exported(
            version=version.version,
            format=exporter.name,
            file_name=exporter.file_name(version),
            media_type=exporter.media_type,
            content=exporter.export(version),
            fictional=version.fictional,
        )


def _exported_version(text: VersionText) -> ExportedVersion:
    work, version = text.work, text.listed.version
    return ExportedVersion(
        work=work.key,
        version=version.version,
        provisions=text.provisions,
        kind=work.kind,
        title=work.title,
        short_title=work.short_title,
        identifiers=work.identifiers,
        language=version.language,
        stage=version.stage,
        in_force_on=version.dates.in_force_on,
        as_known_on=version.dates.as_known_on,
        document_date=version.dates.document_date,
        fictional=work.fictional,
    )
