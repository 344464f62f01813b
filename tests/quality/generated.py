"""The generated gold set: real laws amended by the seeded editor, compared and scored."""

from dataclasses import dataclass
from pathlib import Path

from corpus.diff import compare
from corpus.provision import Provision
from corpus.readers import read
from tests.quality.editor import edited
from tests.quality.measures import Report, pairs_of, scores, words_of

LAWS = (
    "bwb-toestand/BWBR0018472_toestand_awir.xml",
    "bwb-toestand/BWBR0002458/BWBR0002458_2013-01-01_0.xml",
    "bwb-toestand/BWBR0011823_2019-02-27.xml",
    "bwb-toestand/BWBR0035917_toestand_wlz.xml",
    "bwb-toestand/BWBR0015703_toestand_participatiewet.xml",
    "bwb-toestand/BWBR0005537_2019-11-14.xml",
)
QUICK = LAWS[:2]
SOURCE = "bwb-toestand/BWBR0001840_2018-12-21.xml"


@dataclass(frozen=True)
class Drawn:
    """What was drawn: how many seeds, and how densely the editor amends (1 is an ordinary amending act)."""

    seeds: int = 2
    density: float = 1.0


def measured(samples: Path, laws: tuple[str, ...], drawn: Drawn) -> Report:
    """The scores and figures of all laws and seeds together."""
    source = _tree(samples / SOURCE)
    report = Report()
    for name in laws:
        law = _tree(samples / name)
        for seed in range(1, drawn.seeds + 1):
            truth = edited(law, source, seed, density=drawn.density)
            comparison = compare(truth.old, truth.new)
            for level, score in scores(pairs_of(comparison), truth.pairs).items():
                report.scores[level].add(score)
            report.words.add(words_of(comparison))
            report.true_edit_words += truth.edit_words
    return report


def _tree(file: Path) -> tuple[Provision, ...]:
    return read(file.read_bytes()).provisions
