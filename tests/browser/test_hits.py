"""Two hits are chosen and compared with the keyboard, and nothing of it needs a script."""

from playwright.sync_api import expect

from ..web.shelf import NEW, OLD
from .conftest import Visit


def test_two_hits_are_chosen_by_keyboard_and_compared(visit: Visit) -> None:
    page = visit.to("/zoeken?q=lamp&regeling=LAMP&versies=apart")
    for key in (OLD, NEW):
        page.locator(f'input[name="treffer"][value="{key}/art_1"]').focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="Vergelijk twee gekozen treffers").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vergelijking")
    assert f"/vergelijken/{OLD}/{NEW}#w-" in page.url.replace("%40", "@")


def test_each_choice_says_which_hit_it_is(visit: Visit) -> None:
    page = visit.to("/zoeken?q=lamp&regeling=LAMP&versies=apart")
    names = page.get_by_role("checkbox").evaluate_all("all => all.map(e => e.labels[0].textContent.trim())")
    assert len(names) > 2
    assert len(set(names)) == len(names)


def test_a_citation_leads_to_its_place_while_it_is_typed_and_words_do_not(visit: Visit) -> None:
    page = visit.to("/")
    page.locator("#q").press_sequentially("lamp")
    told = page.locator("#vindplaats")
    expect(told).to_be_hidden()
    page.locator("#q").fill("artikel 1 Lampenwet")
    expect(told.get_by_role("link")).to_have_count(2)
    page.locator("#q").press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/regelingen/*/*/art_1")


def test_what_leads_somewhere_is_put_away_by_escape(visit: Visit) -> None:
    page = visit.to("/")
    page.locator("#q").press_sequentially("artikel 1 Lampenwet")
    expect(page.locator("#vindplaats")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#vindplaats")).to_be_hidden()
    assert page.locator("#q").input_value() in ("", "artikel 1 Lampenwet")


def test_the_search_is_walked_by_keyboard_alone(visit: Visit) -> None:
    page = visit.to("/")
    page.keyboard.press("/")
    page.keyboard.type("lamp")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    facet = page.locator(".facets a").first
    facet.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken?q=lamp&**")
    assert page.locator("#q").input_value() == "lamp"
    page.locator("ol.hits h2 a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/regelingen/**")
