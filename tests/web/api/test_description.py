"""The description is the truth: the table of routes, the map of addresses and the document agree.

Schemathesis then asks every address what it promises, with right and with wrong values. About 30 seconds.
"""

import json
import re
from collections.abc import Iterator
from zlib import crc32

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode, HookContext
from schemathesis.checks import CHECKS

from tests.web.page import parse
from tests.web.shelf import FICTIONAL, GUESSED, NEW, OLD, RESPELLED, SAME, UNDATED, fill
from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.settings import Settings
from wetgeving.web import create_app
from wetgeving.web.api.description import description
from wetgeving.web.api.routes import ROUTES, Route
from wetgeving.web.api.schemas import SCHEMAS

_BESIDES = {"/api", "/api/openapi.json"}


def test_every_address_of_the_api_is_in_the_table_and_the_other_way_round(site: Flask) -> None:
    served = {str(rule) for rule in site.url_map.iter_rules() if str(rule).startswith("/api")}
    assert served - _BESIDES == {route.rule for route in ROUTES}
    assert served >= _BESIDES


def test_the_path_and_the_parameters_of_a_route_name_the_same() -> None:
    for route in ROUTES:
        named = re.findall(r"{(\w+)}", route.path)
        assert named == [p.name for p in route.parameters if p.place == "path"], route.path


def test_every_schema_that_is_referred_to_exists_and_every_schema_is_used() -> None:
    text = json.dumps(description())
    assert set(re.findall(r"#/components/schemas/(\w+)", text)) == set(SCHEMAS)


def test_the_description_is_served_and_linked_from_a_readable_page(client: FlaskClient) -> None:
    assert client.get("/api/openapi.json").get_json() == json.loads(json.dumps(description()))
    page = parse(client.get("/api").get_data(as_text=True))
    assert "/api/openapi.json" in [a.attributes["href"] for a in page.all("a")]
    assert all(route.path in page.text() for route in ROUTES)
    scripts = [s.attributes["src"].split("?")[0] for s in page.all("script")]
    assert scripts == ["/static/keys.js", "/static/landing.js"]


VERSIONS = [OLD, NEW, SAME, GUESSED, RESPELLED, *UNDATED, *FICTIONAL, "LAMP@consolidated-2003-01-01"]
STORED = {
    "work": ["LAMP", "KAARS", "LICHT", "VERZONNEN", "BWBR9999999"],
    "version": VERSIONS,
    "old": VERSIONS,
    "new": VERSIONS[::-1],
    "number": ["VOORBEELD-1"],
    "act": ["VOORBEELD-1-vuurverordening", "VOORBEELD-1-seinrichtlijn", "32024R1356"],
    "eid": ["art_1", "art_1__para_2", "chp_1", "art_2", "art_99"],
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A site with the shelf of the web tests, and the dossiers that ship."""
    home = str(tmp_path_factory.mktemp("alles"))
    application = Application(Settings.from_environment({"WETGEVING_HOME": home, "USER": "tester"}))
    fill(application)
    for folder in shipped_dossiers():
        with application.unit_of_work() as services:
            services.loading.load(folder)
    application.index()
    yield create_app(application)
    application.close()


@pytest.fixture
def api(site: Flask) -> schemathesis.BaseSchema:
    """The API as its own description tells it."""
    return schemathesis.openapi.from_wsgi("/api/openapi.json", site)


def map_path_parameters(context: HookContext, path_parameters: dict[str, str]) -> dict[str, str]:
    """Every other address names something that is stored: else all answers would be a 404."""
    known = {name: values for name, values in STORED.items() if name in (path_parameters or {})}
    seed = crc32(repr(path_parameters).encode())
    if not known or seed % 2:
        return path_parameters
    return {**path_parameters, **{name: values[seed % len(values)] for name, values in known.items()}}


def _keeps_its_word(api: schemathesis.BaseSchema, route: Route, mode: GenerationMode) -> None:
    operation = api[route.path]["GET"]
    # what a search question may be is a language of its own, whose errors `test_errors` has
    excluded = [CHECKS.get_one("positive_data_acceptance")] if route.name.startswith("search") else []

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def holds(case: schemathesis.Case) -> None:
        case.call_and_validate(excluded_checks=excluded)

    holds()


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_an_address_asked_rightly_answers_as_described(api: schemathesis.BaseSchema, route: Route) -> None:
    api.hook(map_path_parameters)
    _keeps_its_word(api, route, GenerationMode.POSITIVE)


@pytest.mark.parametrize("route", [r for r in ROUTES if r.parameters], ids=lambda route: route.name)
def test_an_address_asked_wrongly_refuses_as_described(api: schemathesis.BaseSchema, route: Route) -> None:
    _keeps_its_word(api, route, GenerationMode.NEGATIVE)
