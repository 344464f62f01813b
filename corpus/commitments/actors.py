"""Who "ik" and "wij" are in a letter, as printed: who signs it, else whom its title names as the writer.

Nothing is looked up and no office is completed: what is not printed has no name.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from corpus.provision import Provision, ProvisionKind, walk

_OFFICE = re.compile(
    r"^(?:De|Het|Namens) .*?(?:\w*minister|\w*secretaris|\w*president|directeur|voorzitter|dienst|\w*raad|"
    r"college)\b",
    re.I,
)
_FROM_TITLE = re.compile(
    r"\bBrief van (?P<who>(?:de|het) .+?)(?= over | aan | inzake | met | naar aanleiding | houdende |,| \(|$)"
)
_TO = re.compile(r"^Aan: ?(?P<who>[^.(]+)")
_STAMP = re.compile(r"\s*\((?:FICTIEVE VOORBEELDTEKST|fictief)\)")
_AND_OFFICE = re.compile(r" en (?=de (?:minister|staatssecretaris)\b)", re.I)


def writers(provisions: Iterable[Provision], title: str) -> str:
    """Who signs, several joined by "en"; "" when neither signature nor title says."""
    signed = [
        _without_article(line)
        for p in walk(provisions)
        if p.kind is ProvisionKind.CONCLUSIONS
        for line in p.text.splitlines()
        if _OFFICE.match(line.strip())
    ]
    if signed:
        return " en ".join(dict.fromkeys(signed))
    named = _FROM_TITLE.search(_STAMP.sub("", title))
    offices = _AND_OFFICE.split(named["who"]) if named else []
    return " en ".join(_without_article(office) for office in offices)


def addressee(provisions: Iterable[Provision]) -> str:
    """To whom a note is addressed: who "u" is in it."""
    lines = (line.strip() for p in walk(provisions) for line in p.text.splitlines())
    found = next((match for line in lines if (match := _TO.match(line))), None)
    return _without_article(found["who"]) if found else ""


@lru_cache(maxsize=512)
def plain_name(name: str) -> str:
    """A name without its article and the marks of an example, to tell whether two are one."""
    return _without_article(_STAMP.sub("", name)).casefold()


def _without_article(name: str) -> str:
    words = name.strip().rstrip(",;. ")
    return re.sub(r"^(?:de|het|een|namens) ", "", words, flags=re.I)
