"""What goes wrong is JSON with a code and a remedy, and the status that belongs to it."""

import pytest
from flask.testing import FlaskClient

from tests.web.shelf import FICTIONAL, LONG, NEW, OLD

from .conftest import Ask


@pytest.mark.parametrize(
    ("address", "status", "code", "remedy"),
    [
        ("/api/works/BESTAATNIET", 404, "not-found", "lijst van regelingen"),
        ("/api/versions/LAMP@consolidated-1999-01-01", 404, "not-found", "versions"),
        (f"/api/versions/{NEW}/art_99", 404, "not-found", ""),
        (f"/api/comparisons/{OLD}/LAMP@consolidated-1999-01-01", 404, "not-found", ""),
        (f"/api/sources/{'0' * 64}", 404, "not-found", ""),
        ("/api/bestaatniet", 404, "not-found", "/api"),
        ("/api/sources/geen-hash", 400, "invalid-value", "64 tekens"),
        ("/api/versions/LAMP", 400, "invalid-value", "WORK@fase-datum"),
        ("/api/works?page=0", 400, "invalid-value", "van 1 tot en met"),
        ("/api/works?per_page=201", 400, "invalid-value", "200"),
        ("/api/works?page=x", 400, "invalid-value", "van 1 tot en met"),
        ("/api/works?page=1&page=2", 400, "invalid-value", ""),
        ("/api/works?soort=act", 400, "invalid-value", "kind"),
        ("/api/search", 400, "invalid-value", "zoekvraag"),
        ("/api/search?q=%22%22", 400, "query", ""),
        (f"/api/comparisons/{OLD}/{NEW}?kind=anders", 400, "invalid-value", ""),
        (f"/api/comparisons/{FICTIONAL[0]}/{OLD}", 409, "fictional-comparison", "twee echte"),
        (f"/api/comparisons/{LONG}/{FICTIONAL[1]}", 409, "fictional-comparison", "twee echte"),
    ],
)
def test_an_error_has_its_code_its_status_and_what_to_do(
    ask: Ask, address: str, status: int, code: str, remedy: str
) -> None:
    error = ask(address, status)["error"]
    assert sorted(error) == ["code", "remedy", "value", "what", "where"]
    assert error["code"] == code
    assert remedy in error["remedy"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_the_api_can_only_be_read(client: FlaskClient, method: str) -> None:
    response = client.open("/api/works", method=method)
    assert (response.status_code, response.get_json()["error"]["code"]) == (405, "method-not-allowed")
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_no_other_site_is_let_in(client: FlaskClient) -> None:
    response = client.get("/api/works", headers={"Origin": "https://elders.example"})
    assert not [name for name, _ in response.headers if name.lower().startswith("access-control")]
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
