"""The number of a page in a long list, as it stands in an address."""

from flask import request

from wetgeving.services.errors import InvalidValueError

LAST_PAGE = 500


def page_number() -> int:
    """`?pagina=`; the first when it does not say."""
    given = request.args.get("pagina", "1")
    if not (given.isascii() and given.isdigit() and 1 <= int(given[:6]) <= LAST_PAGE):
        raise InvalidValueError(
            "Dit paginanummer bestaat niet.", value=given[:40], remedy=f"Kies 1 tot en met {LAST_PAGE}."
        )
    return int(given)
