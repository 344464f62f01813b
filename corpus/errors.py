"""The one shape of every error a person meets: what, which value, where, and what to do.

Only values and wording live here. Nothing is logged, translated or turned into a status code:
the command line and the web do that at their own edge, from `code`.
"""


class WetgevingError(Exception):
    """An error with a fixed `code` (English, part of the contract) and Dutch text for the reader."""

    code = "error"

    def __init__(self, what: str, *, value: str = "", where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what, self.value, self.where, self.remedy = what, value, where, remedy

    def __str__(self) -> str:
        parts = [self.what]
        if self.value:
            parts.append(f"Waarde: {self.value}.")
        if self.where:
            parts.append(f"Plaats: {self.where}.")
        if self.remedy:
            parts.append(self.remedy)
        return " ".join(parts)


class UnknownFormatError(WetgevingError):
    """No reader recognises the bytes."""

    code = "unknown-format"


class EmptyError(WetgevingError):
    """The file holds nothing, or nothing but white space."""

    code = "empty"


class UnsupportedVersionError(WetgevingError):
    """A known format, in a version whose shape is not known here."""

    code = "unsupported-version"


class NotExportableError(WetgevingError):
    """A text that the format to be written has no place for."""

    code = "not-exportable"


class NotWellFormedError(WetgevingError):
    """The file claims to be XML but cannot be parsed, or asks for what is not allowed (DTD, entities)."""

    code = "not-well-formed"


class ErrorDocumentError(WetgevingError):
    """A well-formed answer of a service that says it has nothing (formats seen: `error/msg`)."""

    code = "error-document"


class NoLawError(WetgevingError):
    """The file was read and holds no provision of law."""

    code = "no-law"


class HistoryOnlyError(WetgevingError):
    """The file holds the history of a regulation and no text (`corpus.readers.history`)."""

    code = "history-only"


class MetadataOnlyError(WetgevingError):
    """The file describes a publication and holds nothing of its text."""

    code = "metadata-only"


class SourceTooLargeError(WetgevingError):
    """The file exceeds a limit on bytes or depth."""

    code = "too-large"


class UndecodableError(WetgevingError):
    """The bytes are not text in any encoding the service accepts."""

    code = "undecodable"


class EncryptedError(WetgevingError):
    """The file is protected with a password."""

    code = "encrypted"

    @classmethod
    def of(cls, what: str) -> "EncryptedError":
        """The error for `what` that is protected."""
        return cls(
            "Het bestand is met een wachtwoord beveiligd.",
            value=what,
            remedy="Bewaar het zonder wachtwoord en bied het opnieuw aan.",
        )


class MacroError(WetgevingError):
    """The file carries program code."""

    code = "macro"


class NoTextError(WetgevingError):
    """The file shows pages but holds no text (a scan)."""

    code = "no-text"


class NoCutLineError(WetgevingError):
    """A decision note does not show where its public part ends."""

    code = "no-cut-line"


class BrokenPackageError(WetgevingError):
    """A package of files (zip) cannot be opened, is not complete, or holds more than one text."""

    code = "broken-package"
