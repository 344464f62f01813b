"""Writing a comparison of two stored versions as a file. Changes nothing; equal texts give equal bytes.

What the skins say in JSON is theirs to write (`wetgeving/comparison_shapes.py`): the service is given it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.exporters.comparison_forms import FORMS, ComparisonForm
from corpus.exporters.dutch_date import dutch_date
from corpus.exporters.exported_comparison import ComparedText, ExportedComparison
from wetgeving.services.catalogue import VersionText
from wetgeving.services.chronology import Order
from wetgeving.services.comparing import ComparedVersions
from wetgeving.services.errors import InvalidValueError
from wetgeving.services.version_key import leading_date
from wetgeving.store.values import VersionDates

ToJson = Callable[[ComparedVersions], bytes]


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A comparison in another format; the name of the file of a fictional text says that it is one."""

    old: str
    new: str
    format: str
    file_name: str
    media_type: str
    content: bytes
    fictional: bool


def export(compared: ComparedVersions, name: str, to_json: ToJson) -> ExportedFile:
    """A comparison in a form by its name."""
    form = FORMS.get(name)
    if form is None:
        raise InvalidValueError(
            "Naar deze vorm kan een vergelijking niet worden uitgevoerd.",
            value=name[:100],
            remedy=f"Kies uit: {', '.join(FORMS)}.",
        )
    old, new = (text.listed.version.version for text in (compared.old, compared.new))
    fictional = compared.old.work.fictional
    return ExportedFile(
        old=old,
        new=new,
        format=form.name,
        file_name=form.file_name(old, new, fictional=fictional),
        media_type=form.media_type,
        content=_content(compared, form, to_json),
        fictional=fictional,
    )


def _content(compared: ComparedVersions, form: ComparisonForm, to_json: ToJson) -> bytes:
    return to_json(compared) if form.export is None else form.export(exported_comparison(compared))


def exported_comparison(compared: ComparedVersions) -> ExportedComparison:
    """What an exporter needs of a comparison."""
    same_work = compared.old.work.key == compared.new.work.key
    titles = dict.fromkeys(_title(text) for text in (compared.old, compared.new))
    return ExportedComparison(
        title=" en ".join(titles),
        old=_text(compared.old, named=not same_work),
        new=_text(compared.new, named=not same_work),
        comparison=compared.comparison,
        remarks=tuple(_remarks(compared)),
        language=compared.new.listed.version.language,
        fictional=compared.old.work.fictional,
    )


def _title(text: VersionText) -> str:
    return text.work.short_title or text.work.title or text.work.key


def _text(text: VersionText, *, named: bool) -> ComparedText:
    version = text.listed.version
    name = f"{text.listed.stage_term}, {_dated(version.dates)}"
    title = f"{_title(text)}, " if named else ""
    return ComparedText(version.version, f"{title}{name}", leading_date(version.dates))


def _dated(dates: VersionDates) -> str:
    """The date a version is known by, and which of its dates that is."""
    if dates.in_force_on:
        said = f"geldig vanaf {dutch_date(dates.in_force_on)}"
    elif dates.document_date:
        said = f"stuk van {dutch_date(dates.document_date)}"
    elif dates.as_known_on:
        said = f"zoals bekend op {dutch_date(dates.as_known_on)}"
    else:
        return "datum onbekend"
    return f"{said} (datum geraden)" if dates.certainty == "guessed" else said


def _remarks(compared: ComparedVersions) -> Iterator[str]:
    if compared.reversed:
        yield "Let op: de tekst die hier oud heet is de nieuwere; er is niets omgewisseld."
    elif compared.order is Order.AS_GIVEN:
        yield "Let op: welke tekst de oudere is volgt niet uit de gegevens; dit is de volgorde van de vraag."
    if compared.skipped:
        between = (
            f"liggen {compared.skipped} andere versies" if compared.skipped > 1 else "ligt een andere versie"
        )
        yield f"Let op: tussen deze twee {between}."
    hashes = (text.listed.version.text_hash[:16] for text in (compared.old, compared.new))
    yield f"SHA-256 van de woorden, eerste 16 tekens: {' en '.join(hashes)}."
