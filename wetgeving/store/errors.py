"""What can go wrong in the store, each with a fixed code. The wording stands where the error is raised."""

from sqlalchemy.exc import DontWrapMixin

from corpus.errors import WetgevingError


class StoreError(WetgevingError):
    """The store cannot do what is asked."""

    code = "store"


class UnusableUrlError(StoreError):
    """The address of the database is not of a form that the store can use."""

    code = "unusable-url"


class UnreachableDatabaseError(StoreError):
    """The database does not answer or is no database."""

    code = "database-unreachable"


class BusyDatabaseError(StoreError):
    """Another writer holds the database longer than we wait."""

    code = "database-busy"


class NewerDatabaseError(StoreError):
    """The database was made by a newer version of the program."""

    code = "database-newer"


class NotMigratedError(StoreError):
    """The database is empty or older than the program; it must be migrated first."""

    code = "database-not-migrated"


class UnknownKeyError(StoreError):
    """No work, version or file bears this key."""

    code = "unknown-key"


class TakenKeyError(StoreError):
    """The key already belongs to something else."""

    code = "key-taken"


class AmbiguousIdentifierError(StoreError):
    """More than one work bears this identifier."""

    code = "ambiguous-identifier"


class NotFictionalError(StoreError):
    """Real works are never removed, and nothing real becomes fictional or the other way round."""

    code = "not-fictional"


class StillDerivedFromError(StoreError):
    """A version of another work derives from what would be removed."""

    code = "still-derived-from"


class CorruptContentError(StoreError):
    """Stored bytes are not what was once stored."""

    code = "corrupt-content"


class UnstorableTextError(StoreError):
    """Text that a database cannot hold unchanged (U+0000, half a surrogate pair)."""

    code = "unstorable-text"


class NaiveTimeError(StoreError, DontWrapMixin):
    """A point in time without a time zone."""

    code = "naive-time"
