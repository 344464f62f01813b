"""The filter of a comparison as an address gives it, for the page and the API alike."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from corpus.diff import ChangeKind
from wetgeving.services.errors import InvalidValueError
from wetgeving.web.change_search import Search, Within
from wetgeving.web.comparison_filter import Filter

MINOR = "gevolg"
Word = TypeVar("Word", bound=StrEnum)


def change_filter(kinds: str | Sequence[str], words: str, *, within: str = "", hide: str = "") -> Filter:
    """Changes of these kinds in which the words are found; "" leaves nothing out."""
    asked = (kinds,) if isinstance(kinds, str) else kinds
    refusal = "Deze soort wijziging bestaat niet."
    chosen = dict.fromkeys(_one_of(ChangeKind, kind, refusal) for kind in asked if kind)
    sought = _one_of(Within, within or Within.ANY, "In deze tekst kan niet worden gezocht.")
    if hide and hide != MINOR:
        raise InvalidValueError("Dit kan niet worden verborgen.", value=hide[:120], remedy=f"Kies {MINOR}.")
    return Filter(tuple(chosen), Search.of(words, sought), hide == MINOR)


def _one_of(vocabulary: type[Word], value: str, refusal: str) -> Word:
    if value not in set(vocabulary):
        raise InvalidValueError(refusal, value=value[:120], remedy=f"Kies uit: {', '.join(vocabulary)}.")
    return vocabulary(value)
