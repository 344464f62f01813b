"""Dossiers: a list, and one with every fact, the ground of each, and what is missing."""

from wetgeving import dossier_shapes as shapes
from wetgeving.web.api.answers import Answer
from wetgeving.web.api.asked import Asked
from wetgeving.web.api.paging import page_of
from wetgeving.web.reading import reading


def dossiers(asked: Asked) -> Answer:
    """The dossiers, real ones first."""
    with reading() as services:
        listed = services.dossiers.listed()
    found = [d for d in listed if asked.examples or not d.dossier.fictional]
    return Answer(lambda: page_of(asked, found, shapes.dossier))


def dossier(_: Asked, number: str) -> Answer:
    """One dossier."""
    with reading() as services:
        view = services.dossiers.view(number)
    return Answer(lambda: shapes.dossier_view(view), fictional=view.dossier.fictional)
