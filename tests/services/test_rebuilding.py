"""While the index is made again, a site goes on answering from the one that was there."""

from pathlib import Path

import pytest

from indexer import ENGINES
from indexer.document import SearchRequest
from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.settings import Settings


def _running(home: Path, engine: str) -> Application:
    environment = {"WETGEVING_HOME": str(home), "USER": "jurist", "INDEX_URL": f"{engine}://{home / 'index'}"}
    return Application(Settings.from_environment(environment))


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_a_web_process_answers_from_the_old_index_until_the_new_one_is_there(
    tmp_path: Path, engine: str
) -> None:
    worker, site = _running(tmp_path, engine), _running(tmp_path, engine)
    worker.database.migrate()
    with worker.unit_of_work() as services:
        services.loading.load(next(f for f in shipped_dossiers() if f.name == "VOORBEELD-1"))
    written = worker.verify_index()
    before = site.engine.search(SearchRequest("grensprocedure"))
    answers: list[bool] = []

    def asked(done: int, total: int) -> None:
        answers.append(site.engine.search(SearchRequest("grensprocedure")) == before)

    assert worker.verify_index(asked, rebuild=True) == written
    assert before.total > 0
    assert len(answers) > 5
    assert all(answers)
    assert site.engine.search(SearchRequest("grensprocedure")) == before
    site.close()
    worker.close()
