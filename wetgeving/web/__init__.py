"""The pages: an address becomes values, one service is asked, a template shows the answer. Changes nothing.

Only `create_app` and `wsgi` see the application; a view asks `reading()` for services. Addresses: ADR 0003.
"""

from io import BytesIO
from pathlib import Path

from flask import Flask, Request
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from wetgeving.bootstrap import Application
from wetgeving.web import (
    api,
    caching,
    csrf,
    dutch,
    errors,
    headers,
    layout,
    metrics,
    remembering,
    request_log,
    rights,
    signing_in,
)
from wetgeving.web.pacing import Pace
from wetgeving.web.pages import BLUEPRINTS

_YEAR = 365 * 24 * 3600
_MOST_SENT = 32_000_000
_OWN_TEXTS = 30  # a minute from one address: each costs a reading and a comparison
_MADE_OF = (Path(__file__).parents[1], Path(__file__).parents[2] / "corpus")


class _Request(Request):
    """A request whose files stay in memory: what a person has not confirmed must not reach a disk."""

    def _get_file_stream(self, *_: object, **__: object) -> BytesIO:
        return BytesIO()


def create_app(application: Application) -> Flask:
    """The web application over one running installation."""
    app = Flask(__name__)
    app.request_class = _Request
    _believe_proxies(app, application.settings.proxies)
    app.extensions["wetgeving"] = application
    app.extensions["pace"] = Pace(application.settings.access.tries_per_minute)
    app.extensions["own-text-pace"] = Pace(_OWN_TEXTS, "Vanaf dit adres is te vaak vergeleken.")
    app.config["EDITION"] = caching.edition(*_MADE_OF)
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = _MOST_SENT
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = _YEAR
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.extensions["metrics"] = counted = metrics.Metrics()
    request_log.register(app, counted.observe)
    dutch.register(app)
    layout.register(app)
    headers.register(app)
    errors.register(app)
    for part in (signing_in, rights, csrf, remembering):  # in this order: who, whether, from where
        part.register(app)
    app.register_blueprint(api.blueprint)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app


def _believe_proxies(app: Flask, number: int) -> None:
    """Take address, scheme and host from as many proxies as the settings name, and from no others."""
    if number:
        trusted = ProxyFix(app.wsgi_app, x_for=number, x_proto=number, x_host=number)
        app.wsgi_app = trusted  # type: ignore[method-assign]
