"""The site under gunicorn as in the Procfile, on loopback, for about a minute; on demand.

    python -m benchmarks.web [--works N] [--seconds N]

| what | wanted |
|---|---|
| the list page, made anew, beside a bare Flask route that renders the same template from memory | >= 0.85 |
| the list page when it is known (304), and from memory, beside the page made anew | >= 10 |
| the first words of a law of 1.5 MB, the first time and after | < 200 ms |
| reading while another process takes in versions: failures, and how much slower | none, <= 3 |

Requests take turns between the two sides, in one client, so that a busy machine is busy for both. Ratios
count, not milliseconds: trust them to about 30 %. Never part of the tests.
"""

import argparse
import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import count
from multiprocessing import Event, get_context
from multiprocessing.synchronize import Event as Flag
from pathlib import Path

from flask import Flask, render_template

from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.web import create_app
from wetgeving.web.pages import works

LAW_CHARACTERS = 1_500_000
BIG = "GROOT@consolidated-unknown"
WORDS = (
    "De lantaarnopsteker gaat bij zonsondergang langs elke paal van zijn ronde en steekt de lamp aan. " * 3
)
ARTICLE = (
    "<artikel><kop><label>Artikel</label><nr>{n}</nr><titel>Ronde</titel></kop>"
    "<lid><lidnr>1</lidnr><al>{n}: {words}</al></lid><lid><lidnr>2</lidnr><al>Ronde {n}. {words}</al></lid>"
    "</artikel>"
)
CHAPTER = "<hoofdstuk><kop><label>Hoofdstuk</label><nr>{n}</nr></kop>{articles}</hoofdstuk>"
_FRESH = count()
TEXT = """Wet op de lampen {n} (Lampenwet {n})

Artikel 1. Lampen

1. Een lamp brandt bij nacht{more}.

2. Een lamp wordt bij dag gedoofd.

Artikel 2

Deze wet wordt aangehaald als: Lampenwet {n}.
"""


def bare() -> Flask:
    """The list page alone: the same template, the values at hand, nothing before or after it."""
    application = Application(Settings.from_environment())
    with application.reading() as services:
        listed, dossiers = services.catalogue.works(), services.dossiers.listed()
    values = works.shown(listed, dossiers)
    app = create_app(application)
    app.before_request_funcs.clear()
    app.after_request_funcs.clear()
    app.add_url_rule("/kaal", "kaal", lambda: render_template("works.html", **values))
    return app


def fill(application: Application, number: int) -> None:
    """So many small laws with two versions each, and one of 1.5 MB."""
    application.database.migrate()
    with application.unit_of_work() as services:
        for n in range(number):
            for year, more in ((2001, ""), (2002, " en bij mist")):
                said = Statement(work=f"LAMP-{n:04}", stage="consolidated", in_force_on=date(year, 1, 1))
                text = TEXT.format(n=n, more=more).encode()
                services.ingesting.ingest(text, f"lamp-{n}-{year}.txt", "benchmark", said)
        said = Statement(work="GROOT", stage="consolidated")
        services.ingesting.ingest(long_law(), "groot.xml", "benchmark", said)


def long_law() -> bytes:
    """A law with 1.5 MB of words, in chapters of fifty articles with two leden each."""
    head = "<toestand><wetgeving soort='wet'><intitule>Wet op de lantaarns</intitule><wet-besluit><wettekst>"
    pieces, size, n = [head], 0, 0
    while size < LAW_CHARACTERS:
        articles = "".join(ARTICLE.format(n=i, words=WORDS) for i in range(n + 1, n + 51))
        pieces.append(CHAPTER.format(n=n // 50 + 1, articles=articles))
        size += 100 * len(WORDS)
        n += 50
    return "".join([*pieces, "</wettekst></wet-besluit></wetgeving></toestand>"]).encode()


def keep_taking_in(home: str, stopping: Flag) -> None:
    """Another process: a new version of one law after another, until it is told to stop."""
    application = Application(Settings.from_environment({"WETGEVING_HOME": home}))
    for n in count():
        if stopping.is_set():
            break
        with application.unit_of_work() as services:
            day = date(2003, 1, 1) + timedelta(days=n)
            said = Statement(work=f"LAMP-{n % 50:04}", stage="consolidated", in_force_on=day)
            text = TEXT.format(n=n % 50, more=f" in maand {n}").encode()
            services.ingesting.ingest(text, f"nieuw-{n}.txt", "benchmark", said)
    print(f"  ({n} versies opgenomen door het andere proces)")
    application.close()


@contextmanager
def served(target: str, home: str) -> Iterator[int]:
    """Gunicorn with the settings of the Procfile; the port it listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", target, "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    environment = {**os.environ, "WETGEVING_HOME": home, "PYTHONPATH": str(Path(__file__).parents[1])}
    server = subprocess.Popen([*command, "--log-level", "warning"], env=environment)  # noqa: S603
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(10)


def asked(port: int, path: str, headers: dict[str, str] | None = None) -> tuple[int, float, float, str]:
    """One request: its status, the seconds to the first bytes of the body and to the last, and its ETag."""
    started = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers=headers or {})
    response = connection.getresponse()
    response.read(1)
    first = time.perf_counter() - started
    response.read()
    whole = time.perf_counter() - started
    connection.close()
    return response.status, first, whole, response.headers.get("ETag", "")


def anew(path: str) -> str:
    """An address that was never asked, so that nothing of it is remembered."""
    return f"{path}?keer={next(_FRESH)}"


def compared(seconds: float, *sides: Callable[[], float]) -> list[float]:
    """The median time of each side, taking turns."""
    times: list[list[float]] = [[] for _ in sides]
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        for side, held in zip(sides, times, strict=True):
            held.append(side())
    return [statistics.median(held) for held in times]


def pages(port: int, bare_port: int, seconds: float) -> None:
    """The list page made anew, from memory and known, beside the bare route."""
    tag = {"If-None-Match": asked(port, "/")[3]}
    for _ in range(8):
        asked(port, "/"), asked(bare_port, "/kaal")
    made, plain, kept, known = compared(
        seconds,
        lambda: asked(port, anew("/"))[2],
        lambda: asked(bare_port, anew("/kaal"))[2],
        lambda: asked(port, "/")[2],
        lambda: asked(port, "/", tag)[2],
    )
    assert asked(port, "/", tag)[0] == 304
    _say("lijst, opnieuw gemaakt", made)
    _say("kale Flask, zelfde sjabloon", plain, plain / made, ">= 0,85")
    _say("lijst, uit het geheugen", kept, made / kept, ">= 10")
    _say("lijst, 304", known, made / known, ">= 10")


def law(port: int, seconds: float) -> None:
    """The first words of the long law."""
    path = f"/regelingen/{BIG.replace('@', '/')}"
    first = [asked(port, anew(path))[1] for _ in range(4)]
    (after,) = compared(seconds, lambda: asked(port, anew(path))[1])
    _say("wet van 1,5 MB, eerste woorden, eerste keer (langste van 4)", max(first), wanted="< 200 ms")
    _say("wet van 1,5 MB, eerste woorden, daarna", after, wanted="< 200 ms")
    (again,) = compared(seconds / 2, lambda: asked(port, path)[1])
    _say("wet van 1,5 MB, zelfde adres", again)


def while_taking_in(port: int, home: str, seconds: float) -> None:
    """The same reads in peace and while another process stores one version after another."""
    mix = ("/", "/regelingen/LAMP-0001", "/regelingen/LAMP-0001/consolidated-2001-01-01", "/api/works")
    peace, failed = _reads(port, mix, seconds)
    stopping = Event()
    writer = get_context("fork").Process(target=keep_taking_in, args=(home, stopping))
    writer.start()
    busy, failed_then = _reads(port, mix, seconds)
    stopping.set()
    writer.join()
    _say(f"lezen in rust, {failed} mislukt", peace)
    _say(f"lezen tijdens opnemen, {failed_then} mislukt", busy, busy / peace, "<= 3, geen mislukt")


def _reads(port: int, mix: tuple[str, ...], seconds: float) -> tuple[float, int]:
    """The mean time of reads that are made anew, and how many failed."""
    times, failed, end = [], 0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        for path in mix:
            address = path if path.startswith("/api") else anew(path)
            status, _, whole, _ = asked(port, address)
            times.append(whole)
            failed += status != 200
    return statistics.mean(times), failed


def _busy() -> float:
    """How many times longer than its own computing time this takes: 1 on an idle machine."""
    started, used = time.perf_counter(), time.process_time()
    sum(n * n for n in range(3_000_000))
    return (time.perf_counter() - started) / (time.process_time() - used)


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            asked(port, "/uitleg")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("gunicorn antwoordt niet")


def _say(what: str, seconds: float, ratio: float | None = None, wanted: str = "") -> None:
    shown = f", verhouding {ratio:.2f}" if ratio is not None else ""
    print(f"{what}: {seconds * 1000:.2f} ms{shown}{f' (gewenst {wanted})' if wanted else ''}", flush=True)


def main() -> None:
    """Fill an installation, serve it, and measure."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--works", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=8, help="per meting")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        application = Application(Settings.from_environment({"WETGEVING_HOME": home}))
        fill(application, given.works)
        application.close()
        with served("wetgeving.web.wsgi:create()", home) as port:
            with served("benchmarks.web:bare()", home) as bare_port:
                pages(port, bare_port, given.seconds)
            print(f"(machine {_busy():.1f} keer bezet: deel milliseconden daardoor)")
            law(port, given.seconds)
            print(f"(machine {_busy():.1f} keer bezet)")
            while_taking_in(port, home, given.seconds)


if __name__ == "__main__":
    main()
