"""From the pieces of a question to its tree.

Words stand next to each other (all must occur; `EN` or `AND` may stand between), `OF` or `OR` joins its
neighbours, `NEAR/n` binds before that, `NIET`, `NOT` or `-` denies what follows, parentheses group, `in:`
says where the words of its group are sought. `artikel 59b` is an article by its number. Operators are
capitals.
A sentence without operators or fields is never refused: what cannot be read as a sign is read as a word, or
passed over. In a formula such a sign is an error that points at it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.dutch import Token, is_article_number, outermost, tokens, words
from indexer.errors import QueryError
from indexer.query_fields import IN, NAMES, condition, zone
from indexer.query_nodes import (
    ARTICLE_WORDS,
    CHANGES,
    And,
    Article,
    At,
    Everything,
    In,
    InForce,
    Known,
    Mark,
    Near,
    Not,
    Numbered,
    Or,
    Phrase,
    Prefix,
    Query,
    Spanned,
    Word,
    conditions,
    mentions,
)  # fmt: skip
from indexer.query_words import FORMULA, Piece, Remark, Sign, pieces

LONGEST_QUERY = 2000
MOST_CONDITIONS = 100
DEEPEST = 20
FARTHEST = 100
_JOINT = re.compile(r"[./:]+")


@dataclass(frozen=True, slots=True)
class Read:
    """A question that was read, and what in it was passed over; `plain` when it is words and nothing else."""

    query: Query
    remarks: tuple[Remark, ...] = ()
    plain: bool = False

    @property
    def of_changes(self) -> bool:
        """Does it ask what changed, by `in:wijzigingen`?"""
        return isinstance(self.query, In) and self.query.zone == CHANGES


def parse(question: str) -> Query:
    """The question as a tree; `QueryError` when it is empty, too long, or a formula with a fault."""
    return read(question).query


def read(question: str) -> Read:
    """The question as a tree, with what was passed over in it."""
    if len(question) > LONGEST_QUERY:
        raise _too_long(f"{len(question)} tekens, hoogstens {LONGEST_QUERY}", (LONGEST_QUERY, len(question)))
    found, remarks = pieces(question, NAMES)
    if any(piece.sign in FORMULA and piece.text != "-" for piece in found):
        for remark in remarks:
            if remark.wrong_in_formula:
                raise QueryError(remark.what, remedy=remark.remedy, position=remark.at)
    query = _Parser(found).query()
    if query is None:
        raise QueryError("De zoekvraag is leeg.", remedy="Geef een woord of een artikelnummer op.")
    _check(query)
    return Read(query, tuple(remarks), plain=all(piece.sign is Sign.WORDS for piece in found))


def _check(query: Query) -> None:
    asked = list(conditions(query))
    if len(asked) > MOST_CONDITIONS:
        value = f"{len(asked)} woorden, hoogstens {MOST_CONDITIONS}"
        raise _too_long(value, getattr(asked[MOST_CONDITIONS], "at", None))
    inner = query.node if isinstance(query, In) and query.zone == CHANGES else query
    for node in _zones(inner):
        if node.zone == CHANGES:
            remedy = "Zet in:wijzigingen buiten de haakjes; het geldt voor de hele vraag."
            raise QueryError("in:wijzigingen staat niet op zijn plaats.", remedy=remedy, position=node.at)


def _zones(node: Query) -> Iterator[In]:
    match node:
        case In(_, inner):
            yield node
            yield from _zones(inner)
        case Not(inner):
            yield from _zones(inner)
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from _zones(inner)


def _too_long(value: str, at: At | None) -> QueryError:
    remedy = "Zoek op enkele kenmerkende woorden."
    return QueryError("De zoekvraag is te lang.", value=value, remedy=remedy, position=at)


@dataclass(frozen=True, slots=True)
class _Operator:
    """An operator, or `in:` with its place in `text`."""

    sign: Sign
    text: str
    at: At


_Item = Query | _Operator


class _Parser:
    """One row of pieces being read."""

    def __init__(self, found: Sequence[Piece]) -> None:
        self._pieces, self._next = found, 0

    def query(self, depth: int = 0) -> Query | None:
        """Everything up to the closing parenthesis; None when it holds nothing."""
        items: list[_Item] = []
        while self._next < len(self._pieces):
            piece = self._pieces[self._next]
            self._next += 1
            if piece.sign is Sign.CLOSE:
                break
            if piece.sign is Sign.OPEN:
                items += self._group(piece, depth)
            else:
                items += _items(piece)
        return _combined(_without_empty_denials(items))

    def _group(self, piece: Piece, depth: int) -> list[_Item]:
        if depth == DEEPEST:
            remedy = f"Gebruik hoogstens {DEEPEST} haakjes in elkaar."
            raise QueryError("De haakjes staan te diep in elkaar.", remedy=remedy, position=piece.at)
        inner = self.query(depth + 1)
        return [] if inner is None else [inner]


def _items(piece: Piece) -> Sequence[_Item]:
    match piece.sign:
        case Sign.PHRASE:
            return _phrase(piece.text, piece.at)
        case Sign.FIELD if piece.name == IN:
            return [_Operator(Sign.FIELD, zone(piece.text, piece.at), piece.at)]
        case Sign.FIELD:
            return [_written(condition(piece.name, piece.text, piece.at), piece.whole)]
        case Sign.WORDS:
            return _chunk(piece.text, piece.at[0])
    return [_Operator(piece.sign, piece.text, piece.at)]


def _written(node: Query, whole: At) -> Query:
    """The condition of a field, which is written with the name of the field."""
    if isinstance(node, Or):
        return Or(tuple(_written(inner, whole) for inner in node.nodes))
    return replace(node, at=whole) if isinstance(node, Mark | Numbered) else node


def _without_empty_denials(items: list[_Item]) -> list[_Item]:
    """Without a minus after which nothing came."""
    kept: list[_Item] = []
    for i, item in enumerate(items):
        minus = isinstance(item, _Operator) and item.sign is Sign.NOT and item.text == "-"
        following = items[i + 1] if i + 1 < len(items) else None
        if not (minus and (following is None or isinstance(following, _Operator))):
            kept.append(item)
    return kept


def _phrase(text: str, at: At) -> tuple[Query, ...]:
    found = words(text)
    return (Phrase(found, at),) if found else ()


def _chunk(chunk: str, start: int) -> Sequence[Query]:
    if chunk == "*":
        return (Everything((start, start + 1)),)
    outer = list(outermost(tokens(chunk)))
    if len(outer) > 1 and outer[0].word not in ARTICLE_WORDS and _is_reference(chunk, outer):
        return _phrase(chunk, (start, start + len(chunk)))
    return [_word(token, chunk, start) for token in outer]


def _is_reference(chunk: str, found: Sequence[Token]) -> bool:
    """Whether signs without a blank bind numbers to one name: W03.25.00165/II, 2024/1348."""
    gaps = (chunk[a.end : b.start] for a, b in pairwise(found))
    return any(c.isdigit() for c in chunk) and all(_JOINT.fullmatch(gap) for gap in gaps)


def _word(token: Token, chunk: str, start: int) -> Query:
    at = (start + token.start, start + token.end)
    return Prefix(token.word, at) if chunk[token.end : token.end + 1] == "*" else Word(token.word, at)


def _combined(items: list[_Item]) -> Query | None:
    """A row of items as one node, in the order in which they bind."""
    zones = [i for i in items if isinstance(i, _Operator) and i.sign is Sign.FIELD]
    rest = [i for i in _after_zones(items) if i not in zones]
    operands = _disjunctions(_near(_with_articles(rest)))
    if zones and not operands:
        remedy = "Zet er een woord bij, of zoek alles met *."
        raise QueryError("in: zegt waar, maar niet waarnaar.", remedy=remedy, position=zones[0].at)
    node = _conjunction(operands) if operands else None
    for at in reversed(zones):
        node = In(at.text, node, at.at) if node is not None else None
    return node


def _after_zones(items: Sequence[_Item]) -> Sequence[_Item]:
    """The same items, when no operator works on an `in:`, which is no question by itself."""
    for left, right in pairwise(items):
        if isinstance(left, _Operator) and isinstance(right, _Operator):
            operates = left.sign in (Sign.OR, Sign.NOT, Sign.NEAR) and right.sign is Sign.FIELD
            operated = left.sign is Sign.FIELD and right.sign in (Sign.OR, Sign.NEAR)
            if operates or operated:
                at = right.at if operates else left.at
                remedy = "Zet het met zijn woorden tussen haakjes: (in:kop bewaring)."
                raise QueryError("Hier kan in: niet staan.", remedy=remedy, position=at)
    return items


def _with_articles(items: Sequence[_Item]) -> list[_Item]:
    """The same items, with "artikel" and the number after it as one."""
    joined: list[_Item] = []
    for item in items:
        number, last = _number(item), joined[-1] if joined else None
        if number and isinstance(last, Word) and last.word in ARTICLE_WORDS:
            joined[-1] = Article(number, (last.at[0], getattr(item, "at", last.at)[1]))
        else:
            joined.append(item)
    return joined


def _number(item: _Item) -> str:
    """The article number an item can be; the asterisk of "2a*" is a mark of the law here, not a wildcard."""
    match item:
        case Word(word) | Prefix(word) if is_article_number(word):
            return word
    return ""


def _near(items: Sequence[_Item]) -> list[_Item]:
    """The same items, with what stands on both sides of NEAR as one; a row of them is one for each."""
    joined: list[_Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        if not (isinstance(item, _Operator) and item.sign is Sign.NEAR):
            joined.append(item)
            i += 1
            continue
        if not joined or i + 1 == len(items):
            raise _not_between(item.at)
        left = joined.pop()
        chain = [_near_two(left, item, items[i + 1])]
        i += 2
        while i + 1 < len(items) and isinstance(more := items[i], _Operator) and more.sign is Sign.NEAR:
            chain.append(_near_two(items[i - 1], more, items[i + 1]))
            i += 2
        joined.append(chain[0] if len(chain) == 1 else And(tuple(chain)))
    return joined


def _near_two(left: _Item, near: _Operator, right: _Item) -> Query:
    distance = int(near.text)
    if not 1 <= distance <= FARTHEST:
        remedy = f"Geef een afstand van 1 tot {FARTHEST} woorden."
        raise QueryError("Deze afstand kan niet.", value=near.text, remedy=remedy, position=near.at)
    return Near(_spanned(left, near.at), _spanned(right, near.at), distance, near.at)


def _spanned(item: _Item, at: At) -> Spanned:
    match item:
        case Word() | Phrase() | Prefix():
            return item
        case Article(number):
            return Or(mentions(number))
        case Or(nodes):
            return Or(tuple(_spanned(node, at) for node in nodes))
    raise _not_between(at)


def _not_between(at: At) -> QueryError:
    remedy = 'Zet er aan beide kanten een woord, een "vaste uitdrukking" of (een OF ander) bij.'
    return QueryError("NEAR staat niet tussen twee woorden.", remedy=remedy, position=at)


def _disjunctions(items: Sequence[_Item]) -> list[Query]:
    """Operands, with the neighbours of `OF` joined; an operator that has nothing to work on is a word."""
    operands: list[Query] = []
    denied = joins = False
    for i, item in enumerate(items):
        following = i + 1 < len(items)
        sign = item.sign if isinstance(item, _Operator) else None
        between = following and operands and not (denied or joins)
        if sign is Sign.NOT and following:
            denied = not denied
        elif sign in (Sign.AND, Sign.OR) and between:
            joins = sign is Sign.OR
        else:
            node: Query = Word(item.text.lower(), item.at) if isinstance(item, _Operator) else item
            node = Not(node) if denied else node
            operands.append(_either(operands.pop(), node) if joins else node)
            denied = joins = False
    return operands


def _either(left: Query, right: Query) -> Query:
    nodes = (*left.nodes, right) if isinstance(left, Or) else (left, right)
    return Or(tuple(dict.fromkeys(nodes)))


def _conjunction(operands: Sequence[Query]) -> Query:
    flat = [node for one in operands for node in (one.nodes if isinstance(one, And) else (one,))]
    nodes = list(dict.fromkeys(flat))
    if len(nodes) > 1:
        nodes = [node for node in nodes if not isinstance(node, Everything)] or nodes[:1]
    nodes = _as_known(nodes)
    return nodes[0] if len(nodes) == 1 else And(tuple(nodes))


def _as_known(nodes: list[Query]) -> list[Query]:
    """What was law on a day, as far as was known on the other day that is asked beside it."""
    days = [node for node in nodes if isinstance(node, InForce)]
    known = [node for node in nodes if isinstance(node, Known)]
    if len(days) != 1 or len(known) != 1:
        return nodes
    both = replace(days[0], known=known[0].on)
    return [both if node is days[0] else node for node in nodes if node is not known[0]]
