"""Works and their versions: lists that can be filtered and paged, and one work with all that happened to it.

Fictional works are left out of lists and counts unless they are asked for.
"""

from flask import url_for

from wetgeving import shapes
from wetgeving.services.catalogue import ListedWork
from wetgeving.shapes import Shape
from wetgeving.store.values import Version, Work
from wetgeving.web.api.answers import Answer, Elsewhere
from wetgeving.web.api.asked import Asked
from wetgeving.web.api.paging import page_of
from wetgeving.web.reading import reading
from wetgeving.web.shelf import listed, shelf


def works(asked: Asked) -> Answer:
    """The works, real ones first, each with how many versions it has and the last one."""
    stages = set(asked.many("stage"))
    found = [x for x in listed() if _passes(x.work, asked) and (not stages or stages & x.stages)]
    return Answer(lambda: page_of(asked, found, _listed))


def versions(asked: Asked) -> Answer:
    """The versions of every work, per work oldest first."""
    stages = set(asked.many("stage"))
    found = [
        (shelved.work, v.version)
        for shelved in shelf()
        if _passes(shelved.work, asked)
        for v in shelved.versions
        if not stages or v.version.stage in stages
    ]
    return Answer(lambda: page_of(asked, found, _version))


def work(_: Asked, work: str) -> Answer | Elsewhere:
    """One work; by another of its identifiers it is elsewhere."""
    with reading() as services:
        found = services.catalogue.work(work)
        versions = services.catalogue.versions(found.key)
        events = services.catalogue.events(found.key)
    if found.key != work:
        return Elsewhere(url_for("api.work", work=found.key))

    def body() -> Shape:
        rows = [shapes.version(v.version, fictional=found.fictional) for v in versions]
        return {**shapes.work(found), "versions": rows, "events": [shapes.event(e) for e in events]}

    return Answer(body, made_of=(found, versions, events), fictional=found.fictional)


def versions_of(asked: Asked, work: str) -> Answer | Elsewhere:
    """The versions of one work, oldest first."""
    with reading() as services:
        found = services.catalogue.work(work)
        versions = services.catalogue.versions(found.key)
    if found.key != work:
        return Elsewhere(url_for("api.versions_of", work=found.key))
    rows = [(found, v.version) for v in versions]
    return Answer(lambda: page_of(asked, rows, _version), fictional=found.fictional)


def law(asked: Asked, work: str) -> Answer | Elsewhere:
    """Which version was law on a day, as far as was known on another; both are today unless given."""
    on, known_on = asked.day("in_force_on"), asked.day("known_on")
    with reading() as services:
        found = services.catalogue.work(work)
        if found.key != work:
            return Elsewhere(url_for("api.law", work=found.key, in_force_on=on, known_on=known_on))
        answer = services.validity.in_force(found.key, on, known_on)
    return Answer(lambda: shapes.law_of_day(answer, fictional=found.fictional), fictional=found.fictional)


def works_of(dossier: str) -> list[Work]:
    """The works that a dossier binds."""
    return [x.work for x in listed() if dossier in x.work.dossiers]


def _passes(work: Work, asked: Asked) -> bool:
    """Does a work pass the filters on works?"""
    if work.fictional and not asked.examples:
        return False
    borne = {"kind": (work.kind,), "work": (work.key,), "dossier": work.dossiers}
    return all(not asked.many(name) or set(asked.many(name)) & set(has) for name, has in borne.items())


def _listed(row: ListedWork) -> Shape:
    return {
        **shapes.work(row.work),
        "versions": row.versions,
        "latest": row.latest and row.latest.version,
    }


def _version(row: tuple[Work, Version]) -> Shape:
    return shapes.version(row[1], fictional=row[0].fictional)
