"""By which rule a basis and a delegation meet, and whether the level of the rule fits: the whole table."""

import pytest

from corpus.delegation import Delegation, Force, Level, Rule
from corpus.delegation.meeting import Fit, MetBy, fit, met_by, used
from corpus.reading import WorkKind


def _delegation(eid: str, level: Level) -> Delegation:
    return Delegation(eid, 0, 1, "", level, Force.DUTY, subdelegation=False, rule=Rule.FRONTED)


@pytest.mark.parametrize(
    ("delegation", "basis", "expected"),
    [
        ("art_3__para_2", "art_3__para_2", MetBy.SAME),
        ("art_3__para_2", "art_3", MetBy.AROUND),
        ("art_3", "art_3__point_b", MetBy.BELOW),
        ("art_3__para_2", "art_3__para_1", None),
        ("art_3", "art_30", None),
        ("art_3__para_1", "art_3__para_10", None),
        ("art_3", "", None),
    ],
)
def test_a_basis_meets_what_is_in_around_or_below_it(
    delegation: str, basis: str, expected: MetBy | None
) -> None:
    assert met_by(delegation, basis) is expected


@pytest.mark.parametrize(
    ("level", "kind", "expected"),
    [
        (Level.DECREE, WorkKind.DECREE, Fit.FITS),
        (Level.DECREE, WorkKind.MINISTERIAL_REGULATION, Fit.NOT_ALLOWED),
        (Level.BY_OR_UNDER_DECREE, WorkKind.DECREE, Fit.FITS),
        (Level.BY_OR_UNDER_DECREE, WorkKind.MINISTERIAL_REGULATION, Fit.THROUGH_DECREE),
        (Level.MINISTERIAL, WorkKind.MINISTERIAL_REGULATION, Fit.FITS),
        (Level.MINISTERIAL, WorkKind.DECREE, Fit.NOT_ALLOWED),
        (Level.INDEPENDENT_BODY, WorkKind.MINISTERIAL_REGULATION, Fit.NOT_JUDGED),
        (Level.ORDINANCE, WorkKind.DECREE, Fit.NOT_JUDGED),
    ],
)
def test_levels_fit_as_the_aanwijzingen_have_it(level: Level, kind: WorkKind, expected: Fit) -> None:
    assert fit(_delegation("art_1", level), kind) is expected


def test_an_article_that_delegates_at_two_levels_carries_each_rule_where_it_fits() -> None:
    decree = _delegation("art_3__para_1", Level.DECREE)
    regulation = _delegation("art_3__para_2", Level.MINISTERIAL)
    both = (decree, regulation)
    assert used(both, "art_3", WorkKind.DECREE) == ((decree, MetBy.AROUND, Fit.FITS),)
    assert used(both, "art_3", WorkKind.MINISTERIAL_REGULATION) == ((regulation, MetBy.AROUND, Fit.FITS),)


def test_a_lid_that_is_named_decides_even_where_its_level_does_not_fit() -> None:
    decree, regulation = _delegation("art_3", Level.MINISTERIAL), _delegation("art_3__para_1", Level.DECREE)
    found = used((decree, regulation), "art_3__para_1", WorkKind.MINISTERIAL_REGULATION)
    assert found == ((regulation, MetBy.SAME, Fit.NOT_ALLOWED),)
