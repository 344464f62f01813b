"""Signing in at a provider that others wrote (pyop), over HTTPS on loopback, in a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from wetgeving.bootstrap import Application
from wetgeving.services.openid import OpenIdError, Provider, open_provider
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .openid_provider import CLIENT, SECRET

BACK = "http://localhost/aanmelden/openid/terug"
_ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running provider, whose certificate is trusted here."""
    trusted = tmp_path_factory.mktemp("tls") / "proef.pem"
    command = [sys.executable, "-W", "ignore", "-m", "tests.people.openid_provider", BACK, str(trusted)]
    with subprocess.Popen(
        command, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        assert running.stdout is not None
        address = running.stdout.readline().strip()
        assert address.startswith("https://127.0.0.1:")
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("REQUESTS_CA_BUNDLE", str(trusted))
            yield address
        running.terminate()


@pytest.fixture
def honest(issuer: str) -> str:
    """The same provider, honest, with Jansen before it."""
    for path in ("/forge/", "/as/jansen"):
        requests.get(issuer + path, timeout=5)
    return issuer


def _site(home: Path, issuer: str, **environment: str) -> Application:
    named = {
        "WETGEVING_HOME": str(home),
        "WETGEVING_OIDC_ISSUER": issuer,
        "WETGEVING_OIDC_CLIENT_ID": CLIENT,
        "WETGEVING_OIDC_CLIENT_SECRET": SECRET,
    }
    application = Application(Settings.from_environment({**named, **environment}))
    application.database.migrate()
    return application


@pytest.fixture
def known(tmp_path: Path, honest: str) -> Iterator[Application]:
    """A site that gives whom the provider vouches for an account as a reader."""
    application = _site(tmp_path, honest, WETGEVING_OIDC_ROLE="reader")
    yield application
    application.close()


@pytest.fixture
def strict(tmp_path: Path, honest: str) -> Iterator[Application]:
    """A site that only knows whom an admin named."""
    application = _site(tmp_path, honest)
    yield application
    application.close()


def _back(client: FlaskClient) -> str:
    """Go to the provider as a browser does; the address it sends one back to."""
    there = client.get("/aanmelden/openid")
    assert there.status_code == 302
    answer = requests.get(there.location, allow_redirects=False, timeout=5)
    assert answer.status_code == 302, answer.text
    return str(answer.headers["Location"])


def _signed_in(client: FlaskClient) -> TestResponse:
    return client.get(_back(client))


def test_who_is_vouched_for_is_signed_in_and_known_again(known: Application) -> None:
    for _ in range(2):
        client = create_app(known).test_client()
        assert "Aanmelden bij de aanbieder" in client.get("/aanmelden").get_data(as_text=True)
        response = _signed_in(client)
        assert (response.status_code, response.location) == (303, "/")
        assert "p.-jansen" in client.get("/").get_data(as_text=True)
        assert client.get_cookie("wetgeving-openid") is None
    with known.reading() as services:
        (person,) = services.people.all()
        assert (person.name, person.role, person.password_hash) == ("p.-jansen", "reader", None)
    client = create_app(known).test_client()
    refused = client.post("/aanmelden", data={"naam": "p.-jansen", "wachtwoord": ""})
    assert refused.status_code == 403


def test_the_question_holds_state_nonce_and_challenge_and_never_the_secrets(known: Application) -> None:
    client = create_app(known).test_client()
    there = client.get("/aanmelden/openid")
    asked = parse_qs(urlsplit(there.location).query)
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert set(asked) == {
        "response_type", "client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge",
        "code_challenge_method",
    }  # fmt: skip
    cookie = client.get_cookie("wetgeving-openid")
    assert cookie is not None
    assert SECRET not in there.location
    assert cookie.value not in there.location
    assert len({*asked["state"], *asked["nonce"], *asked["code_challenge"]}) == 3


def test_whom_no_admin_named_is_told_what_to_give_the_admin(strict: Application, honest: str) -> None:
    client = create_app(strict).test_client()
    refused = _signed_in(client)
    assert refused.status_code == 403
    assert honest in refused.get_data(as_text=True)
    assert client.get_cookie("wetgeving") is None


def test_whom_an_admin_named_is_signed_in_until_shut_out(strict: Application, honest: str) -> None:
    subject = _subject(strict, honest)
    with strict.unit_of_work() as services:
        services.people.add("jansen", "editor", subject=subject)
    client = create_app(strict).test_client()
    assert _signed_in(client).status_code == 303
    assert client.get("/opnemen").status_code == 200
    requests.get(f"{honest}/as/smit", timeout=5)
    assert _signed_in(create_app(strict).test_client()).status_code == 403
    requests.get(f"{honest}/as/jansen", timeout=5)
    with strict.unit_of_work() as services:
        services.people.set_disabled("jansen", disabled=True)
    assert _signed_in(create_app(strict).test_client()).status_code == 403


def _subject(application: Application, issuer: str) -> str:
    """What the provider calls Jansen, as the page that refuses him says it."""
    text = _signed_in(create_app(application).test_client()).get_data(as_text=True)
    return f"{issuer} " + text.partition(f"{issuer} ")[2].partition("<")[0]


@pytest.mark.parametrize(
    ("how", "says"),
    [("key", "BadSignatureError"), ("audience", "InvalidClaimError"), ("nonce", "InvalidClaimError")],
)
def test_a_token_that_is_not_for_us_or_not_of_the_provider_is_not_believed(
    known: Application, honest: str, how: str, says: str
) -> None:
    requests.get(f"{honest}/forge/{how}", timeout=5)
    client = create_app(known).test_client()
    refused = _signed_in(client)
    assert (refused.status_code, says in refused.get_data(as_text=True)) == (403, True), refused.text
    assert client.get_cookie("wetgeving") is None
    with known.reading() as services:
        assert services.people.all() == ()


def test_an_answer_to_another_question_is_refused(known: Application) -> None:
    app = create_app(known)
    mine, other = app.test_client(), app.test_client()
    answer = _back(other)
    assert mine.get(answer).status_code == 403
    mine.get("/aanmelden/openid")
    assert mine.get(answer).status_code == 403
    assert other.get(answer.replace("state=", "state=x")).status_code == 403
    assert other.get(f"{answer}&iss=https://een.ander").status_code == 403
    assert other.get("/aanmelden/openid/terug?error=access_denied").status_code == 403
    for client in (mine, other):
        assert client.get_cookie("wetgeving") is None
    assert other.get(answer).status_code == 303


def test_an_answer_is_good_once(known: Application) -> None:
    client = create_app(known).test_client()
    answer = _back(client)
    cookie = client.get_cookie("wetgeving-openid")
    assert cookie is not None
    assert client.get(answer).status_code == 303
    client.set_cookie("wetgeving-openid", cookie.value)
    assert client.get(answer).status_code == 403


def test_a_wrong_client_secret_signs_nobody_in(tmp_path: Path, honest: str) -> None:
    application = _site(tmp_path, honest, WETGEVING_OIDC_CLIENT_SECRET="fout", WETGEVING_OIDC_ROLE="reader")
    assert _signed_in(create_app(application).test_client()).status_code == 403
    application.close()


def test_a_provider_that_is_away_is_an_error_page(tmp_path: Path) -> None:
    application = _site(tmp_path, "http://127.0.0.1:9")
    response = create_app(application).test_client().get("/aanmelden/openid")
    assert (response.status_code, "niet bereikbaar" in response.get_data(as_text=True)) == (503, True)
    application.close()


@pytest.mark.parametrize("issuer", ["http://wie.example", "ftp://127.0.0.1", "wie.example"])
def test_a_provider_is_only_asked_over_https(issuer: str) -> None:
    with pytest.raises(OpenIdError, match="https"):
        open_provider(Provider(issuer, CLIENT, SECRET))


def test_without_a_provider_there_is_no_such_page(people: Application) -> None:
    client = create_app(people).test_client()
    for address in ("/aanmelden/openid", "/aanmelden/openid/terug"):
        assert client.get(address).status_code == 404
    assert "aanbieder van uw organisatie" not in client.get("/aanmelden").get_data(as_text=True)
