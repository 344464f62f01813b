"""A comparison as a file: every form is a download, remembered, oldest first, stamped when fictional."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from corpus.exporters.comparison_forms import FORMS
from wetgeving.bootstrap import Application
from wetgeving.web.pages.exporting_comparisons import ENDINGS

from .shelf import FICTIONAL, FORMER, NEW, OLD, SAME


@pytest.mark.parametrize("ending", ENDINGS)
def test_each_form_is_a_download_that_need_not_be_fetched_twice(client: FlaskClient, ending: str) -> None:
    address = f"/vergelijken/{OLD}/{NEW}.{ending}"
    response = client.get(address)
    assert (response.status_code, response.mimetype) == (200, ENDINGS[ending].media_type)
    assert response.headers["Content-Disposition"] == f'attachment; filename="{OLD}_{NEW}.{ending}"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    tag = {"If-None-Match": response.headers["ETag"]}
    assert client.get(address, headers=tag).status_code == 304


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_older_version_is_the_old_one_whichever_is_named_first(client: FlaskClient, ending: str) -> None:
    given, turned = (client.get(f"/vergelijken/{a}/{b}.{ending}") for a, b in ((OLD, NEW), (NEW, OLD)))
    assert given.get_data() == turned.get_data()
    assert given.headers["Content-Disposition"] == turned.headers["Content-Disposition"]


def test_a_fictional_text_says_so_in_the_name_of_its_file_and_is_not_for_search_engines(
    client: FlaskClient,
) -> None:
    for form in FORMS.values():
        response = client.get(f"/vergelijken/{FICTIONAL[0]}/{FICTIONAL[1]}.{form.ending}")
        assert 'filename="FICTIEVE-VOORBEELDTEKST-' in response.headers["Content-Disposition"]
        assert response.headers["X-Robots-Tag"] == "noindex"


def test_a_former_key_leads_to_the_present_one_and_an_unknown_one_nowhere(client: FlaskClient) -> None:
    response = client.get(f"/vergelijken/{OLD}/{FORMER}.was-wordt.pdf")
    assert (response.status_code, response.location) == (302, f"/vergelijken/{OLD}/{SAME}.was-wordt.pdf")
    assert client.get(f"/vergelijken/{OLD}/LAMP@consolidated-1999-01-01.html").status_code == 404
    assert client.get(f"/vergelijken/{OLD}/{NEW}.exe").status_code == 404


def test_an_example_is_not_exported_beside_a_real_text(client: FlaskClient) -> None:
    assert client.get(f"/vergelijken/{OLD}/{FICTIONAL[0]}.json").status_code == 409


def test_the_json_is_what_the_command_line_prints(shelf: Application, client: FlaskClient) -> None:
    found = client.get(f"/vergelijken/{OLD}/{NEW}.json").get_json()
    with shelf.reading() as services:
        changes = services.comparing.as_given(OLD, NEW).comparison.changes
    assert list(found) == ["old", "new", "order", "alignment", "changes"]
    assert [change["id"] for change in found["changes"]] == [change.id for change in changes]


def test_the_list_of_links_names_every_form(site: Flask) -> None:
    with site.test_request_context():
        links = site.jinja_env.get_template("macros/downloads.html").module.comparison(OLD, NEW)  # type: ignore[attr-defined]
    for form in FORMS.values():
        assert f'<a href="/vergelijken/{OLD}/{NEW}.{form.ending}" download>{form.label}</a>' in links
