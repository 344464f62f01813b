"""A commencement as attributes of our own on an Akoma Ntoso `timeInterval`, and back.

Akoma Ntoso says from when a provision is in force; by which publication, and with which retroactive effect,
it cannot say there. The first interval of a group carries the commencement, each further one a publication
beside it. Other programs may ignore the attributes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from corpus.akn_vocabulary import own
from corpus.commencement import DATE_FIELDS, Commencement

_NAMES = {f.name: own(f.name.replace("_", "-")) for f in fields(Commencement) if f.name != "beside"}


def intervals(commencement: Commencement | None) -> tuple[dict[str, str], ...]:
    """The attributes of each interval of the group; one interval without any where there is none."""
    if commencement is None:
        return ({},)
    return tuple(_attributes(c) for c in (commencement, *commencement.beside))


def commencement_of(groups: Iterable[Mapping[str, str]]) -> Commencement | None:
    """The commencement that the attributes of a group's intervals tell; None when they tell nothing."""
    found = [c for c in map(_stated, groups) if c != Commencement()]
    return replace(found[0], beside=tuple(found[1:])) if found else None


def _attributes(c: Commencement) -> dict[str, str]:
    values = {name: getattr(c, field) for field, name in _NAMES.items()}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
        if value
    }


def _stated(attributes: Mapping[str, str]) -> Commencement:
    """A value that is no date is left out: the file was changed by others."""
    given = {field: attributes[name] for field, name in _NAMES.items() if name in attributes}
    read: dict[str, Any] = {f: _day(text) if f in DATE_FIELDS else text for f, text in given.items()}
    return Commencement(**read)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
