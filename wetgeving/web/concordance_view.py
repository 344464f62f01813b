"""A concordance as a table: what became of each provision, on what ground, and what an editor said of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.diff import Comparison
from corpus.diff.concordance import LEVELS as KINDS
from corpus.diff.concordance import Correspondence, Place, concordance
from corpus.numbering import label
from corpus.provision import Provision, ProvisionKind
from wetgeving.services.catalogue import path_to
from wetgeving.services.corrections import StandingCorrection
from wetgeving.web import terms

ARTICLES, PARTS = "artikelen", "leden"
LEVELS = {ARTICLES: KINDS["article"], PARTS: KINDS["paragraph"]}
"""The words of an address, and the kinds of provision that get a row."""


SAME = "zelfde nummer"


@dataclass(frozen=True, slots=True)
class ConcordanceRow:
    """Provisions that hang together; `said` is the correction that decided it."""

    old: tuple[Place, ...]
    new: tuple[Place, ...]
    grounds: tuple[str, ...]
    said: StandingCorrection | None

    @property
    def outcome(self) -> str:
        """What became of the old provisions, in a word."""
        if not self.new:
            return "vervallen"
        if not self.old:
            return "nieuw"
        if len(self.old) > 1 or len(self.new) > 1:
            return "samengevoegd" if len(self.old) > len(self.new) else "gesplitst"
        return SAME if self.old[0].label == self.new[0].label else "ander nummer"


def rows(
    comparison: Comparison, level: str, standing: Iterable[StandingCorrection]
) -> tuple[ConcordanceRow, ...]:
    """The rows in reading order."""
    said = {(side, eid): s for s in standing for side, eid in _named(s)}
    return tuple(_row(found, said) for found in concordance(comparison, LEVELS[level]))


def telling(found: Iterable[ConcordanceRow]) -> tuple[ConcordanceRow, ...]:
    """All articles; of leden and onderdelen those that bear another number, came, went or were decided."""
    return tuple(r for r in found if r.said or r.outcome != SAME or _is_article((*r.new, *r.old)[0]))


def tally(found: Sequence[ConcordanceRow]) -> tuple[tuple[str, int], ...]:
    """How many rows have which outcome."""
    outcomes = [row.outcome for row in found]
    return tuple((word, outcomes.count(word)) for word in dict.fromkeys(outcomes))


def choices(found: Sequence[ConcordanceRow]) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The provisions an editor may choose from, old and new, in reading order of the rows."""
    return tuple(p for row in found for p in row.old), tuple(p for row in found for p in row.new)


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A correction with its provisions as they are cited; an eId that is in neither text stays as it is."""

    said: StandingCorrection
    old: tuple[str, ...]
    new: tuple[str, ...]


def standing_rows(
    standing: Iterable[StandingCorrection], old: Sequence[Provision], new: Sequence[Provision]
) -> tuple[StandingRow, ...]:
    """What stands, for who may take it back."""
    return tuple(
        StandingRow(said, _cited(said.correction.old, old), _cited(said.correction.new, new))
        for said in standing
    )


def _cited(eids: Iterable[str], provisions: Sequence[Provision]) -> tuple[str, ...]:
    paths = ((eid, path_to(tuple(provisions), eid)) for eid in eids)
    return tuple(label(path) if path else eid for eid, path in paths)


def _is_article(place: Place) -> bool:
    return place.kind is ProvisionKind.ARTICLE


def _row(found: Correspondence, said: dict[tuple[str, str], StandingCorrection]) -> ConcordanceRow:
    named = [("old", p.eid) for p in found.old] + [("new", p.eid) for p in found.new]
    grounds = tuple(terms.match_rule(rule) for rule in found.matched_by)
    return ConcordanceRow(found.old, found.new, grounds, next((said[n] for n in named if n in said), None))


def _named(standing: StandingCorrection) -> list[tuple[str, str]]:
    became = standing.correction
    return [("old", eid) for eid in became.old] + [("new", eid) for eid in became.new]
