"""An editor says what a commitment is and how it stands; a reader sees what was said, and not by whom."""

import pytest
from flask.testing import FlaskClient

from wetgeving.bootstrap import Application, shipped_dossiers

from .conftest import SignIn, csrf

ADDRESS = "/dossiers/VOORBEELD-1/toezeggingen"
API = "/api/dossiers/VOORBEELD-1/commitments"


@pytest.fixture(autouse=True)
def _the_example(people: Application) -> None:
    folder = next(f for f in shipped_dossiers() if f.name == "VOORBEELD-1")
    with people.unit_of_work() as services:
        services.loading.load(folder)


@pytest.fixture
def rooms(people: Application) -> str:
    """The commitment on the signal rooms."""
    with people.reading() as services:
        found = services.commitments.of("VOORBEELD-1").commitments
    return next(c.id for c in found if "seinkamers" in c.what)


def _said(client: FlaskClient, **form: str) -> int:
    return client.post(ADDRESS, data={**form, **csrf(client)}).status_code


def test_what_an_editor_says_is_shown_to_all_and_who_said_it_only_to_editors(
    sign_in: SignIn, rooms: str
) -> None:
    editor = sign_in("redacteur")
    form = {"toezegging": rooms, "oordeel": "partly", "grond": "drie van de vier", "dag": "2093-11-01"}
    answer = editor.post(ADDRESS, data={**form, **csrf(editor)})
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{ADDRESS}?toezegging={rooms}#{rooms}"
    for name in ("", "lezer", "redacteur"):
        shown = " ".join(sign_in(name).get(ADDRESS).get_data(as_text=True).split())
        assert "Vastgesteld per 1 november 2093: drie van de vier" in shown
        assert ("door redacteur" in shown) is (name == "redacteur")
        assert "redacteur" not in sign_in(name).get(API).get_data(as_text=True)


def test_earlier_words_stay_in_the_history(sign_in: SignIn, rooms: str) -> None:
    editor = sign_in("redacteur")
    assert _said(editor, toezegging=rooms, oordeel="confirmed", grond="gelezen") == 303
    assert _said(editor, toezegging=rooms, oordeel="kept", grond="geopend", dag="2093-10-30") == 303
    shown = " ".join(sign_in("lezer").get(ADDRESS).get_data(as_text=True).split())
    assert "<strong>dit is een toezegging</strong>: gelezen" in shown
    assert "<strong>nagekomen</strong> per 30 oktober 2093: geopend" in shown
    told = sign_in("lezer").get(API).get_json()["commitments"]
    found = next(c for c in told if c["id"] == rooms)
    assert (found["state"], found["state_by"], found["review"]) == ("kept", "person", "confirmed")
    assert [j["word"] for j in found["judgements"]] == ["confirmed", "kept"]


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"oordeel": "kept", "grond": "g"}, 400),
        ({"oordeel": "kept", "grond": " ", "dag": "2093-10-30"}, 400),
        ({"oordeel": "kept", "grond": "g", "dag": "morgen"}, 400),
        ({"oordeel": "gebroken", "grond": "g"}, 400),
        ({"oordeel": "open", "grond": "g", "toezegging": "t-000000000000"}, 404),
        ({"oordeel": "open", "grond": "g", "toezegging": "<script>"}, 404),
        ({"oordeel": "open", "grond": "g", "toezegging": ""}, 404),
    ],
)
def test_a_word_without_ground_day_choice_or_commitment_is_refused(
    sign_in: SignIn, rooms: str, form: dict[str, str], status: int
) -> None:
    editor = sign_in("redacteur")
    assert _said(editor, **{"toezegging": rooms, **form}) == status
    assert all(not c["judgements"] for c in editor.get(API).get_json()["commitments"])


def test_what_someone_writes_is_shown_as_words_and_never_as_a_page(sign_in: SignIn, rooms: str) -> None:
    editor = sign_in("redacteur")
    assert _said(editor, toezegging=rooms, oordeel="open", grond="<script>alert(1)</script>") == 303
    shown = editor.get(ADDRESS).get_data(as_text=True)
    assert "<script>alert(1)" not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_a_reader_has_no_form_and_no_right(sign_in: SignIn, rooms: str) -> None:
    reader = sign_in("lezer")
    assert 'class="judge"' not in reader.get(ADDRESS).get_data(as_text=True)
    assert 'class="judge"' in sign_in("redacteur").get(ADDRESS).get_data(as_text=True)
    assert _said(reader, toezegging=rooms, oordeel="open", grond="g") == 403


def test_a_form_without_the_token_of_the_session_is_refused(sign_in: SignIn, rooms: str) -> None:
    form = {"toezegging": rooms, "oordeel": "open", "grond": "g"}
    assert sign_in("redacteur").post(ADDRESS, data=form).status_code == 403


def test_the_log_names_the_judgement_in_dutch(sign_in: SignIn, rooms: str) -> None:
    assert _said(sign_in("redacteur"), toezegging=rooms, oordeel="open", grond="g") == 303
    log = sign_in("beheerder").get("/beheer/logboek").get_data(as_text=True)
    assert "toezegging beoordeeld" in log
