"""Gates of delegation: what was measured may only get better. `make quality` prints it all."""

from pathlib import Path

from tests.quality.delegations import bases, judged

LEAST_PRECISION, LEAST_RECALL, LEAST_EXACT = 0.98, 0.97, 0.98


def test_labelled_provisions_are_found_and_others_are_left_alone(samples: Path) -> None:
    result = judged(samples)
    assert result.right + len(result.missed) >= 60
    assert result.silent + len(result.wrong) >= 60
    assert result.precision >= LEAST_PRECISION, result.wrong
    assert result.recall >= LEAST_RECALL, result.missed
    assert result.exactness >= LEAST_EXACT, result.inexact


def test_every_article_and_lid_of_the_preambles_is_found_and_nothing_else(samples: Path) -> None:
    total, missed, wrong = bases(samples)
    assert total == 163
    assert missed == wrong == ()
