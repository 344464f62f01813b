"""A crash at any moment leaves the whole version or nothing: the process is killed fifty times."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from corpus.hashing import text_hash, tree_hash
from wetgeving.bootstrap import Application
from wetgeving.settings import Settings

KILLS = 50

DRIVER = """
import sys
from datetime import date, timedelta
from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings

running = Application(Settings.from_environment({"WETGEVING_HOME": sys.argv[1]}))
start = int(sys.argv[2])
print("ready", flush=True)
for n in range(start, start + 1000):
    lid = "Artikel {0}\\n\\n1. Lid {0} van tekst {1}.\\n\\n2. Tweede lid {2}."
    articles = [lid.format(i, n, n * i) for i in range(1, 120)]
    said = Statement(work="LAMP", stage="consolidated", in_force_on=date(2000, 1, 1) + timedelta(days=n))
    with running.unit_of_work() as services:
        services.ingesting.ingest("\\n\\n".join(articles).encode(), "lamp.txt", "test", said)
    running.index()
"""


def test_a_killed_ingest_leaves_the_whole_version_or_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(home)}))
    application.database.migrate()
    application.close()
    chance = random.Random(36)
    for attempt in range(KILLS):
        _ingest_and_kill(home, start=attempt * 1000, after=chance.uniform(0.0, 0.4))
    assert _whole_versions(application) > 0
    application.verify_index()
    assert {d.rpartition("/")[0] for d in application.engine.digests()} == set(_keys(application))
    application.close()


def _ingest_and_kill(home: Path, *, start: int, after: float) -> None:
    command = [sys.executable, "-c", DRIVER, str(home), str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(after)
        os.kill(process.pid, signal.SIGKILL)


def _keys(application: Application) -> list[str]:
    with application.reading() as services:
        return [listed.version.version for listed in services.catalogue.versions("LAMP")]


def _whole_versions(application: Application) -> int:
    """The number of versions; each has its source, all its words, and 119 articles of two leden."""
    with application.reading() as services:
        for key in _keys(application):
            text = services.catalogue.text(key)
            version = text.listed.version
            assert version.text_hash == text_hash(text.provisions)
            assert version.tree_hash == tree_hash(text.provisions)
            assert sum(1 for p in text.provisions for _ in p.walk()) == 119 * 3
            assert len(services.catalogue.source(version.sources[0].sha256)) > 0
        return len(_keys(application))
