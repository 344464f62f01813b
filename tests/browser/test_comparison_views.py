"""What a reader sees of a comparison: every word of both texts, in both views, and without colour."""

import pytest

from corpus.provision import words
from corpus.readers import read

from ..web.shelf import FIRST, NEW, OLD, SECOND, comparison
from .conftest import Visit

SEEN = """(hidden) => {
  document.querySelectorAll("details").forEach(d => d.open = true);
  const side = hidden === "ins" ? "old" : "new";
  return [...document.querySelectorAll(`.comparison .${side} > p:not(.absent), .comparison .both > p`)]
    .map(p => {
      const copy = p.cloneNode(true);
      copy.querySelectorAll(hidden).forEach(e => e.remove());
      return copy.textContent;
    }).join(" ").split(/\\s+/).filter(Boolean).sort();
}"""


@pytest.mark.parametrize("visit", [1280, 360], indirect=True)
@pytest.mark.parametrize("view", ["naast-elkaar", "doorlopend"])
def test_both_views_hold_every_word_of_both_texts(visit: Visit, view: str) -> None:
    page = visit.to(f"{comparison(OLD, NEW)}?weergave={view}")
    for text, hidden in ((FIRST, "ins"), (SECOND, "del")):
        assert page.evaluate(SEEN, hidden) == sorted(words(read(text.encode()).provisions))


def test_a_change_is_seen_without_colour_on_screen_and_on_paper(visit: Visit) -> None:
    page = visit.to(comparison(OLD, NEW))
    line = "e => getComputedStyle(e).textDecorationLine"
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)  # type: ignore[arg-type]
        assert page.eval_on_selector("ins", line) == "underline"
        assert page.eval_on_selector("del", line) == "line-through"


def test_paper_bears_address_hashes_and_status_and_nothing_to_press(visit: Visit) -> None:
    page = visit.to(comparison(OLD, NEW))
    page.emulate_media(media="print")
    footer = page.inner_text(".print-only")
    assert visit.address + comparison(OLD, NEW) in footer
    assert "niet meer geldend, niet officieel" in footer
    assert "SHA-256" in footer
    assert not page.is_visible("header.site")
    assert not page.is_visible(".filters")


def test_without_javascript_the_page_says_and_does_the_same(visit: Visit) -> None:
    context = visit.page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    page = context.new_page()
    page.goto(visit.address + comparison(OLD, NEW))
    assert page.inner_text("#next") == "Eerste wijziging"
    page.click("#next")
    assert "#w-" in page.url
    page.select_option("#weergave", "doorlopend")
    page.fill("#zoek", "mist")
    page.click(".filters button")
    assert "weergave=doorlopend" in page.url
    assert "gefilterd" in page.inner_text(".steps")
    context.close()
