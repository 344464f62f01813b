"""An editor confirms what became of a point; a reader sees that it was, and not by whom."""

import pytest
from flask.testing import FlaskClient

from wetgeving.bootstrap import Application, shipped_dossiers

from .conftest import SignIn, csrf

KEY = "VOORBEELD-1-advies@with-response-2092-10-20"
ADDRESS = f"/adviezen/{KEY}"


@pytest.fixture(autouse=True)
def _the_example(people: Application) -> None:
    folder = next(f for f in shipped_dossiers() if f.name == "VOORBEELD-1")
    with people.unit_of_work() as services:
        services.loading.load(folder)


def _said(client: FlaskClient, **form: str) -> int:
    return client.post(ADDRESS, data={**form, **csrf(client)}).status_code


def test_what_an_editor_confirms_is_shown_to_all_and_who_did_it_only_to_editors(sign_in: SignIn) -> None:
    editor = sign_in("redacteur")
    answer = editor.post(
        ADDRESS, data={"punt": "3", "opvolging": "partly", "reden": "blz. 4", **csrf(editor)}
    )
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{ADDRESS}?punt=3#punt-3"
    for name in ("", "lezer", "redacteur"):
        shown = sign_in(name).get(ADDRESS).get_data(as_text=True)
        assert "Vastgesteld: deels overgenomen" in shown
        assert "blz. 4" in shown
        assert "waarvan 1 vastgesteld en 8 alleen voorgesteld" in shown
        assert ("door redacteur" in shown) is (name == "redacteur")
        told = sign_in(name).get(f"/api/opinions/{KEY}").get_data(as_text=True)
        assert "redacteur" not in told


def test_a_later_word_takes_the_place_of_an_earlier_one_which_stays(sign_in: SignIn) -> None:
    editor = sign_in("redacteur")
    assert _said(editor, punt="3", opvolging="partly", reden="eerst") == 303
    assert _said(editor, punt="3", opvolging="adopted", reden="bij nader inzien") == 303
    shown = editor.get(ADDRESS).get_data(as_text=True)
    assert "Vastgesteld: overgenomen" in shown
    assert "Eerder vastgesteld" in shown
    assert "eerst" in shown
    point = editor.get(f"/api/opinions/{KEY}").get_json()["points"][4]
    assert (point["outcome"], point["proposed"]["outcome"]) == ("adopted", "partly")


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"punt": "3", "opvolging": "partly", "reden": " "}, 400),
        ({"punt": "3", "opvolging": "undecided", "reden": "r"}, 400),
        ({"punt": "99", "opvolging": "partly", "reden": "r"}, 404),
    ],
)
def test_a_word_without_reason_choice_or_point_is_refused(
    sign_in: SignIn, form: dict[str, str], status: int
) -> None:
    editor = sign_in("redacteur")
    assert _said(editor, **form) == status
    assert "Vastgesteld: " not in editor.get(ADDRESS).get_data(as_text=True)


def test_a_reader_has_no_form_and_no_right(sign_in: SignIn) -> None:
    reader = sign_in("lezer")
    assert 'class="judge"' not in reader.get(ADDRESS).get_data(as_text=True)
    assert 'class="judge"' in sign_in("redacteur").get(ADDRESS).get_data(as_text=True)
    assert _said(reader, punt="3", opvolging="partly", reden="r") == 403


def test_a_form_without_the_token_of_the_session_is_refused(sign_in: SignIn) -> None:
    editor = sign_in("redacteur")
    form = {"punt": "3", "opvolging": "partly", "reden": "r"}
    assert editor.post(ADDRESS, data=form).status_code == 403


def test_the_log_names_the_judgement_in_dutch(sign_in: SignIn) -> None:
    assert _said(sign_in("redacteur"), punt="3", opvolging="partly", reden="r") == 303
    log = sign_in("beheerder").get("/beheer/logboek").get_data(as_text=True)
    assert "opvolging van een adviespunt vastgesteld" in log
