"""Article numbers are not numbers: the one module that takes them apart, orders and names them.

From a printed number ("Artikel 3:15", "ARTIKEL I", "1°.", "2a*") to the token an eId carries, to a key that
sorts, and to the Dutch way of citing ("artikel 30b, eerste lid, onderdeel a": Aanwijzing 3.27 for the form).
It never decides what a line of text is; readers do.
"""

import re
from collections.abc import Sequence

from corpus.provision import Provision, ProvisionKind

_LABEL = re.compile(
    r"^(?:boek|deel|hoofdstuk|titel|afdeling|paragraaf|sub-?paragraaf|artikel(?:en)?|art\.|lid|onderdeel|bijlage|"
    r"aanhangsel|annex|article|chapter|§+)(?=[\s\d§]|$)\s*",
    re.IGNORECASE,
)
_NEW = re.compile(r"\(nieuw\)\s*$", re.IGNORECASE)
_SEPARATOR = re.compile(r"[\s.:/\\\-–—−]+")
_FOREIGN = re.compile(r"[^\w-]", re.UNICODE)
_ROMAN = re.compile(r"(?=[IVXLC])(X{0,3}|XL|LX{0,3}|XC|C{1,3})(IX|IV|V?I{0,3})(?=[A-Za-z]?$)")
_PIECE = re.compile(r"\d+|[^\W\d_]+")

ORDINALS = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende",
    "elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende",
    "negentiende", "twintigste",
)  # fmt: skip


def bare_number(printed: str) -> str:
    """The number without its label and closing signs: "Artikel 3:15." gives "3:15", "1°." gives "1"."""
    number = _NEW.sub("", _LABEL.sub("", printed.strip()).strip())
    return number.strip("().°º;,:*•●□– ‐−-\t\u00a0").strip()


def number_token(printed: str) -> str:
    """The token of a number inside an eId (`.` and `:` become `-`, case is kept); "" when there is none."""
    token = _FOREIGN.sub("", _SEPARATOR.sub("-", bare_number(printed)).replace("_", ""))
    return re.sub(r"-{2,}", "-", token).strip("-")


def sort_key(printed: str) -> tuple[tuple[int, str], ...]:
    """A key under which 2 < 10, 10 < 10a < 11, 3:9 < 3:10 and II < X; equal for equal tokens."""
    token = number_token(printed)
    if token and _ROMAN.match(token):
        token = _roman_to_digits(token)
    return tuple((int(p), "") if p.isdigit() else (0, p.lower()) for p in _PIECE.findall(token))


def _roman_to_digits(token: str) -> str:
    match = _ROMAN.match(token)
    assert match is not None
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    digits = [values[letter] for letter in match.group()]
    total = sum(-v if v < w else v for v, w in zip(digits, [*digits[1:], 0], strict=True))
    return f"{total}{token[match.end() :]}"


def ordinal_lid(printed: str) -> str:
    """The lid as it is cited: "1." gives "eerste lid", "3a." gives "lid 3a"."""
    number = bare_number(printed)
    if number.isdigit() and 0 < int(number) <= len(ORDINALS):
        return f"{ORDINALS[int(number) - 1]} lid"
    if number.isdigit():
        suffix = "ste" if int(number) % 100 >= 20 or int(number) % 100 in (1, 8) else "de"
        return f"{number}{suffix} lid"
    return f"lid {number}" if number else "ongenummerd lid"


_NAMES = {
    ProvisionKind.BOOK: "boek",
    ProvisionKind.PART: "deel",
    ProvisionKind.CHAPTER: "hoofdstuk",
    ProvisionKind.TITLE: "titel",
    ProvisionKind.SECTION: "afdeling",
    ProvisionKind.SUBSECTION: "paragraaf",
    ProvisionKind.SUBDIVISION: "subparagraaf",
    ProvisionKind.DIVISION: "divisie",
    ProvisionKind.ARTICLE: "artikel",
    ProvisionKind.ATTACHMENT: "bijlage",
    ProvisionKind.RECITAL: "overweging",
    ProvisionKind.LONG_TITLE: "opschrift",
    ProvisionKind.PREAMBLE: "aanhef",
    ProvisionKind.FORMULA: "formule",
    ProvisionKind.CONCLUSIONS: "slot en ondertekening",
    ProvisionKind.SLOT: "slot",
    ProvisionKind.CROSSHEADING: "tussenkop",
    ProvisionKind.EXPLANATION: "toelichting",
    ProvisionKind.MOD: "aangehaalde tekst",
}


def name(provision: Provision) -> str:
    """How one step of a citation reads: "artikel 30b", "eerste lid", "onderdeel a", "tussenkop"."""
    number = bare_number(provision.num)
    if provision.kind is ProvisionKind.PARAGRAPH:
        return ordinal_lid(provision.num)
    if provision.kind is ProvisionKind.POINT:
        return f"onderdeel {number}" if number else "ongenummerd onderdeel"
    return f"{_NAMES[provision.kind]} {number}".strip()


_CITED_FROM = frozenset(
    {ProvisionKind.ARTICLE, ProvisionKind.RECITAL, ProvisionKind.PREAMBLE, ProvisionKind.ATTACHMENT, ProvisionKind.MOD}
)
_CITED_BELOW_CONTAINER = frozenset({ProvisionKind.ATTACHMENT, ProvisionKind.MOD})


def label(path: Sequence[Provision]) -> str:
    """Cite the last provision of a path from the root: "artikel 30b, eerste lid, onderdeel a, 1°".

    An article is cited without the chapter around it, but with the annex or the quoted law it stands in.
    A point below a point is cited by its printed number alone.
    """
    start = max((i for i, p in enumerate(path) if p.kind in _CITED_FROM), default=0)
    outer = [p for p in path[:start] if p.kind in _CITED_BELOW_CONTAINER]
    steps = [name(p) for p in outer]
    previous: Provision | None = None
    for provision in path[start:]:
        steps.append(_step(provision, previous))
        previous = provision
    return ", ".join(steps)


def _step(provision: Provision, previous: Provision | None) -> str:
    nested = previous is not None and previous.kind is ProvisionKind.POINT
    if provision.kind is ProvisionKind.POINT and nested and bare_number(provision.num):
        return provision.num.strip().rstrip(".;")
    return name(provision)
