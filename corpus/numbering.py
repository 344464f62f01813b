"""Article numbers are not numbers: the one module that takes them apart, orders and names them.

From a printed number ("Artikel 3:15", "ARTIKEL I", "1°.", "2a*") to the token an eId carries, to a key that
sorts, and to the Dutch way of citing ("artikel 30b, eerste lid, onderdeel a, onder 1°": Aanwijzing 3.29).
It never decides what a line of text is; readers do. Any text is accepted, and none raises.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from corpus.provision import Provision, ProvisionKind

_LABEL = re.compile(
    r"^(?:aanwijzing|boek|deel|hoofdstuk|titel|afdeling|paragraaf|sub-?paragraaf|artikel(?:en)?|art\.|lid|"
    r"onderdeel|bijlage|aanhangsel|annex|article|chapter|nr|§+|"
    r"part|title|(?:sub-?)?section|book|onderafdeling|teil|kapitel|(?:unter)?abschnitt|anhang|buch)(?=[\s\d§:.]|$)\s*",
    re.IGNORECASE,
)
_ONLY = re.compile(r"^(?:(?:enig|eenig|enige) artikel|artikel enig(?: artikel)?)\.?$", re.IGNORECASE)
_NEW = re.compile(r"\(nieuw\)[\s.:;]*$", re.IGNORECASE)
_CLOSING = "()[].°º;,:*•●□–— ‐−-\t\u00a0\"'«»‘’‚“”„"
_OPENING_QUOTE = re.compile(r"^[\"'«»‘’‚“”„]\s*")
_SEPARATOR = re.compile(r"[\s.:/\\\-–—−]+")
_SUPERSCRIPT = re.compile(r"(?<=\w)(?=[²³¹⁰⁴-⁹])")
_FOREIGN = re.compile(r"[^A-Za-z0-9-]")
_ROMAN = re.compile(
    r"(?=[IVXLC])((?:C{1,3}(?=[IVXL]))?(?:XC|XL|L(?=[IVX])X{0,3}|X{0,3})(?:IX|IV|V?I{0,3}))(?=[A-Za-z]?$)"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_PIECE = re.compile(r"[0-9]{1,18}|[A-Za-z]+")

ORDINALS = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende",
    "elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende",
    "negentiende", "twintigste",
)  # fmt: skip


@lru_cache(maxsize=10_000)
def bare_number(printed: str) -> str:
    """The number without label and closing signs: "Artikel 3:15." gives "3:15", "Enig artikel" "enig"."""
    if _ONLY.match(printed.strip()):
        return "enig"
    number = _NEW.sub("", _LABEL.sub("", _OPENING_QUOTE.sub("", printed.strip())).strip())
    return number.strip(_CLOSING).strip()


@lru_cache(maxsize=10_000)
def number_token(printed: str) -> str:
    """The token of a number inside an eId (`.` and `:` become `-`, case is kept); "" when there is none."""
    plain = unicodedata.normalize("NFKD", _SUPERSCRIPT.sub("-", bare_number(printed)))
    token = _FOREIGN.sub("", _SEPARATOR.sub("-", plain))
    return re.sub(r"-{2,}", "-", token).strip("-")


def sort_key(printed: str) -> tuple[tuple[int, str], ...]:
    """A key under which 2 < 10 < 10a < 11, 3:9 < 3:10, 11.1 < 11a.1 and II < IIA < X; equal for equal tokens.

    A lone capital I, V or X is read as a Roman number; a series of letters has its order from the text.
    """
    parts = [_PIECE.findall(_roman_to_digits(part)) for part in number_token(printed).split("-")]
    pieces = [piece for part in parts for piece in ("", *part)][1:]
    return tuple((int(piece), "") if piece.isdecimal() else (0, piece.lower()) for piece in pieces)


def _roman_to_digits(part: str) -> str:
    match = _ROMAN.match(part)
    if match is None or not match.group():
        return part
    digits = [_ROMAN_VALUES[letter] for letter in match.group()]
    total = sum(-v if v < w else v for v, w in zip(digits, [*digits[1:], 0], strict=True))
    return f"{total}{part[match.end() :]}"


def ordinal_lid(printed: str) -> str:
    """The lid as it is cited: "1." gives "eerste lid", "3a." gives "lid 3a"."""
    number = bare_number(printed)
    if not re.fullmatch(r"[1-9][0-9]{0,3}", number):
        return f"lid {number}" if number else "ongenummerd lid"
    if int(number) <= len(ORDINALS):
        return f"{ORDINALS[int(number) - 1]} lid"
    return f"{number}{_ordinal_suffix(int(number))} lid"


def _ordinal_suffix(number: int) -> str:
    """As it is spoken: eenentwintigste, honderdste, honderdeerste, honderdachtste; but honderdtweede."""
    last = number % 100
    return "ste" if last >= 20 or last in (0, 1, 8) else "de"


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
        return f"onderdeel {number}" if number else _unnumbered(provision.text)
    if number == "enig":
        return f"enig {_NAMES[provision.kind]}"
    return f"{_NAMES[provision.kind]} {number}".strip()


_DEFINITION = re.compile(r"([^\s:.;,]+(?: [^\s:.;,]+){0,5}): \S")


def _unnumbered(text: str) -> str:
    """An onderdeel without a number: a definition is cited by its term, as amending acts do."""
    defined = _DEFINITION.match(text)
    return f"begripsbepaling van {defined.group(1)}" if defined else "ongenummerd onderdeel"


_CITED_FROM = frozenset(
    {
        ProvisionKind.ARTICLE,
        ProvisionKind.RECITAL,
        ProvisionKind.PREAMBLE,
        ProvisionKind.ATTACHMENT,
        ProvisionKind.MOD,
    }
)
_CITED_BELOW_CONTAINER = frozenset({ProvisionKind.ATTACHMENT, ProvisionKind.MOD})


def label(path: Sequence[Provision]) -> str:
    """Cite the last provision of a path from the root: "artikel 30b, eerste lid, onderdeel a, 1°".

    An article is cited without the chapter around it, but with the annex or the quoted law it stands in.
    A point below a point is cited with "onder" (Aanwijzing 3.29, third lid). What is quoted in an amending
    act is cited after the onderdeel it stands in: "artikel I, onderdeel E, artikel 11, tweede lid".
    """
    quoted = max((i for i, p in enumerate(path) if i and p.kind is ProvisionKind.MOD), default=0)
    if quoted and quoted + 1 < len(path):
        return f"{label(path[:quoted])}, {label(path[quoted + 1 :])}"
    start = max((i for i, p in enumerate(path) if p.kind in _CITED_FROM), default=0)
    outer = [p for p in path[:start] if p.kind in _CITED_BELOW_CONTAINER]
    steps = [name(p) for p in outer]
    previous: Provision | None = None
    for provision in path[start:]:
        steps.append(step(provision, previous))
        previous = provision
    return ", ".join(steps)


def step(provision: Provision, previous: Provision | None) -> str:
    """How one step of a citation reads after the step before it."""
    nested = previous is not None and previous.kind is ProvisionKind.POINT
    if provision.kind is ProvisionKind.POINT and nested and bare_number(provision.num):
        return f"onder {provision.num.strip().rstrip('.;')}"
    return name(provision)
