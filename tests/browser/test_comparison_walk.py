"""A lawyer's walk: from a dossier to two steps, to the change that matters, to a colleague, and to a file."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import Visit
from .test_every_page import STICKS_OUT, TOO_PALE, TOO_SMALL, UNNAMED, WIDTHS

BILL = "VOORBEELD-1-wijzigingswet"
SUBMITTED, MEMORANDUM, AMENDED = (
    f"{BILL}@{step}"
    for step in ("submitted-2092-11-01", "amended-by-memorandum-2093-02-01", "amended-2093-05-01")
)
COMPARISON = f"/vergelijken/{SUBMITTED}/{AMENDED}"


@pytest.fixture(scope="module")
def address(shipped_address: str) -> str:
    """The address of a new installation with what ships."""
    return shipped_address


def _steps(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all("[data-step]", "all => all.map(e => e.id)")
    return found


def _copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_from_the_dossier_to_one_change_in_the_window_of_a_colleague_and_to_word(visit: Visit) -> None:
    page = visit.to("/dossiers/VOORBEELD-1")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".track h3 a", has_text="Voorbeeldwijzigingswet").first.click()

    page.check(f"input[name=oud][value='{SUBMITTED}']")
    page.check(f"input[name=nieuw][value='{AMENDED}']")
    page.click("text=Vergelijk oud met nieuw")
    assert page.url == visit.address + f"{COMPARISON}"
    assert "1 versie overgeslagen." in page.inner_text("main")
    every = _steps(page)

    page.click("text=Alleen bepaalde soorten")
    page.check("input[name=soort][value=inserted]")
    page.click(".filters button")
    inserted = _steps(page)
    assert 0 < len(inserted) < len(every)
    assert "gefilterd" in page.inner_text(".steps")
    assert page.locator("nav.overview a").count() > 0

    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == inserted[0]
    page.locator(f"#{inserted[0]} a[data-copy]").click()
    expect(page.locator("#copied")).not_to_be_empty()
    address = _copied(page)
    assert address.startswith(f"{visit.address}{COMPARISON}/vast/")
    assert address.endswith(f"/wijziging/{inserted[0]}")

    other = page.context.new_page()
    other.goto(address)
    assert "ingevoegd" in other.inner_text("h1")
    assert address in other.input_value("#citation")
    other.click("text=Kopieer citaat")
    expect(other.locator("#copied")).not_to_be_empty()
    assert _copied(other) == other.input_value("#citation")
    other.click("text=In de hele vergelijking")
    assert other.url.endswith(f"#{inserted[0]}")
    other.wait_for_selector(f"#{inserted[0]}", state="visible")

    other.select_option("#in", "ingevoegd")
    other.fill("#zoek", '"ook indien zij buiten"')
    other.click(".filters button")
    assert "/vast/" in other.url
    assert len(_steps(other)) == 1
    assert other.inner_text("[data-step] mark") == "ook indien zij buiten"
    other.select_option("#in", "vervallen")
    other.click(".filters button")
    assert "Geen wijziging past bij dit filter." in other.inner_text("main")

    with other.expect_download() as download:
        other.locator(".downloads a[href$='.docx']").first.click()
    assert download.value.suggested_filename.startswith("FICTIEVE-VOORBEELDTEKST")
    assert download.value.path().read_bytes().startswith(b"PK")

    other.goto(f"{visit.address}/zoeken?in=wijzigingen&voorbeelden=1&q=%22ook+indien+zij+buiten%22")
    other.locator(".hits a[href*='/vergelijken/']").first.click()
    other.wait_for_url("**/vergelijken/**#w-*")
    assert "ook indien zij buiten" in other.inner_text(other.url[other.url.index("#") :])
    other.close()


def test_a_pinned_version_is_compared_with_another_and_a_swap_is_said(visit: Visit) -> None:
    page = visit.to(COMPARISON)
    page.locator(".chooser .pick", has=page.locator("#nieuw")).get_by_role("link").click()
    assert f"vast={AMENDED}" in page.url
    page.select_option("#nieuw", MEMORANDUM)
    page.click(".chooser button")
    assert f"/vergelijken/{AMENDED}/{MEMORANDUM}" in page.url
    assert "Omgewisseld." in page.inner_text("main")
    assert "vast" in page.locator(".sides p").nth(1).inner_text().lower()
    page.click("text=losmaken")
    assert "vast=" not in page.url


def test_the_overview_stands_beside_the_text_on_a_wide_screen_and_above_it_on_a_narrow_one(
    visit: Visit,
) -> None:
    for width, beside in ((1400, True), (390, False)):
        visit.page.set_viewport_size({"width": width, "height": 800})
        page = visit.to(COMPARISON)
        assert page.is_visible("nav.overview") is beside
        assert page.is_visible("details.overview-top") is not beside
    page.click("details.overview-top summary")
    page.locator("details.overview-top a").last.click()
    target = page.url.partition("#")[2]
    head = page.evaluate("document.querySelector('.sticky').getBoundingClientRect().bottom")
    assert page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", target) >= head - 1


def test_without_javascript_the_address_is_a_plain_link_to_the_change(visit: Visit) -> None:
    context = visit.page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    page = context.new_page()
    page.goto(visit.address + COMPARISON)
    page.locator(".row a[data-copy]").first.click()
    assert "/wijziging/w-" in page.url
    assert "Citeer deze wijziging" in page.inner_text("main")
    assert not page.is_visible("text=Kopieer citaat")
    page.goto(f"{visit.address}{COMPARISON}?tekst=heel&verberg=gevolg")
    assert page.locator(".comparison details").count() == 0
    context.close()


@pytest.mark.parametrize("visit", WIDTHS, indirect=True)
def test_the_page_of_one_change_fits_and_can_be_read_and_pressed(visit: Visit) -> None:
    page = visit.to(COMPARISON)
    address = page.locator(".row a[data-copy]").last.get_attribute("href")
    assert address
    page = visit.to(address)
    for wrong in (STICKS_OUT, UNNAMED, TOO_SMALL, TOO_PALE):
        assert page.evaluate(wrong) == []


def test_side_by_side_stays_side_by_side_on_paper(visit: Visit) -> None:
    page = visit.to(COMPARISON)
    page.emulate_media(media="print")
    boxes = [page.locator(f".changed > .{side}").first.bounding_box() for side in ("old", "new")]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["x"] < boxes[1]["x"]
    assert "Vast adres: http" in page.inner_text(".print-only")
    for pressed in (".chooser", ".filters", "nav.overview", ".acts", ".downloads"):
        assert not page.locator(pressed).first.is_visible()
