"""What can go wrong at the door of the search index, as the one shape of error the project has."""

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


class IndexUrlError(WetgevingError):
    """The URL of the index names no engine we have, or no absolute path."""

    code = "index-address"


class IndexBusyError(WetgevingError):
    """Another process is writing the index."""

    code = "index-busy"


class IndexUnreadableError(WetgevingError):
    """The files of the index are damaged or cannot be reached; they can always be made again."""

    code = "index-unreadable"
