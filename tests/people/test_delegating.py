"""An editor says what a candidate of the overview of delegation is worth; a reader sees it, not by whom."""

import pytest

from wetgeving.bootstrap import Application, shipped_dossiers

from .conftest import SignIn, csrf

ADDRESS = "/delegatie/VOORBEELD-1-lantaarnwet@consolidated-2094-01-01"
SUBJECT = "duty-unmet art_29__para_3 ministerial-regulation"


@pytest.fixture(autouse=True)
def _the_example(people: Application) -> None:
    folder = next(f for f in shipped_dossiers() if f.name == "VOORBEELD-1")
    with people.unit_of_work() as services:
        services.loading.load(folder)


def test_what_an_editor_says_is_shown_to_all_without_a_name(sign_in: SignIn) -> None:
    editor = sign_in("redacteur")
    form = {"kandidaat": SUBJECT, "oordeel": "right", "reden": "nagevraagd", **csrf(editor)}
    assert editor.post(ADDRESS, data=form).status_code == 303
    for name in ("", "lezer"):
        shown = sign_in(name).get(ADDRESS).get_data(as_text=True)
        assert "nagevraagd" in shown
        assert "redacteur" not in shown
        assert "Vastleggen" not in shown
        told = sign_in(name).get(ADDRESS.replace("/delegatie", "/api/delegations")).get_data(as_text=True)
        assert "redacteur" not in told


def test_a_reader_says_nothing(sign_in: SignIn) -> None:
    reader = sign_in("lezer")
    form = {"kandidaat": SUBJECT, "oordeel": "right", "reden": "nagevraagd", **csrf(reader)}
    assert reader.post(ADDRESS, data=form).status_code == 403
