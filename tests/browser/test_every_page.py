"""Every page, wide and narrow, in a real browser: no error, nothing sticks out, is too small or too pale."""

import pytest

from ..web.shelf import PAGES
from .conftest import Visit

WIDTHS = [1280, 360]

STICKS_OUT = """() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  return [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > page.clientWidth + 1)
    .slice(0, 3).map(e => e.outerHTML.slice(0, 160));
}"""

UNNAMED = """() => [...document.querySelectorAll("input, select, textarea, button, summary, a[href], img")]
  .filter(e => e.checkVisibility())
  .filter(e => !(e.labels?.length || e.textContent.trim() || e.getAttribute("aria-label") || e.alt))
  .map(e => e.outerHTML.slice(0, 160))"""

TOO_SMALL = """() => {
  const pressed = "button, input, select, summary, nav a, .bar a, .steps a, .num a";
  return [...document.querySelectorAll(pressed)]
    .filter(e => e.checkVisibility() && !e.closest("dialog"))
    .map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 160)])
    .filter(([box]) => box.height > 0 && (box.height < 23.5 || box.width < 23.5))
    .map(([box, html]) => `${box.width} x ${box.height}: ${html}`).slice(0, 3);
}"""

TOO_PALE = """() => {
  const rgb = text => text.match(/[\\d.]+/g).map(Number);
  const light = c => c.slice(0, 3).map(v => v / 255)
    .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const c = rgb(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > .99) return c;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const e of document.querySelectorAll("body *")) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.checkVisibility()) continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 4.5) found.push(e.outerHTML.slice(0, 160));
  }
  return found.slice(0, 3);
}"""


@pytest.mark.parametrize("visit", WIDTHS, indirect=True)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_fits_and_can_be_read_and_pressed(visit: Visit, path: str) -> None:
    page = visit.to(path)
    assert page.evaluate(STICKS_OUT) == []
    assert page.evaluate(UNNAMED) == []
    assert page.evaluate(TOO_SMALL) == []
    assert page.evaluate(TOO_PALE) == []


@pytest.mark.parametrize("path", PAGES)
def test_opened_folds_fit_on_a_narrow_screen_too(visit: Visit, path: str) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 800})
    page = visit.to(path)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate(STICKS_OUT) == []


@pytest.mark.parametrize("path", ["/", "/regelingen/LAMP"])
def test_a_page_that_is_missing_is_no_empty_page(visit: Visit, path: str) -> None:
    page = visit.to(path.rstrip("/") + "/bestaat-niet")
    assert "Naar de lijst van regelingen" in page.inner_text("main")
    assert [p for p in visit.problems if "404" not in p] == []
    visit.problems.clear()
