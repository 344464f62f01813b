"""Gates of the references' quality: what was measured may only get better. `make quality` prints it all."""

from pathlib import Path

from tests.quality import citation_labels, citation_peers, citation_union
from tests.quality.citations import (
    baseline_on_links,
    megabytes_a_second,
    on_links,
    on_marked_paragraphs,
    union_acts_missed,
)

LEAST_RECALL, LEAST_RIGHT = 0.97, 0.99
LEAST_RIGHT_ON_LINKS = 0.99
LEAST_MEGABYTES = 1.0
LEAST_PRECISION, LEAST_AT_LID = 0.99, 0.97


def test_marked_paragraphs_are_found_and_lead_to_their_article(samples: Path) -> None:
    reach = on_marked_paragraphs(samples)
    assert reach.gold > 1500
    assert reach.recall >= LEAST_RECALL, reach.missed[:20]
    assert reach.right_target >= LEAST_RIGHT, reach.wrong[:20]


def test_links_of_the_toestanden_are_found_far_beyond_a_plain_expression(samples: Path) -> None:
    reach, plain = on_links(samples), baseline_on_links(samples)
    assert reach.gold == plain.gold > 5000
    assert reach.recall >= LEAST_RECALL, reach.missed[:20]
    assert reach.right_target >= LEAST_RIGHT_ON_LINKS, reach.wrong[:20]
    assert plain.recall < reach.recall
    assert plain.right_target < reach.right_target


def test_every_union_act_with_a_celex_number_is_found(samples: Path) -> None:
    total, missed = union_acts_missed(samples)
    assert total == 62
    assert missed == []


def test_papers_and_decisions_are_found_in_the_sets_of_others(samples: Path) -> None:
    scores = citation_peers.scores(samples, citation_peers.ours)
    assert scores is not None
    for group in ("pairs: kamerstuk", "pairs: ecli and ljn"):
        assert scores[group].wrong == scores[group].missed == 0, (group, scores[group])
    assert scores["debates"].recall >= 0.97
    assert scores["debates"].precision >= 0.95


def test_a_megabyte_takes_less_than_a_second(samples: Path) -> None:
    assert megabytes_a_second(samples) >= LEAST_MEGABYTES


def test_labelled_paragraphs_are_read_as_labelled(samples: Path) -> None:
    judged = citation_labels.total(citation_labels.judged(samples))
    assert judged.paragraphs == 658
    assert judged.precision >= LEAST_PRECISION, judged.wrong
    assert judged.exactness >= LEAST_AT_LID, judged.wrong
    assert judged.exact_recall >= LEAST_AT_LID, judged.wrong
    assert judged.recall >= 0.98


def test_references_inside_union_acts_lead_to_provisions_that_are_there(samples: Path) -> None:
    found = citation_union.standing(samples)
    assert found.references > 2000
    assert found.share >= 0.98, found.missing
