"""The register of opinions, and one opinion point by point; who confirmed an outcome is not told here."""

from flask import url_for

from corpus.follow_up.values import Opvolging
from wetgeving import opinion_shapes as shapes
from wetgeving.services.opinion_values import RegisterFilter
from wetgeving.web.addresses import VersionAddress
from wetgeving.web.api.answers import Answer, Elsewhere
from wetgeving.web.api.asked import Asked
from wetgeving.web.api.paging import page_of
from wetgeving.web.reading import reading


def opinions(asked: Asked) -> Answer:
    """The opinions that pass the filter; examples only when they are asked for."""
    year, outcome = asked.one("year"), asked.one("outcome")
    wanted = RegisterFilter(
        grade=asked.one("dictum"),
        ministry=asked.one("ministry"),
        year=int(year) if year else None,
        outcome=Opvolging(outcome) if outcome else None,
        dossier=asked.one("dossier"),
        examples=asked.examples,
    )
    with reading() as services:
        found = services.opinions.register(wanted)
    return Answer(lambda: page_of(asked, found, shapes.register_entry))


def opinion(_: Asked, version: str) -> Answer | Elsewhere:
    """One opinion with its points and what became of them."""
    VersionAddress.of(version)
    with reading() as services:
        ledger = services.opinions.ledger(version)
    if ledger.entry.version != version:
        return Elsewhere(url_for("api.opinion", version=ledger.entry.version))
    return Answer(lambda: shapes.ledger(ledger), fictional=ledger.entry.fictional)
