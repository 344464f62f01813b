"""From the user's words to a question: a small frozen tree that every engine evaluates alike.

Words stand next to each other (all must occur; `EN` may stand between), `OF` joins its two neighbours, `NIET`
or `-` denies what follows, quotation marks ask for exactly these words, `*` for a beginning, `artikel 59b` or
`art. 59b` for an article by its number. Operators are capitals: "of" and "niet" are words like any other.
What cannot be read as an operator is read as a word; only a question without any word is refused.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from indexer.dutch import Token, is_article_number, tokens, words
from indexer.errors import QueryError

LONGEST_QUERY = 2000
MOST_LEAVES = 100


@dataclass(frozen=True, slots=True)
class Word:
    """Documents with this word in any of its forms."""

    word: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Documents with exactly these words, one after the other."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Documents with a word that begins so."""

    prefix: str


@dataclass(frozen=True, slots=True)
class Article:
    """Documents that are the article of this number, and after them those that mention it."""

    number: str


@dataclass(frozen=True, slots=True)
class Not:
    """All documents but those."""

    node: "Query"


@dataclass(frozen=True, slots=True)
class And:
    """Documents that fit every one of the nodes."""

    nodes: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Documents that fit at least one of the nodes."""

    nodes: tuple["Query", ...]


Leaf = Word | Phrase | Prefix | Article
Query = Leaf | Not | And | Or

ARTICLE_WORDS = ("artikel", "artikelen", "art")


def mentions(number: str) -> tuple[Phrase, ...]:
    """The phrases by which a text mentions an article."""
    return tuple(Phrase((word, number)) for word in ARTICLE_WORDS)


def leaves(node: Query, *, denied: bool = False) -> Iterator[Leaf]:
    """The leaves that documents are found by, in order; those that were denied when `denied`."""
    yield from (leaf for leaf, is_denied in _leaves(node, False) if is_denied == denied)


def _leaves(node: Query, denied: bool) -> Iterator[tuple[Leaf, bool]]:
    match node:
        case Not(inner):
            yield from _leaves(inner, not denied)
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from _leaves(inner, denied)
        case _:
            yield node, denied


def parse(question: str) -> Query:
    """The question as a tree; `QueryError` when it holds no word at all or is too long to answer."""
    if len(question) > LONGEST_QUERY:
        raise _too_long(f"{len(question)} tekens, hoogstens {LONGEST_QUERY}")
    items = _with_articles(list(_items(question)))
    query = _conjunction(_disjunctions(items))
    count = sum(1 for _ in _leaves(query, False))
    if count > MOST_LEAVES:
        raise _too_long(f"{count} woorden, hoogstens {MOST_LEAVES}")
    return query


def _too_long(value: str) -> QueryError:
    return QueryError("De zoekvraag is te lang.", value=value, remedy="Zoek op enkele kenmerkende woorden.")


class _Operator(Enum):
    AND = "en"
    OR = "of"
    NOT = "niet"


_Item = Query | _Operator
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_CHUNK = re.compile(r'(?P<minus>-*)"(?P<phrase>[^"]*)"|(?P<chunk>[^\s"]+)')
_JOINT = re.compile(r"[./:]+")


def _items(question: str) -> Iterator[_Item]:
    text = question.translate(_QUOTES)
    if text.count('"') % 2:
        opened = text.rindex('"')
        text = f"{text[:opened]} {text[opened + 1 :]}"
    for match in _CHUNK.finditer(text):
        if match["chunk"] is None:
            nodes: Sequence[_Item] = _phrase(match["phrase"])
            minus = match["minus"] != ""
        else:
            nodes = _chunk(match["chunk"].lstrip("-"))
            minus = match["chunk"].startswith("-")
        if minus and nodes:
            yield _Operator.NOT
        yield from nodes


def _phrase(text: str) -> tuple[Query, ...]:
    found = words(text)
    return (Phrase(found),) if found else ()


def _chunk(chunk: str) -> Sequence[_Item]:
    if chunk in ("EN", "OF", "NIET"):
        return (_Operator(chunk.lower()),)
    outer = list(outermost(tokens(chunk)))
    if len(outer) > 1 and outer[0].word not in ARTICLE_WORDS and _is_reference(chunk, outer):
        return _phrase(chunk)
    return [_word(token, chunk) for token in outer]


def outermost(found: Iterator[Token]) -> Iterator[Token]:
    """Hyphenated words without their parts."""
    end = 0
    for token in found:
        if token.start >= end:
            end = token.end
            yield token


def _is_reference(chunk: str, found: Sequence[Token]) -> bool:
    """Whether signs without a blank bind numbers to one name: W03.25.00165/II, 2024/1348."""
    gaps = (chunk[a.end : b.start] for a, b in pairwise(found))
    return any(c.isdigit() for c in chunk) and all(_JOINT.fullmatch(gap) for gap in gaps)


def _word(token: Token, chunk: str) -> Query:
    return Prefix(token.word) if chunk[token.end : token.end + 1] == "*" else Word(token.word)


def _with_articles(items: list[_Item]) -> list[_Item]:
    """The same items, with "artikel" and the number after it as one."""
    joined: list[_Item] = []
    for item in items:
        number = _number(item)
        if number and joined and isinstance(joined[-1], Word) and joined[-1].word in ARTICLE_WORDS:
            joined[-1] = Article(number)
        else:
            joined.append(item)
    return joined


def _number(item: _Item) -> str:
    """The article number an item can be; the asterisk of "2a*" is a mark of the law here, not a wildcard."""
    match item:
        case Word(word) | Prefix(word) if is_article_number(word):
            return word
    return ""


def _disjunctions(items: Sequence[_Item]) -> list[Query]:
    """Operands, with the neighbours of `OF` joined; an operator that has nothing to work on is a word."""
    operands: list[Query] = []
    denied = joins = False
    for i, item in enumerate(items):
        following = i + 1 < len(items)
        between = following and operands and not (denied or joins)
        if item is _Operator.NOT and following:
            denied = not denied
        elif item in (_Operator.AND, _Operator.OR) and between:
            joins = item is _Operator.OR
        else:
            node: Query = Word(item.value) if isinstance(item, _Operator) else item
            node = Not(node) if denied else node
            operands.append(_either(operands.pop(), node) if joins else node)
            denied = joins = False
    return operands


def _either(left: Query, right: Query) -> Query:
    nodes = (*left.nodes, right) if isinstance(left, Or) else (left, right)
    return Or(tuple(dict.fromkeys(nodes)))


def _conjunction(operands: Sequence[Query]) -> Query:
    nodes = tuple(dict.fromkeys(operands))
    if not nodes:
        raise QueryError("De zoekvraag is leeg.", remedy="Geef een woord of een artikelnummer op.")
    return nodes[0] if len(nodes) == 1 else And(nodes)
