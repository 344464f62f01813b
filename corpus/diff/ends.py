"""What two texts have in common at their two ends: most of two versions of one lid.

The ends are cut at blanks, never inside a word or between "artikel" and its number, so that what stands
between them can be taken for the whole of the difference.
"""

import re

_CITES = re.compile(r"\b(?:artikel(?:en)?|art\.)\s*$", re.IGNORECASE)
_LONGEST_CITE = 12


def common_start(old: str, new: str) -> int:
    """How many characters two texts have in common at their start."""
    low, high = 0, min(len(old), len(new))
    if old[:high] == new[:high]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle
    return low


def common_end(old: str, new: str, most: int) -> int:
    """How many characters they have in common at their end, at most so many."""
    low, high = 0, most
    if old[len(old) - high :] == new[len(new) - high :]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if old[len(old) - middle :] == new[len(new) - middle :]:
            low = middle
        else:
            high = middle
    return low


def common_length(old: str, new: str) -> int:
    """How many characters the two ends hold together; those of the whole text when it is equal."""
    if old == new:
        return len(old)
    start = common_start(old, new)
    return start + common_end(old, new, min(len(old), len(new)) - start)


def whole_ends(old: str, new: str) -> tuple[int, int]:
    """The lengths of the common ends of two unequal texts, as far as they hold whole words.

    What could belong to either end belongs to the start.
    """
    most = common_start(old, new)
    start = old.rfind(" ", 0, most)
    while start > 0 and _CITES.search(old, max(0, start - _LONGEST_CITE), start):
        start = old.rfind(" ", 0, start)
    start = max(start, 0)
    end = common_end(old, new, min(len(old), len(new)) - most)
    at = old.find(" ", len(old) - end)
    while at >= 0 and _cited(old, at, start) | _cited(new, len(new) - len(old) + at, start):
        at = old.find(" ", at + 1)
    return start, len(old) - at if at >= 0 else 0


def _cited(text: str, at: int, start: int) -> bool:
    """Does a text, up to a blank, end in a word that is one with the number after it?"""
    return _CITES.search(text, max(start, at - _LONGEST_CITE), at) is not None
