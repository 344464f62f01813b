"""Where a delegation and the basis that a rule names meet, and whether the level of the rule fits.

A basis meets a delegation in the same provision, in one around it (an article named for a lid of it) or in
one below it (an onderdeel named of a list); how is always said. A level that does not fit is a candidate for
a person: an old "bij amvb" may have allowed more than its words (explanation to Aanwijzing 2.26).
"""

from collections.abc import Sequence
from enum import StrEnum

from corpus.delegation.delegation import Delegation, Level
from corpus.delegation.places import holds
from corpus.reading import WorkKind


class MetBy(StrEnum):
    """By which rule a basis and a delegation met."""

    SAME = "same-provision"
    AROUND = "provision-around-it"
    BELOW = "part-of-it"
    MENTIONED = "mentioned-in-the-rule"


class Fit(StrEnum):
    """Does the level of a rule fit the delegation?"""

    FITS = "fits"
    THROUGH_DECREE = "only-under-an-amvb"
    NOT_ALLOWED = "level-not-allowed"
    NOT_JUDGED = "not-judged"


class Fate(StrEnum):
    """What became of a provision that a rule rests on, in another text of the act."""

    SAME = "same-number"
    RENUMBERED = "renumbered"
    LOST = "lost"
    BY_NUMBER = "found-by-number"
    NOT_THERE = "not-there"
    UNKNOWN = "unknown"
    MOVED = "rests-on-after-commencement"


LOST_FATES = frozenset({Fate.LOST, Fate.NOT_THERE})
"""The fates that make "basis lost" a candidate."""
TRACKED = frozenset({Level.DECREE, Level.BY_OR_UNDER_DECREE, Level.MINISTERIAL})
"""The levels of which the rules are stored here as works, so that a missing one can be seen."""

_FITS = {
    (Level.DECREE, WorkKind.DECREE): Fit.FITS,
    (Level.DECREE, WorkKind.MINISTERIAL_REGULATION): Fit.NOT_ALLOWED,
    (Level.BY_OR_UNDER_DECREE, WorkKind.DECREE): Fit.FITS,
    (Level.BY_OR_UNDER_DECREE, WorkKind.MINISTERIAL_REGULATION): Fit.THROUGH_DECREE,
    (Level.MINISTERIAL, WorkKind.MINISTERIAL_REGULATION): Fit.FITS,
    (Level.MINISTERIAL, WorkKind.DECREE): Fit.NOT_ALLOWED,
    (Level.ROYAL_DECREE, WorkKind.DECREE): Fit.FITS,
    (Level.ROYAL_DECREE, WorkKind.MINISTERIAL_REGULATION): Fit.NOT_ALLOWED,
}
_BEST = (Fit.FITS, Fit.THROUGH_DECREE, Fit.NOT_JUDGED, Fit.NOT_ALLOWED)


def met_by(delegation: str, basis: str) -> MetBy | None:
    """The rule by which a basis meets a delegation, both as eIds of one text."""
    if not basis:
        return None
    if delegation == basis:
        return MetBy.SAME
    if holds(basis, delegation):
        return MetBy.AROUND
    return MetBy.BELOW if holds(delegation, basis) else None


def fit(delegation: Delegation, kind: WorkKind) -> Fit:
    """Does a rule of this kind fit the level of the delegation?"""
    return _FITS.get((delegation.level, kind), Fit.NOT_JUDGED)


def used(
    delegations: Sequence[Delegation], basis: str, kind: WorkKind
) -> tuple[tuple[Delegation, MetBy, Fit], ...]:
    """The delegations that a basis stands for: the nearest, and of those the ones whose level fits best.

    An article that delegates at two levels thus carries a decree in one lid and a regulation in another.
    """
    met = [(d, by, fit(d, kind)) for d in delegations if not d.starts_law and (by := met_by(d.eid, basis))]
    same = [m for m in met if m[1] is MetBy.SAME]
    near = same or met
    best = next((grade for grade in _BEST if any(m[2] is grade for m in near)), None)
    return tuple(m for m in near if m[2] is best)
