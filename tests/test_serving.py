"""`wetgeving serve --prepare`, what `make run` calls: from nothing to a page, and again without repeating."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PATIENCE = 60.0


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An installation of its own."""
    names = ("PATH", "HOME", "LANG")
    return {**{n: os.environ[n] for n in names if n in os.environ}, "WETGEVING_HOME": str(tmp_path / "home")}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(environment: dict[str, str], port: int) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A running site, stopped at the end; gives its address and its process."""
    command = [sys.executable, "-m", "wetgeving", "serve", "--prepare", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield f"http://127.0.0.1:{port}", process
        finally:
            process.send_signal(signal.SIGTERM)


def page(url: str, process: subprocess.Popen[str]) -> str:
    """The page at an address, as soon as there is one."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    raise AssertionError(f"geen antwoord van {url}")


def test_the_shipped_example_is_served_marked_as_fiction_and_loaded_once(environment: dict[str, str]) -> None:
    port = free_port()
    with serving(environment, port) as (url, process):
        first = page(f"{url}/regelingen/VOORBEELD-1-lantaarnwet", process)
        found = page(f"{url}/zoeken?q=waarschuwingsteken", process)
    with serving(environment, port) as (url, process):
        second = page(f"{url}/regelingen/VOORBEELD-1-lantaarnwet", process)
    assert "FICTIEVE VOORBEELDTEKST" in first
    assert "FICTIEVE VOORBEELDTEKST" in found
    assert "Artikel 24" in found
    assert second == first
