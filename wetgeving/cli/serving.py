"""Commands that keep running: `serve` (the site, by gunicorn) and `worker` (keeps the index true)."""

import os
import signal
import sys
import threading

import click
from gunicorn.app.base import BaseApplication
from gunicorn.util import import_app

from wetgeving import gunicorn_settings
from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.cli.running import answer, application, command
from wetgeving.cli.storing import index, load_dossier


@click.command(help="Start de website op 127.0.0.1.")
@click.option("--port", default=8000, envvar="PORT", show_default=True, help="Poort.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Adres om op te luisteren.")
@click.option("--workers", default=2, show_default=True, help="Aantal processen.")
@click.option("--prepare", is_flag=True, help="Neem eerst op wat wordt meegeleverd en werk de index bij.")
@command
def serve(port: int, host: str, workers: int, prepare: bool, output: str) -> None:
    """Prepare when asked, then serve until stopped."""
    with application() as running:
        if prepare:
            prepare_shipped(running)
        answer(
            {"url": f"http://{host}:{port}/"}, output, lambda: f"wetgeving draait op http://{host}:{port}/"
        )
    sys.stdout.flush()
    os.environ["WETGEVING_UPLOADS"] = "1" if host in ("127.0.0.1", "::1", "localhost") else "0"
    _Site(
        {
            "bind": f"{host}:{port}",
            "workers": workers,
            "loglevel": "warning",
            "logconfig_dict": gunicorn_settings.logconfig_dict,
            "timeout": gunicorn_settings.timeout,
            "on_starting": gunicorn_settings.on_starting,
            "on_exit": gunicorn_settings.on_exit,
        }
    ).run()


class _Site(BaseApplication):  # type: ignore[misc]  # gunicorn is untyped
    """Gunicorn in this process: what was imported to prepare is not imported again."""

    def __init__(self, options: dict[str, object]) -> None:
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        """Hand the options to gunicorn, which calls this."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> object:
        """Make the site, in each worker after the fork: no connection is shared between processes."""
        return import_app("wetgeving.web.wsgi:create()")


def prepare_shipped(running: Application) -> None:
    """Load every dossier that ships; what is already there is left alone."""
    for folder in shipped_dossiers():
        load_dossier(running, folder)


@click.command(help="Houd de zoekindex gelijk aan de database.")
@click.option("--once", is_flag=True, help="Eén ronde, dan stoppen.")
@click.option("--interval", default=2.0, show_default=True, help="Seconden tussen twee ronden.")
@command
def worker(once: bool, interval: float, output: str) -> None:
    """Verify the whole index once, then converge whenever something was touched."""
    stopping = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stopping.set())
    with application() as running:
        indexed = running.verify_index()
        index(running)
        answer(
            {"indexed": indexed}, output, lambda: f"Zoekindex gelijk aan de database ({indexed} bijgewerkt)."
        )
        while not once and not stopping.wait(interval):
            index(running)
