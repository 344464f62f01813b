"""Errors of the service layer: what a person asked for and could not get."""

from corpus.errors import WetgevingError
from wetgeving.store.values import Tombstone


class NotFoundError(WetgevingError):
    """No such work, version, provision or file."""

    code = "not-found"


class WithdrawnError(WetgevingError):
    """The version was here and was withdrawn; its reason is the answer."""

    code = "withdrawn"


class RemovedError(WetgevingError):
    """The text was here and was removed because the law demanded it; when and why is the answer."""

    code = "removed"

    @classmethod
    def of(cls, stone: Tombstone) -> "RemovedError":
        """The error that a tombstone gives."""
        when = f"verwijderd op {stone.removed_at.date().isoformat()}"
        return cls("Deze tekst is verwijderd.", value=stone.key, where=f"{when}; reden: {stone.reason}")


class NotAllowedError(WetgevingError):
    """This may not be done from here, or not by this person."""

    code = "not-allowed"


class NotSignedInError(WetgevingError):
    """Only someone who is known may do this, and who asks is not."""

    code = "not-signed-in"


class MissingDetailError(WetgevingError):
    """Neither the file nor the person says something that is needed to store it."""

    code = "missing-detail"


class InvalidValueError(WetgevingError):
    """A value a person gave has the wrong form or is not in the vocabulary."""

    code = "invalid-value"


class FictionalComparisonError(InvalidValueError):
    """A text written as an example would be compared with a real one."""

    code = "fictional-comparison"

    @classmethod
    def of(cls, first: str, second: str) -> "FictionalComparisonError":
        """The error for these two."""
        return cls(
            "Een fictieve voorbeeldtekst wordt niet met een echte tekst vergeleken.",
            value=f"{first} en {second}",
            remedy="Kies twee echte of twee fictieve teksten.",
        )
