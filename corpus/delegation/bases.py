"""The legal basis that a decree or regulation names: "Gelet op" in its preamble, "berust op" in running text.

Every article and lid is a basis of its own. A circular is policy and has none. What an act says of a rule
("Na de inwerkingtreding van deze wet berust ... op artikel ...") is found in the act. Which provision is
meant is for who has the texts (`corpus.resolving`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.citations import Act, Citation, CitationKind, Manner, Names, Step, find
from corpus.citations.defined import with_defined
from corpus.citations.folding import folded
from corpus.provision import Provision, ProvisionKind, walk
from corpus.reading import Identifier, WorkKind

RULES = frozenset({WorkKind.DECREE, WorkKind.MINISTERIAL_REGULATION})
"""The kinds of work that rest on a delegation."""
_BEFORE_ARTICLES = frozenset(
    {ProvisionKind.PREAMBLE, ProvisionKind.RECITAL, ProvisionKind.FORMULA, ProvisionKind.LONG_TITLE}
)
_REGARD = re.compile(r"(?<!\w)[Gg]elet op(?!\w)[^;\n]*")
_OWN = r"(?:[Dd]eze (?:ministeri[eë]le )?(?:regeling|verordening)|[Dd]it (?:besluit|reglement))"
_RESTS = (
    re.compile(rf"(?P<about>{_OWN}) berust (?P<also>mede )?op (?=de artikel|artikel)"),
    re.compile(
        r"Na (?:de )?(?P<after>inwerkingtreding) van [^.;\n]{1,160}? berust(?:en)? "
        r"(?P<about>[^.;\n]{3,300}?) (?P<also>mede )?op (?=de artikel|artikel)"
    ),
    re.compile(
        r"(?:^|(?<=[.;\n] ))(?P<about>[^.;\n]{3,300}?) berust(?:en)?(?:,? (?:met ingang van|na|vanaf) "
        r"(?:de |het tijdstip van )?(?P<after>inwerkingtreding) van [^.;\n]{1,160}?)?,? (?P<also>mede )?op "
        r"(?=de artikel|artikel)"
    ),
)
_END = re.compile(r"[.;\n](?! ?\d)")
_BARE = re.compile(r"[ ,](?P<number>\d{1,4}[a-z]{0,2}(?:[.:]\d+[a-z]{0,2})*), $")
_YEAR = re.compile(r" ?\((?:Stb|Stcrt)\. ?(?P<year>\d{4})")


class How(StrEnum):
    """In which words a basis is named."""

    REGARD = "having-regard-to"
    RESTS = "rests-on"
    RESTS_AFTER = "rests-on-after-commencement"


@dataclass(frozen=True, slots=True)
class NamedBasis:
    """One article or lid that a rule is said to rest on: where that is said, and in which words.

    `citation` has one place, or none for an act as a whole. `about` is the rule when it is not the text
    itself: its name, and the identifiers that name stands for. `also`: beside what it rested on before.
    """

    eid: str
    start: int
    end: int
    text: str
    how: How
    citation: Citation
    also: bool = False
    about: str = ""
    rules: tuple[Identifier, ...] = ()
    by_year: bool = False


def named_bases(provisions: Sequence[Provision], names: Names, kind: WorkKind) -> tuple[NamedBasis, ...]:
    """The bases of a decree or regulation, and what any text says that rules rest on."""
    found = list(_regarded(provisions, names)) if kind in RULES else []
    stated = [p for p in walk(provisions) if p.kind not in _BEFORE_ARTICLES and "berust" in p.text]
    if stated:
        known = with_defined(names, (p.text for p in walk(provisions) if p.text))
        found += (basis for p in stated for basis in _stated(p, known, own=kind in RULES))
    return tuple(found)


def _regarded(provisions: Iterable[Provision], names: Names) -> Iterator[NamedBasis]:
    for provision in walk(provisions):
        if provision.kind is ProvisionKind.ARTICLE:
            return
        if provision.kind in _BEFORE_ARTICLES and "elet op" in provision.text:
            plain, _ = folded(provision.text)
            for match in _REGARD.finditer(plain):
                yield from _of(provision, plain, match.span(), names, how=How.REGARD)


def _stated(provision: Provision, names: Names, *, own: bool) -> Iterator[NamedBasis]:
    plain, _ = folded(provision.text)
    for pattern in _RESTS:
        match = pattern.search(plain)
        if match is None:
            continue
        end = _END.search(plain, match.end())
        span = match.end(), end.start() if end else len(plain)
        how = How.RESTS_AFTER if match.groupdict().get("after") else How.RESTS
        itself = re.fullmatch(_OWN, match["about"]) is not None
        if itself and not own:
            return
        about = "" if itself else match["about"]
        rules = tuple(i for c in find(about, names) if c.act for i in c.act.identifiers) if about else ()
        for basis in _of(provision, plain, span, names, how=how):
            yield replace(basis, also=bool(match["also"]), about=about, rules=rules)
        return


def _of(
    provision: Provision, plain: str, span: tuple[int, int], names: Names, *, how: How
) -> Iterator[NamedBasis]:
    """The places named in a stretch of text, each apart."""
    _, original = folded(provision.text)
    start, end = span
    for citation in find(plain[start:end], names):
        if citation.kind not in (CitationKind.PROVISION, CitationKind.ACT):
            continue
        whole = _with_article(citation, plain[start : start + citation.start])
        known, by_year = _by_year(whole, plain[start + citation.end : end], names)
        begin, stop = original(start + citation.start), original(start + citation.end - 1) + 1
        words = provision.text[begin:stop]
        for place in known.places or (None,):
            single = replace(known, places=(place,) if place else ())
            yield NamedBasis(provision.eid, begin, stop, words, how, single, by_year=by_year)


def _with_article(citation: Citation, before: str) -> Citation:
    """A lid whose bare article number was left out, as in a list behind an act whose name is not known."""
    bare = _BARE.search(before)
    if bare is None or not citation.places or citation.places[0].steps[0].kind is not ProvisionKind.PARAGRAPH:
        return citation
    article = Step(ProvisionKind.ARTICLE, bare["number"])
    places = tuple(place._replace(steps=(article, *place.steps)) for place in citation.places)
    return replace(citation, places=places)


def _by_year(citation: Citation, behind: str, names: Names) -> tuple[Citation, bool]:
    """A name that is not known as it stands, but is with the year of the publication behind it.

    In a list the publication stands behind the last reference, which ends in the same name.
    """
    act = citation.act
    if act is None or act.manner is not Manner.UNKNOWN:
        return citation, False
    at = behind.find(act.said)
    year = _YEAR.match(behind) or (_YEAR.match(behind, at + len(act.said)) if at >= 0 else None)
    wanted = f"{act.said} {year['year']}" if year else ""
    named = next((n for n in names if n.text == wanted), None)
    if named is None:
        return citation, False
    return replace(citation, act=Act(Manner.NAME, wanted, act.noun, named.identifiers)), True
