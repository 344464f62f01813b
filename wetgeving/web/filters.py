"""The filter of a comparison as an address gives it, for the page and the API alike."""

from corpus.diff import ChangeKind
from wetgeving.services.errors import InvalidValueError
from wetgeving.web.comparison_view import Filter


def change_filter(kind: str, words: str) -> Filter:
    """Changes of one kind, with all these words in what was put in or taken out; "" leaves nothing out."""
    if kind and kind not in set(ChangeKind):
        raise InvalidValueError(
            "Deze soort wijziging bestaat niet.",
            value=kind[:120],
            remedy=f"Kies uit: {', '.join(ChangeKind)}.",
        )
    return Filter(ChangeKind(kind) if kind else None, tuple(words.casefold().split()))
