"""What an explanatory memorandum says of an article: found by the number it prints in its headings.

A passage runs from such a heading to the next one. Where its number fits no article of the text, or more than
one, or is that of another act, it has no target: a passage is never put beside an article by what it is
about. A heading speaks of the bill that is explained; of a law which that bill amends only when it, or the
heading around it, names that law.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.exporters.exported_version import FICTIONAL
from corpus.numbering import ORDINALS, number_token
from corpus.printed_heading import NEW, TO, Cited, cited
from corpus.provision import CONTAINERS, Provision, ProvisionKind, articles, walk

_BY_ARTICLE = re.compile(r"artikelsgewij", re.IGNORECASE)
_OF_A_LID = re.compile(rf"(?:{'|'.join(ORDINALS)}|\d+e|lid|leden|onder)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"van\b", re.IGNORECASE)
_LONGEST_LINE = 200
_SHORTEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Passage:
    """What a memorandum says under one heading; `sign` is that heading, `targets` the eIds it speaks of."""

    eid: str
    sign: str
    text: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """The text that is explained; `names` are those of a law that the explained bill amends, else empty."""

    provisions: tuple[Provision, ...]
    names: tuple[str, ...] = ()


def passages(memorandum: Sequence[Provision], of: Explained) -> tuple[Passage, ...]:
    """The passages under a numbered heading, in order; of the part by article, where there is one."""
    searched = tuple(_by_article(memorandum)) or tuple(memorandum)
    citations = (cited(heading(p)) for p in walk(searched))
    renewed = {n.strip(NEW) for c in citations for n in (*c.articles, *c.inner) if n.endswith(NEW)}
    return tuple(p for p in _Finder(of, frozenset(renewed)).among(searched, _Context()) if p.text)


def about(found: Sequence[Passage], eid: str) -> tuple[Passage, ...]:
    """The passages that speak of this provision, of something in it, or of what it is in."""
    return tuple(p for p in found if any(_related(target, eid) for target in p.targets))


def _related(target: str, eid: str) -> bool:
    return target == eid or eid.startswith(f"{target}__") or target.startswith(f"{eid}__")


def _by_article(provisions: Sequence[Provision]) -> Iterator[Provision]:
    """What stands under the first heading that says "artikelsgewijs"; after it, when that is a line."""
    for place, p in enumerate(provisions):
        if _BY_ARTICLE.search(heading(p)):
            yield from p.children or provisions[place + 1 :]
            return
        if below := tuple(_by_article(p.children)):
            yield from below
            return


def heading(p: Provision) -> str:
    """The heading as it is printed, without the mark of a fictional text; "" when it has none."""
    if _is_line(p):
        printed = p.text
    else:
        printed = ": ".join(filter(None, (p.num, p.heading))) if p.heading or p.kind in _NUMBERED else ""
    return " ".join(printed.replace(f"({FICTIONAL})", "").split())


_NUMBERED = CONTAINERS | {ProvisionKind.ARTICLE}


def _is_line(p: Provision) -> bool:
    return p.kind is ProvisionKind.CROSSHEADING and len(p.text) <= _LONGEST_LINE


@dataclass(frozen=True, slots=True)
class _Context:
    """What the headings around a place say: which articles, and whether they name the law."""

    articles: tuple[str, ...] = ()
    named: bool = False


class _Finder:
    def __init__(self, of: Explained, renewed: frozenset[str]) -> None:
        """`renewed` are numbers that some heading prints with "(nieuw)": in a law they mean two articles."""
        names = [name for name in of.names if len(name) >= _SHORTEST_NAME]
        named = "|".join(re.escape(name) for name in names)
        self._name = re.compile(rf"\b(?:{named})(?!\s*\d|\w)", re.IGNORECASE) if names else None
        self._amended = bool(of.names)
        held: dict[str, list[Provision]] = {}
        for article in articles(of.provisions):
            held.setdefault(number_token(article.num).casefold(), []).append(article)
        unsure = renewed if of.names else frozenset()
        self._articles = {
            t: found[0] for t, found in held.items() if t and t not in unsure and len(found) == 1
        }

    def among(self, provisions: Sequence[Provision], context: _Context) -> Iterator[Passage]:
        """The passages among these and below them; text without a heading goes with what it follows."""
        found: list[Passage] = []
        here: int | None = None
        for p in provisions:
            sign = heading(p)
            inner, citation = context, cited(sign)
            if citation:
                inner = self._within(context, citation, sign)
                here = len(found)
                found.append(self._passage(p, sign, self._targets(citation, context, inner)))
            elif (sign and not _OF_A_LID.match(sign)) or p.kind is ProvisionKind.CONCLUSIONS:
                here = None
            elif here is not None:
                found[here] = replace(found[here], text=_joined(found[here].text, _words(p)))
            found += self.among(p.children, inner) if _holds_passages(p) else ()
        yield from found

    def _within(self, context: _Context, citation: Cited, sign: str) -> _Context:
        named = bool(self._name and self._name.search(sign))
        return _Context(citation.articles or context.articles, context.named or named)

    def _passage(self, p: Provision, sign: str, targets: Iterator[str]) -> Passage:
        own = "" if _is_line(p) else p.text
        text = _joined(own, *(_words(c) for c in p.children))
        return Passage(p.eid, sign, text, tuple(dict.fromkeys(targets)))

    def _targets(self, citation: Cited, context: _Context, inner: _Context) -> Iterator[str]:
        if self._amended:
            numbers = citation.inner or citation.articles
            yield from (article.eid for article in self._found(numbers)) if inner.named else ()
            return
        inside = bool(context.articles) and not set(citation.articles) <= set(context.articles)
        if citation.articles and (inside or _OF_ANOTHER.match(citation.rest)):
            return
        holding = self._found(citation.articles or context.articles)
        for article in holding:
            if not citation.parts:
                yield article.eid
            points = {number_token(c.num).casefold(): c for c in article.children}
            yield from (point.eid for point in _chosen(points, citation.parts))

    def _found(self, numbers: Sequence[str]) -> Iterator[Provision]:
        return _chosen(self._articles, numbers)


def _chosen(known: Mapping[str, Provision], numbers: Sequence[str]) -> Iterator[Provision]:
    """What bears these numbers; of a range all from its first to its last."""
    order = list(known)
    for number in numbers:
        first, _, last = number.partition(TO)
        last = last or first
        if first in known and last in known:
            yield from (known[token] for token in order[order.index(first) : order.index(last) + 1])


def _words(p: Provision) -> str:
    """All words of a provision, without those under a heading of their own that bears a number."""
    if cited(heading(p)):
        return ""
    return _joined(p.printed(), *(_words(c) for c in p.children))


def _joined(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def _holds_passages(p: Provision) -> bool:
    return any(cited(heading(c)) or _holds_passages(c) for c in p.children)
