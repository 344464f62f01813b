"""A synopsis of stored versions, with the explanation of a memorandum as its last column. Changes nothing.

The texts stand in the order in which they were asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.diff import Comparison
from corpus.diff.synopsis import FEWEST, MOST, SynopsisRow, synopsis
from corpus.explanation_column import ExplanationColumn, explanation_column
from corpus.provision import ProvisionKind, walk
from wetgeving.services.catalogue import Catalogue, ListedVersion, VersionText
from wetgeving.services.comparing import Comparing
from wetgeving.services.errors import FictionalComparisonError, InvalidValueError
from wetgeving.services.explaining import MEMORANDUM, explained_by
from wetgeving.store.values import Work


@dataclass(frozen=True, slots=True)
class Synopsis:
    """The texts, their rows, and the explanation beside those when that was asked for."""

    texts: tuple[VersionText, ...]
    rows: tuple[SynopsisRow, ...]
    memorandum: VersionText | None = None
    explanation: ExplanationColumn = field(default_factory=ExplanationColumn)

    @property
    def fictional(self) -> bool:
        """Is it of texts that were written as an example?"""
        return self.texts[0].work.fictional

    def only_changed(self) -> tuple[SynopsisRow, ...]:
        """The rows of the articles in which something changed, each article whole."""
        units = {row.unit for row in self.rows if row.changed}
        return tuple(row for row in self.rows if row.unit in units)

    def articles(self) -> tuple[int, int]:
        """How many articles there are, and in how many of them something changed."""
        named = {p.eid for t in self.texts for p in walk(t.provisions) if p.kind is ProvisionKind.ARTICLE}
        units = {
            row.unit
            for row in self.rows
            if row.depth == 0 and any(side.eid in named for c in row.cells if c for side in c.sides)
        }
        return len(units), len(units & {row.unit for row in self.rows if row.changed})


class Synopses:
    """Makes synopses of versions out of the catalogue."""

    def __init__(self, catalogue: Catalogue, comparing: Comparing) -> None:
        self._catalogue, self._comparing = catalogue, comparing

    def listed(self, keys: Sequence[str]) -> tuple[tuple[ListedVersion, Work], ...]:
        """The versions with their works, without their texts; refuses what `of` would refuse."""
        if not FEWEST <= len(keys) <= MOST:
            raise InvalidValueError(
                "Een synopsis heeft twee tot vier kolommen.",
                value=f"{len(keys)} gekozen",
                remedy="Kies twee, drie of vier versies.",
            )
        found = [self._catalogue.version(key) for key in keys]
        listed = tuple((version, self._catalogue.work(version.version.work)) for version in found)
        require_one_world(listed)
        return listed

    def of(self, keys: Sequence[str], *, explanation: str = "") -> Synopsis:
        """The synopsis of these versions, in this order."""
        self.listed([*keys])
        texts = tuple(self._catalogue.text(key) for key in keys)
        present = [text.listed.version.version for text in texts]

        def compared(i: int, j: int) -> Comparison:
            return self._comparing.as_given(present[i], present[j]).comparison

        rows = synopsis([text.provisions for text in texts], compared)
        if not explanation:
            return Synopsis(texts, rows)
        memorandum = self._memorandum(explanation, texts[0])
        column = explanation_column(rows, [explained_by(memorandum, text) for text in texts])
        return Synopsis(texts, rows, memorandum, column)

    def _memorandum(self, key: str, beside: VersionText) -> VersionText:
        memorandum = self._catalogue.text(key)
        if memorandum.work.kind != MEMORANDUM:
            raise InvalidValueError(
                "Dit is geen memorie of nota van toelichting.",
                value=key[:120],
                remedy="Kies een toelichting, of laat de kolom toelichting weg.",
            )
        if memorandum.work.fictional != beside.work.fictional:
            raise FictionalComparisonError.of(beside.listed.version.version, key)
        return memorandum


def require_one_world(listed: Sequence[tuple[ListedVersion, Work]]) -> None:
    """Refuse an example beside a real text."""
    for (first, one), (second, other) in pairwise(listed):
        if one.fictional != other.fictional:
            raise FictionalComparisonError.of(first.version.version, second.version.version)
