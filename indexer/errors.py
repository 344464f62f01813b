"""What can go wrong at the door of the search index, as the one shape of error the project has."""

from corpus.errors import WetgevingError


class QueryError(WetgevingError):
    """The question cannot be answered as it stands: empty, too long, too wide, or an unknown filter."""

    code = "query"


class IndexUrlError(WetgevingError):
    """The URL of the index names no engine we have, or no absolute path."""

    code = "index-address"


class IndexBusyError(WetgevingError):
    """Another process is writing the index."""

    code = "index-busy"


class IndexUnreadableError(WetgevingError):
    """The files of the index are damaged or cannot be reached; they can always be made again."""

    code = "index-unreadable"
