"""The glossary is the contract between the code and the screens: every kind, eId and term stands in it."""

from pathlib import Path

import pytest

from corpus.eid import PREFIX
from corpus.provision import ProvisionKind
from corpus.reading import WorkKind
from corpus.track import tracks

GLOSSARY = (Path(__file__).parents[1] / "docs" / "begrippen.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ProvisionKind)
def test_every_kind_of_provision_and_its_eid_stand_in_the_glossary(kind: ProvisionKind) -> None:
    rows = [line for line in GLOSSARY.splitlines() if line.startswith("|") and kind.value in line]
    assert any(PREFIX[kind] in row for row in rows)


def test_every_kind_of_work_has_a_track_with_a_dutch_term_per_stage() -> None:
    assert set(tracks()) == {kind.value for kind in WorkKind}
    assert all(term for track in tracks().values() for term in track.values())
