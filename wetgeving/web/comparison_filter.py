"""Which changes of a comparison are asked for: by kind, by what was put in or taken out, and how minor.

Nothing is left out here: a change that does not pass is folded and counted by who shows it.
"""

from dataclasses import dataclass, replace

from corpus.diff import Change, ChangeKind, Comparison
from wetgeving.web.change_search import Search

_NO_SEARCH = Search()


@dataclass(frozen=True, slots=True)
class Filter:
    """Changes of any of these kinds (none: every kind), in which the search finds what it looks for."""

    kinds: tuple[ChangeKind, ...] = ()
    search: Search = _NO_SEARCH
    hide_minor: bool = False

    @property
    def is_set(self) -> bool:
        """Does it leave anything out?"""
        return bool(self.kinds or self.search.terms or self.hide_minor)

    def accepts(self, change: Change) -> bool:
        """Does this change pass?"""
        if self.kinds and not set(self.kinds) & set(change.kinds):
            return False
        if self.hide_minor and is_minor(change):
            return False
        return self.search.finds(change)


NO_FILTER = Filter()


def is_minor(change: Change) -> bool:
    """Does it only follow from another change, or concern punctuation alone?"""
    return ChangeKind.CONSEQUENTIAL in change.kinds or change.kinds == (ChangeKind.PUNCTUATION,)


def accepted(comparison: Comparison, wanted: Filter) -> tuple[Change, ...]:
    """The changes that pass the filter, in reading order."""
    return tuple(c for c in comparison.changes if wanted.accepts(c))


def hidden_as_minor(comparison: Comparison, wanted: Filter) -> int:
    """How many changes are hidden, or would be, that pass everything else in the filter."""
    rest = replace(wanted, hide_minor=False)
    return sum(1 for c in comparison.changes if is_minor(c) and rest.accepts(c))
