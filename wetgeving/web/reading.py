"""How a view reaches the services: over a connection that only reads or, to take a file in, that writes."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol, cast

from flask import current_app, g

from indexer.errors import IndexBusyError
from wetgeving.services import Services
from wetgeving.services.openid import OpenId
from wetgeving.store.viewer import ANYONE, Viewer


class Readable(Protocol):
    """What the pages need of a running installation."""

    def reading(self, viewer: Viewer) -> AbstractContextManager[Services]:
        """Services over a connection that only reads."""
        ...

    def unit_of_work(self, viewer: Viewer) -> AbstractContextManager[Services]:
        """Services in one transaction."""
        ...

    def state(self) -> str:
        """A token that is the same while nothing was committed."""
        ...

    def index(self) -> int:
        """Bring the index in line with what was touched."""
        ...

    @property
    def uploads(self) -> bool:
        """May files be taken in at this machine while there are no accounts?"""
        ...

    @property
    def openid(self) -> OpenId | None:
        """The provider people may sign in with."""
        ...

    @property
    def new_people_role(self) -> str | None:
        """What someone gets for whom the provider vouches and who has no account; None: nothing."""
        ...

    @property
    def reading_closed(self) -> bool:
        """Is everything for who signed in?"""
        ...


def viewer() -> Viewer:
    """Who asks; until that has been found out, anyone."""
    found: Viewer = g.get("viewer", ANYONE)
    return found


def reading() -> AbstractContextManager[Services]:
    """Services for the request at hand; values read from them stay good after the connection is gone."""
    return _installation().reading(viewer())


def arranging() -> AbstractContextManager[Services]:
    """Services that may change what has nothing to do with the index, in one transaction."""
    return _installation().unit_of_work(viewer())


@contextmanager
def storing() -> Iterator[Services]:
    """Services that may store something, in one transaction; what was stored is indexed afterwards."""
    with _installation().unit_of_work(viewer()) as services:
        yield services
    try:
        _installation().index()
    except IndexBusyError:
        current_app.logger.info("de zoekindex is bezet; de worker werkt hem bij")


def state() -> str:
    """A token that is the same while nothing was committed, by whatever process."""
    return _installation().state()


def uploads_allowed() -> bool:
    """May files be taken in at this machine while there are no accounts?"""
    return _installation().uploads


def provider() -> OpenId | None:
    """The provider people may sign in with."""
    return _installation().openid


def new_people_role() -> str | None:
    """What someone gets for whom the provider vouches and who has no account; None: nothing."""
    return _installation().new_people_role


def reading_closed() -> bool:
    """Is everything for who signed in?"""
    return _installation().reading_closed


def _installation() -> Readable:
    return cast(Readable, current_app.extensions["wetgeving"])
