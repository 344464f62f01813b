"""Files a person points at: which there are in a folder, and their bytes or an error that names the file."""

from pathlib import Path

from corpus.errors import WetgevingError
from corpus.limits import in_force


class FileUnreadableError(WetgevingError):
    """A file that was pointed at cannot be opened."""

    code = "not-found"


def read_bytes(file: Path) -> bytes:
    """The bytes of a file, or an error for the person who named it; of one too large, enough to refuse it."""
    try:
        with file.open("rb") as opened:
            return opened.read(in_force().file_bytes + 1)
    except OSError as error:
        raise FileUnreadableError(
            "Het bestand kan niet worden geopend.", value=str(file), where=error.strerror or ""
        ) from error


def files_in(folder: Path) -> tuple[Path, ...]:
    """All files below a folder by path, but for hidden ones and those in hidden folders."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(path for path in found if not _is_hidden(path.relative_to(folder))))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
