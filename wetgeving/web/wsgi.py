"""The door for a WSGI server: `gunicorn 'wetgeving.web.wsgi:create()'`, set up by the environment."""

from flask import Flask

from wetgeving.bootstrap import Application
from wetgeving.settings import Settings
from wetgeving.web import create_app


def create() -> Flask:
    """The web application as the environment describes it."""
    return create_app(Application(Settings.from_environment()))
