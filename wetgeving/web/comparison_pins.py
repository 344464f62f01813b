"""The part of a permanent address that pins both texts: twelve hex digits of each tree hash.

A version key can be corrected and its text can be read anew; the address keeps working, and says so when the
text it was made for is no longer the one that is shown. Hashes follow the order of the keys in the address.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wetgeving.services.catalogue import ListedVersion
from wetgeving.services.errors import InvalidValueError
from wetgeving.store.values import Event, Version
from wetgeving.web.dutch import dutch_date
from wetgeving.web.standing_view import version_name

_DIGITS = 12
_FORM = re.compile(rf"([0-9a-f]{{{_DIGITS}}})-([0-9a-f]{{{_DIGITS}}})")


@dataclass(frozen=True, slots=True)
class Reread:
    """A text that is no longer the one an address was made for; `since`: when it was read anew, if known."""

    name: str
    was: str
    now: str
    since: str


def pin(old: Version, new: Version) -> str:
    """What pins the texts of two versions."""
    return f"{old.tree_hash[:_DIGITS]}-{new.tree_hash[:_DIGITS]}"


def pinned_hashes(pinned: str) -> tuple[str, str]:
    """The two hashes of a permanent address."""
    found = _FORM.fullmatch(pinned)
    if found is None:
        raise InvalidValueError(
            "Dit vaste adres heeft niet de goede vorm.",
            value=pinned[:120],
            remedy="Kopieer het adres opnieuw; na /vast/ horen twee keer twaalf tekens met een streepje.",
        )
    return found.group(1), found.group(2)


def reread(versions: Sequence[ListedVersion], pinned: str, events: Sequence[Event]) -> tuple[Reread, ...]:
    """The versions, in the order of the address, whose text is another than the pinned one."""
    return tuple(
        Reread(version_name(listed), was, listed.version.tree_hash[:_DIGITS], _since(listed, events))
        for listed, was in zip(versions, pinned_hashes(pinned), strict=True)
        if not listed.version.tree_hash.startswith(was)
    )


def _since(listed: ListedVersion, events: Sequence[Event]) -> str:
    """When the text was last read anew."""
    days = [e.at.date() for e in events if e.kind == "refreshed" and e.version == listed.version.version]
    return dutch_date(days[-1]) if days else ""
