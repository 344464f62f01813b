"""What the frame around every page needs: addresses, words and the edition of the static files."""

from datetime import UTC, datetime

from flask import Flask, current_app, request, url_for

from wetgeving.web import addresses, terms
from wetgeving.web.reading import uploads_allowed


def register(app: Flask) -> None:
    """Give the templates the functions that they may call."""
    app.jinja_env.globals.update(
        work_url=addresses.work_url,
        version_url=addresses.version_url,
        provision_url=addresses.provision_url,
        comparison_url=addresses.comparison_url,
        akoma_ntoso_url=addresses.akoma_ntoso_url,
        source_url=addresses.source_url,
        anchor=addresses.anchor,
        static=_static,
        work_kind=terms.work_kind,
        stage=terms.stage,
        certainty=terms.certainty,
        event_kind=terms.event_kind,
    )
    app.context_processor(_of_this_request)


def _static(name: str) -> str:
    return url_for("static", filename=name, v=current_app.config["EDITION"])


def _of_this_request() -> dict[str, object]:
    return {
        "address": request.url,
        "today": datetime.now(UTC).date(),
        "uploads": uploads_allowed(),
        "asked": request.args.get("q", ""),
        "fictional": False,
        "partly_fictional": False,
    }
