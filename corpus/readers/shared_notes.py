"""Footnotes that several marks share: made once, shown at every mark, within a limit.

A file of ten lines can refer a thousand times to a note of a thousand pages; what all repetitions add up to
is limited, with an error that says so. It knows no format.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.errors import SourceTooLargeError
from corpus.secure_xml import Element

MAX_REPEATED = 10_000_000


@dataclass(slots=True)
class SharedNotes:
    """The texts of the notes of one file."""

    _texts: dict[Element, str] = field(default_factory=dict)
    _repeated: int = 0

    def text(self, note: Element, made: Callable[[], str]) -> str:
        """The text of a note, made the first time; raises when repetitions pass the limit."""
        known = self._texts.get(note)
        if known is None:
            return self._texts.setdefault(note, made())
        self._repeated += len(known)
        if self._repeated > MAX_REPEATED:
            raise SourceTooLargeError(
                "Voetnoten worden te vaak herhaald.",
                value=known[:60],
                remedy=f"De grens is {MAX_REPEATED} tekens aan herhaalde noten.",
            )
        return known
