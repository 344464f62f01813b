"""The form in which commencements are kept beside a tree: each distinct one once, under a name.

The name is its source (`Stcrt.2020-19159`), with a number when one source has more: a name stays what it was
when a later version adds others, so that the tree of that version stays close to the one it is stored
against. Part of form 2 of a tree (`tree_form`).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from corpus.commencement import DATE_FIELDS, Commencement
from corpus.provision import Provision, walk

_FIELDS = tuple(f.name for f in fields(Commencement))
_EMPTY = Commencement()
_UNNAMED = "-"


def named(provisions: Iterable[Provision]) -> dict[Commencement, str]:
    """Every distinct commencement of a tree with its name, in a fixed order."""
    distinct = {p.commencement for p in walk(provisions) if p.commencement is not None}
    names: dict[Commencement, str] = {}
    seen: Counter[str] = Counter()
    for c in sorted(distinct, key=repr):
        seen[c.source] += 1
        again = f"#{seen[c.source]}" if seen[c.source] > 1 else ""
        names[c] = (c.source or _UNNAMED) + again
    return names


def packed(c: Commencement) -> dict[str, Any]:
    """The fields that hold something; dates in ISO 8601."""
    return {name: _plain(getattr(c, name)) for name in _FIELDS if getattr(c, name) != getattr(_EMPTY, name)}


def unpacked(kept: Mapping[str, Any]) -> Commencement:
    """The commencement of what `packed` gave."""
    found: dict[str, Any] = {
        name: date.fromisoformat(x) if name in DATE_FIELDS else x for name, x in kept.items()
    }
    beside = tuple(unpacked(c) for c in kept.get("beside", ()))
    return Commencement(**{**found, "beside": beside})


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return [packed(c) for c in value] if isinstance(value, tuple) else value
