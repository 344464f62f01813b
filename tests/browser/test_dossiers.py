"""The dossiers that ship, in a real browser: they fit, can be read and pressed, and lead to their texts."""

import pytest

from .conftest import Visit
from .test_every_page import STICKS_OUT, TOO_PALE, TOO_SMALL, UNNAMED, WIDTHS

BILL = "/regelingen/VOORBEELD-1-wijzigingswet"
PATHS = (
    "/",
    "/dossiers/36871",
    "/dossiers/VOORBEELD-1",
    "/dossiers/36871/toezeggingen",
    "/dossiers/36871/toezeggingen?stand=verstreken",
    "/dossiers/VOORBEELD-1/toezeggingen",
    "/adviezen",
    "/adviezen?dictum=3",
    "/adviezen/nummer/W03.25.00165/II",
    "/adviezen/VOORBEELD-1-advies@with-response-2092-10-20",
    "/adviezen/VOORBEELD-1-advies@with-response-2092-10-20?punt=3",
    "/regelingen/36871-voorstel",
    "/regelingen/VOORBEELD-1-lantaarnwet/consolidated-2091-01-01/art_24/geschiedenis",
    f"{BILL}/submitted-2092-11-01",
    "/regelingen/VOORBEELD-1-advies/with-response-2092-10-20",
    "/regelingen/VOORBEELD-1-toelichting/submitted-2092-11-01",
    "/vergelijken/VOORBEELD-1-lantaarnwet@consolidated-2091-01-01"
    "/VOORBEELD-1-lantaarnwet@consolidated-2094-01-01",
    "/vergelijken/VOORBEELD-1-lantaarnwet@consolidated-2091-01-01"
    "/VOORBEELD-1-lantaarnwet@consolidated-2094-01-01?verberg=gevolg",
)


@pytest.fixture(scope="module")
def address(shipped_address: str) -> str:
    """The address of a new installation with what ships."""
    return shipped_address


@pytest.mark.parametrize("visit", WIDTHS, indirect=True)
@pytest.mark.parametrize("path", PATHS)
def test_every_page_of_a_dossier_fits_and_can_be_read_and_pressed(visit: Visit, path: str) -> None:
    page = visit.to(path)
    assert page.evaluate(STICKS_OUT) == []
    assert page.evaluate(UNNAMED) == []
    assert page.evaluate(TOO_SMALL) == []
    assert page.evaluate(TOO_PALE) == []


def test_every_point_of_an_opinion_opens_in_place_and_fits_on_a_narrow_screen(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 800})
    page = visit.to("/adviezen/VOORBEELD-1-advies@with-response-2092-10-20")
    hunk = page.locator("#punt-3 ins").first
    assert not hunk.is_visible()
    page.locator("#punt-3 > summary").click()
    assert hunk.is_visible()
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate(STICKS_OUT) == []
    assert page.evaluate(TOO_SMALL) == []


def test_a_new_user_finds_the_opinion_what_is_missing_and_who_promised_what(visit: Visit) -> None:
    page = visit.to("/")
    page.get_by_role("link", name="36871").click()
    head = page.inner_text("main")
    assert "22 oktober 2025" in head
    page.get_by_role("link", name="Wat mist", exact=True).click()
    assert page.locator("#mist-nr-2").is_visible()
    page.get_by_role("link", name="Toezeggingen", exact=True).click()
    assert "Toezichtmechanisme" in page.inner_text("main")
    page.get_by_role("link", name="met wat erover is vastgesteld").click()
    page.get_by_label("Wie").select_option("IND")
    page.get_by_role("button", name="Toon").click()
    assert page.locator("details.point").count() == 2
    assert "datum verstreken" in page.inner_text("main")


def test_every_commitment_opens_in_place_fits_on_a_narrow_screen_and_leads_to_its_words(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 800})
    page = visit.to("/dossiers/VOORBEELD-1/toezeggingen")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate(STICKS_OUT) == []
    assert page.evaluate(TOO_SMALL) == []
    page.get_by_role("link", name="Voortgangsbrief (nr. 10), divisie 1").click()
    assert "Ik zeg uw Kamer toe dat ik haar voor 1 mei 2093 bericht" in page.inner_text("main")


def test_the_progress_report_is_downloaded_from_a_form_without_javascript(visit: Visit) -> None:
    page = visit.to("/dossiers/VOORBEELD-1/toezeggingen")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="JSON").click()
    name = waiting.value.suggested_filename
    assert name == "FICTIEVE-VOORBEELDTEKST-voortgang_VOORBEELD-1_sinds-2093-01-01.json"


def test_the_example_is_walked_from_consultation_to_the_staatsblad(visit: Visit) -> None:
    page = visit.to("/dossiers/VOORBEELD-1")
    steps = page.locator(".track").first.locator("a[href*='/regelingen/']")
    addresses = [steps.nth(i).get_attribute("href") for i in range(steps.count())]
    walked = [a for a in dict.fromkeys(addresses) if a and a.startswith(f"{BILL}/")]
    stages = [a.rsplit("/", 1)[1].rsplit("-", 3)[0] for a in walked]
    assert stages == ["consultation", "advice", "submitted", "amended-by-memorandum", "amended", "published"]
    for path in walked:
        assert "FICTIEVE VOORBEELDTEKST" in visit.to(path).inner_text("body")
