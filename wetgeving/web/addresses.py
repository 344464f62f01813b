"""Addresses of pages (ADR 0003): version keys taken apart and put together, and the links between pages.

Addresses are built here and nowhere else; a template never glues one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from flask import url_for

from wetgeving.services.errors import InvalidValueError

Query = Mapping[str, str | list[str]]
"""What the query of an address says; a name may be given more than once."""


@dataclass(frozen=True, slots=True)
class VersionAddress:
    """A version key in the two parts that its address has."""

    work: str
    moment: str

    @classmethod
    def of(cls, key: str) -> "VersionAddress":
        """Take `WORK@stage-date[-n]` apart; `InvalidValueError` when it has another form."""
        work, separator, moment = key.partition("@")
        if not (work and separator and moment) or "/" in key:
            raise InvalidValueError(
                "Dit is geen kenmerk van een versie.",
                value=key[:120],
                remedy="Een versie heet regeling@fase-datum, bijvoorbeeld WET-A@consolidated-2031-01-01.",
            )
        return cls(work, moment)

    @classmethod
    def checked(cls, key: str) -> str:
        """The same key, when it has the form of one."""
        cls.of(key)
        return key


def work_url(work: str) -> str:
    """The page of a work."""
    return url_for("works.work", work=work)


def version_url(key: str, *, part: str | None = None, anchor: str | None = None, linked: bool = True) -> str:
    """The page of a version, or of the part of it that begins at `part`; not `linked`: as plain text."""
    at = VersionAddress.of(key)
    plain = None if linked else "nee"
    return url_for(
        "versions.version", work=at.work, moment=at.moment, deel=part, verwijzingen=plain, _anchor=anchor
    )


def export_url(key: str, ending: str, eid: str = "") -> str:
    """A version, or a provision of it, as a file: `akn.xml`, `html` or `txt`."""
    at = VersionAddress.of(key)
    if eid:
        return url_for("exporting.provision", work=at.work, moment=at.moment, eid=eid, ending=ending)
    return url_for("exporting.version", work=at.work, moment=at.moment, ending=ending)


def provision_url(key: str, eid: str, part: str = "") -> str:
    """The permalink of one provision, or of the place in its page where a part of it stands."""
    at = VersionAddress.of(key)
    anchor = f"{eid}__{part}" if part else None
    return url_for("versions.provision", work=at.work, moment=at.moment, eid=eid, _anchor=anchor)


def history_url(key: str, eid: str) -> str:
    """The history of one provision over all versions."""
    at = VersionAddress.of(key)
    return url_for("provision_history.history", work=at.work, moment=at.moment, eid=eid)


def provision_feed_url(key: str, eid: str) -> str:
    """The feed of what changes in one provision."""
    at = VersionAddress.of(key)
    return url_for("feeds.provision", work=at.work, moment=at.moment, eid=eid)


def cited_by_url(key: str, eid: str = "", *, page: int | None = None) -> str:
    """Who refers to a provision, or to the act as a whole."""
    at = VersionAddress.of(key)
    if eid:
        return url_for("citing.provision", work=at.work, moment=at.moment, eid=eid, pagina=page)
    return url_for("citing.whole", work=at.work, moment=at.moment, pagina=page)


def choice_url(key: str, eid: str, start: int) -> str:
    """What a reference in a provision may mean, when that is more than one thing."""
    at = VersionAddress.of(key)
    return url_for("citing.choice", work=at.work, moment=at.moment, eid=eid, start=start)


def dangling_url(key: str) -> str:
    """The references of a version that lead nowhere."""
    at = VersionAddress.of(key)
    return url_for("citing.dangling", work=at.work, moment=at.moment)


def comparison_url(
    old: str, new: str, *, anchor: str | None = None, query: Query | None = None, **asked: str | None
) -> str:
    """The comparison of two versions; `query` and `asked` hold what `comparison_choices` reads."""
    given: dict[str, Any] = {name: value for name, value in {**(query or {}), **asked}.items() if value}
    return url_for("comparing.comparison", old=old, new=new, _anchor=anchor, **given)


def comparison_export_url(old: str, new: str, *, ending: str) -> str:
    """The comparison of two versions as a file, by the ending of its form."""
    return url_for("exporting_comparisons.comparison", old=old, new=new, ending=ending)


def permanent_url(
    old: str,
    new: str,
    pin: str,
    *,
    change: str | None = None,
    query: Query | None = None,
    whole: bool = False,
) -> str:
    """The address of a comparison, or of one change in it, that pins both texts; `whole` with the host."""
    given: dict[str, Any] = dict(query or {})
    if change is not None:
        given["change"] = change
    rule = "permanent.comparison" if change is None else "permanent.change"
    return url_for(rule, old=old, new=new, pin=pin, _external=whole, **given)


def concordance_url(old: str, new: str, *, niveau: str | None = None) -> str:
    """The concordance of two versions; `niveau=leden` for leden and onderdelen as well."""
    return url_for("concordance.concordance", old=old, new=new, niveau=niveau or None)


def explanation_url(key: str, eid: str) -> str:
    """What the memoranda of the dossier say of one provision."""
    at = VersionAddress.of(key)
    return url_for("explanation.explanation", work=at.work, moment=at.moment, eid=eid)


def synopsis_url(columns: Sequence[str], *, ending: str = "", **asked: str | None) -> str:
    """The synopsis of versions; `asked` holds `toelichting` and `artikelen`, `ending` is `docx` or `pdf`."""
    given: dict[str, Any] = {name: value for name, value in asked.items() if value}
    if ending:
        given["ending"] = ending
    return url_for("synopsis.download" if ending else "synopsis.synopsis", kolom=list(columns), **given)


def opinion_url(version: str, *, point: str = "") -> str:
    """The ledger of an opinion, with one of its points opened."""
    anchor = f"punt-{point}" if point else None
    return url_for("opinions.opinion", version=version, punt=point or None, _anchor=anchor)


def opinion_number_url(number: str) -> str:
    """What is known of an opinion by its number; a slash is part of it."""
    return url_for("opinions.numbered", number=number)


def opinion_export_url(version: str, *, ending: str) -> str:
    """The ledger of an opinion as a file: `docx` or `xlsx`."""
    return url_for("opinions.download", version=version, ending=ending)


def commitments_url(number: str, *, opened: str = "") -> str:
    """The commitments of a dossier, with one of them opened."""
    return url_for(
        "commitments.commitments", number=number, toezegging=opened or None, _anchor=opened or None
    )


def progress_url(number: str, *, ending: str) -> str:
    """The progress report of a dossier as a file: `docx` or `json`; its form adds since when."""
    return url_for("commitments.report", number=number, ending=ending)


def own_text_url(version: str = "") -> str:
    """The form that compares a text of one's own with a stored version."""
    return url_for("comparing_own.choose", versie=version or None)


def source_url(sha256: str) -> str:
    """The source file as it was taken in."""
    return url_for("sources.source", sha256=sha256)


def anchor(eid: str) -> str:
    """A link to a provision inside the page at hand."""
    return f"#{quote(eid, safe='~-_.')}"


def transposition_url(act: str, *, opened: str = "", query: Query | None = None) -> str:
    """The transponeringstabel of a Union act, with one of its provisions opened."""
    given: dict[str, Any] = {name: value for name, value in (query or {}).items() if value}
    return url_for("transposing.table", act=act, open=opened or None, _anchor=opened or None, **given)


def transposition_export_url(act: str, *, ending: str) -> str:
    """The transponeringstabel of a Union act as a file: `docx`, `xlsx`, `csv` or `json`."""
    return url_for("exporting_transposition.download", act=act, ending=ending)


def national_transposition_url(key: str) -> str:
    """What a national text does with Union provisions."""
    at = VersionAddress.of(key)
    return url_for("transposing.national", work=at.work, moment=at.moment)


def delegation_url(version: str, *, against: str = "", anchor: str = "") -> str:
    """What a version leaves to other rules, looking ahead to another one."""
    return url_for("delegating.ledger", version=version, naar=against or None, _anchor=anchor or None)


def grounds_url(version: str) -> str:
    """What a decree or regulation rests on."""
    return url_for("delegating.grounds", version=version)
