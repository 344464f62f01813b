"""What an archive may hold, checked on what it declares before anything is unpacked."""

import struct
import zipfile
from io import BytesIO

import pytest

from corpus.errors import EncryptedError, NotWellFormedError, SourceTooLargeError, WetgevingError
from corpus.zip_limits import MAX_MEMBERS, Archive

_CENTRAL, _FLAGS, _UNPACKED = b"PK\x01\x02", 8, 24


def archive(**members: bytes) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def declaring(package: bytes, offset: int, form: str, value: int) -> bytes:
    """The same archive with another value in the entry of its first member in the central directory."""
    changed = bytearray(package)
    struct.pack_into(form, changed, package.index(_CENTRAL) + offset, value)
    return bytes(changed)


PLAIN = archive(tuin=b"haag")


def test_a_member_is_read_by_its_name() -> None:
    opened = Archive(PLAIN)
    assert ("tuin" in opened, "hek" in opened, opened.read("tuin")) == (True, False, b"haag")


REFUSED: dict[str, tuple[bytes, type[WetgevingError]]] = {
    "more unpacked than is allowed": (declaring(PLAIN, _UNPACKED, "<I", 400_000_000), SourceTooLargeError),
    "far larger than it is packed": (archive(tuin=b"\0" * 3_000_000), SourceTooLargeError),
    "too many members": (archive(**{f"m{n}": b"" for n in range(MAX_MEMBERS + 1)}), SourceTooLargeError),
    "a member behind a password": (declaring(PLAIN, _FLAGS, "<H", 1), EncryptedError),
    "no archive": (b"PK\x03\x04 en verder niets", NotWellFormedError),
}


@pytest.mark.parametrize(("package", "error"), REFUSED.values(), ids=REFUSED.keys())
def test_an_archive_outside_the_limits_is_refused(package: bytes, error: type[WetgevingError]) -> None:
    with pytest.raises(error):
        Archive(package)


@pytest.mark.parametrize("package", [declaring(PLAIN, _UNPACKED, "<I", 2), declaring(PLAIN, 16, "<I", 7)])
def test_an_archive_that_lies_about_a_member_does_not_give_it(package: bytes) -> None:
    with pytest.raises(NotWellFormedError):
        Archive(package).read("tuin")
