"""The pages: an address becomes values, one service is asked, a template shows the answer. Changes nothing.

Only `create_app` and `wsgi` see the application; a view asks `reading()` for services. Addresses: ADR 0003.
"""

from io import BytesIO
from pathlib import Path

from flask import Flask, Request
from jinja2 import StrictUndefined

from wetgeving.bootstrap import Application
from wetgeving.web import caching, dutch, errors, headers, layout
from wetgeving.web.pages import BLUEPRINTS

_YEAR = 365 * 24 * 3600
_MOST_SENT = 32_000_000


class _Request(Request):
    """A request whose files stay in memory: what a person has not confirmed must not reach a disk."""

    def _get_file_stream(self, *_: object, **__: object) -> BytesIO:
        return BytesIO()


def create_app(application: Application) -> Flask:
    """The web application over one running installation."""
    app = Flask(__name__)
    app.request_class = _Request
    app.extensions["wetgeving"] = application
    app.config["EDITION"] = caching.edition(Path(__file__).parent)
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = _MOST_SENT
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = _YEAR
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    dutch.register(app)
    layout.register(app)
    headers.register(app)
    errors.register(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app
