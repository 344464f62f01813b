"""An installation with people, an open dossier and a closed one, and browsers that are signed in."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from wetgeving.bootstrap import Application
from wetgeving.settings import Settings
from wetgeving.store.viewer import Role
from wetgeving.web import create_app
from wetgeving.web.csrf import token

PASSWORD = "paard batterij nietje juist"
SignIn = Callable[[str], FlaskClient]


@pytest.fixture
def application(tmp_path: Path) -> Iterator[Application]:
    """An empty installation."""
    environment = {"WETGEVING_HOME": str(tmp_path / "home"), "WETGEVING_UPLOADS": "1", "USER": "tester"}
    running = Application(Settings.from_environment(environment))
    running.database.migrate()
    yield running
    running.close()


@pytest.fixture(scope="session")
def home_with_people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home to copy: hashing passwords is slow, and is meant to be."""
    home = tmp_path_factory.mktemp("mensen") / "home"
    running = Application(Settings.from_environment({"WETGEVING_HOME": str(home), "USER": "tester"}))
    running.database.migrate()
    add_people(running)
    running.close()
    return home


@pytest.fixture
def people(home_with_people: Path, tmp_path: Path) -> Iterator[Application]:
    """An installation with someone of each role."""
    home = shutil.copytree(home_with_people, tmp_path / "home")
    environment = {"WETGEVING_HOME": str(home), "WETGEVING_UPLOADS": "1", "USER": "tester"}
    running = Application(Settings.from_environment(environment))
    yield running
    running.close()


def add_people(application: Application) -> None:
    """lezer, redacteur and beheerder, all with the same password."""
    names = {"lezer": Role.READER, "redacteur": Role.EDITOR, "beheerder": Role.ADMIN}
    with application.unit_of_work() as services:
        for name, role in names.items():
            services.people.add(name, role, password=PASSWORD)


@pytest.fixture
def sign_in(people: Application) -> SignIn:
    """A browser in which someone is signed in; "" for one in which nobody is."""
    app = create_app(people)
    return lambda name: signed_in(app.test_client(), name)


def signed_in(client: FlaskClient, name: str) -> FlaskClient:
    """Sign in through the form."""
    if name:
        response = client.post("/aanmelden", data={"naam": name, "wachtwoord": PASSWORD})
        assert response.status_code == 303
    return client


def csrf(client: FlaskClient) -> dict[str, str]:
    """The field that a form of this browser's session holds."""
    cookie = client.get_cookie("wetgeving")
    return {"csrf": token(cookie.value)} if cookie else {}
