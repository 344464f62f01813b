"""The transponeringstabel (EU) in a real browser, wide and narrow: rows open in place, without any script."""

import pytest
from playwright.sync_api import Browser

from .conftest import Visit
from .test_every_page import STICKS_OUT, TOO_PALE, TOO_SMALL, UNNAMED, WIDTHS

TABLE = "/transponering/VOORBEELD-1-vuurverordening"
PAGES = (
    TABLE,
    f"{TABLE}?stand=to-be-rechecked&volgens=implementation-table",
    f"{TABLE}?open=art_12__para_1",
    "/transponering/VOORBEELD-1-seinrichtlijn",
    "/transponering/32024R1356",
    "/dossiers/VOORBEELD-1/eu",
    "/dossiers/36871/eu",
    "/dossiers/VOORBEELD-1/eu/hiaten",
    "/dossiers/36871/eu/hiaten",
    "/dossiers/VOORBEELD-1/eu/sinds?dag=2090-01-01",
    "/regelingen/VOORBEELD-1-lantaarnwet/consolidated-2094-01-01/eu",
)


@pytest.fixture(scope="module")
def address(shipped_address: str) -> str:
    return shipped_address


@pytest.mark.parametrize("visit", WIDTHS, indirect=True)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_of_the_table_fits_and_can_be_read_and_pressed(visit: Visit, path: str) -> None:
    page = visit.to(path)
    assert page.evaluate(STICKS_OUT) == []
    assert page.evaluate(UNNAMED) == []
    assert page.evaluate(TOO_SMALL) == []
    assert page.evaluate(TOO_PALE) == []
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate(STICKS_OUT) == []
    assert page.evaluate(TOO_PALE) == []


def test_a_row_opens_and_leads_to_its_source_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{address}{TABLE}?stand=gap")
    row = page.locator("details.point")
    assert row.count() == 1
    row.locator("summary").first.click()
    assert "geen bekende reden" in row.inner_text()
    row.get_by_role("link", name="lees paragraaf 2.5").first.click()
    assert "/VOORBEELD-1-toelichting/" in page.url
    context.close()


def test_a_row_in_the_address_is_open_and_in_view(visit: Visit) -> None:
    page = visit.to(f"{TABLE}?open=art_12__para_1#art_12__para_1")
    row = page.locator("#art_12__para_1")
    assert row.get_attribute("open") is not None
    assert row.locator(".recheck").is_visible()
    assert row.bounding_box()["y"] < 800  # type: ignore[index]


def test_on_paper_every_row_is_open_and_there_is_nothing_to_press(visit: Visit) -> None:
    page = visit.to(f"{TABLE}?stand=to-be-rechecked")
    page.emulate_media(media="print")
    assert page.locator(".recheck").first.is_visible()
    assert not page.locator("form.filters").is_visible()
