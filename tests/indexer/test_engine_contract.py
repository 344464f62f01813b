"""The contract, held by every engine of the registry."""

from collections.abc import Iterator

import pytest

from indexer import ENGINES, open_engine

from .contract import EngineContract, Stock


@pytest.fixture(scope="module", params=sorted(ENGINES))
def stock(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stock]:
    engine = open_engine(f"{request.param}://{tmp_path_factory.mktemp('contract')}/index")
    yield Stock.grown(engine, seed=11)
    engine.close()


class TestEngines(EngineContract):
    """Every engine, on an index grown by commits that add, replace and delete."""
