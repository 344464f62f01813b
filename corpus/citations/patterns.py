"""Pieces of regular expressions that the grammar of references is built from: numbers, ordinals, lists.

Dutch as laws are written (Aanwijzingen 3.27 to 3.31) and as lawyers write ("art. 3 lid 2 Awb"), and
English and Dutch as in Union acts ("Article 10(2), point (a)", "artikel 10, lid 2, punt a)"). No names of
acts.
"""

import re
from collections.abc import Iterable

from corpus.numbering import ORDINALS

_TENS = ("eenen", "tweeën", "drieën", "vieren", "vijfen", "zesen", "zevenen", "achten", "negenen")
_ENGLISH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ORDINAL_VALUES = {
    **{word: str(n) for n, word in enumerate(ORDINALS, 1)},
    **{f"{unit}twintigste": str(20 + n) for n, unit in enumerate(_TENS, 1)},
    **{word: str(n) for n, word in enumerate(_ENGLISH, 1)},
}


def words(alternatives: Iterable[str]) -> str:
    """A pattern for one of the words, longest first, factored by first letter; their first letter may be
    big."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(alternatives), key=lambda w: (-len(w), w)):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    branches = (
        f"[{first.upper()}{first}](?:{'|'.join(rest)})" if first.isalpha() else f"{first}(?:{'|'.join(rest)})"
        for first, rest in sorted(by_letter.items())
    )
    return f"(?:{'|'.join(branches)})"


ARTICLE = (
    r"(?:[A-Z] \d{1,3}[a-z]{0,2}(?!\w)|\d{1,4} [a-z]{1,2}(?= ,)|"
    r"\d{1,4}(?:[A-Z](?!\w)|bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|[a-z]{1,3})?"
    r"(?:(?:[.:]|: )(?:\d{1,4}[a-z]{0,3}|[a-z]\d{1,3}))*\*?(?:\.(?=,))?(?!\w|[.,:]\d|°|º| ?%))"
)
DASHED = r"(?:[IVXL]{1,5}-[A-Z]{0,2}\d{1,3}[a-z]?(?![\w-]))"
ROMAN = r"(?:[IVXL]+[A-Za-z]?(?:\.\d+)?(?![\w-]))"
LETTER = r"(?:[A-Z]{1,2}[a-z]?(?![\w-]))"
NO_COUNT = (
    r"(?! (?:dag|dagen|week|weken|maand|maanden|jaar|jaren|uur|euro|procent|personen|kilometer|meter|januari|"
    r"februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|days|months|years)\b)"
)
JOIN = (
    r"(?: ?, (?:(?:en|of|onderscheidenlijk|alsmede|dan wel|respectievelijk|and|or|en/of|dan wel) )?"
    r"|,? (?:en/of|en|of|alsmede|dan wel|onderscheidenlijk|respectievelijk|and|or|noch|juncto|jo\.?|j°|"
    r"(?:gelezen )?in (?:samenhang|verbinding) met|in conjunction with) )"
)
RANGE = r"(?:,? (?:to[te] en met(?: het)?|t/m|to) | ?[–] ?|(?<=\d)-(?=\d))"
LISTED = rf"(?:{JOIN}|{RANGE})"

_ORDINAL = rf"(?:{words(ORDINAL_VALUES)}|\d{{1,2}}(?:ste|de|e)(?= (?:lid|leden|volzin)\b))\b"
ORDINAL_LIST = rf"{_ORDINAL}(?:(?:{LISTED}(?:het )?|/){_ORDINAL})*"
_PARAGRAPH = r"\(?\d{1,3}(?:[a-z]\b| (?:bis|ter|quater)\b)?\)?(?![\w°º]|[.,:]\d)"
PARAGRAPH_LIST = rf"{_PARAGRAPH}(?:{LISTED}{_PARAGRAPH}(?! ?,? (?:\w+ )?(?:lid|leden)\b))*"

_TWO = "|".join(f"{c}{c}" for c in "abcdefghijklmnopqrstuvwxyz") + "|a[bcdefghi]|b[abcd]"
_LETTER_POINT = rf"(?:\([a-z]{{1,4}}\)|(?:{_TWO}|[a-z])\d?(?![\w’'])\)?)"
_CAPITAL_POINT = r"(?:[A-Z][a-z]{0,2}(?![\w’'.:-]))"
_DIGIT_POINT = r"(?:\(\d{1,3}\)|\d{1,3}[a-z]?(?![\w.:]*\d|%|[A-Za-z])[°º˚⁰]?\)?|\d{1,3}o(?!\w))"
_MARKED_POINT = r"(?:\(\d{1,3}\)|\d{1,3}[a-z]?(?:[°º˚⁰]|o(?!\w)|\)))"
_SMALL_ROMAN = r"(?:\(?[ivx]{1,5}(?!\w)\)?)"
POINT_LIST = (
    rf"(?:(?:{_LETTER_POINT}|{_SMALL_ROMAN}|{_MARKED_POINT})"
    rf"(?:(?:{LISTED}|(?=\())(?:{_LETTER_POINT}|{_SMALL_ROMAN}|{_MARKED_POINT}))*"
    rf"|{_CAPITAL_POINT}(?:{LISTED}{_CAPITAL_POINT})*"
    rf"|{_DIGIT_POINT}{NO_COUNT}(?:{LISTED}{_DIGIT_POINT}{NO_COUNT})*)"
)
MORE_POINT = rf"(?:{_LETTER_POINT}|{_SMALL_ROMAN}|{_MARKED_POINT})"
_ITEM = re.compile(r"(?P<range>to[te] en met|t/m|\bto\b|–)|(?P<word>[A-Za-zëï]{5,})|(?P<item>[\w°º˚⁰]+)")
_CONNECTORS = frozenset(
    {
        "en", "of", "het", "dan", "wel", "alsmede", "onderscheidenlijk", "respectievelijk", "noch", "juncto",
        "jo",
        "and", "or",
    }
)  # fmt: skip


def ordinal_items(listed: str) -> list[tuple[str, bool]]:
    """The numbers of "eerste, tweede en vierde lid", each with whether it ends a range."""
    single = ORDINAL_VALUES.get(listed.lower())
    if single:
        return [(single, False)]
    found, ranged = [], False
    for match in _ITEM.finditer(listed):
        said = match.group().lower()
        if match.lastgroup == "range":
            ranged = True
        elif said not in _CONNECTORS:
            found.append((ORDINAL_VALUES.get(said) or said.rstrip("stde"), ranged))
            ranged = False
    return found


def listed_items(listed: str) -> list[tuple[str, bool]]:
    """The items of "4 en 5" or "a tot en met e en l", each with whether it ends a range."""
    if listed.isalnum():
        return [(listed, False)]
    found: list[tuple[str, bool]] = []
    ranged = False
    for match in _ITEM.finditer(listed):
        said = match.group()
        if match.lastgroup == "range":
            ranged = True
        elif said.lower() in ("bis", "ter", "quater") and found:
            found[-1] = (f"{found[-1][0]}{said}", found[-1][1])
        elif said not in _CONNECTORS:
            found.append((said, ranged))
            ranged = False
    return found
