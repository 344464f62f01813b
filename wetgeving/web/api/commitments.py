"""The commitments of a dossier, and the progress report on them; who judged is not told here."""

from wetgeving import commitment_shapes as shapes
from wetgeving.services.errors import MissingDetailError
from wetgeving.web.api.answers import Answer
from wetgeving.web.api.asked import Asked, Parameter, Schema
from wetgeving.web.reading import reading

_DAY: Schema = {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
ON = Parameter("on", "De dag waarop wordt gekeken; zonder is het vandaag.", _DAY)
SINCE = Parameter("since", "De dag waarop het verslag begint.", _DAY, required=True, example="2026-01-01")


def commitments(asked: Asked, number: str) -> Answer:
    """The commitments of a dossier on a day."""
    with reading() as services:
        found = services.commitments.of(number, on=asked.day("on"))
    return Answer(lambda: shapes.commitments(found), fictional=found.dossier.fictional)


def progress(asked: Asked, number: str) -> Answer:
    """What was promised, what happened since a day, and what is open."""
    since = asked.day("since")
    if since is None:
        raise MissingDetailError("Een voortgangsverslag begint op een dag.", where="since")
    with reading() as services:
        report = services.progress_reports.report(number, since, on=asked.day("on"))
    return Answer(lambda: shapes.progress(report), fictional=report.fictional)
