"""The meaning of a question on changes, read from the comparisons themselves without any index."""

from collections.abc import Iterator

from corpus.diff import Change, compare
from corpus.numbering import bare_number
from corpus.provision import ProvisionKind
from indexer.dutch import Token, meets, tokens
from indexer.query import And, Article, Not, Or, Phrase, Prefix, Query, Word, leaves, mentions, parse
from wetgeving.bootstrap import Application
from wetgeving.services import Services
from wetgeving.services.catalogue import path_to

Found = tuple[str, str, str, str]
SIGNS = {"inserted": "+", "deleted": "-"}


class Side:
    """One side of a change: its words, which of them changed, and the number of its article."""

    def __init__(self, change: Change, sign: str, number: str) -> None:
        pieces = [(own, text) for own, text in change.ops if own in ("=", sign)]
        self.text = "".join(text for _, text in pieces)
        changed = "".join(("x" if own == sign else " ") * len(text) for own, text in pieces)
        self.number = number
        self.empty = not any(own == sign and text.strip() for own, text in pieces)
        self.every = [(t, "x" in changed[t.start : t.end]) for t in tokens(self.text)]
        self.row = [(t, hit) for t, hit in self.every if not t.joined]

    def found(self, leaf: Query) -> list[bool]:
        """Every place where it stands, and whether something there changed."""
        match leaf:
            case Word(word):
                return [hit for t, hit in self.every if meets(word, t.word)]
            case Prefix(prefix):
                return [hit for t, hit in self.every if t.word.startswith(prefix)]
            case Phrase(words):
                return list(self._rows(words))
            case Article(number):
                return [hit for phrase in mentions(number) for hit in self.found(phrase)]
        raise AssertionError(leaf)

    def _rows(self, words: tuple[str, ...]) -> Iterator[bool]:
        for i in range(len(self.row)):
            window = self.row[i : i + len(words)]
            if tuple(_word(t) for t, _ in window) == words:
                yield any(hit for _, hit in window)

    def holds(self, query: Query) -> bool:
        match query:
            case And(nodes):
                return all(map(self.holds, nodes))
            case Or(nodes):
                return any(map(self.holds, nodes))
            case Not(node):
                return not self.holds(node)
            case Article(number) if self.number == number:
                return True
        return bool(self.found(query))

    def answers(self, query: Query) -> bool:
        asked = list(leaves(query))
        places = bool(asked) and all(isinstance(leaf, Article) for leaf in asked)
        here = places and any(isinstance(leaf, Article) and leaf.number == self.number for leaf in asked)
        return not self.empty and self.holds(query) and (here or any(any(self.found(x)) for x in asked))


def _word(token: Token) -> str:
    return token.word


def read_all(services: Services, question: str) -> set[Found]:
    """What a question finds when all comparisons of all works are read one by one."""
    query = parse(question)
    return {key for key, side in _sides(services) if side.answers(query)}


def _sides(services: Services) -> Iterator[tuple[Found, Side]]:
    for listed in services.catalogue.works():
        versions = services.catalogue.versions(listed.work.key)
        keys = [v.version.version for v in versions]
        for i, v in enumerate(versions[1:], start=1):
            base = v.version.derived_from
            old = base if base in keys else keys[i - 1]
            yield from _of_pair(services, old, keys[i])


def _of_pair(services: Services, old: str, new: str) -> Iterator[tuple[Found, Side]]:
    texts = [services.catalogue.text(key).provisions for key in (old, new)]
    for change in compare(*texts).changes:
        for direction, sign in SIGNS.items():
            sides, text = (change.old, texts[0]) if sign == "-" else (change.new, texts[1])
            eid = next((s.eid for s in sides if s.text), "")
            articles = [p for p in path_to(text, eid) if p.kind is ProvisionKind.ARTICLE]
            number = bare_number(articles[-1].num) if articles else ""
            yield (old, new, change.id, direction), Side(change, sign, number)


def indexed(application: Application, question: str, **filters: tuple[str, ...]) -> list[Found]:
    """What the index of changes finds, best first."""
    with application.reading() as services:
        result = services.searching_changes.search(question, filters, limit=1000)
    assert result.total == len(result.hits)
    return [(h.old, h.version, h.change, h.direction) for h in result.hits]  # type: ignore[attr-defined]
