"""How a view reaches the services: over a connection that only reads or, to take a file in, that writes."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol, cast

from flask import current_app

from indexer.errors import IndexBusyError
from wetgeving.services import Services


class Readable(Protocol):
    """What the pages need of a running installation."""

    def reading(self) -> AbstractContextManager[Services]:
        """Services over a connection that only reads."""
        ...

    def unit_of_work(self) -> AbstractContextManager[Services]:
        """Services in one transaction."""
        ...

    def index(self) -> int:
        """Bring the index in line with what was touched."""
        ...

    @property
    def uploads(self) -> bool:
        """May files be taken in through a page?"""
        ...


def reading() -> AbstractContextManager[Services]:
    """Services for the request at hand; values read from them stay good after the connection is gone."""
    return _installation().reading()


@contextmanager
def storing() -> Iterator[Services]:
    """Services that may store something, in one transaction; what was stored is indexed afterwards."""
    with _installation().unit_of_work() as services:
        yield services
    try:
        _installation().index()
    except IndexBusyError:
        current_app.logger.info("de zoekindex is bezet; de worker werkt hem bij")


def uploads_allowed() -> bool:
    """May files be taken in through a page of this installation?"""
    return _installation().uploads


def _installation() -> Readable:
    return cast(Readable, current_app.extensions["wetgeving"])
