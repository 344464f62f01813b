"""Small fictional laws as plain text, and taking one in."""

from datetime import date

from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Ingested, Statement

LAMP = """Wet op de lampen (Lampenwet)

Artikel 1. Lampen

1. Een lamp brandt bij nacht.

2. Een lamp wordt bij dag gedoofd:

a. door de beheerder;

b. door de lichtmeester.

Artikel 2

Deze wet wordt aangehaald als: Lampenwet.
"""
LAMP_CHANGED = LAMP.replace("brandt bij nacht", "brandt bij nacht en bij mist")


def take_in(application: Application, text: str, day: str | None = "2091-01-01", **said: str) -> Ingested:
    """Take in one text as a version of work LAMP."""
    statement = Statement(
        work=said.pop("work", "LAMP"),
        stage=said.pop("stage", "consolidated"),
        in_force_on=date.fromisoformat(day) if day else None,
        **said,  # type: ignore[arg-type]
    )
    with application.unit_of_work() as services:
        return services.ingesting.ingest(text.encode(), "lamp.txt", "test", statement)


def index(application: Application) -> int:
    """Bring the index in line."""
    return application.index()
