"""Delegation and legal basis: the ledger of a version, and what a rule rests on; who judged is not told."""

from flask import url_for

from wetgeving import delegation_shapes as shapes
from wetgeving.web.addresses import VersionAddress
from wetgeving.web.api.answers import Answer, Elsewhere
from wetgeving.web.api.asked import Asked, Parameter
from wetgeving.web.api.route import VERSION_KEY
from wetgeving.web.reading import reading

AGAINST = Parameter("against", "Kijk vooruit naar deze versie in plaats van de nieuwste.", VERSION_KEY)


def ledger(asked: Asked, version: str) -> Answer | Elsewhere:
    """The ledger of one version."""
    VersionAddress.of(version)
    against = asked.one("against")
    if against:
        VersionAddress.of(against)
    with reading() as services:
        found = services.delegating.ledger(version, against)
    if found.version != version:
        return Elsewhere(url_for("api.delegations", version=found.version, against=against or None))
    return Answer(lambda: shapes.ledger(found), fictional=found.fictional)


def grounds(_: Asked, version: str) -> Answer | Elsewhere:
    """What one version of a decree or regulation rests on."""
    VersionAddress.of(version)
    with reading() as services:
        found = services.delegating.grounds(version)
    if found.version != version:
        return Elsewhere(url_for("api.grounds", version=found.version))
    return Answer(lambda: shapes.grounds(found), fictional=found.fictional)
