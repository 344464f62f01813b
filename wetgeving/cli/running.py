"""What every command shares: the application, the choice of output, errors and exit codes.

Errors go to standard error, in the format asked for; nothing but the answer goes to standard output.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import wraps
from typing import Any

import click

from corpus.errors import WetgevingError
from corpus.limits import applied
from wetgeving import shapes
from wetgeving.bootstrap import Application
from wetgeving.services.ingest import GivenDate, UnknownDate
from wetgeving.settings import Settings

EXIT_CODES = {
    "unknown-format": 4,
    "unsupported-version": 4,
    "empty": 4,
    "not-well-formed": 4,
    "error-document": 4,
    "no-law": 4,
    "history-only": 4,
    "metadata-only": 4,
    "too-large": 4,
    "too-slow": 4,
    "undecodable": 4,
    "encrypted": 4,
    "broken-package": 4,
    "macro": 4,
    "no-text": 4,
    "no-cut-line": 4,
    "no-opinion": 4,
    "no-table": 4,
    "not-found": 3,
    "unknown-key": 3,
    "withdrawn": 3,
    "removed": 3,
    "missing-detail": 5,
    "not-allowed": 5,
    "key-taken": 5,
    "invalid-value": 5,
    "fictional-comparison": 5,
    "manifest": 5,
    "query": 5,
    "not-exportable": 5,
    "database-not-empty": 5,
    "backup-unreadable": 4,
    "backup-newer": 4,
    "backup-unfit": 4,
}
OTHER_ERROR = 6

Command = Callable[..., None]


@contextmanager
def application() -> Iterator[Application]:
    """The installation the environment names, its database up to date, closed at the end."""
    running = Application(Settings.from_environment())
    try:
        running.database.migrate()
        yield running
    finally:
        running.close()


def command(function: Command) -> Command:
    """Give a command `--format text|json` and the limits of this installation; an error is an exit code."""

    @click.option(
        "--format", "output", type=click.Choice(["text", "json"]), default="text", help="Vorm van de uitvoer."
    )
    @wraps(function)
    def run(*args: Any, output: str, **kwargs: Any) -> None:
        try:
            with applied(Settings.from_environment().limits):
                function(*args, output=output, **kwargs)
        except WetgevingError as error:
            report(error, output)
            sys.exit(exit_code(error))

    return run


def exit_code(error: WetgevingError) -> int:
    """The exit code that belongs to an error."""
    return EXIT_CODES.get(error.code, OTHER_ERROR)


def report(error: WetgevingError, output: str, **more: str) -> None:
    """Print an error on standard error."""
    if output == "json":
        click.echo(json.dumps({"error": shapes.error(error, **more)}, ensure_ascii=False), err=True)
    else:
        prefix = "".join(f"{value}: " for value in more.values())
        click.echo(f"Fout: {prefix}{error}", err=True)


def answer(value: object, output: str, text: Callable[[], str]) -> None:
    """Print an answer: the value as JSON, or the text for people."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1) if output == "json" else text())


class DateParameter(click.ParamType[GivenDate]):
    """A date as 2019-02-27, or the word `unknown`."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> GivenDate:
        """A date, or the statement that it is not known."""
        if isinstance(value, date | UnknownDate):
            return value
        if value == UnknownDate.UNKNOWN:
            return UnknownDate.UNKNOWN
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is geen datum: schrijf 2019-02-27 of unknown.", param, ctx)


def date_options(function: Command) -> Command:
    """`--stage`, `--in-force`, `--known` and `--document-date`."""
    for name, parameter, explanation in reversed(
        (
            ("--in-force", "in_force_on", "Geldigheidsdatum (2019-02-27) of unknown."),
            ("--known", "as_known_on", "Zichtdatum of unknown."),
            ("--document-date", "document_date", "Datum van het stuk of unknown."),
        )
    ):
        function = click.option(name, parameter, type=DateParameter(), help=explanation)(function)
    return click.option("--stage", default="", help="Fase uit het traject, bijvoorbeeld consultation.")(
        function
    )


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error, for as long as something is to be done."""
    bar: list[Any] = []

    def step(done: int, total: int) -> None:
        if not bar:
            bar.append(click.progressbar(length=total, label=label, file=sys.stderr, show_eta=False))
            bar[0].__enter__()
        bar[0].update(done - bar[0].pos)

    try:
        yield step
    finally:
        if bar:
            bar[0].__exit__(None, None, None)
