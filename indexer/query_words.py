"""From the characters of a question to its pieces, each with the place where it stands.

Pieces are what stands between blanks, quotation marks and parentheses. Nothing is refused here: a sign that
does not fit (an opening quotation mark without its closing one) is left out and becomes a `Remark`, which
the parser takes as an error when the question shows that it was meant as a formula.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from indexer.query_nodes import NOWHERE, At


class Sign(Enum):
    """What a piece is."""

    WORDS = "words"
    PHRASE = "phrase"
    FIELD = "field"
    OPEN = "("
    CLOSE = ")"
    AND = "en"
    OR = "of"
    NOT = "niet"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a question; for a field also its name. `at` is where `text` stands, `whole` all of it."""

    sign: Sign
    text: str
    at: At
    name: str = ""
    whole: At = NOWHERE


@dataclass(frozen=True, slots=True)
class Remark:
    """What was passed over in a question, where, and what to do about it."""

    what: str
    at: At
    remedy: str
    wrong_in_formula: bool = True


OPERATORS = {
    "EN": Sign.AND, "AND": Sign.AND, "OF": Sign.OR, "OR": Sign.OR, "NIET": Sign.NOT, "NOT": Sign.NOT,
}  # fmt: skip
FORMULA = frozenset({Sign.FIELD, Sign.NEAR, Sign.AND, Sign.OR, Sign.NOT})
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_PIECE = re.compile(
    r'(?P<minus>-+)(?=["(])|(?P<open>\()|(?P<close>\))|"(?P<phrase>[^"]*)"|(?P<chunk>[^\s"()]+)'
)
_FIELD = re.compile(r"(?P<name>[a-z]{2,12}):(?P<value>\S*)")
_NEAR = re.compile(r"(?:NEAR|DICHTBIJ)/(?P<distance>\d{1,6})")
_TRAILING = ".,;:!?"


def pieces(question: str, fields: frozenset[str]) -> tuple[list[Piece], list[Remark]]:
    """The pieces of a question that may use these fields, and what was passed over in it."""
    text = question.translate(_QUOTES)
    remarks: list[Remark] = []
    if text.count('"') % 2:
        opened = text.rindex('"')
        remarks.append(
            Remark("Dit aanhalingsteken wordt niet gesloten.", (opened, opened + 1), "Zet er een achter.")
        )
        text = f"{text[:opened]} {text[opened + 1 :]}"
    found = list(_Scan(text, fields, remarks).run())
    return _paired(found, remarks), sorted(remarks, key=lambda remark: remark.at)


class _Scan:
    """One question being cut."""

    def __init__(self, text: str, fields: frozenset[str], remarks: list[Remark]) -> None:
        self._text, self._fields, self._remarks = text, fields, remarks

    def run(self) -> Iterator[Piece]:
        at = 0
        while match := _PIECE.search(self._text, at):
            at = match.end()
            span = match.span()
            if match["chunk"] is not None:
                piece, at = self._chunk(match["chunk"], match.start())
                yield from piece
            elif match["phrase"] is not None:
                yield Piece(Sign.PHRASE, match["phrase"], span)
            elif match["minus"] is not None:
                yield Piece(Sign.NOT, "-", span)
            else:
                yield Piece(Sign.OPEN if match["open"] else Sign.CLOSE, match.group(), span)

    def _chunk(self, chunk: str, start: int) -> tuple[list[Piece], int]:
        """What one run of characters is, and where to go on."""
        end = start + len(chunk)
        if chunk in OPERATORS:
            return [Piece(OPERATORS[chunk], chunk, (start, end))], end
        if near := _NEAR.fullmatch(chunk):
            return [Piece(Sign.NEAR, near["distance"], (start, end))], end
        bare = chunk.lstrip("-")
        begin = end - len(bare)
        negated = [Piece(Sign.NOT, "-", (start, begin))] if bare and begin > start else []
        if field := _FIELD.fullmatch(bare):
            piece, end = self._field(field, begin, end)
            if piece is not None:
                return [*negated, piece], end
        return [*negated, Piece(Sign.WORDS, bare, (begin, end))], end

    def _field(self, match: re.Match[str], begin: int, end: int) -> tuple[Piece | None, int]:
        name, value = match["name"], match["value"]
        if name not in self._fields:
            if value and value[0].isalnum():
                self._remarks.append(_unknown(name, (begin, begin + len(name) + 1), self._fields))
            return None, end
        quoted = re.compile(r'"([^"]*)"').match(self._text, end) if not value else None
        if quoted:
            return Piece(Sign.FIELD, quoted[1], quoted.span(1), name, (begin, quoted.end())), quoted.end()
        kept = value.rstrip(_TRAILING)
        if not kept:
            return None, end
        first = begin + match.start("value")
        return Piece(Sign.FIELD, kept, (first, first + len(kept)), name, (begin, first + len(kept))), end


def _unknown(name: str, at: At, fields: frozenset[str]) -> Remark:
    known = ", ".join(f"{field}:" for field in sorted(fields))
    return Remark(
        f"{name}: is geen veld; er is op de woorden gezocht.",
        at,
        f"Velden zijn {known}.",
        wrong_in_formula=False,
    )


def _paired(found: list[Piece], remarks: list[Remark]) -> list[Piece]:
    """The pieces without parentheses that have no partner."""
    opened: list[int] = []
    alone: set[int] = set()
    for i, piece in enumerate(found):
        if piece.sign is Sign.OPEN:
            opened.append(i)
        elif piece.sign is Sign.CLOSE:
            if opened:
                opened.pop()
            else:
                alone.add(i)
    alone |= set(opened)
    for i in sorted(alone):
        missing = "gesloten" if found[i].sign is Sign.OPEN else "geopend"
        remarks.append(Remark(f"Dit haakje wordt niet {missing}.", found[i].at, "Zet het andere erbij."))
    return [piece for i, piece in enumerate(found) if i not in alone]
