"""What lawyers call by two names: a question for one also finds the other. As data, and how a question grows.

`GENERAL` holds for all Dutch law; what belongs to one field comes with the request, from the `[[synonym]]`
tables of a dossier. The question is made wider before any engine sees it, so that engines and snippets agree.
What stands between quotation marks is asked for as it stands, and is not made wider.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TypeGuard

from indexer.document import SearchRequest
from indexer.dutch import outermost, stem, tokens, words
from indexer.query import And, In, Marked, Not, Or, Phrase, Query, Titled, Word, read

Group = tuple[str, ...]
MOST_TOGETHER, SHORTEST_TOGETHER = 5, 3
_Row = tuple[str, ...]

GENERAL: tuple[Group, ...] = (
    ("amvb", "algemene maatregel van bestuur", "algemene maatregelen van bestuur"),
    ("Awb", "Algemene wet bestuursrecht"),
    ("BW", "Burgerlijk Wetboek"),
    ("Sr", "Wetboek van Strafrecht"),
    ("Sv", "Wetboek van Strafvordering"),
    ("Rv", "Wetboek van Burgerlijke Rechtsvordering"),
    ("AVG", "Algemene verordening gegevensbescherming"),
    ("EVRM", "Europees Verdrag tot bescherming van de rechten van de mens en de fundamentele vrijheden"),
    ("VWEU", "Verdrag betreffende de werking van de Europese Unie"),
    ("VEU", "Verdrag betreffende de Europese Unie"),
    ("IND", "Immigratie- en Naturalisatiedienst"),
    ("COA", "Centraal Orgaan opvang asielzoekers"),
    ("Vw 2000", "Vreemdelingenwet 2000"),
    ("Vb 2000", "Vreemdelingenbesluit 2000"),
    ("VV 2000", "Voorschrift Vreemdelingen 2000"),
    ("Vc 2000", "Vreemdelingencirculaire 2000"),
)
"""Both names of each; a plural that is a name of its own stands beside them."""


@dataclass(frozen=True, slots=True)
class Reread:
    """A question as it was `asked`, and as it is answered; `remarks` say what in it was passed over.

    `plain`, of a question that is words and nothing else: those words with their other names; for such a
    question a looser answer may be given beside the strict one.
    """

    asked: Query
    query: Query
    remarks: tuple[str, ...] = ()
    plain: Query | None = None


def reread(request: SearchRequest) -> Reread:
    """The question of a request, made wider by its synonyms and the general ones, of what may be seen."""
    given = read(request.query)
    asked = _without(given.query, request.hidden_dossiers) if request.hidden_dossiers else given.query
    remarks = tuple(f"{r.what} {r.remedy}" for r in given.remarks if not r.wrong_in_formula)
    groups = (*GENERAL, *request.synonyms)
    apart = widened(asked, groups)
    query = widened(_written_together(asked), groups) if given.plain else apart
    return Reread(asked, query, remarks, apart if given.plain else None)


def _written_together(query: Query) -> Query:
    """A short question, in which two words beside each other may also be one (subsidie plafond)."""
    nodes = query.nodes if isinstance(query, And) else ()
    if not 2 <= len(nodes) <= MOST_TOGETHER:
        return query
    either = [query]
    for n, (front, back) in enumerate(pairwise(nodes)):
        if _may_join(front) and _may_join(back):
            whole = (*nodes[:n], Word(front.word + back.word), *nodes[n + 2 :])
            either.append(And(whole) if len(whole) > 1 else whole[0])
    return Or(tuple(either)) if len(either) > 1 else query


def _may_join(node: Query) -> TypeGuard[Word]:
    return isinstance(node, Word) and node.word.isalpha() and len(node.word) >= SHORTEST_TOGETHER


def _without(node: Query, dossiers: frozenset[str]) -> Query:
    """The same question, in which these dossiers are not known."""
    match node:
        case Marked("dossiers", values):
            return replace(node, values=tuple(v for v in values if v not in dossiers))
        case And(nodes):
            return And(tuple(_without(inner, dossiers) for inner in nodes))
        case Or(nodes):
            return Or(tuple(_without(inner, dossiers) for inner in nodes))
        case Not(inner):
            return Not(_without(inner, dossiers))
        case In(zone, inner):
            return In(zone, _without(inner, dossiers), node.at)
    return node


def widened(query: Query, groups: Sequence[Group]) -> Query:
    """The same question, in which every name of a group may also be another name of that group."""
    return _widened(query, _by_name(tuple(groups)))


def _widened(node: Query, names: Mapping[_Row, tuple[Query, ...]]) -> Query:
    match node:
        case And(nodes):
            inner = tuple(dict.fromkeys(_row(nodes, names)))
            return inner[0] if len(inner) == 1 else And(inner)
        case Or(nodes):
            return _either(*(_widened(inner, names) for inner in nodes))
        case Not(inner):
            return Not(_widened(inner, names))
        case In(zone, inner):
            return In(zone, _widened(inner, names), node.at)
        case Titled(name):
            others = names.get(tuple(stem(word) for word in _asked(name)), ())
            return _either(node, *(Titled(_spelled(other), node.at) for other in others))
        case Word(word):
            return _either(node, *names.get((stem(word),), ()))
    return node


def _spelled(name: Query) -> str:
    """The words of a name, which is a word or words in a row."""
    return " ".join(name.words) if isinstance(name, Phrase) else getattr(name, "word", "")


def _row(nodes: Sequence[Query], names: Mapping[_Row, tuple[Query, ...]]) -> Iterator[Query]:
    """The operands, in which words that together are a name have become one."""
    longest = max(map(len, names), default=1)
    at = 0
    while at < len(nodes):
        row = tuple(_leading_words(nodes[at : at + longest]))
        size = next((n for n in range(len(row), 1, -1) if row[:n] in names), 1)
        found = And(tuple(nodes[at : at + size])) if size > 1 else None
        yield _either(found, *names[row[:size]]) if found else _widened(nodes[at], names)
        at += size


def _leading_words(nodes: Iterable[Query]) -> Iterator[str]:
    for node in nodes:
        if not isinstance(node, Word):
            return
        yield stem(node.word)


def _either(*nodes: Query) -> Query:
    flat = dict.fromkeys(
        inner for node in nodes for inner in (node.nodes if isinstance(node, Or) else (node,))
    )
    return next(iter(flat)) if len(flat) == 1 else Or(tuple(flat))


@lru_cache(maxsize=16)
def _by_name(groups: tuple[Group, ...]) -> Mapping[_Row, tuple[Query, ...]]:
    """Per name, as the stems of its words, what else it is called."""
    found: dict[_Row, tuple[Query, ...]] = {}
    for group in groups:
        leaves = {name: _leaf(name) for name in group if words(name)}
        for name in leaves:
            key = tuple(stem(word) for word in _asked(name))
            others = (leaf for other, leaf in leaves.items() if other != name)
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *others)))
    return found


def _asked(name: str) -> _Row:
    """The words of a name as they are asked for: what a hyphen or slash joins is one."""
    return tuple(token.word for token in outermost(tokens(name)))


def _leaf(name: str) -> Query:
    asked_for = _asked(name)
    return Word(asked_for[0]) if len(asked_for) == 1 else Phrase(words(name))
