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
