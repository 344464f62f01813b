"""The door to zip archives from anyone: how much they may hold, and the parts of one as bytes.

Nothing is written to disk and no name in the archive is used as a path. Limits are checked on what the
archive declares before anything is unpacked; unpacking stops at the declared size. It knows no format.
"""

import zipfile
import zlib
from io import BytesIO

from corpus.errors import EncryptedError, NotWellFormedError, SourceTooLargeError
from corpus.limits import in_force

MAX_MEMBERS = 5_000
MAX_RATIO = 200
_SMALL = 1_000_000
_ENCRYPTED = 0x1
_UNREADABLE = (
    KeyError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


class Archive:
    """An archive within the limits. Names that occur twice are refused."""

    def __init__(self, source: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(source))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise _broken(str(error)) from error
        self.names = frozenset(self._zip.namelist())
        self._check(self._zip.infolist())

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """The bytes of one part."""
        try:
            return self._zip.read(name)
        except _UNREADABLE as error:
            raise _broken(f"{name}: {error}") from error

    def _check(self, members: list[zipfile.ZipInfo]) -> None:
        if len(members) > MAX_MEMBERS:
            raise _too_large(f"{len(members)} onderdelen", f"De grens is {MAX_MEMBERS} onderdelen.")
        unpacked = sum(member.file_size for member in members)
        if unpacked > (most := in_force().unpacked_bytes):
            raise _too_large(f"{unpacked} bytes uitgepakt", f"De grens is {most} bytes uitgepakt.")
        if len(self.names) < len(members):
            raise _broken("een onderdeel staat er twee keer in")
        for member in members:
            if member.flag_bits & _ENCRYPTED:
                raise EncryptedError.of("een onderdeel van het bestand")
            if member.file_size > max(_SMALL, MAX_RATIO * member.compress_size):
                raise _too_large(member.filename, f"Meer dan {MAX_RATIO} keer zo groot als ingepakt.")


def is_zip(source: bytes) -> bool:
    """Do the first bytes open a zip archive?"""
    return source.startswith(b"PK\x03\x04")


def _broken(value: str) -> NotWellFormedError:
    return NotWellFormedError(
        "Het zipbestand is beschadigd.", value=value, remedy="Haal het bestand opnieuw op bij de bron."
    )


def _too_large(value: str, limit: str) -> SourceTooLargeError:
    return SourceTooLargeError("Het bestand is uitgepakt te groot om te lezen.", value=value, remedy=limit)
