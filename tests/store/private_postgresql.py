"""A PostgreSQL of our own for the tests: found or installed, started in a temporary folder, stopped at the
end."""

import itertools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg

_NUMBERS = itertools.count(1)


class NoPostgresqlError(Exception):
    """Why there is none."""


class PrivatePostgresql:
    """A cluster on a unix socket, owned by `postgres` when we are root, because the server refuses to be
    root."""

    def __init__(self) -> None:
        self._programs = _programs()
        self._folder = Path(tempfile.mkdtemp(prefix="wetgeving-pg-"))
        if os.geteuid() == 0:
            shutil.chown(self._folder, "postgres")
        self._run("initdb", "-D", self._data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        settings = f"-k {self._folder} -c listen_addresses='' -c fsync=off"
        self._run(
            "pg_ctl", "-D", self._data(), "-w", "-l", str(self._folder / "log"), "-o", settings, "start"
        )

    def new_database(self, template: str = "template1") -> str:
        """The name of a fresh database, a copy of the template."""
        name = f"wetgeving_{next(_NUMBERS)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'.encode())
        return name

    def url(self, name: str) -> str:
        """The address of a database, in the form that users write."""
        return f"postgresql://postgres@/{name}?host={self._folder}"

    def stop(self) -> None:
        """Stop the server and remove the folder."""
        self._run("pg_ctl", "-D", self._data(), "-m", "immediate", "stop")
        shutil.rmtree(self._folder)

    def _data(self) -> str:
        return str(self._folder / "data")

    def _run(self, program: str, *arguments: str) -> None:
        as_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        command = [*as_postgres, str(self._programs / program), *arguments]
        # Not a pipe: the server would hold it open for as long as it runs.
        with (self._folder / "output").open("a+") as output:
            done = subprocess.run(command, cwd="/", stdout=output, stderr=output, check=False)
            if done.returncode:
                output.seek(0)
                raise NoPostgresqlError(f"{program} mislukt: {output.read()}")


def _programs() -> Path:
    found = _installed()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "postgresql"]):
            subprocess.run(command, env=environment, capture_output=True, check=False)
        found = _installed()
    if found is None:
        raise NoPostgresqlError("initdb en pg_ctl zijn er niet; installeer het pakket postgresql.")
    return found


def _installed() -> Path | None:
    on_path = shutil.which("initdb")
    places = [Path(on_path).resolve().parent] if on_path else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((place for place in places if (place / "initdb").exists()), None)
