"""A table of sentences that a lawyer could review: what each delegates, or that it delegates nothing."""

from pathlib import Path

import pytest

from corpus.delegation import Force, find_delegations
from corpus.provision import Provision, ProvisionKind

_TABLE = Path(__file__).with_name("sentences.txt")
_FORCES = {Force.DUTY: "moet", Force.POWER: "mag"}


def _rows() -> list[tuple[str, str]]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ", 1) for line in lines if not line.startswith("#")]
    return [(said.strip(), sentence) for said, sentence in rows]


def _delegated(sentence: str) -> str:
    lid = Provision(ProvisionKind.PARAGRAPH, "art_1__para_1", "1.", text=sentence)
    found = find_delegations((Provision(ProvisionKind.ARTICLE, "art_1", "1", children=(lid,)),))
    words = (
        " ".join((d.level.value, _FORCES[d.force], *(["verder"] if d.subdelegation else []))) for d in found
    )
    return " + ".join(words) or "niets"


@pytest.mark.parametrize(("said", "sentence"), _rows())
def test_a_sentence_delegates_what_the_table_says(said: str, sentence: str) -> None:
    assert _delegated(sentence) == said


def test_the_table_is_large_enough_to_mean_something() -> None:
    said = [row[0] for row in _rows()]
    assert sum(s != "niets" for s in said) >= 80
    assert said.count("niets") >= 40
    assert len({sentence for _, sentence in _rows()}) == len(said)
