"""What the frame around every page needs: addresses, words and the edition of the static files."""

from datetime import UTC, datetime

from flask import Flask, current_app, request, url_for

from corpus.errors import WetgevingError
from corpus.exporters.comparison_forms import FORMS
from wetgeving.services import exporting_hits
from wetgeving.store.viewer import Role
from wetgeving.web import addresses, terms
from wetgeving.web.asked_search import beside_search
from wetgeving.web.reading import provider, viewer
from wetgeving.web.signing_in import people_exist


def register(app: Flask) -> None:
    """Give the templates the functions that they may call."""
    app.jinja_env.globals.update(
        work_url=addresses.work_url,
        version_url=addresses.version_url,
        provision_url=addresses.provision_url,
        history_url=addresses.history_url,
        cited_by_url=addresses.cited_by_url,
        choice_url=addresses.choice_url,
        dangling_url=addresses.dangling_url,
        comparison_url=addresses.comparison_url,
        comparison_export_url=addresses.comparison_export_url,
        comparison_forms=tuple(FORMS.values()),
        permanent_url=addresses.permanent_url,
        concordance_url=addresses.concordance_url,
        export_url=addresses.export_url,
        explanation_url=addresses.explanation_url,
        synopsis_url=addresses.synopsis_url,
        own_text_url=addresses.own_text_url,
        opinion_url=addresses.opinion_url,
        opinion_number_url=addresses.opinion_number_url,
        opinion_export_url=addresses.opinion_export_url,
        commitments_url=addresses.commitments_url,
        progress_url=addresses.progress_url,
        source_url=addresses.source_url,
        delegation_url=addresses.delegation_url,
        grounds_url=addresses.grounds_url,
        beside_search=beside_search,
        hits_forms=tuple(exporting_hits.FORMS.values()),
        hits_most=exporting_hits.MOST,
        provision_feed_url=addresses.provision_feed_url,
        transposition_url=addresses.transposition_url,
        transposition_export_url=addresses.transposition_export_url,
        national_transposition_url=addresses.national_transposition_url,
        anchor=addresses.anchor,
        static=_static,
        work_kind=terms.work_kind,
        stage=terms.stage,
        certainty=terms.certainty,
        event_kind=terms.event_kind,
        role_name=terms.role_name,
        action_name=terms.action_name,
        hidden_kind=terms.hidden_kind,
    )
    app.context_processor(_of_this_request)


def _static(name: str) -> str:
    return url_for("static", filename=name, v=current_app.config["EDITION"])


def _of_this_request() -> dict[str, object]:
    return {
        "address": request.url,
        "today": datetime.now(UTC).date(),
        "who": viewer(),
        "may": lambda role: viewer().role.includes(Role(role)),
        "can_sign_in": _can_sign_in(),
        "asked": request.args.get("q", ""),
        "fictional": False,
        "partly_fictional": False,
    }


def _can_sign_in() -> bool:
    try:
        return provider() is not None or people_exist()
    except WetgevingError:  # without a database there is an error page to show, and nobody to sign in
        return False
