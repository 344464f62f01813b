"""What holds of every page: it opens, it is well formed, it names what it shows, it carries its headers."""

import re

import pytest
from flask.testing import FlaskClient

from .conftest import Read
from .shelf import FICTIONAL, MISSING, PAGES, address, comparison

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert response.mimetype == "text/html"
    assert response.get_data(as_text=True).rstrip().endswith("</html>")


@pytest.mark.parametrize("path", [*PAGES, *MISSING])
def test_every_page_is_well_formed_with_one_heading_landmarks_and_unique_ids(page: Read, path: str) -> None:
    tree = page(path)
    assert [node.attributes["lang"] for node in tree.all("html")] == ["nl"]
    assert len(list(tree.all("h1"))) == 1
    for landmark in ("header", "main", "footer"):
        assert len(list(tree.all(landmark))) == 1
    ids = tree.ids()
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", [*PAGES, *MISSING])
def test_every_field_has_a_label(page: Read, path: str) -> None:
    tree = page(path)
    named = {label.attributes["for"] for label in tree.all("label") if "for" in label.attributes}
    inside = [id(f) for label in tree.all("label") for f in label.all("input") if label.words()]
    for tag in ("input", "select"):
        for control in tree.all(tag):
            hidden = control.attributes.get("type") == "hidden"
            assert hidden or control.attributes.get("id") in named or id(control) in inside


@pytest.mark.parametrize("path", [*PAGES, *MISSING, "/gezond", "/vergelijken"])
def test_every_answer_has_the_security_headers_and_no_cookie(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("path", PAGES)
def test_no_page_uses_inline_style_inline_script_or_anything_from_elsewhere(page: Read, path: str) -> None:
    tree = page(path)
    assert not list(tree.all("style"))
    for node in tree.all():
        assert "style" not in node.attributes
        assert not [name for name in node.attributes if name.startswith("on")]
    for script in tree.all("script"):
        assert script.attributes["src"].startswith("/static/")
        assert not script.children
    for link in tree.all("link"):
        own = "/" if link.attributes["rel"] == "alternate" else "/static/"
        assert re.match(rf"{own}(?!/)", link.attributes["href"])


@pytest.mark.parametrize(
    "path",
    [
        "/regelingen/VERZONNEN",
        address(FICTIONAL[0]),
        address(FICTIONAL[0], "art_1"),
        comparison(*FICTIONAL),
        "/zoeken?q=kaars&regeling=VERZONNEN",
    ],
)
def test_fictional_text_is_marked_and_kept_out_of_search_engines(page: Read, path: str) -> None:
    tree = page(path)
    assert "FICTIEVE VOORBEELDTEKST" in next(tree.all(css="fictional-banner")).text()
    robots = [m.attributes["content"] for m in tree.all("meta") if m.attributes.get("name") == "robots"]
    assert robots == ["noindex"]


def test_every_provision_of_a_fictional_version_bears_the_label(page: Read) -> None:
    units = list(page(address(FICTIONAL[0])).all(css="unit"))
    assert units
    for unit in units:
        assert "fictief" in unit.words()


def test_real_text_is_not_marked_as_fictional(page: Read) -> None:
    tree = page("/regelingen/LAMP")
    assert not list(tree.all(css="fictional-banner"))
    assert not list(tree.all(css="fictional"))


def test_a_list_with_real_and_fictional_works_says_which_is_which(page: Read) -> None:
    tree = page("/")
    assert "OOK FICTIEVE VOORBEELDTEKST" in next(tree.all(css="fictional-banner")).text()
    rows = {row.attributes["href"]: row for row in tree.all("a")}
    assert "/regelingen/VERZONNEN" in rows
    assert len(list(tree.all(css="fictional"))) == 1


def test_static_files_have_the_headers_too(client: FlaskClient) -> None:
    with client.get("/static/keys.js") as response:
        assert response.headers["Content-Security-Policy"] == POLICY
        assert "max-age=31536000" in response.headers["Cache-Control"]


def test_health_is_json_and_says_that_both_halves_answer(client: FlaskClient) -> None:
    response = client.get("/gezond")
    assert response.status_code == 200
    assert response.json is not None
    assert {response.json[part] for part in ("status", "database", "index")} == {"goed"}
