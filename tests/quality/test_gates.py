"""Gates of the comparison's quality: what was measured may only get better. `make quality` prints it all."""

from pathlib import Path

from tests.quality import hard_cases, own_labels, real_pairs
from tests.quality.generated import LAWS, QUICK, Drawn, measured

LEAST_ARTICLES, LEAST_LEDEN = 0.999, 0.999
DENSE = LAWS[:3]
LEAST_DENSE_ARTICLES, LEAST_DENSE_LEDEN = 0.998, 0.996
LEAST_AMENDED = 285
LEAST_LABELLED_RIGHT, LEAST_LABELLED = 82, 83
MOST_EDIT_WORDS = 1.0
MOST_ISLANDS = 0.005


def test_amended_laws_are_paired_and_shown_as_the_editor_amended_them(samples: Path) -> None:
    report = measured(samples, QUICK, Drawn(seeds=3))
    articles, leden = report.scores["articles"], report.scores["leden"]
    assert min(articles.precision, articles.recall) >= LEAST_ARTICLES, articles
    assert min(leden.precision, leden.recall) >= LEAST_LEDEN, leden
    assert report.edit_ratio <= MOST_EDIT_WORDS
    assert report.words.cuts == 0
    assert report.words.islands <= MOST_ISLANDS * report.words.runs


def test_a_heavily_amended_law_is_paired_as_the_editor_amended_it(samples: Path) -> None:
    report = measured(samples, DENSE, Drawn(density=3.0))
    articles, leden = report.scores["articles"], report.scores["leden"]
    assert min(articles.precision, articles.recall) >= LEAST_DENSE_ARTICLES, articles
    assert min(leden.precision, leden.recall) >= LEAST_DENSE_LEDEN, leden
    assert report.edit_ratio <= MOST_EDIT_WORDS
    assert report.words.cuts == 0


def test_what_the_source_says_was_amended_is_what_is_reported_as_changed(samples: Path) -> None:
    found = list(own_labels.judged(samples))
    assert sum(a.changed for a in found) >= LEAST_AMENDED
    for a in found:
        assert a.only_said == (), a.name
        assert a.only_seen == (), a.name


def test_cases_labelled_by_hand_are_paired_as_labelled(samples: Path) -> None:
    judged = list(hard_cases.judged(samples))
    wrong = [str(case) for case, right in judged if not right]
    assert len(judged) >= LEAST_LABELLED
    assert len(judged) - len(wrong) >= LEAST_LABELLED_RIGHT, "\n".join(wrong)


def test_real_versions_compare_with_nothing_lost(samples: Path) -> None:
    pairs = list(real_pairs.compared(samples, real_pairs.QUICK))
    assert pairs
    for pair in pairs:
        assert real_pairs.broken(pair) == [], pair.name
        assert pair.words.cuts == 0, pair.name
