"""A comparison with a text of one's own as a page shows it: the same rows, without an address to keep.

Whose text it is stands at each side; what was left out when it was read is said, as it is of any file.
"""

from wetgeving.services.own_text import OwnComparison
from wetgeving.web import comparison_view, operations_view
from wetgeving.web.comparison_filter import NO_FILTER, accepted
from wetgeving.web.comparison_overview import first_substantive, overview, tally
from wetgeving.web.standing_view import text_status, version_name


def shown(found: OwnComparison) -> dict[str, object]:
    """What the template gets."""
    comparison = found.comparison
    stored = {"text": found.text, "name": version_name(found.text.listed), "status": text_status(found.text)}
    sides: list[dict[str, object] | None] = [None, stored] if found.own_is_old else [stored, None]
    return {
        "found": found,
        "comparison": comparison,
        "stored": stored,
        "sides": sides,
        "tally": tally(comparison),
        "first": first_substantive(comparison),
        "overview": overview(comparison, NO_FILTER),
        "shown": accepted(comparison, NO_FILTER),
        "groups": comparison_view.groups(comparison, NO_FILTER),
        "operations": operations_view,
        "respelled": sum(map(operations_view.respelled, comparison.rows)),
        "fictional": found.text.work.fictional,
    }
