"""How a view reaches the services: over a connection that only reads, open for one question."""

from contextlib import AbstractContextManager
from typing import Protocol, cast

from flask import current_app

from wetgeving.services import Services


class Readable(Protocol):
    """What the pages need of a running installation."""

    def reading(self) -> AbstractContextManager[Services]:
        """Services over a connection that only reads."""
        ...


def reading() -> AbstractContextManager[Services]:
    """Services for the request at hand; values read from them stay good after the connection is gone."""
    return cast(Readable, current_app.extensions["wetgeving"]).reading()
