"""The looser answer: which documents have most of what was asked, when few or none have all of it.

A question of plain words becomes concepts; each may be met in several ways, the word itself first: written
together with another word of the question, taken apart, another word that begins so, or what the law says
for what people say. A document counts by the weight of what it meets, rare words more than common ones, and
a heading above it lends some. Words that carry no meaning weigh nothing. A document of the strict answer is
never in the looser one. The ways are nodes of the query language, so that any engine can find them.
"""

import math
from collections.abc import Iterator, Mapping, Sequence, Set, Sized
from dataclasses import dataclass
from heapq import nlargest
from itertools import permutations
from typing import Protocol

from indexer.dutch import stem, words
from indexer.errors import QueryError
from indexer.everyday import EMPTY, PARTICLES, said_by_law
from indexer.query_nodes import NOWHERE, And, Marked, Or, Query, Word, conditions
from indexer.ranking import Evaluation, Postings
from indexer.synonyms import Reread
from indexer.terms import WHOLE_HEADING

JOINED, LAW, APART, SEPARATED, BEGINS, HALF = 1.0, 0.6, 0.7, 0.6, 0.45, 0.3
"""What a way weighs against the word itself."""
ABOVE = 0.35  # what a word in a heading above scores, against one in the text
COVERED_ABOVE = 0.7  # and what it covers
COVERAGE = 1.0  # how much heavier what is covered counts than how well
HEADING_ONLY = 0.5  # a document that is nothing but a heading
LAW_ITSELF = 1.4  # an act, against what rests on it
LEAST_COVERED = 0.3
MOST_CANDIDATES = 1000
_LINKS = ("", "s", "en", "e", "n")
_SHORTEST_HALF = 4
_MOST_BEGINNINGS = 40


class Lexis(Protocol):
    """The words that an index knows."""

    def exact(self, word: str) -> Sized:
        """Documents with a word exactly so."""
        ...

    def vocabulary(self, prefix: str, most: int) -> Sequence[str]:
        """Words that begin so, sorted; none when there are more than `most`."""
        ...


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a concept may be met; `instead` is what then stands there, "" for the word itself."""

    query: Query
    factor: float = 1.0
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """A word of the question, or words that are one name, as typed, and the ways to meet it."""

    asked: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Loose:
    """Documents with what they are worth, and for each concept by which way a document meets it."""

    scores: dict[int, float]
    met: tuple[tuple[Concept, Mapping[int, Way]], ...] = ()

    def missing(self, document: int) -> tuple[str, ...]:
        """The words that a document lacks in every way."""
        return tuple(concept.asked for concept, ways in self.met if document not in ways)

    def instead(self, document: int) -> tuple[tuple[str, str], ...]:
        """The words for which a document has something else, and what."""
        found = ((concept.asked, ways.get(document)) for concept, ways in self.met)
        return tuple((asked, way.instead) for asked, way in found if way is not None and way.instead)


def concepts(read: Reread, question: str, lexis: Lexis) -> tuple[Concept, ...]:
    """What a plain question asks, in order; without the words that carry no meaning."""
    if read.plain is None:
        return ()
    operands = read.plain.nodes if isinstance(read.plain, And) else (read.plain,)
    asked = [node for node in operands if not (isinstance(node, Word) and node.word in EMPTY)]
    single = [node.word for node in asked if isinstance(node, Word) and node.word.isalpha()]
    joined = _joined(single, lexis)
    return tuple(
        Concept(_typed(node, question), tuple(_ways(node, joined, lexis))) for node in dict.fromkeys(asked)
    )


def loosened(asked: Sequence[Concept], postings: Postings, strict: Set[int]) -> Loose:
    """The documents that meet enough of the concepts and are not in the strict answer, the best of them."""
    evaluation = Evaluation(postings)
    try:
        met = [(concept, _met(concept, evaluation, postings)) for concept in asked]
    except QueryError:  # too heavy to read: then there is no looser answer
        return Loose({})
    total = len(postings.documents())
    weights = [_rarity(total, len(found)) if found else 0.0 for _, found in met]
    above = [_above(concept, postings) for concept, _ in met]
    scores: dict[int, float] = {}
    covered: dict[int, float] = {}
    for (_, found), weight, context in zip(met, weights, above, strict=True):
        for document, (score, way) in found.items():
            scores[document] = scores.get(document, 0.0) + score
            covered[document] = covered.get(document, 0.0) + weight * way.factor
        lent = ABOVE * _rarity(total, len(context))
        for document in context:
            scores[document] = scores.get(document, 0.0) + lent
            if document not in found:
                covered[document] = covered.get(document, 0.0) + weight * COVERED_ABOVE
    whole = sum(weights) or 1.0
    empty = postings.stemmed(WHOLE_HEADING).keys()
    acts = postings.marked(Marked("kind", ("act",)))
    worth = {
        document: (LAW_ITSELF if document in acts else 1.0)
        * score
        * (covered[document] / whole) ** COVERAGE
        * (HEADING_ONLY if document in empty else 1)
        for document, score in scores.items()
        if document not in strict and covered[document] >= LEAST_COVERED * whole
    }
    best = nlargest(MOST_CANDIDATES, worth, key=lambda document: (worth[document], -document))
    ways = tuple((concept, {d: way for d, (_, way) in found.items()}) for concept, found in met)
    return Loose({document: worth[document] for document in best}, ways)


def _typed(node: Query, question: str) -> str:
    places = [at for part in conditions(node) if (at := getattr(part, "at", NOWHERE)) != NOWHERE]
    return question[min(a for a, _ in places) : max(b for _, b in places)] if places else ""


def _met(concept: Concept, evaluation: Evaluation, postings: Postings) -> dict[int, tuple[float, Way]]:
    """Per document the best way in which it meets a concept, with its score."""
    best: dict[int, tuple[float, Way]] = {}
    for way in concept.ways:
        for document, score in _fitting(way, evaluation, postings).items():
            value = score * way.factor
            if document not in best or value > best[document][0]:
                best[document] = (value, way)
    return best


def _fitting(way: Way, evaluation: Evaluation, postings: Postings) -> dict[int, float]:
    """The documents a way finds; of words that belong together one may stand in a heading above."""
    match way.query:
        case And((Word() as front, Word() as back)) if way.factor == APART:
            found = evaluation.fitting(way.query)
            for here, there in ((front, back), (back, front)):
                scores, above = evaluation.scores(here), postings.context(stem(there.word)).keys()
                found |= {d: scores[d] for d in scores.keys() & above if d not in found}
            return found
    return evaluation.fitting(way.query)


def _above(concept: Concept, postings: Postings) -> Set[int]:
    """The documents below a heading with the words of a concept."""
    row = words(concept.asked)
    found = [postings.context(stem(word)).keys() for word in row]
    return set[int].intersection(*map(set, found)) if found else set()


def _rarity(total: int, found: int) -> float:
    return math.log(1 + (total - found + 0.5) / (found + 0.5))


def _joined(single: Sequence[str], lexis: Lexis) -> dict[str, list[str]]:
    """Per word the words of the index that it makes with another word of the question."""
    found: dict[str, list[str]] = {}
    for front, back in permutations(dict.fromkeys(single), 2):
        for link in _LINKS:
            whole = front + link + back
            if len(lexis.exact(whole)):
                found.setdefault(front, []).append(whole)
                found.setdefault(back, []).append(whole)
    return found


def _ways(node: Query, joined: Mapping[str, Sequence[str]], lexis: Lexis) -> Iterator[Way]:
    yield Way(node)
    if not isinstance(node, Word):
        return
    if "-" in node.word:
        yield from _hyphenated(node.word)
    if not node.word.isalpha():
        return
    for whole in joined.get(node.word, ()):
        yield Way(Word(whole), JOINED, whole)
    yield from _separated(node.word, SEPARATED)
    for said in said_by_law().get(stem(node.word), ()):
        yield Way(_words(said), LAW, said)
        if said.isalpha():
            yield from _separated(said, LAW * SEPARATED)
    if halves := _halves(node.word, lexis):
        front, back = halves
        yield Way(And((Word(front), Word(back))), APART, f"{front} {back}")
        yield Way(Word(front), HALF, f"alleen {front}")
        yield Way(Word(back), HALF, f"alleen {back}")
    if beginning := _beginnings(node.word, lexis):
        yield Way(Or(tuple(map(Word, beginning))), BEGINS, " of ".join(beginning))


def _hyphenated(word: str) -> Iterator[Way]:
    row = tuple(part for part in word.split("-") if part)
    yield Way(Word("".join(row)), JOINED, "".join(row))
    yield Way(And(tuple(map(Word, row))), APART, " ".join(row))
    for part in row:
        if len(part) >= _SHORTEST_HALF:
            yield Way(Word(part), HALF, f"alleen {part}")


def _separated(word: str, factor: float) -> Iterator[Way]:
    """A verb, or its noun, as it stands in a sentence: toezending, "zendt ... toe"."""
    for particle in PARTICLES:
        rest = word.removeprefix(particle)
        if rest != word and len(rest) >= _SHORTEST_HALF:
            yield Way(And((Word(rest), Word(particle))), factor, f"{rest} … {particle}")


def _words(said: str) -> Query:
    row = words(said)
    return Word(row[0]) if len(row) == 1 else And(tuple(map(Word, row)))


def _halves(word: str, lexis: Lexis) -> tuple[str, str] | None:
    """The two known words that a word is put together of, the most even cut first."""
    cuts = range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1)
    for cut in sorted(cuts, key=lambda at: abs(2 * at - len(word))):
        front = word[:cut]
        if front in EMPTY:
            continue
        for link in _LINKS:
            back = word[cut + len(link) :]
            known = word.startswith(link, cut) and len(back) >= _SHORTEST_HALF and back not in EMPTY
            if known and len(lexis.exact(front)) and len(lexis.exact(back)):
                return front, back
    return None


def _beginnings(word: str, lexis: Lexis) -> tuple[str, ...]:
    """Words of another stem that begin as this one does, all but its ending."""
    kept = max(6, len(word) - 3)
    if len(word) < 7:
        return ()
    own = stem(word)
    found = lexis.vocabulary(word[:kept], _MOST_BEGINNINGS)
    near = (w for w in found if abs(len(w) - len(word)) <= 4 and stem(w) != own)
    by_stem = {stem(w): w for w in near}
    return tuple(by_stem.values())[:3]
