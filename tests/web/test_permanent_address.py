"""The permanent address of a comparison and of a change pins both texts, and says what changed since."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.store import Store
from wetgeving.store.values import NewVersion
from wetgeving.web import create_app

from .conftest import Read
from .page import parse
from .shelf import FICTIONAL, NEW, OLD, PLAIN, comparison

FIRST, SECOND, THIRD = (f"KAARS@consolidated-{year}-01-01" for year in (2001, 2002, 2003))


@pytest.fixture
def application(tmp_path: Path) -> Iterator[Application]:
    """An installation of its own with three versions of a law, for what is done to them."""
    running = Application(Settings.from_environment({"WETGEVING_HOME": str(tmp_path), "USER": "tester"}))
    running.database.migrate()
    with running.unit_of_work() as services:
        for year, wears in ((2001, "schort"), (2002, "hoed"), (2003, "muts")):
            said = Statement(work="KAARS", stage="consolidated", in_force_on=date(year, 1, 1))
            text = PLAIN.replace("schort", wears)
            services.ingesting.ingest(text.encode(), f"kaars-{year}.txt", "test", said)
    yield running
    running.close()


@pytest.fixture
def own(application: Application) -> FlaskClient:
    """A browser on it."""
    return create_app(application).test_client()


def _permanent(browser: FlaskClient, old: str, new: str) -> tuple[str, str]:
    """The permanent address of a comparison and that of its first change, as its page gives them."""
    links = [
        a.attributes["href"]
        for a in parse(browser.get(comparison(old, new)).get_data(as_text=True)).all("a")
        if "data-copy" in a.attributes
    ]
    return links[0], links[1]


def test_the_page_gives_a_plain_link_that_pins_both_texts(client: FlaskClient) -> None:
    whole, change = _permanent(client, OLD, NEW)
    assert re.fullmatch(rf"{comparison(OLD, NEW)}/vast/[0-9a-f]{{12}}-[0-9a-f]{{12}}", whole)
    assert re.fullmatch(rf"{whole}/wijziging/w-[0-9a-f]{{12}}", change)


def test_the_permanent_address_shows_the_same_comparison_and_keeps_the_choices(client: FlaskClient) -> None:
    whole, _ = _permanent(client, OLD, NEW)
    asked = "?weergave=doorlopend&zoek=mist"
    there, here = (parse(client.get(a + asked).get_data(as_text=True)) for a in (whole, comparison(OLD, NEW)))
    assert next(there.all(css="comparison")).words() == next(here.all(css="comparison")).words()
    assert next(there.all("form", "filters")).attributes["action"] == whole
    assert "Niet meer dezelfde tekst" not in there.text()


def test_a_change_has_a_page_with_both_texts_its_neighbours_and_its_citation(client: FlaskClient) -> None:
    whole, change = _permanent(client, OLD, NEW)
    tree = parse(client.get(change).get_data(as_text=True))
    assert next(tree.all("h1")).text() == "Artikel 1, eerste lid: gewijzigd"
    assert [i.text() for i in tree.all("ins")] == [" en bij dichte mist"]
    cited = next(tree.all("textarea"))
    assert "readonly" in cited.attributes
    assert cited.text().startswith("Artikel 1, eerste lid, Lampenwet, zoals gewijzigd tussen geconsolideerde")
    assert cited.text().endswith(f"niet de officiële teksten, http://localhost{change}")
    links = [a.attributes["href"] for a in tree.all("a")]
    assert f"{whole}#{change.rpartition('/')[2]}" in links
    assert [a.text() for a in tree.all("a") if a.text().startswith("Volgende:")] == [
        "Volgende: artikel 1, tweede lid, onderdeel a"
    ]


def test_an_example_is_marked_as_one(client: FlaskClient) -> None:
    response = client.get(_permanent(client, *FICTIONAL)[1])
    html = response.get_data(as_text=True)
    assert "FICTIEVE VOORBEELDTEKST" in html
    assert "fictieve voorbeeldtekst, http" in html
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_a_corrected_key_leads_on_and_the_change_is_the_same(
    application: Application, own: FlaskClient
) -> None:
    whole, change = _permanent(own, FIRST, SECOND)
    with application.unit_of_work() as services:
        services.curation.correct(FIRST, "verkeerde dag", in_force_on=date(2001, 2, 1))
    for address in (whole, change):
        response = own.get(address)
        assert response.status_code == 302
        assert response.location == address.replace(FIRST, "KAARS@consolidated-2001-02-01")
        assert "Niet meer dezelfde tekst" not in own.get(response.location).get_data(as_text=True)


def test_a_change_is_found_when_the_order_of_the_two_was_corrected(
    application: Application, own: FlaskClient
) -> None:
    _, change = _permanent(own, FIRST, SECOND)
    with application.unit_of_work() as services:
        services.curation.correct(FIRST, "verkeerd jaar", in_force_on=date(2005, 1, 1))
    tree = parse(own.get(own.get(change).location).get_data(as_text=True))
    assert [i.text() for i in tree.all("ins")] == ["schort"]
    assert [d.text() for d in tree.all("del")] == ["hoed"]


def test_a_withdrawn_version_is_said_plainly(application: Application, own: FlaskClient) -> None:
    addresses = _permanent(own, FIRST, SECOND)
    with application.unit_of_work() as services:
        services.curation.withdraw(SECOND, "dubbel opgenomen")
    for address in addresses:
        response = own.get(address)
        assert response.status_code == 410
        html = response.get_data(as_text=True)
        assert "Deze versie is ingetrokken." in html
        assert "reden: dubbel opgenomen" in html
        assert SECOND in html


def test_a_removed_version_is_said_plainly(application: Application, own: FlaskClient) -> None:
    addresses = _permanent(own, SECOND, THIRD)
    with application.unit_of_work() as services:
        services.removing.remove(THIRD, "artikel 17 AVG")
    for address in addresses:
        response = own.get(address)
        assert response.status_code == 410
        assert "Deze tekst is verwijderd." in response.get_data(as_text=True)


def test_a_text_that_was_read_anew_is_shown_as_it_is_and_said(
    application: Application, own: FlaskClient
) -> None:
    _spoil(application, FIRST)
    whole, change = _permanent(own, FIRST, SECOND)
    with application.unit_of_work() as services:
        services.refreshing.apply()
    for address in (whole, change):
        response = own.get(address)
        said = " ".join(parse(response.get_data(as_text=True)).words())
        assert response.status_code == 200
        assert "Niet meer dezelfde tekst." in said
        assert "opnieuw ingelezen" in said
        assert "schort" in said


def _spoil(application: Application, version: str) -> None:
    """Store another text under a version, as a reader of an older logic version might have."""
    with application.reading() as services:
        listed = services.catalogue.version(version)
        other = services.catalogue.text(THIRD).provisions
    new = NewVersion("KAARS", "consolidated", listed.version.dates, "nl", other)
    with application.database.transaction() as connection:
        Store(connection).versions.replace_text(version, new)


@pytest.mark.parametrize(
    "pinned", ["", "abc-def", "0123456789ab", f"{'0' * 12}-{'g' * 12}", f"{'0' * 13}-{'0' * 12}"]
)
def test_an_address_of_another_form_is_refused(client: FlaskClient, pinned: str) -> None:
    response = client.get(f"{comparison(OLD, NEW)}/vast/{pinned or '-'}")
    assert response.status_code == 400
    assert "Dit vaste adres heeft niet de goede vorm." in response.get_data(as_text=True)


def test_a_change_that_is_not_there_is_404_and_names_the_whole_comparison(
    page: Read, client: FlaskClient
) -> None:
    whole, _ = _permanent(client, OLD, NEW)
    address = f"{whole}/wijziging/w-000000000000"
    assert client.get(address).status_code == 404
    links = [a.attributes["href"] for a in page(address).all("a")]
    assert comparison(OLD, NEW) in links
