"""A version as an Akoma Ntoso file: linked from its page, a download, the same text."""

import pytest
from flask.testing import FlaskClient

from corpus.readers import read
from wetgeving.bootstrap import Application

from .conftest import Read
from .shelf import FICTIONAL, FORMER, LONG, NEW, SAME, UNDATED, address


@pytest.mark.parametrize("key", [NEW, SAME, LONG, *UNDATED])
def test_the_link_on_the_page_leads_to_the_same_provisions(
    shelf: Application, client: FlaskClient, page: Read, key: str
) -> None:
    (link,) = [a for a in page(address(key)).all("a") if a.text().strip() == "Akoma Ntoso"]
    response = client.get(link.attributes["href"])
    with shelf.reading() as services:
        provisions = services.catalogue.text(key).provisions
    assert link.attributes["href"] == f"{address(key)}.akn.xml"
    assert read(response.get_data()).provisions == provisions


def test_it_is_a_download_that_a_browser_need_not_fetch_twice(client: FlaskClient) -> None:
    response = client.get(f"{address(NEW)}.akn.xml")
    assert response.mimetype == "application/akn+xml"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{NEW}.akn.xml"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    tag = {"If-None-Match": response.headers["ETag"]}
    assert client.get(f"{address(NEW)}.akn.xml", headers=tag).status_code == 304


def test_a_fictional_text_says_so_in_the_name_of_its_file(client: FlaskClient) -> None:
    response = client.get(f"{address(FICTIONAL[0])}.akn.xml")
    assert 'filename="FICTIEVE-VOORBEELDTEKST-' in response.headers["Content-Disposition"]
    assert "FICTIEVE VOORBEELDTEKST" in response.get_data(as_text=True)


def test_a_former_key_leads_to_the_present_one_and_an_unknown_one_nowhere(client: FlaskClient) -> None:
    response = client.get(f"{address(FORMER)}.akn.xml")
    assert (response.status_code, response.location) == (302, f"{address(SAME)}.akn.xml")
    assert client.get("/regelingen/LAMP/consolidated-1999-01-01.akn.xml").status_code == 404
