"""ETag and 304 on versions, provisions and comparisons: the same page is not sent twice."""

import pytest
from flask.testing import FlaskClient

from .shelf import NEW, OLD, address, comparison

CACHED = [address(OLD), address(OLD, "art_1"), comparison(OLD, NEW)]


@pytest.mark.parametrize("path", CACHED)
def test_a_known_page_is_answered_with_304_and_nothing_else(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.get_data() == b""
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("path", CACHED)
def test_another_tag_gets_the_page(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers={"If-None-Match": 'W/"anders"'})
    assert response.status_code == 200
    assert "</html>" in response.get_data(as_text=True)


def test_another_address_is_another_page(client: FlaskClient) -> None:
    tags = [
        client.get(path).headers["ETag"]
        for path in (*CACHED, address(NEW), f"{CACHED[2]}?weergave=doorlopend", comparison(NEW, OLD))
    ]
    assert len(set(tags)) == len(tags)


def test_a_source_is_known_by_its_hash(client: FlaskClient) -> None:
    page = client.get(address(OLD)).get_data(as_text=True)
    path = page[page.index("/bron/") :][:70]
    assert client.get(path).headers["ETag"] == f'"{path[6:]}"'
