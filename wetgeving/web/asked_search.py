"""What an address asks of the index, for what stands beside the page of hits: its feed and its files.

The names in the address are those of that page, so that a saved search is its address with another ending.
"""

from collections.abc import Mapping
from typing import Any

from flask import request, url_for

from indexer.document import Sort
from wetgeving.services import Services
from wetgeving.services.errors import InvalidValueError
from wetgeving.services.saved_search import SavedSearch
from wetgeving.services.searching import Searching, asks_changes
from wetgeving.web.search_view import APART, CHANGE_FACET_NAMES, FACET_NAMES, IN_CHANGES, IN_TEXTS, SORTS

_LONGEST = 1_000
_OF_THE_PAGE = ("pagina", "blijf")
"""What only says how the page is shown."""


def saved_search() -> SavedSearch:
    """The search of the address at hand; `InvalidValueError` when it asks nothing."""
    where = request.args.get("in") or IN_TEXTS
    query = request.args.get("q", "")
    if where not in (IN_TEXTS, IN_CHANGES):
        remedy = f"Zoek in {IN_TEXTS} of in {IN_CHANGES}."
        raise InvalidValueError("Hierin kan niet worden gezocht.", value=where[:120], remedy=remedy)
    if not query.strip() or len(query) > _LONGEST:
        raise InvalidValueError(
            "Een bewaarde zoekvraag heeft woorden nodig.",
            value=query[:120],
            remedy=f"Zet ze in het adres achter ?q=, hoogstens {_LONGEST} tekens.",
        )
    changes = where == IN_CHANGES or asks_changes(query)
    filters = _filters(CHANGE_FACET_NAMES if where == IN_CHANGES else FACET_NAMES)
    if changes and where != IN_CHANGES:
        filters = {f: v for f, v in filters.items() if f in CHANGE_FACET_NAMES and f != "version"}
    examples = request.args.get("voorbeelden") == "1"
    sort = {name: sort for sort, name in SORTS.items()}.get(request.args.get("volgorde", ""), Sort.RELEVANCE)
    grouped = request.args.get("versies") != APART
    return SavedSearch(query, filters, changes, examples=examples, sort=sort, grouped=grouped)


def _filters(names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    given = {
        facet: tuple(dict.fromkeys(value for value in request.args.getlist(name) if value))
        for facet, name in names.items()
    }
    return {facet: values for facet, values in given.items() if values}


def index_of(services: Services, wanted: SavedSearch) -> Searching:
    """The index that a search asks."""
    return services.searching_changes if wanted.changes else services.searching


def beside_search(rule: str, *, whole: bool = False, **other: Any) -> str:
    """The address under another rule that asks what the address at hand asks, from its first page."""
    given: dict[str, Any] = {
        name: values for name, values in request.args.lists() if name not in _OF_THE_PAGE
    }
    return url_for(rule, _external=whole, **(given | {name: v for name, v in other.items() if v}))
