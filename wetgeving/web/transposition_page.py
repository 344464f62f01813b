"""What the templates of the transponeringstabel (EU) are given: values looked up once, put under names.

Nothing is asked of a service here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import request

from corpus.dossier.facts import EuAct, Source
from corpus.transposition.values import TranspositionTable
from wetgeving.services import exporting_transposition
from wetgeving.services.dossiers import DossierView
from wetgeving.store.values import Work
from wetgeving.store.viewer import Role
from wetgeving.web import transposition_terms, transposition_view
from wetgeving.web.addresses import transposition_url
from wetgeving.web.ground_view import shown_dates, shown_ground
from wetgeving.web.reading import viewer


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page of a table is made of."""

    table: TranspositionTable
    views: tuple[DossierView, ...]
    works: tuple[Work, ...]
    asked: transposition_view.Wanted

    @property
    def fact(self) -> EuAct | None:
        """What a dossier says of the act."""
        acts = (act for view in self.views for act in view.facts.eu_acts)
        return next((act for act in acts if act.key == self.table.act), None)


def made_of(*views: DossierView) -> tuple[object, ...]:
    """What of dossiers these pages show, by value."""
    return tuple((v.dossier, v.facts.eu_acts, sorted(v.facts.sources.items()), v.slots) for v in views)


def around(view: DossierView) -> dict[str, object]:
    """What every page of a dossier needs: its words, and how its facts are grounded."""
    return {**_grounded(view.facts.sources), "view": view, "fictional": view.dossier.fictional}


def context(shown: Shown) -> dict[str, object]:
    """What the page of one table is given."""
    table, views = shown.table, shown.views
    sources = {key: source for view in views for key, source in view.facts.sources.items()}
    return {
        **_grounded(sources),
        "view": views[0] if views else None,
        "table": table,
        "fact": shown.fact,
        "act_dates": transposition_view.dates(shown.fact) if shown.fact else None,
        "slot": next((s for v in views for s in v.slots if s.paper.work == table.act), None),
        "counts": transposition_view.counts(table),
        "status_url": lambda standing: transposition_url(table.act, query={"stand": standing}),
        "rows": transposition_view.shown(table.rows, shown.asked),
        "whole": transposition_view.whole(table.rows),
        "labels": transposition_view.labels(table.rows),
        "claimants": transposition_view.claimants(table.rows),
        "asked_for": shown.asked,
        "opened": request.args.get("open", ""),
        "adding": request.args.get("bij", ""),
        "works": shown.works,
        "cited": _cited(table, shown.fact, sources),
        "editing": viewer().role.includes(Role.EDITOR),
        "forms": tuple(exporting_transposition.FORMS.values()),
        "fictional": table.fictional,
    }


def _grounded(sources: Mapping[str, Source]) -> dict[str, object]:
    return {
        "sources": sources,
        "said": lambda ground: shown_ground(ground, sources),
        "dated": lambda claims: shown_dates(claims, sources),
        "terms": transposition_terms,
    }


def _cited(table: TranspositionTable, fact: EuAct | None, sources: Mapping[str, Source]) -> dict[str, Source]:
    """The sources of a dossier that this page names."""
    claims = [stated.claim for row in table.rows for stated in row.claims]
    grounds = [claim.ground for claim in claims]
    if fact:
        grounds += [fact.national_ground, *(c.ground for c in transposition_view.date_claims(fact))]
    keys = {key for ground in grounds if ground for key in ground.sources}
    keys |= {claim.source.version for claim in claims}
    return {key: source for key, source in sources.items() if key in keys}
