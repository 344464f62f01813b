"""What can go wrong at the door of the search index, as the one shape of error the project has."""

from collections.abc import Iterator
from contextlib import contextmanager

from corpus.errors import WetgevingError


class QueryError(WetgevingError):
    """The question cannot be answered as it stands: empty, too long, too wide, or not to be read.

    `position` is the run of characters of the question that it is about, None when it is about the whole.
    """

    code = "query"

    def __init__(
        self, what: str, *, value: str = "", remedy: str = "", position: tuple[int, int] | None = None
    ) -> None:
        where = f"teken {position[0] + 1}" if position else ""
        super().__init__(what, value=value, where=where, remedy=remedy)
        self.position = position


@contextmanager
def written_at(position: tuple[int, int]) -> Iterator[None]:
    """What goes wrong inside is about this run of characters; an empty run is none."""
    try:
        yield
    except QueryError as error:
        if error.position is not None or position[0] == position[1]:
            raise
        raise QueryError(error.what, value=error.value, remedy=error.remedy, position=position) from error


class IndexUrlError(WetgevingError):
    """The URL of the index names no engine we have, or no absolute path."""

    code = "index-address"


class IndexBusyError(WetgevingError):
    """Another process is writing the index."""

    code = "index-busy"


class IndexUnreadableError(WetgevingError):
    """The files of the index are damaged or cannot be reached; they can always be made again."""

    code = "index-unreadable"
