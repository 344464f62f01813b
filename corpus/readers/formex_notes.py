"""Footnotes of Formex that are held apart (`GR.NOTES`) and shown where a mark calls them by id (`NOTE.REF`).

A held note that no mark in the text calls is shown where it is held, so that no note is lost. Ids are those
of one file; where two tables of it use the same id, the table that was met last is meant.
"""

from collections.abc import Callable, Iterator

from corpus.readers.shared_notes import SharedNotes
from corpus.secure_xml import Element, name

NOT_LAW = frozenset(
    {"BIB.INSTANCE", "INFO.CONSLEG", "INFO.PROD", "FAM.COMP", "PUBLICATION", "DOC", "LATEX", "GR.NOTES"}
)
"""What is no text of the law: data about the file, and footnotes held apart."""


class Footnotes:
    """The footnotes of the file at hand."""

    def __init__(self) -> None:
        self._held: dict[str, Element] = {}
        self._called: frozenset[str] = frozenset()
        self._texts = SharedNotes()

    def enter(self, root: Element) -> None:
        """Go on with another file: what it holds, and what its text calls."""
        for group in root.iter("GR.NOTES"):
            if not _is_apart(group):
                self._held |= {note.get("NOTE.ID") or "": note for note in _notes(group)}
        calls = (mark for mark in root.iter("NOTE") if mark.get("NOTE.REF") is not None)
        self._called = frozenset(mark.get("NOTE.REF") or "" for mark in calls if not _is_apart(mark))

    def hold(self, group: Element) -> Iterator[Element]:
        """From now on the ids are those of this group; the notes in it that nothing calls."""
        for note in _notes(group):
            note_id = note.get("NOTE.ID") or ""
            self._held[note_id] = note
            if note_id not in self._called:
                yield note

    def text(self, mark: Element, made: Callable[[Element], str]) -> str:
        """What the footnote at a mark says, made the first time it is shown."""
        reference = mark.get("NOTE.REF")
        held = mark if reference is None else self._held.get(reference, mark)
        return self._texts.text(held, lambda: made(held))


def _notes(group: Element) -> Iterator[Element]:
    """The notes of a group; a note within a note is a part of that."""
    return (note for note in group.iter("NOTE") if "NOTE" not in map(name, note.iterancestors()))


def _is_apart(mark: Element) -> bool:
    return any(name(above) in NOT_LAW or name(above) == "NOTE" for above in mark.iterancestors())
