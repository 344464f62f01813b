"""A filled installation, the web application over it, and a reader of its pages."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from wetgeving.bootstrap import Application
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .page import Node, parse
from .shelf import fill

Read = Callable[[str], Node]


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """A real store and a real index with the fictional laws of `shelf`."""
    home = tmp_path_factory.mktemp("kast")
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(home), "USER": "tester"}))
    fill(application)
    yield application
    application.close()


@pytest.fixture(scope="session")
def site(shelf: Application) -> Flask:
    """The web application."""
    return create_app(shelf)


@pytest.fixture
def client(site: Flask) -> FlaskClient:
    """A browser without JavaScript."""
    return site.test_client()


@pytest.fixture
def page(client: FlaskClient) -> Read:
    """Open an address and get the page as a tree, whatever its status."""
    return lambda address: parse(client.get(address).get_data(as_text=True))
