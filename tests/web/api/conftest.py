"""Asking the API of the filled shelf of the web tests."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.shelf import fill
from wetgeving.bootstrap import Application
from wetgeving.settings import Settings
from wetgeving.web import create_app

Ask = Callable[..., Any]


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """A real store and a real index with the fictional laws of `tests.web.shelf`."""
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
    """A client without a cookie."""
    return site.test_client()


@pytest.fixture
def ask(client: FlaskClient) -> Ask:
    """The JSON at an address, whose status must be the one expected."""

    def call(address: str, status: int = 200, **headers: str) -> Any:
        response = client.get(address, headers={k.replace("_", "-"): v for k, v in headers.items()})
        assert response.status_code == status, response.get_data(as_text=True)[:500]
        assert response.mimetype == "application/json"
        return response.get_json()

    return call
