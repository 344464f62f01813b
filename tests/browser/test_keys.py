"""Everything a click does, a key does: steps between changes, search, help; and never while typing."""

from playwright.sync_api import Page

from ..web.shelf import LONG, NEW, OLD, address, comparison
from .conftest import Visit


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_j_and_k_step_through_the_changes_and_the_address_follows(visit: Visit) -> None:
    page = visit.to(comparison(OLD, NEW))
    changes = page.eval_on_selector_all("[data-step]", "all => all.map(e => e.id)")
    walked = []
    for key in "jjjkk":
        page.keyboard.press(key)
        walked.append(_focused(page))
    assert walked == [changes[i] for i in (0, 1, 2, 1, 0)]
    assert page.url.endswith(f"#{changes[0]}")
    assert page.inner_text("#place") == f"wijziging 1 van {len(changes)}"


def test_the_steps_stop_at_the_last_change(visit: Visit) -> None:
    page = visit.to(comparison(OLD, NEW))
    changes = page.eval_on_selector_all("[data-step]", "all => all.map(e => e.id)")
    for _ in range(len(changes) + 2):
        page.keyboard.press("j")
    assert _focused(page) == changes[-1]


def test_the_links_in_the_head_do_what_the_keys_do(visit: Visit) -> None:
    page = visit.to(comparison(OLD, NEW))
    changes = page.eval_on_selector_all("[data-step]", "all => all.map(e => e.id)")
    page.click("#next")
    page.click("#next")
    assert page.url.endswith(f"#{changes[1]}")
    page.click("#previous")
    assert page.url.endswith(f"#{changes[0]}")


def test_a_step_is_not_hidden_behind_the_head_that_stays_in_view(visit: Visit) -> None:
    for width in (1280, 360):
        page = visit.page
        page.set_viewport_size({"width": width, "height": 600})
        visit.to(comparison(OLD, NEW))
        for _ in range(3):
            page.keyboard.press("j")
        head = page.evaluate("document.querySelector('.sticky').getBoundingClientRect().bottom")
        top = page.evaluate("document.activeElement.getBoundingClientRect().top")
        assert top >= head - 1


def test_slash_goes_to_the_search_field_and_there_keys_are_letters(visit: Visit) -> None:
    page = visit.to(comparison(OLD, NEW))
    page.keyboard.press("/")
    assert _focused(page) == "q"
    page.keyboard.type("jk/?")
    assert page.input_value("#q") == "jk/?"
    assert not page.is_visible("dialog")


def test_a_search_can_be_done_with_keys_alone(visit: Visit) -> None:
    page = visit.to("/")
    page.keyboard.press("/")
    page.keyboard.type("mist")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken?q=mist")
    assert "bepaling" in page.inner_text(".lead")


def test_question_mark_shows_the_keys_and_escape_closes_them(visit: Visit) -> None:
    page = visit.to("/")
    page.keyboard.press("?")
    assert page.is_visible("dialog")
    page.keyboard.press("Escape")
    assert not page.is_visible("dialog")


def test_the_keys_can_be_turned_off_and_stay_off(visit: Visit) -> None:
    page = visit.to("/uitleg")
    page.click("#keys-off")
    visit.to("/")
    page.keyboard.press("?")
    assert not page.is_visible("dialog")


def test_two_versions_are_chosen_and_compared_with_keys_alone(visit: Visit) -> None:
    page = visit.to("/regelingen/LAMP")
    page.focus("input[name=oud]:checked")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/vergelijken/**")
    assert "Vergelijking" in page.inner_text("h1")


def test_the_skip_link_comes_first_and_leads_past_the_menu(visit: Visit) -> None:
    page = visit.to("/regelingen/LAMP")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert _focused(page) == "inhoud"


def test_an_anchor_outside_the_part_shown_is_found_in_its_part(visit: Visit) -> None:
    page = visit.to(f"{address(LONG)}#art_480")
    page.wait_for_url("**?deel=art_480#art_480")
    assert page.evaluate("document.getElementById('art_480').getBoundingClientRect().top") < 800


def test_a_folded_article_opens_when_its_change_is_asked_for(visit: Visit) -> None:
    page = visit.to(f"{comparison(OLD, NEW)}?zoek=mist")
    hidden = page.eval_on_selector("details [data-change]", "e => e.id")
    assert not page.is_visible(f"#{hidden}")
    visit.to(f"{comparison(OLD, NEW)}?zoek=mist#{hidden}")
    assert page.is_visible(f"#{hidden}")
