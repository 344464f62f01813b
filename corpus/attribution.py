"""Who changed a provision, as a consolidated text of the Union states it: a note of the kind "wijziging".

Consolidated Formex marks each change with the amending act and the place of the instruction in it
(`docs/bronvormen.md`: CLG.MDFO with ACTION, ACTIVE.DOC, ACTIVE.LOC). A note is the one value of a
provision that the store keeps beside its words, that no hash of words sees, and that has a place in the
text; so an attribution is written as a note a person can read, and `Attribution.of` reads it back without
loss. What was deleted is named in the note of the provision it stood in. Nothing here judges whether the
attribution is right.
"""

import re
from dataclasses import dataclass

from corpus.provision import Note

KIND = "wijziging"
_VERBS = {
    "REPLACED": "vervangen",
    "INSERTED": "ingevoegd",
    "DELETED": "vervallen",
    "CHANGED": "gewijzigd",
}
_ACTIONS = {verb: action for action, verb in _VERBS.items()}
_TEXT = re.compile(r"(?P<verb>\S+) door (?P<act>\S+)(?: \((?P<place>[^()]*)\))?(?:: (?P<subject>.*))?")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One change: what was done (CHANGED when not said), by which act (CELEX), at which place in it."""

    action: str
    act: str
    place: str = ""
    subject: str = ""

    def text(self) -> str:
        """The Dutch sentence of the note."""
        place = f" ({self.place})" if self.place else ""
        subject = f": {self.subject}" if self.subject else ""
        return f"{_VERBS.get(self.action, self.action)} door {self.act}{place}{subject}"

    def note(self, offset: int = 0) -> Note:
        """The note to hang on a provision."""
        return Note(offset, KIND, self.text())

    @staticmethod
    def of(note: Note) -> "Attribution | None":
        """The attribution a note carries; None when the note is of another kind."""
        match = _TEXT.fullmatch(note.text) if note.kind == KIND else None
        if match is None:
            return None
        action = _ACTIONS.get(match["verb"], match["verb"])
        return Attribution(action, match["act"], match["place"] or "", match["subject"] or "")
