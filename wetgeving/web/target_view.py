"""Where an identifier or a typed citation leads, as an address and in words."""

from flask import url_for

from corpus.reading import WorkKind
from wetgeving.services.resolving import Target
from wetgeving.web.addresses import opinion_number_url, provision_url, version_url, work_url
from wetgeving.web.standing_view import version_name


def landing_address(target: Target) -> str:
    """The page of what was cited; of an opinion its ledger."""
    work = target.work
    if work is not None and work.kind == WorkKind.OPINION and target.version is None:
        number = next((i.value for i in work.identifiers if i.scheme == "rvs"), "")
        return opinion_number_url(number) if number else work_url(work.key)
    return target_address(target)


def target_address(target: Target) -> str:
    """The page of a dossier, a work, a version or a provision."""
    if target.work is None:
        return url_for("dossiers.dossier", number=target.dossier)
    if target.version is None:
        return work_url(target.work.key)
    key = target.version.version.version
    return provision_url(key, target.eid) if target.eid else version_url(key)


def target_name(target: Target) -> str:
    """What it is called, with its place and its version."""
    if target.work is None:
        return f"dossier {target.dossier}"
    title = target.work.short_title or target.work.title or target.work.key
    version = version_name(target.version) if target.version else ""
    return ", ".join(part for part in (target.label, title, version) if part)


def identified_name(target: Target) -> str:
    """What an identifier leads to: work, version and place, with the eId that tells equal places apart."""
    if target.work is None:
        return f"dossier {target.dossier}"
    title = target.work.short_title or target.work.title or target.work.key
    version = version_name(target.version) if target.version else ""
    place = f"{target.label} ({target.eid})" if target.eid else ""
    return ", ".join(part for part in (title, version, place) if part)
