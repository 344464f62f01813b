"""The hits of a search as a file: all of them up to a bound, which the last row of the file tells of."""

from collections.abc import Mapping

from wetgeving.services import exporting_hits
from wetgeving.services.saved_search import SavedSearch
from wetgeving.services.searching import EACH_VERSION
from wetgeving.web.api.answers import Answer
from wetgeving.web.api.asked import Asked, Parameter
from wetgeving.web.api.searching import CHANGE_FACETS, FACETS, arranged_by, filters_of
from wetgeving.web.asked_search import index_of
from wetgeving.web.hit_address import hit_address
from wetgeving.web.reading import reading

AS = Parameter("as", "De vorm.", {"type": "string", "enum": list(exporting_hits.FORMS), "default": "csv"})
MEDIA_TYPES = tuple(form.media_type for form in exporting_hits.FORMS.values())


def in_texts(asked: Asked) -> Answer:
    """The provisions found."""
    return _file(asked, FACETS, changes=False)


def in_changes(asked: Asked) -> Answer:
    """What was found to go in or out."""
    return _file(asked, CHANGE_FACETS, changes=True)


def _file(asked: Asked, facets: Mapping[str, str], *, changes: bool) -> Answer:
    form = exporting_hits.FORMS[asked.one("as") or "csv"]
    arranged = EACH_VERSION if changes else arranged_by(asked)
    wanted = SavedSearch(
        asked.one("q"),
        filters_of(asked, facets),
        changes,
        examples=asked.examples,
        sort=arranged.sort,
        grouped=arranged.grouped,
    )
    with reading() as services:
        sheet = services.exporting_hits.sheet(index_of(services, wanted), wanted, hit_address)
    return Answer(
        lambda: form.write(sheet),
        sheet,
        fictional=sheet.fictional,
        media_type=form.media_type,
        file_name=exporting_hits.file_name(sheet, form.ending),
        lasting=False,
    )
