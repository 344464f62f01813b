"""Find every reference to law in running text, in one pass from left to right.

One pattern looks for what can open a reference; from there the run is read to its end and the search goes on
behind it, so nothing is read twice. Offsets are those of the text given, whatever white space it has. What
"dat artikel" and "die wet" go back to is settled here, for it is in the text; what exists is not.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from corpus.citations import papers, publications
from corpus.citations.act_words import (
    DATED,
    NOUNS,
    SPELLED_NAME,
    THIS_OR_THAT,
    UNKNOWN_NAME,
    dated_act,
    name_end,
    named_act,
    noun_in,
    relative_act,
)
from corpus.citations.chain import STARTS, Chain
from corpus.citations.citation import THAT, THIS, Act, Citation, CitationKind, Manner, Place, Step
from corpus.citations.folding import folded
from corpus.citations.item import Item
from corpus.citations.memory import Memory
from corpus.citations.names import NO_NAMES, Names
from corpus.citations.patterns import ARTICLE, JOIN, NO_COUNT, ORDINAL_LIST
from corpus.citations.union_acts import MORE_UNION_ACT, UNION_ACT, union_act
from corpus.provision import ProvisionKind

_CIRCULAR_PART = (
    r"[A-D]\d{1,2}/\d{1,2}(?:\.\d{1,2})*(?![\w/])|(?<=zie )[A-D]\d{1,2}(?![\w/])|"
    r"[A-D]\d{1,2} tot en met [A-D]\d{1,2}(?![\w/])"
)
_CODES = ("ecli", "ljn", "opinion", "case", "jci", "bwb", "celex", "eli")
_OPENERS: tuple[tuple[str, str], ...] = (
    ("union", UNION_ACT),
    ("proceedings", papers.PROCEEDINGS),
    ("kamerstuk", papers.KAMERSTUK),
    ("dossier", papers.DOSSIER),
    ("stuk", papers.PAPER_OF_DOSSIER),
    ("journal", publications.JOURNAL),
    ("journal_of_year", publications.JOURNAL_OF_YEAR),
    ("pb", publications.UNION_JOURNAL),
    *((kind, getattr(publications, kind.upper())) for kind in _CODES),
    ("part", _CIRCULAR_PART),
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
_EXCEPT = re.compile(
    r", (?:met uitzondering van|behoudens|uitgezonderd) (?:de |het )?"
    r"(?=[^,.;]{0,12}\d|[Hh]oofdstuk|[Aa]fdeling|[Tt]itel)"
    r"(?:[^.;,]|,(?! (?:is|zijn|wordt|worden|van (?:overeenkomstige )?toepassing)))*"
)
_HERE = (Step(ProvisionKind.PARAGRAPH, THIS),)
_STANDING = frozenset({Manner.NAME, Manner.NUMBER, Manner.DATE, Manner.UNKNOWN})
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
    found = tuple(_with_later(plain, tuple(_Search(plain, names, memory or Memory()).run())))
    if plain == text:
        return found
    return tuple(_moved(citation, text, original) for citation in found)


def _moved(citation: Citation, text: str, original: Callable[[int], int]) -> Citation:
    start, end = original(citation.start), original(citation.end - 1) + 1
    return replace(citation, start=start, end=end, text=text[start:end])


def _with_later(text: str, found: tuple[Citation, ...]) -> Iterator[Citation]:
    """With the act that is named later in the sentence, where none was named before."""
    for at, citation in enumerate(found):
        if citation.kind is not CitationKind.PROVISION or citation.act or citation.before:
            yield citation
            continue
        later = next((c for c in found[at + 1 :] if c.act and c.act.manner in _STANDING), None)
        same = later is not None and not re.search(r"[.;:\n]", text[citation.end : later.start])
        yield replace(citation, after=later.act) if later and same else citation


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
        named = self._names.at(self._text, match.start()) if match.lastgroup == "container" else None
        if named and len(named.text) > len(match.group()):
            yield self._act(match.start(), match.start() + len(named.text), named_act(named))
            return
        if _HEADING.match(self._text, match.start() - 1):
            return
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
            places = tuple(place if place.steps else place._replace(steps=_HERE) for place in item.places)
            if not places or _of_a_table(text, item, places[0]):
                continue
            act, places = _in_book(act, places, self._memory.last, self._names)
            if not places and act:
                yield self._act(item.start, item.end, act)
                continue
            own, places = self._memory.placed(act, places)
            if places[0].steps[0].number == THAT and len(places[0].steps) == 1:
                continue
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
        elif settled.manner in _STANDING and (excepted := _EXCEPT.match(self._text, end)):
            self._line = (settled, excepted.end())
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
        start, text = match.start(), self._text
        given = text.rfind("aangehaald", max(0, start - 125), start)
        if given >= 0 and _GIVES_NAME.match(text, given, start):
            return
        named = self._names.at(text, start)
        if named:
            end = start + len(named.text)
            if not (named.local and start == 0 and text.startswith(": ", end)):
                yield self._act(start, end, named_act(named))
            return
        unknown = _NUMBERED_DIRECTIVE.match(text, start) or _UNKNOWN.match(text, start)
        whole = _WHOLE_TITLE.match(text, start) if unknown and text[start - 1 : start] == "(" else None
        if whole:
            yield self._act(start, whole.end(), Act(Manner.UNKNOWN, whole.group(), noun_in(whole.group())))
        elif unknown and not _BARE_ACTS.fullmatch(unknown.group()):
            said = unknown.group()
            end = name_end(text, unknown.end(), self._names)
            yield self._act(start, end, Act(Manner.UNKNOWN, said, noun_in(said)))
        elif unknown and (spelled := SPELLED_NAME.match(text, start)) and _BEFORE_NAME.search(text[:start]):
            yield self._act(
                start, spelled.end(), Act(Manner.UNKNOWN, spelled.group(), noun_in(spelled.group()))
            )

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

    def _journal_of_year(self, match: re.Match[str]) -> Iterator[Citation]:
        yield publications.journal_of_year(self._text, *match.span())

    def _pb(self, match: re.Match[str]) -> Iterator[Citation]:
        yield publications.union_journal(self._text, *match.span())

    def _part(self, match: re.Match[str]) -> Iterator[Citation]:
        """ "C2/5": a part of a circular, by its letter and numbers."""
        first, _, until = match.group().partition(" tot en met ")
        place = Place((Step(ProvisionKind.SUBSECTION, first),), until)
        yield Citation(*match.span(), match.group(), CitationKind.PROVISION, None, (place,))

    def _code(self, match: re.Match[str]) -> Iterator[Citation]:
        yield publications.code(self._text, *match.span(), match.lastgroup or "")


_RESUMED = re.compile(rf"{JOIN}(?=\d)")
_LISTED = re.compile(rf"(?P<art>{ARTICLE}){NO_COUNT}(?P<paren>)(?P<parens>)(?P<article>)")
_LISTED_ARTICLE = re.compile(
    rf" ?(?P<art>{ARTICLE})(?P<paren>)(?P<parens>)"
    rf"(?=, (?:(?:{ORDINAL_LIST}) (?:lid|leden)|onderde(?:el|len)) ?\b)(?P<article>)"
)
_GIVES_NAME = re.compile(r"aangehaald(?: als| onder de titel)\b[^.;\n]{0,90}$")
_BEFORE_NAME = re.compile(r"(?:[a-z,] |^|\()$")
_HEADING = re.compile(r"[‘“«'\"](?:Article|Artikel) \d{1,3}[a-z]{0,3}\n")
_NUMBERED_DIRECTIVE = re.compile(
    r"(?:Eerste|Tweede|Derde|Vierde|Vijfde|Zesde|Zevende|Achtste) [Rr]ichtlijn\b"
)
_WHOLE_TITLE = re.compile(r"[A-Z][a-z]*(?:wet|besluit|regeling)\b[^().;:,]{10,120}(?=\))|"
                          r"(?:Wet|Besluit|Regeling) [^().;:,]{10,120}(?=\))")  # fmt: skip
_TABLE = re.compile(r"(?:tabel|post|kolom|rubriek|model|categorie) [\w.]{1,6},? $")


def _of_a_table(text: str, item: Item, place: Place) -> bool:
    """ "Tabel II, onderdeel a": an onderdeel of what is no provision."""
    below = place.steps[0].kind is ProvisionKind.POINT
    return below and _TABLE.search(text, max(0, item.start - 20), item.start) is not None


_NUMBER_IN_BOOK = re.compile(r"(?P<book>\d{1,2}[A-Z]?):(?P<number>\d{1,4}[a-z]*)")


def _in_book(
    act: Act | None, places: tuple[Place, ...], before: Act | None, names: Names
) -> tuple[Act | None, tuple[Place, ...]]:
    """ "Artikel 162 van Boek 6" after mention of its code, "artikel 6:162 BW": the act is the book."""
    first = places[0].steps[0]
    if first == Step(ProvisionKind.BOOK, THAT) and act is None and before and "Boek" in before.said:
        return before, tuple(p._replace(steps=p.steps[1:]) for p in places if p.steps[1:])
    if first.kind is ProvisionKind.BOOK and (act is None or act.manner is Manner.UNKNOWN):
        code = act.said if act else before.said if before else ""
        named = names.book(first.number, code)
        if named:
            return named_act(named), tuple(p._replace(steps=p.steps[1:]) for p in places if p.steps[1:])
    said = _NUMBER_IN_BOOK.fullmatch(first.number) if act and first.kind is ProvisionKind.ARTICLE else None
    named = names.book(said["book"], act.said) if said and act and not act.identifiers else None
    if named is None or said is None:
        return act, places
    steps = (first._replace(number=said["number"]), *places[0].steps[1:])
    return named_act(named), (places[0]._replace(steps=steps), *places[1:])


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
    "journal_of_year": _Search._journal_of_year,
    "pb": _Search._pb,
    "part": _Search._part,
    **dict.fromkeys(_CODES, _Search._code),
}
