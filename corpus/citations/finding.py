"""Find every reference to law in running text, in one pass from left to right.

One pattern looks for what can open a reference; from there the run is read to its end and the search goes on
behind it, so nothing is read twice. Offsets are those of the text given, whatever white space it has. What
"dat artikel" and "die wet" go back to is settled here, for it is in the text; what exists is not.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from corpus.citations import papers, publications
from corpus.citations.act_words import (
    DATED,
    NOUNS,
    THIS_OR_THAT,
    UNKNOWN_NAME,
    dated_act,
    named_act,
    noun_in,
    relative_act,
)
from corpus.citations.chain import STARTS, Chain
from corpus.citations.citation import Act, Citation, CitationKind, Manner, Place
from corpus.citations.folding import folded
from corpus.citations.item import Item
from corpus.citations.memory import Memory
from corpus.citations.names import NO_NAMES, Names
from corpus.citations.patterns import ARTICLE, JOIN, NO_COUNT, ORDINAL_LIST
from corpus.citations.union_acts import MORE_UNION_ACT, UNION_ACT, union_act
from corpus.provision import ProvisionKind

_CODES = ("ecli", "ljn", "opinion", "case", "jci", "bwb", "celex", "eli")
_OPENERS: tuple[tuple[str, str], ...] = (
    ("union", UNION_ACT),
    ("proceedings", papers.PROCEEDINGS),
    ("kamerstuk", papers.KAMERSTUK),
    ("dossier", papers.DOSSIER),
    ("stuk", papers.PAPER_OF_DOSSIER),
    ("journal", publications.JOURNAL),
    ("pb", publications.UNION_JOURNAL),
    *((kind, getattr(publications, kind.upper())) for kind in _CODES),
    ("bare", papers.BARE_PAPER),
    ("dated", DATED),
    ("said", THIS_OR_THAT),
)
_LOWER_NOUNS = frozenset(NOUNS)
_UNKNOWN = re.compile(UNKNOWN_NAME)
_ENDING_ONLY = re.compile(r"(?:[A-Z]\w*)(?: \d{4})?")
_GOVERNS = re.compile(
    r"(?:[^.;:\n]{0,400}\((?:PbE|Pb |Stb)[^)]{0,40}\))?(?: ?:|, (?:met|voor zover|en|behoudens|"
    r"artikel|de artikelen)| \((?=[Aa]rt))"
)
_UNKNOWN_HEAD = re.compile(r"[A-Z][^.;\n]{5,}(?::|, met uitzondering van)(?: de| het| zie)? ")
_BARE_ACTS = re.compile(r"(?:Wet|Besluit|Regeling|Verdrag|Reglement|Statuut|Handvest|Overeenkomst|Protocol|"
                        r"Richtlijn|Verordening|Wetboek|Convention|Treaty|Charter|Regulation|Directive|"
                        r"\w+e wet)")  # fmt: skip


@lru_cache(maxsize=64)
def _opener(first_words: frozenset[str]) -> re.Pattern[str]:
    """The pattern for all that can open a reference, with the small-letter words that open a name."""
    small = "|".join(
        re.escape(word) for word in sorted(first_words | _LOWER_NOUNS, key=lambda w: (-len(w), w))
    )
    branches = (
        *STARTS,
        *(rf"(?:{pattern})(?P<{kind}>)" for kind, pattern in _OPENERS),
        rf"(?:{small})(?![\w-])(?P<small>)",
        r"[A-Z][\w’-]*(?P<capital>)",
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(branches)})")


def find(text: str, names: Names = NO_NAMES, *, memory: Memory | None = None) -> tuple[Citation, ...]:
    """Every reference in a text, in the order in which they stand.

    With `memory`, "die wet" may go back to what earlier texts of the same article mentioned.
    """
    plain, original = folded(text)
    found = tuple(_Search(plain, names, memory or Memory()).run())
    if plain == text:
        return found
    return tuple(_moved(citation, text, original) for citation in found)


def _moved(citation: Citation, text: str, original: Callable[[int], int]) -> Citation:
    start, end = original(citation.start), original(citation.end - 1) + 1
    return Citation(
        start,
        end,
        text[start:end],
        citation.kind,
        citation.act,
        citation.places,
        citation.identifiers,
        citation.before,
    )


class _Search:
    """One text being searched."""

    def __init__(self, text: str, names: Names, memory: Memory) -> None:
        self._text, self._names, self._memory = text, names, memory
        self._opener = _opener(names.small_words)
        self._line: tuple[Act | None, int] = (None, -1)

    def run(self) -> Iterator[Citation]:
        search, text, at = self._opener.search, self._text, 0
        match = _LISTED_ARTICLE.match(text) or search(text)
        while match:
            at = match.end()
            kind = match.lastgroup or ""
            for citation in _READ.get(kind, _Search._chain)(self, match):
                yield citation
                at = max(at, citation.end)
            match = search(text, at)

    def _chain(self, match: re.Match[str]) -> Iterator[Citation]:
        chain = Chain(self._text, match, self._names)
        yield from self._cited(chain, match.start())
        while chain.act and (resumed := _RESUMED.match(self._text, chain.end)):
            opened = _LISTED.match(self._text, resumed.end())
            chain = Chain(self._text, opened, self._names) if opened else chain
            if opened is None or chain.act is None:
                return
            yield from self._cited(chain, opened.start())

    def _cited(self, chain: Chain, start: int) -> Iterator[Citation]:
        """The references of a run, under the act that governs it."""
        text, before = self._text, self._memory.last
        said, governing = self._memory.settled(chain.act), self._governing(start)
        for item in chain.items:
            apart = governing and item.end < chain.keyword
            act = governing if said is None or apart else said
            places = tuple(item.places)
            if not places or not places[0].steps or _of_a_table(text, item, places[0]):
                continue
            own, places = self._memory.placed(act, places)
            words = text[item.start : item.end]
            earlier = before if own is None else None
            yield Citation(item.start, item.end, words, CitationKind.PROVISION, own, places, before=earlier)

    def _governing(self, start: int) -> Act | None:
        act, end = self._line
        if start < end:
            return act
        line = self._text.rfind("\n", 0, start) + 1
        return None if _UNKNOWN_HEAD.fullmatch(self._text, line, start) else self._memory.governing

    def _heads(self, start: int) -> bool:
        """Does a block begin here, but for an article before the name?"""
        return self._text.rfind("\n", 0, start) >= start - 4

    def _act(self, start: int, end: int, act: Act) -> Citation:
        settled = self._memory.settled(act) or act
        if self._heads(start) and _GOVERNS.match(self._text, end):
            line_end = self._text.find("\n", end)
            self._line = (settled, len(self._text) if line_end < 0 else line_end)
        return Citation(start, end, self._text[start:end], CitationKind.ACT, settled)

    def _union(self, match: re.Match[str]) -> Iterator[Citation]:
        said, end = match.group(), match.end()
        yield self._act(match.start(), end, union_act(said))
        while more := MORE_UNION_ACT.match(self._text, end):
            begin, end = more.span("act")
            yield self._act(begin, end, union_act(more["act"], said))

    def _said(self, match: re.Match[str]) -> Iterator[Citation]:
        yield self._act(match.start(), match.end(), relative_act(match.group()))

    def _dated(self, match: re.Match[str]) -> Iterator[Citation]:
        yield self._act(match.start(), match.end(), dated_act(self._text, *match.span()))

    def _capital(self, match: re.Match[str]) -> Iterator[Citation]:
        start = match.start()
        named = self._names.at(self._text, start)
        if named:
            yield self._act(start, start + len(named.text), named_act(named))
            return
        unknown = _UNKNOWN.match(self._text, start)
        if unknown and not _BARE_ACTS.fullmatch(unknown.group()):
            said = unknown.group()
            yield self._act(start, unknown.end(), Act(Manner.UNKNOWN, said, noun_in(said)))

    def _small(self, match: re.Match[str]) -> Iterator[Citation]:
        start = match.start()
        named = self._names.at(self._text, start)
        if named and (
            " " in named.text or not named.local or self._text[max(0, start - 3) : start] in _ARTICLES
        ):
            yield self._act(start, start + len(named.text), named_act(named))

    def _kamerstuk(self, match: re.Match[str]) -> Iterator[Citation]:
        return papers.papers(self._text, *match.span())

    def _dossier(self, match: re.Match[str]) -> Iterator[Citation]:
        yield papers.dossier(self._text, *match.span())

    def _stuk(self, match: re.Match[str]) -> Iterator[Citation]:
        yield papers.paper_of_dossier(self._text, *match.span())

    def _proceedings(self, match: re.Match[str]) -> Iterator[Citation]:
        yield papers.proceedings(self._text, *match.span())

    def _journal(self, match: re.Match[str]) -> Iterator[Citation]:
        return publications.journals(self._text, *match.span())

    def _pb(self, match: re.Match[str]) -> Iterator[Citation]:
        yield publications.union_journal(self._text, *match.span())

    def _code(self, match: re.Match[str]) -> Iterator[Citation]:
        yield publications.code(self._text, *match.span(), match.lastgroup or "")


_RESUMED = re.compile(rf"{JOIN}(?=\d)")
_LISTED = re.compile(rf"(?P<art>{ARTICLE}){NO_COUNT}(?P<paren>)(?P<article>)")
_LISTED_ARTICLE = re.compile(
    rf" ?(?P<art>{ARTICLE})(?P<paren>)(?=, (?:(?:{ORDINAL_LIST}) (?:lid|leden)|onderde(?:el|len)) ?\b)"
    rf"(?P<article>)"
)
_TABLE = re.compile(r"(?:tabel|post|kolom|rubriek|model|categorie) [\w.]{1,6},? $")


def _of_a_table(text: str, item: Item, place: Place) -> bool:
    """ "Tabel II, onderdeel a": an onderdeel of what is no provision."""
    below = place.steps[0].kind is ProvisionKind.POINT
    return below and _TABLE.search(text, max(0, item.start - 20), item.start) is not None


_ARTICLES = frozenset(("de ", "et ", "an "))
_READ: dict[str, Callable[[_Search, re.Match[str]], Iterator[Citation]]] = {
    "union": _Search._union,
    "said": _Search._said,
    "dated": _Search._dated,
    "capital": _Search._capital,
    "small": _Search._small,
    "kamerstuk": _Search._kamerstuk,
    "bare": _Search._kamerstuk,
    "dossier": _Search._dossier,
    "stuk": _Search._stuk,
    "proceedings": _Search._proceedings,
    "journal": _Search._journal,
    "pb": _Search._pb,
    **dict.fromkeys(_CODES, _Search._code),
}
