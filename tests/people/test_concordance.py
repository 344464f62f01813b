"""An editor corrects the concordance through the page; a reader cannot; the page says whose word it is."""

from datetime import date

import pytest

from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement

from ..web.page import parse
from .conftest import SignIn, csrf

OLD, NEW = "LAMPEN@consolidated-2031-01-01", "LAMPEN@consolidated-2032-01-01"
ADDRESS = f"/vergelijken/{OLD}/{NEW}/concordantie"
TEXTS = {
    date(
        2031, 1, 1
    ): "Wet op de lampen\n\nArtikel 1\n\nEen lamp brandt.\n\nArtikel 2\n\nDe opsteker draagt een stok.\n",
    date(2032, 1, 1): "Wet op de lampen\n\nArtikel 1\n\nDe kosten zijn voor de gemeente.\n",
}


@pytest.fixture(autouse=True)
def _two_versions(people: Application) -> None:
    with people.unit_of_work() as services:
        for day, text in TEXTS.items():
            said = Statement(work="LAMPEN", stage="consolidated", in_force_on=day)
            services.ingesting.ingest(text.encode(), f"{day}.txt", "test", said)


def test_what_an_editor_decides_is_shown_and_can_be_taken_back(sign_in: SignIn) -> None:
    editor = sign_in("redacteur")
    before = editor.get(ADDRESS).get_data(as_text=True)
    assert "vastgesteld door een redacteur" not in before
    decided = {"oud": "art_2", "nieuw": "art_1", "reden": "toelichting, blz. 3", **csrf(editor)}
    assert editor.post(ADDRESS, data=decided).status_code == 303
    for client in (editor, sign_in("")):
        shown = client.get(ADDRESS).get_data(as_text=True)
        assert "vastgesteld door een redacteur" in shown
        assert "toelichting, blz. 3" in shown
    assert "redacteur," not in sign_in("").get(ADDRESS).get_data(as_text=True).replace("een redacteur,", "")
    form = next(parse(editor.get(ADDRESS).get_data(as_text=True)).all("form", css="row-form")).text()
    assert "artikel 2 → artikel 1 (redacteur," in form
    assert "art_" not in form
    back = {"doe": "terugnemen", "over": "art_2>art_1", "reden": "vergissing", **csrf(editor)}
    assert editor.post(ADDRESS, data=back).status_code == 303
    assert "vastgesteld door een redacteur" not in editor.get(ADDRESS).get_data(as_text=True)


def test_the_comparison_follows_what_was_decided(sign_in: SignIn) -> None:
    editor = sign_in("redacteur")
    address = f"/api/comparisons/{OLD}/{NEW}"
    before = editor.get(address).get_json()["alignment"]
    editor.post(ADDRESS, data={"oud": "art_2", "nieuw": "art_1", "reden": "r", **csrf(editor)})
    after = editor.get(address).get_json()["alignment"]
    assert ["art_1", "art_1", "same-number"] in before
    assert ["art_2", "art_1", "editor"] in after


def test_without_a_reason_nothing_is_decided(sign_in: SignIn) -> None:
    editor = sign_in("redacteur")
    answer = editor.post(ADDRESS, data={"oud": "art_2", "nieuw": "art_1", "reden": " ", **csrf(editor)})
    assert answer.status_code == 400
    assert "reden" in answer.get_data(as_text=True)
