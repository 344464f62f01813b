"""How gunicorn runs the site: for `wetgeving serve`, and by `--config python:wetgeving.gunicorn_settings`.

Logs are lines of JSON. The workers count requests together in a folder that lives as long as the server; a
folder that the environment names is left alone.
https://prometheus.github.io/client_python/multiprocess/
"""

import os
import shutil
import tempfile

from wetgeving.log_lines import LOGGING

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
logconfig_dict = LOGGING
# Longer than reading a file may take (`corpus.limits`): a worker that reads says itself when it gives up.
timeout = 90
_made: list[str] = []


def on_starting(server: object) -> None:  # noqa: ARG001
    """Make the folder before the first worker starts: the library looks for it when it is imported."""
    if not os.environ.get(FOLDER):
        _made.append(tempfile.mkdtemp(prefix="wetgeving-metrics-"))
        os.environ[FOLDER] = _made[-1]


def on_exit(server: object) -> None:  # noqa: ARG001
    """Take the folder away."""
    for folder in _made:
        shutil.rmtree(folder, ignore_errors=True)
