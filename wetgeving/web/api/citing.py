"""The references of a version, and who refers to a provision: the twins of their pages."""

from flask import url_for

from corpus.provision import walk
from wetgeving import citation_shapes as shapes
from wetgeving.shapes import Shape
from wetgeving.store.citation_form import Reference
from wetgeving.web.addresses import VersionAddress
from wetgeving.web.api.answers import Answer, Elsewhere
from wetgeving.web.api.asked import Asked
from wetgeving.web.api.paging import around, page_of
from wetgeving.web.reading import reading


def citations(asked: Asked, version: str) -> Answer | Elsewhere:
    """The references of a version, all or those that lead nowhere."""
    VersionAddress.of(version)
    with reading() as services:
        listed = services.catalogue.version(version)
        work = services.catalogue.work(listed.version.work)
        found = services.references.of(listed.version.version)
        texts = {p.eid: p.text for p in walk(services.catalogue.text(version).provisions)}
    present = listed.version.version
    if present != version:
        return Elsewhere(url_for("api.citations", version=present))
    wanted = [r for r in found or () if r.lost or asked.one("dangling") != "1"]
    known = found is not None

    def shape(one: Reference) -> Shape:
        return shapes.reference(one, texts[one.eid][one.start : one.end])

    return Answer(
        lambda: {"version": present, "known": known, **page_of(asked, wanted, shape)},
        fictional=work.fictional,
    )


def cited_by(asked: Asked, version: str, eid: str) -> Answer | Elsewhere:
    """Who refers to a provision of a version, a page of works."""
    VersionAddress.of(version)
    with reading() as services:
        listed = services.catalogue.version(version)
        present = listed.version.version
        work = services.catalogue.work(listed.version.work)
        found = services.references.to(present, eid, page=asked.page, per_page=asked.per_page)
    if present != version:
        return Elsewhere(url_for("api.cited_by", version=present, eid=eid))
    value = {
        "version": present,
        "eid": eid,
        "label": found.label,
        "places": found.places,
        "items": [shapes.citing_work(citing) for citing in found.works],
        **around(asked, found.total),
    }
    return Answer(lambda: value, fictional=work.fictional)
