"""Where a text was removed the page says so, with the day and the reason, at every address it had."""

from datetime import date

import pytest

from wetgeving.bootstrap import Application
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .shelf import NEW, OLD, address, comparison, fill


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, str]]:
    """Every address of a removed text, asked before it was removed and again after."""
    home = str(tmp_path_factory.mktemp("verwijderd"))
    application = Application(Settings.from_environment({"WETGEVING_HOME": home, "USER": "tester"}))
    fill(application)
    with application.unit_of_work() as services:
        services.curation.correct(OLD, "verkeerde dag", in_force_on=date(2001, 1, 2))
    moved = "LAMP@consolidated-2001-01-02"
    with application.reading() as services:
        sha256 = services.catalogue.version(moved).version.sources[0].sha256
    asked = (
        address(moved),
        address(OLD),
        address(moved, "art_1"),
        f"{address(moved)}.akn.xml",
        comparison(moved, NEW),
        comparison(NEW, OLD),
        f"/bron/{sha256}",
        f"/api/versions/{moved}",
    )
    client = create_app(application).test_client()
    for path in asked:
        client.get(path)
    with application.unit_of_work() as services:
        services.removing.remove(moved, "artikel 17 AVG")
    application.index()
    found = {}
    for path in (*asked, "/regelingen/LAMP", "/zoeken?q=lamp", address(NEW)):
        response = client.get(path)
        found[path.replace(sha256, "SHA")] = (response.status_code, response.get_data(as_text=True))
    application.close()
    return found


def test_every_address_is_410_with_the_day_and_the_reason(answers: dict[str, tuple[int, str]]) -> None:
    gone = {path: body for path, (status, body) in answers.items() if status == 410}
    assert set(answers) - set(gone) == {"/regelingen/LAMP", "/zoeken?q=lamp", address(NEW)}
    for body in gone.values():
        assert "artikel 17 AVG" in body
        assert "verwijderd op 20" in body


def test_what_stays_is_shown_and_says_what_happened(answers: dict[str, tuple[int, str]]) -> None:
    status, work = answers["/regelingen/LAMP"]
    assert status == 200
    assert "tekst verwijderd" in work
    assert "artikel 17 AVG" in work
    assert address("LAMP@consolidated-2001-01-02") not in answers["/zoeken?q=lamp"][1]
    assert answers[address(NEW)][0] == 200
