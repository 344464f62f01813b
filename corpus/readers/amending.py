"""Amending law in plain text: which lines are instructions, and where the new law they quote ends.

The form of instructions is that of Aanwijzingen 6.9 to 6.19 ("De Wet X wordt als volgt gewijzigd:", letters
A, B; "Het eerste lid komt te luiden:"). New law ends where the sequence of articles, letters or numbers of
the amending act itself goes on; that is a guess, and the reader records it.
"""

import re

from corpus.numbering import bare_number, sort_key
from corpus.provision import ProvisionKind
from corpus.readers.act_frame import is_conclusion
from corpus.readers.act_tree import ActTree
from corpus.readers.article_lines import Heading
from corpus.readers.draft import Draft
from corpus.readers.list_marks import Mark

QUOTED_UNTIL = "quoted-law-until-next-instruction"

_TARGET = (
    r"(?:lid|leden|onderdeel|onderdelen|subonderdeel|(?:vol)?zin(?:nen)?|zinsnede|artikel(?:en)?|aanhef|opschrift|"
    r"paragraaf|paragrafen|hoofdstuk|afdeling|titel|bijlage|tekst|woord(?:en)?|punt|begrips\w+|alinea|tabel|"
    r"aanduiding)\b"
)
_CHANGE = (
    r"(?:(?:komt|komen) te (?:luiden|vervallen)|verval(?:t|len)\b|luidende:|(?:wordt|worden)\b.{0,300}\b"
    r"(?:gewijzigd|vervangen|ingevoegd|toegevoegd|vernummerd|verletterd|geplaatst|geschrapt|aangebracht|ingelast))"
)
_INSTRUCTION = re.compile(
    r"(?:(?:Het|De)\s+(?:\w+\s+){0,4}?|(?:In|Na|Onder|Aan|Voor|Vóór|Achter|Boven|Tussen|Er|Door)\s+"
    rf"(?:\S+\s+){{0,10}}?)?{_TARGET}.{{0,200}}?{_CHANGE}",
    re.IGNORECASE,
)
_QUOTES_NEXT = re.compile(
    r"(?:te luiden|luidende|ingevoegd|toegevoegd|geplaatst|vervangen door|als volgt)\s*:$"
)
_LONGEST_INSTRUCTION = 600


def is_instruction(text: str) -> bool:
    """Whether a text names a part of a law and what happens to it."""
    return _INSTRUCTION.match(text[:_LONGEST_INSTRUCTION]) is not None


def announces_quoted_law(text: str) -> bool:
    """Whether new law follows on an instruction."""
    return text.endswith(":") and _QUOTES_NEXT.search(text[-40:]) is not None and is_instruction(text)


def announces_instructions(text: str) -> bool:
    """Whether instructions follow: "De Wet X wordt als volgt gewijzigd:"."""
    return text.endswith("gewijzigd:")


class QuotedLaw:
    """New law that is being quoted below an instruction: a tree of its own, until the act itself goes on."""

    def __init__(self, instruction: Draft, act: ActTree, article: Heading | None) -> None:
        mod = instruction.child(ProvisionKind.MOD)
        mod.guess(QUOTED_UNTIL, "het einde van de aangehaalde tekst volgt uit de volgorde van de instructies")
        self.tree = ActTree(mod)
        self._act = act
        self._article = article

    def ends_at(self, text: str, heading: Heading | None, mark: Mark | None) -> bool:
        """Whether this line belongs to the amending act again."""
        if heading is not None:
            return self._is_next_heading(heading)
        if is_conclusion(text):
            return True
        return mark is not None and self._is_next_instruction(mark)

    def _is_next_heading(self, heading: Heading) -> bool:
        if heading.kind is ProvisionKind.ARTICLE:
            return self._article is not None and _comes_next(self._article.num, heading.num)
        division = self._act.open_division(heading.kind)
        return division is not None and _comes_next(division.num, heading.num)

    def _is_next_instruction(self, mark: Mark) -> bool:
        lists = self._act.lists
        if lists is None:
            return False
        stands_alone = not mark.rest
        follows = any(count.follows(last) for last in lists.counts() for count in mark.counts)
        return follows and (stands_alone or is_instruction(mark.rest))


def _comes_next(last: str, num: str) -> bool:
    """Whether a number is the next of the same sort: II or Ia after I, 2 or 1a after 1."""
    before, after = bare_number(last), bare_number(num)
    if before[:1].isdigit() != after[:1].isdigit():
        return False
    old, new = sort_key(last), sort_key(num)
    if not old or not new:
        return False
    is_next = new[0][0] == old[0][0] + 1 and len(new) == 1
    return is_next or (new[0] == old[0] and new > old)
