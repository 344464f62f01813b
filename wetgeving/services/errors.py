"""Errors of the service layer: what a person asked for and could not get."""

from corpus.errors import WetgevingError


class NotFoundError(WetgevingError):
    """No such work, version, provision or file."""

    code = "not-found"


class WithdrawnError(WetgevingError):
    """The version was here and was withdrawn; its reason is the answer."""

    code = "withdrawn"


class NotAllowedError(WetgevingError):
    """This may not be done from here, or not by this person."""

    code = "not-allowed"


class MissingDetailError(WetgevingError):
    """Neither the file nor the person says something that is needed to store it."""

    code = "missing-detail"


class InvalidValueError(WetgevingError):
    """A value a person gave has the wrong form or is not in the vocabulary."""

    code = "invalid-value"


class ManifestError(WetgevingError):
    """A dossier's manifest is absent, unreadable or contradicts itself."""

    code = "manifest"
