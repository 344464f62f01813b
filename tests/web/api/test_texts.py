"""A version or provision in four forms, by suffix and by `Accept`; fiction is marked in each."""

import json
from typing import Any

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from corpus.readers import read
from tests.web.shelf import FICTIONAL, LONG, NEW, OLD, SAME, address
from wetgeving.bootstrap import Application
from wetgeving.cli import main

from .conftest import Ask

FORMS = {"application/akn+xml": ".akn.xml", "text/html": ".html", "text/plain": ".txt"}
LABEL = "FICTIEVE VOORBEELDTEKST"


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        (f"/api/versions/{NEW}", ["show", NEW]),
        (f"/api/versions/{NEW}/art_1", ["show", NEW, "art_1"]),
        (f"/api/versions/{FICTIONAL[0]}", ["show", FICTIONAL[0]]),
    ],
)
def test_the_json_is_that_of_the_command_line(
    shelf: Application, ask: Ask, monkeypatch: pytest.MonkeyPatch, asked: str, command: list[str]
) -> None:
    monkeypatch.setenv("WETGEVING_HOME", str(shelf.settings.home))
    printed: Any = json.loads(CliRunner().invoke(main, [*command, "--format", "json"]).stdout)
    assert ask(asked) == printed


def test_a_comparison_is_that_of_the_command_line_and_says_when_it_runs_backwards(
    shelf: Application, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WETGEVING_HOME", str(shelf.settings.home))
    printed: Any = json.loads(CliRunner().invoke(main, ["compare", OLD, NEW, "--format", "json"]).stdout)
    found = ask(f"/api/comparisons/{OLD}/{NEW}")
    assert {key: found[key] for key in printed} == printed
    assert (found["reversed"], ask(f"/api/comparisons/{NEW}/{OLD}")["reversed"]) == (False, True)
    assert found["total"] == len(found["changes"])


def test_a_comparison_can_be_filtered_and_still_tells_the_total(ask: Ask) -> None:
    every, some = ask(f"/api/comparisons/{OLD}/{NEW}"), ask(f"/api/comparisons/{OLD}/{NEW}?words=mist")
    assert (len(some["changes"]), some["total"]) == (1, every["total"])
    assert all(
        c["kinds"] == ["renumbered"] for c in ask(f"/api/comparisons/{OLD}/{NEW}?kind=renumbered")["changes"]
    )


@pytest.mark.parametrize("media_type", FORMS)
@pytest.mark.parametrize("eid", ["", "art_1"])
def test_the_suffix_of_the_page_and_the_accept_header_give_the_same_file(
    client: FlaskClient, media_type: str, eid: str
) -> None:
    by_suffix = client.get(f"{address(NEW, eid)}{FORMS[media_type]}")
    api = f"/api/versions/{NEW}/{eid}" if eid else f"/api/versions/{NEW}"
    by_header = client.get(api, headers={"Accept": media_type})
    assert by_suffix.mimetype == by_header.mimetype == media_type
    assert by_suffix.get_data() == by_header.get_data()
    assert by_header.headers["Vary"] == "Accept"
    name = f"{NEW}_{eid}" if eid else NEW
    assert by_suffix.headers["Content-Disposition"] == f'attachment; filename="{name}{FORMS[media_type]}"'


def test_an_article_as_akoma_ntoso_reads_back_as_that_article(
    shelf: Application, client: FlaskClient
) -> None:
    with shelf.reading() as services:
        article = services.catalogue.provision(NEW, "art_1").provision
    assert read(client.get(f"{address(NEW, 'art_1')}.akn.xml").get_data()).provisions == (article,)


@pytest.mark.parametrize("ending", FORMS.values())
@pytest.mark.parametrize("eid", ["", "art_1", "art_1__para_1"])
def test_fiction_says_so_in_every_file_and_in_its_name(client: FlaskClient, ending: str, eid: str) -> None:
    response = client.get(f"{address(FICTIONAL[0], eid)}{ending}")
    assert LABEL in response.get_data(as_text=True)
    assert 'filename="FICTIEVE-VOORBEELDTEKST-' in response.headers["Content-Disposition"]
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_real_law_is_nowhere_called_fiction(client: FlaskClient) -> None:
    for ending in FORMS.values():
        response = client.get(f"{address(NEW)}{ending}")
        assert LABEL not in response.get_data(as_text=True)
        assert "X-Robots-Tag" not in response.headers


def test_a_form_that_is_not_made_is_refused_with_those_that_are(ask: Ask) -> None:
    error = ask(f"/api/versions/{NEW}", 406, Accept="image/png")["error"]
    assert error["code"] == "not-acceptable"
    assert "text/plain" in error["remedy"]


@pytest.mark.parametrize("media_type", ["application/json", *FORMS])
def test_the_etag_follows_the_content(client: FlaskClient, media_type: str) -> None:
    asked = f"/api/versions/{OLD}"
    first = client.get(asked, headers={"Accept": media_type})
    again = client.get(asked, headers={"Accept": media_type, "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.get_data()) == (304, b"")
    others = [client.get(f"/api/versions/{key}", headers={"Accept": media_type}) for key in (NEW, SAME)]
    assert len({first.headers["ETag"], *(o.headers["ETag"] for o in others)}) == 3


def test_the_four_forms_have_four_etags(client: FlaskClient) -> None:
    accepted = ["application/json", *FORMS]
    tags = {client.get(f"/api/versions/{LONG}", headers={"Accept": a}).headers["ETag"] for a in accepted}
    assert len(tags) == 4


def test_the_changes_of_a_comparison_are_filtered_as_on_the_page(ask: Ask) -> None:
    every = ask(f"/api/comparisons/{OLD}/{NEW}")

    def total(query: str) -> int:
        return len(ask(f"/api/comparisons/{OLD}/{NEW}?{query}")["changes"])

    kinds = ("renumbered", "modified", "inserted")
    some = [c for c in every["changes"] if set(c["kinds"]) & set(kinds)]
    assert total("&".join(f"kind={kind}" for kind in kinds)) == len(some)
    minor = [c for c in every["changes"] if "consequential" in c["kinds"] or c["kinds"] == ["punctuation"]]
    assert total("minor=0") == every["total"] - len(minor)
    assert total("words=mist&within=inserted") + total("words=mist&within=deleted") >= total("words=mist") > 0
