"""Whose text a reference stands in, where that is not the text it is printed in.

A bill amends acts: what it quotes will stand in the amended act, and its instructions speak of that act. A
memorandum, an opinion or a letter speaks of the bill of its dossier, and of the act that this amends. Only
asked when the text itself has no such place; which rule gave the answer is said.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.citations import Citation, Manner
from corpus.provision import Provision, ProvisionKind, walk
from corpus.reading import Identifier, WorkKind
from corpus.resolving import Context, Outline, Reason, Resolution, Rule, Status, resolve
from wetgeving.services.citing_library import BesideOwn

PAPERS = frozenset(
    {
        WorkKind.MEMORANDUM, WorkKind.OPINION, WorkKind.AMENDING_MEMORANDUM, WorkKind.AMENDMENT,
        WorkKind.MOTION, WorkKind.LETTER, WorkKind.REPORT, WorkKind.PARLIAMENTARY_PAPER,
        WorkKind.PROCEEDINGS, WorkKind.NOTICE, WorkKind.DECISION_NOTE, WorkKind.CIRCULAR,
    }
)  # fmt: skip
"""Texts that speak of a regulation, and are none."""
_AMENDS = re.compile(r"(?:wordt|worden) (?:als volgt )?gewijzigd|komt te luiden|vervalt|ingevoegd|vervangen")

Found = Mapping[str, Sequence[Citation]]


@dataclass(frozen=True, slots=True)
class Amending:
    """An article that amends: which act (none when that is not known), and the quoted text it is in."""

    acts: tuple[Identifier, ...]
    quoted: Provision | None = None


def amending(tree: Iterable[Provision], found: Found) -> dict[str, Amending]:
    """By eId, for every provision in an article that amends another act."""
    amended: dict[str, Amending] = {}
    for article in _articles(tree):
        below = list(article.walk())
        quotes = [p for p in below if p.kind is ProvisionKind.MOD]
        opening = next((p for p in below if p.text), None)
        if opening is None or not (quotes or _AMENDS.search(opening.text)):
            continue
        named = (c.act for c in found.get(opening.eid, ()) if c.act)
        act = next((a for a in named if a.manner is not Manner.THIS), None)
        if act is None and not quotes:
            continue
        acts = act.identifiers if act else ()
        amended.update((p.eid, Amending(acts)) for p in below)
        for quote in quotes:
            amended.update((p.eid, Amending(acts, quote)) for p in quote.walk())
    return amended


def _articles(tree: Iterable[Provision]) -> Iterator[Provision]:
    """The articles of the text itself, not those it quotes."""
    for p in tree:
        if p.kind is ProvisionKind.ARTICLE:
            yield p
        elif p.kind is not ProvisionKind.MOD:
            yield from _articles(p.children)


class Elsewhere:
    """Looks up what the text at hand does not have in the texts it amends or speaks of."""

    def __init__(
        self, library: BesideOwn, amended: Mapping[str, Amending], subjects: Sequence[Context]
    ) -> None:
        self._library, self._amended, self._subjects = library, amended, subjects
        self._inserted: dict[tuple[Identifier, ...], Outline] = {}
        self._quoted: dict[str, Outline] = {}

    def sought(self, citation: Citation, here: Context, first: Resolution) -> Resolution:
        """The outcome, once the other texts were looked into too."""
        if first.reason is not Reason.NO_SUCH_PROVISION or first.nearest is None or not citation.places:
            return first
        in_own = first.nearest.id == here.own.value
        amends = self._amended.get(here.eid)
        if amends and (in_own or any(first.nearest.id == act.value for act in amends.acts)):
            return self._amended_text(citation, here, amends)
        if not in_own or citation.act is not None:
            return first
        return self._spoken_of(citation) or first

    def _spoken_of(self, citation: Citation) -> Resolution | None:
        """In what a paper speaks of, and then in what a bill among that quotes."""
        found = [resolve(citation, subject, self._library) for subject in self._subjects]
        for subject in self._subjects:
            if subject.kind is WorkKind.BILL:
                quoted = self._library.quoted(subject.own, subject.on)
                found.append(resolve(citation, subject, _One(quoted)))
        standing = (one for one in found if one.status is Status.FOUND)
        return next((replace(one, rule=Rule.ACT_SPOKEN_OF) for one in standing), None)

    def _amended_text(self, citation: Citation, here: Context, amends: Amending) -> Resolution:
        plain = replace(citation, act=None, before=None)
        if amends.quoted:
            quoted = self._in(plain, here, self._outline_of(amends.quoted))
            if quoted:
                return quoted
        if not amends.acts:
            return Resolution(Status.NOT_FOUND, reason=Reason.UNKNOWN_ACT)
        tried = [self._in_act(plain, here, act, amends) for act in amends.acts]
        found = next((r for r in tried if r.status is Status.FOUND), None)
        inserted = None if found else self._in(plain, replace(here, eid=""), self._inserted_in(amends.acts))
        newest = [self._in_act(plain, replace(here, on=None), act, amends) for act in amends.acts]
        return found or inserted or next((r for r in newest if r.status is Status.FOUND), tried[0])

    def _in_act(self, citation: Citation, here: Context, act: Identifier, amends: Amending) -> Resolution:
        """In the amended act, where what is quoted has the place it will have there."""
        inside = here.eid.partition("__")[2] if amends.quoted else ""
        context = Context(act, inside, WorkKind.UNKNOWN, here.on, here.dossier)
        return _by_rule(resolve(citation, context, self._library))

    def _in(self, citation: Citation, here: Context, outline: Outline) -> Resolution | None:
        """In a text that is quoted here: its places are provisions of the text at hand."""
        found = resolve(citation, here, _One(outline))
        return _by_rule(found) if found.status is Status.FOUND else None

    def _outline_of(self, quoted: Provision) -> Outline:
        if quoted.eid not in self._quoted:
            self._quoted[quoted.eid] = Outline(quoted.children)
        return self._quoted[quoted.eid]

    def _inserted_in(self, acts: tuple[Identifier, ...]) -> Outline:
        """All that the text at hand brings into these acts."""
        if acts not in self._inserted:
            same = (a.quoted for a in self._amended.values() if a.quoted and a.acts == acts)
            quotes = {quoted.eid: quoted for quoted in same}
            self._inserted[acts] = Outline([c for quoted in quotes.values() for c in quoted.children])
        return self._inserted[acts]


class _One:
    """A library of one text, whatever is asked for."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline

    def outline(self, act: Identifier, on: object) -> Outline:
        """That text."""
        del act, on
        return self._outline


def _by_rule(found: Resolution) -> Resolution:
    return replace(found, rule=found.rule or Rule.ACT_AMENDED) if found.status is Status.FOUND else found


def has_articles(tree: Iterable[Provision]) -> bool:
    """Does a text have articles of its own?"""
    return any(p.kind is ProvisionKind.ARTICLE for p in walk(tuple(tree)))
