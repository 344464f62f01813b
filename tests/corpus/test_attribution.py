"""An attribution is a sentence for a person and comes back from the note without loss."""

import pytest

from corpus.attribution import Attribution
from corpus.provision import Note

CASES = [
    (Attribution("REPLACED", "32099R0007", "AR:3;PT:1"), "vervangen door 32099R0007 (AR:3;PT:1)"),
    (Attribution("INSERTED", "32099R0007R(02)", "CR:1"), "ingevoegd door 32099R0007R(02) (CR:1)"),
    (
        Attribution("DELETED", "32099R0007", "AR:1 .AND. AX:II", "Artikel 17, 3."),
        "vervallen door 32099R0007 (AR:1 .AND. AX:II): Artikel 17, 3.",
    ),
    (Attribution("CHANGED", "M1"), "gewijzigd door M1"),
    (Attribution("MOVED", "32099R0007", "AR:1"), "MOVED door 32099R0007 (AR:1)"),
]


@pytest.mark.parametrize(("attribution", "text"), CASES, ids=[text for _, text in CASES])
def test_an_attribution_reads_as_a_sentence_and_comes_back(attribution: Attribution, text: str) -> None:
    note = attribution.note(7)
    assert note == Note(7, "wijziging", text)
    assert Attribution.of(note) == attribution


@pytest.mark.parametrize("note", [Note(0, "noot", "vervangen door x"), Note(0, "wijziging", "ooit")])
def test_another_note_carries_no_attribution(note: Note) -> None:
    assert Attribution.of(note) is None
