"""The door for a WSGI server: `gunicorn 'wetgeving.web.wsgi:create()'`, set up by the environment."""

import gc

from flask import Flask

from wetgeving.bootstrap import Application
from wetgeving.settings import Settings
from wetgeving.web import create_app


def create() -> Flask:
    """The web application as the environment describes it, warm: no reader waits for a template."""
    app = create_app(Application(Settings.from_environment()))
    for name in app.jinja_env.list_templates():
        app.jinja_env.get_template(name)
    gc.collect()
    gc.freeze()
    return app
