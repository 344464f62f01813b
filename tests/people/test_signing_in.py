"""Signing in: sessions, cookies, locks, forged forms, and what is told to who may not come in."""

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from tests.web.page import parse
from wetgeving.bootstrap import Application
from wetgeving.services.access import AccessLimits
from wetgeving.services.errors import InvalidValueError
from wetgeving.settings import Settings
from wetgeving.store import Store
from wetgeving.store.people_schema import session
from wetgeving.store.values import Dossier
from wetgeving.web import create_app
from wetgeving.web.pacing import MINUTE, Pace, TooManyTriesError

from .conftest import PASSWORD, SignIn, csrf, signed_in

GOOD = {"naam": "lezer", "wachtwoord": PASSWORD}
REMOTE = {"REMOTE_ADDR": "192.0.2.7"}


def test_a_right_password_opens_a_session_that_signing_out_ends(sign_in: SignIn) -> None:
    client = sign_in("lezer")
    assert "lezer" in client.get("/").get_data(as_text=True)
    cookie = client.get_cookie("wetgeving")
    assert cookie is not None
    response = client.post("/afmelden", data=csrf(client))
    assert (response.status_code, response.headers["Clear-Site-Data"]) == (303, '"cache"')
    assert client.get_cookie("wetgeving") is None
    client.set_cookie("wetgeving", cookie.value)
    assert client.get("/aanmelden/wachtwoord").status_code == 302


def test_every_signing_in_gives_another_secret_and_none_is_stored(
    sign_in: SignIn, people: Application
) -> None:
    secrets = [cookie.value for cookie in (sign_in("lezer").get_cookie("wetgeving") for _ in "ab") if cookie]
    assert len({len(s) for s in secrets}) == 1
    assert len(set(secrets)) == 2
    database = people.settings.home.rglob("*")
    stored = b"".join(file.read_bytes() for file in database if file.is_file())
    assert [s for s in (*secrets, PASSWORD) if s.encode() in stored] == []


@pytest.mark.parametrize(
    ("base", "remote", "name", "secure"),
    [
        ("http://127.0.0.1:8000", "127.0.0.1", "wetgeving", False),
        ("http://localhost:8000", "127.0.0.1", "wetgeving", False),
        ("https://wetten.example", "192.0.2.7", "__Host-wetgeving", True),
        ("http://wetten.example", "192.0.2.7", "__Host-wetgeving", True),
        ("http://wetten.example", "127.0.0.1", "__Host-wetgeving", True),
    ],
)
def test_the_cookie_is_safe_unless_both_ends_are_this_machine(
    people: Application, base: str, remote: str, name: str, secure: bool
) -> None:
    client = create_app(people).test_client()
    response = client.post("/aanmelden", data=GOOD, base_url=base, environ_base={"REMOTE_ADDR": remote})
    (cookie,) = response.headers.getlist("Set-Cookie")
    assert cookie.startswith(f"{name}=")
    assert ("Secure" in cookie) == secure
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie


def test_a_session_ends_by_itself(people: Application) -> None:
    client = signed_in(create_app(people).test_client(), "lezer")
    hours = AccessLimits().session_hours
    with people.database.read() as connection:
        (row,) = connection.execute(session.select()).all()
    assert row.expires_at - row.created_at == timedelta(hours=hours)
    with people.database.transaction() as connection:
        connection.execute(session.update().values(expires_at=datetime.now(UTC)))
    assert client.get("/aanmelden/wachtwoord").status_code == 302


@pytest.mark.parametrize(
    "wrong",
    [
        {"naam": "lezer", "wachtwoord": "fout"},
        {"naam": "niemand", "wachtwoord": PASSWORD},
        {"naam": "lezer", "wachtwoord": ""},
        {"naam": "lezer", "wachtwoord": "x" * 100_000},
        {},
    ],
)
def test_every_refusal_reads_the_same(people: Application, wrong: dict[str, str]) -> None:
    client = create_app(people).test_client()
    response = client.post("/aanmelden", data=wrong)
    page = parse(response.get_data(as_text=True))
    assert response.status_code == 403
    assert "Aanmelden is niet gelukt." in page.text()
    assert client.get_cookie("wetgeving") is None


def test_an_account_is_locked_after_five_failures_also_for_the_right_password(people: Application) -> None:
    client = create_app(people).test_client()
    for _ in range(AccessLimits().failures):
        assert client.post("/aanmelden", data={**GOOD, "wachtwoord": "fout"}).status_code == 403
    assert client.post("/aanmelden", data=GOOD).status_code == 403
    with people.reading() as services:
        person = services.people.named("lezer")
        assert person.locked_until is not None
        left = person.locked_until - datetime.now(UTC)
        assert timedelta(minutes=14) < left <= timedelta(minutes=AccessLimits().lock_minutes)
    with people.unit_of_work() as services:
        services.people.set_password("lezer", PASSWORD)
    assert client.post("/aanmelden", data=GOOD).status_code == 303


def test_a_lock_passes_and_a_success_forgets_failures(people: Application) -> None:
    client = create_app(people).test_client()
    with people.unit_of_work() as services:
        services.access._store.people.count_failures("lezer", 4, datetime.now(UTC) - timedelta(seconds=1))
    assert client.post("/aanmelden", data=GOOD).status_code == 303
    with people.reading() as services:
        assert services.people.named("lezer").failed_attempts == 0


def test_who_fails_ten_times_a_minute_is_slowed_down_and_others_are_not(people: Application) -> None:
    client = create_app(people).test_client()
    for n in range(AccessLimits().tries_per_minute):
        client.post("/aanmelden", data={"naam": f"n{n}", "wachtwoord": "fout"})
    refused = client.post("/aanmelden", data=GOOD)
    assert refused.status_code == 429
    assert client.post("/aanmelden", data=GOOD, environ_base=REMOTE).status_code == 303


def test_the_pace_is_of_the_last_minute_and_of_few_addresses() -> None:
    pace = Pace(2)
    for moment in (0.0, 1.0):
        pace.require("a", moment)
        pace.failed("a", moment)
    with pytest.raises(TooManyTriesError):
        pace.require("a", MINUTE - 0.1)
    pace.require("b", 1.0)
    pace.require("a", MINUTE)


def test_a_disabled_person_is_out_at_once(sign_in: SignIn, people: Application) -> None:
    client = sign_in("lezer")
    with people.unit_of_work() as services:
        services.people.set_disabled("lezer", disabled=True)
    assert client.get("/aanmelden/wachtwoord").status_code == 302
    assert client.post("/aanmelden", data=GOOD).status_code == 403


def test_another_password_ends_every_other_session(sign_in: SignIn) -> None:
    here, elsewhere = sign_in("lezer"), sign_in("lezer")
    wrong = {"huidig": "fout", "nieuw": "een heel ander wachtwoord", **csrf(here)}
    assert here.post("/aanmelden/wachtwoord", data=wrong).status_code == 403
    assert elsewhere.get("/aanmelden/wachtwoord").status_code == 200
    short = {"huidig": PASSWORD, "nieuw": "kort", **csrf(here)}
    assert here.post("/aanmelden/wachtwoord", data=short).status_code == 400
    right = {"huidig": PASSWORD, "nieuw": "een heel ander wachtwoord", **csrf(here)}
    assert here.post("/aanmelden/wachtwoord", data=right).status_code == 303
    assert here.get("/aanmelden/wachtwoord").status_code == 200
    assert elsewhere.get("/aanmelden/wachtwoord").status_code == 302


@pytest.mark.parametrize(
    ("wanted", "to"),
    [
        ("/regelingen/LAMP?x=1", "/regelingen/LAMP?x=1"),
        ("https://elders.example/", "/"),
        ("//elders.example/", "/"),
        ("/\\elders.example", "/"),
        ("/\t/elders.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_after_signing_in_one_goes_on_within_the_site(people: Application, wanted: str, to: str) -> None:
    response = create_app(people).test_client().post("/aanmelden", data={**GOOD, "terug": wanted})
    assert response.location == to


FORMS = (
    ("/afmelden", {}),
    ("/aanmelden/wachtwoord", {"huidig": PASSWORD, "nieuw": "een heel ander wachtwoord"}),
    ("/beheer/mensen", {"naam": "nieuw", "rol": "admin", "wachtwoord": "x" * 20}),
    ("/beheer/mensen/lezer", {"doe": "uitzetten"}),
    ("/beheer/dossiers", {"nummer": "D"}),
    ("/beheer/dossiers/D", {"doe": "openen"}),
    ("/opnemen", {}),
    ("/opnemen/bevestigen", {}),
)


@pytest.mark.parametrize(("address", "data"), FORMS)
@pytest.mark.parametrize("forged", ["none", "empty", "other session", "other site", "sandbox"])
def test_a_forged_form_is_refused(sign_in: SignIn, address: str, data: dict[str, str], forged: str) -> None:
    client = sign_in("beheerder")
    field = {
        "none": {},
        "empty": {"csrf": ""},
        "other session": csrf(sign_in("beheerder")),
        "other site": csrf(client),
        "sandbox": csrf(client),
    }[forged]
    headers = {"other site": {"Sec-Fetch-Site": "cross-site"}, "sandbox": {"Origin": "null"}}.get(forged, {})
    assert client.post(address, data={**data, **field}, headers=headers).status_code == 403
    assert client.get("/beheer/mensen").status_code == 200


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elders.example"}])
def test_no_other_site_signs_someone_in(people: Application, headers: dict[str, str]) -> None:
    client = create_app(people).test_client()
    assert client.post("/aanmelden", data=GOOD, headers=headers).status_code == 403
    assert client.get_cookie("wetgeving") is None


def test_every_form_that_writes_holds_the_token_of_its_session(sign_in: SignIn, people: Application) -> None:
    client = sign_in("beheerder")
    number = _dossier(people)
    with people.unit_of_work() as services:
        services.membership.close(number)
        services.membership.add("D-1", "lezer")
    found = 0
    for address in ("/", "/opnemen", "/aanmelden/wachtwoord", "/beheer/mensen", "/beheer/dossiers"):
        for form in parse(client.get(address).get_data(as_text=True)).all("form"):
            if form.attributes.get("method") == "post":
                sent = {i.attributes.get("name"): i.attributes.get("value") for i in form.all("input")}
                assert sent.get("csrf") == csrf(client)["csrf"], (address, form.attributes)
                found += 1
    assert found >= 12


def _dossier(application: Application) -> str:
    with application.database.transaction() as connection:
        Store(connection).dossiers.add(Dossier("D-1"))
    return "D-1"


def test_without_accounts_who_is_at_this_machine_may_take_in_and_is_told_so(application: Application) -> None:
    client = create_app(application).test_client()
    assert "Nog geen accounts." in client.get("/opnemen").get_data(as_text=True)
    assert "/aanmelden" not in client.get("/").get_data(as_text=True)
    for refused in (
        client.get("/opnemen", environ_base=REMOTE),
        client.get("/opnemen", headers={"X-Forwarded-For": "192.0.2.7"}),
        client.get("/opnemen", base_url="http://rebound.example:8000"),
    ):
        assert refused.status_code == 302
    with application.unit_of_work() as services:
        services.people.add("eerste", "reader", password=PASSWORD)
    assert client.get("/opnemen").status_code == 302
    assert "/aanmelden" in client.get("/").get_data(as_text=True)


def test_proxies_are_believed_as_far_as_the_settings_say(people: Application) -> None:
    forwarded = {
        "X-Forwarded-For": "192.0.2.7",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "wet.example",
    }
    seen = []
    for proxies in ("0", "1"):
        environment = {"WETGEVING_HOME": str(people.settings.home), "WETGEVING_PROXIES": proxies}
        running = Application(Settings.from_environment(environment))
        response = create_app(running).test_client().get("/", headers=forwarded)
        seen.append("Strict-Transport-Security" in response.headers)
        running.close()
    assert seen == [False, True]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WETGEVING_LOCK_AFTER", "0"),
        ("WETGEVING_LOCK_MINUTES", "veel"),
        ("WETGEVING_SESSION_HOURS", "-1"),
        ("WETGEVING_SIGN_INS_PER_MINUTE", "1.5"),
        ("WETGEVING_READING", "dicht"),
        ("WETGEVING_OIDC_ISSUER", "https://wie.example"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_refused(name: str, value: str) -> None:
    with pytest.raises(InvalidValueError):
        Settings.from_environment({name: value})


def test_the_defaults_are_those_of_the_documentation() -> None:
    settings = Settings.from_environment({})
    assert settings.access == AccessLimits(failures=5, lock_minutes=15, session_hours=12, tries_per_minute=10)
    assert (settings.reading_closed, settings.proxies, settings.openid) == (False, 0, None)


def test_a_page_is_not_remembered_for_another_person(sign_in: SignIn) -> None:
    anyone: FlaskClient = sign_in("")
    assert anyone.get("/uitleg").status_code == 200
    shown = sign_in("lezer").get("/uitleg").get_data(as_text=True)
    assert "Afmelden" in shown
    assert "Afmelden" not in anyone.get("/uitleg").get_data(as_text=True)
