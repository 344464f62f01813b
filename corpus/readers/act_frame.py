"""What stands around the articles: title, aanhef and slot; and the kind of a work by the words of its title.

The fixed formulas are those of Aanwijzingen 4.1 to 4.13 and 4.31 to 4.33 ("Wij ...", "Alzo Wij",
"Gelet op", "Zo is het, dat Wij", "Lasten en bevelen"). Where a text has other words, they stay plain text of
the preamble or of the last article.
"""

import re
from collections.abc import Iterable

from corpus.provision import ProvisionKind
from corpus.readers.draft import Block, Draft, Omission
from corpus.reading import WorkKind

KIND_FROM_TITLE = "kind-from-title"

_RECITAL = re.compile(
    r"(?:Allen, die|Alzo Wij|Overwegende|Gelet op|Gezien|Op de voordracht|Op voordracht|In overweging|"
    r"Gelezen|Gehoord|Handelende)\b",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"(?:Zo is het|Hebben goedgevonden|Heeft goedgevonden|Besluit(?:en)?\s*:|Gelijk Wij goedvinden)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:Wij\s+[A-Z]|Alzo Wij|Allen, die|Op de voordracht|Overwegende|Gelet op|Gezien|Gelezen|Zo is het|"
    r"Hebben goedgevonden|Besluit(?:en)?\s*:|(?:De|Onze) (?:Minister|Staatssecretaris)[^.]*,$)"
)
_CONCLUSION = re.compile(
    r"(?:['’]s-Gravenhage|Den Haag),?(?: \d{1,2} \w+ \d{4})?$|"
    r"Lasten en bevelen|Gegeven te\b|Uitgegeven\b|(?:De|Onze) (?:Minister|Staatssecretaris)\b[^.;:]{0,120},$|"
    r"(?:Deze|Dit|De) (?:rijks)?(?:wet|regeling|besluit|beschikking)\b.{0,80}"
    r" in (?:het|de) \*?Staats(?:blad|courant)\*? (?:worden|wordt) geplaatst"
)
_ADJECTIVES = r"(?:(?:Algemene?|Tijdelijke?|Nadere?|Nieuwe?)\s+)?"
_NOUNS = (
    (WorkKind.ACT, r"wet(?:boek)?"),
    (WorkKind.DECREE, r"besluit"),
    (WorkKind.MINISTERIAL_REGULATION, r"regeling"),
    (WorkKind.CIRCULAR, r"circulaire"),
    (WorkKind.TREATY, r"verdrag"),
)
_KIND = re.compile(
    _ADJECTIVES + r"\w*?(?:" + "|".join(f"(?P<{kind.name}>{noun})" for kind, noun in _NOUNS) + r")\b",
    re.IGNORECASE,
)
_BILL = re.compile(r"(?:voorstel van (?:rijks)?wet|wijziging van)\b", re.IGNORECASE)
_SHORT_TITLE = re.compile(r"\(([^()]{3,200})\)\s*\.?\s*$")


def is_opening(text: str) -> bool:
    """Whether a line is the first words of an aanhef."""
    return _OPENING.match(text) is not None


def is_conclusion(text: str) -> bool:
    """Whether a line is the first of the slotformule or the ondertekening."""
    return _CONCLUSION.match(text) is not None


def fill_preamble(preamble: Draft, lines: Iterable[tuple[Block | Omission, ...]]) -> None:
    """Put the lines of an aanhef into it: opening, recitals, formula, and what follows."""
    place = ProvisionKind.PREAMBLE
    for content in lines:
        text = " ".join(item.text for item in content if isinstance(item, Block))
        if _FORMULA.match(text):
            place = ProvisionKind.FORMULA
            preamble.child(place).content += content
        elif place is ProvisionKind.RECITAL or (place is ProvisionKind.PREAMBLE and _RECITAL.match(text)):
            place = ProvisionKind.RECITAL
            preamble.child(place).content += content
        else:
            preamble.content += content


def short_title(title: str) -> str:
    """The citation title between brackets at the end of a long title, or ""."""
    match = _SHORT_TITLE.search(title)
    return match[1].strip() if match else ""


def kind_of_law(title: str) -> WorkKind:
    """The kind of a law by the first noun of its title; unknown when the first word does not say it."""
    match = _KIND.match(title)
    return WorkKind[match.lastgroup] if match and match.lastgroup else WorkKind.UNKNOWN


def kind_of_bill_or_law(title: str) -> WorkKind:
    """The kind of a text that may not be law yet: "Voorstel van wet" and "Wijziging van" open a bill."""
    return WorkKind.BILL if _BILL.match(title) else kind_of_law(title)


def kind_guesses(kind: WorkKind, title: str) -> list[tuple[str, str]]:
    """The account of a kind that was taken from the title."""
    return [] if kind is WorkKind.UNKNOWN else [(KIND_FROM_TITLE, " ".join(title.split()[:6]))]
