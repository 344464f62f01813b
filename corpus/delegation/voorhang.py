"""Parliament's part in a delegated rule: voorhang and its kin, after the models of Aanwijzingen 2.36 to 2.40.

Which delegations a clause is about follows from the references in it ("een krachtens het eerste lid vast te
stellen ..."); a clause whose references lead to none is about those of its own article, and says nothing
where there is none either. A clause of no known form is left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.citations import Citation, find
from corpus.delegation.delegation import Chambers, Delegation, Involvement, Start, Voorhang
from corpus.delegation.places import article_of, holds
from corpus.delegation.sentences import Sentence, sentences
from corpus.provision import Provision, ProvisionKind, walk
from corpus.reading import Identifier
from corpus.resolving import Context, Outline, resolve

_NUMBER = r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|dertig|veertien|zestig|\d+)"
_PERIOD = re.compile(rf"\b(?P<period>{_NUMBER} (?:dagen|weken|maanden|week|maand|dag))\b")
_CHAMBERS = re.compile(
    r"(?P<both>beide [Kk]amers|de [Kk]amers der|(?:aan de|de|der) Staten-Generaal)"
    r"|(?P<lower>Tweede Kamer)|(?P<upper>Eerste Kamer)"
)
_RULE = (
    r"(?:algemene maatregel(?:en)?|ministeri[eë]le regeling|regeling|amvb|koninklijk besluit|besluit|"
    r"maatregel)"
)
_FORMS: tuple[tuple[Involvement, re.Pattern[str]], ...] = (
    (
        Involvement.CONTROLLED,
        re.compile(
            rf"(?:voordracht (?:voor|tot)|(?:Een|De|Het) [^.;]{{0,160}}{_RULE})[^.;]*? (?:wordt|worden)? ?"
            r"(?:niet|niet eerder)[^.;]*? dan[^.;]*?(?:ontwerp|bekend ?gemaakt|overgelegd|toegezonden)"
        ),
    ),
    (
        Involvement.CONTROLLED,
        re.compile(
            r"[Oo]ntwerp (?:van|voor) (?:een|de|het)[^.;]*?(?:wordt|worden)[^.;]*?(?:Kamer|kamers|"
            r"Staten-Generaal)[^.;]*?(?:overgelegd|toegezonden|voorgelegd|gezonden)"
        ),
    ),
    (
        Involvement.CONDITIONAL,
        re.compile(
            rf"(?:Een|De)[^.;]*?{_RULE}[^.;]*?(?:wordt|worden)[^.;]*?(?:Kamer|kamers|Staten-Generaal)[^.;]*?"
            r"(?:overgelegd|toegezonden|voorgelegd)"
        ),
    ),
    (
        Involvement.APPROVAL,
        re.compile(
            rf"{_RULE}[^.;]*?voorstel van wet[^.;]*? tot goedkeuring|voorstel van wet tot goedkeuring van"
        ),
    ),
    (
        Involvement.TEMPORARY,
        re.compile(
            rf"^Na (?:de )?(?:plaatsing|vaststelling|inwerkingtreding|bekendmaking)[^.;]*?{_RULE}[^.;]*?"
            r"voorstel van wet[^.;]*?ingediend"
        ),
    ),
)
_VETO = re.compile(r"bij wet wordt geregeld|de wens (?:te kennen|wordt)|bij de wet wordt geregeld")
_ALL = re.compile(r"krachtens deze (?:wet|paragraaf|afdeling|titel)|op grond van deze wet")


def under_voorhang(tree: Sequence[Provision], found: Sequence[Delegation]) -> tuple[Delegation, ...]:
    """The delegations with the clauses that are about them."""
    clauses = find_voorhang(tree, found)
    kept = list(found)
    for clause in clauses:
        kept = [d.with_voorhang(clause) if d.eid in clause.about else d for d in kept]
    return tuple(kept)


def find_voorhang(tree: Sequence[Provision], found: Sequence[Delegation] = ()) -> tuple[Voorhang, ...]:
    """Every clause in a text, each with the delegations it is about."""
    outline = Outline(tree)
    clauses = []
    for provision in walk(tree):
        if provision.kind in (ProvisionKind.EXPLANATION, ProvisionKind.RECITAL) or not provision.text:
            continue
        for clause, sentence in _clauses(provision):
            clauses.append(_about(clause, sentence, outline, found))
    return tuple(clauses)


def _clauses(provision: Provision) -> Iterator[tuple[Voorhang, Sentence]]:
    said = list(sentences(provision.text))
    for place, sentence in enumerate(said):
        following = " ".join(s.text for s in said[place + 1 : place + 3])
        form = next((form for form, pattern in _FORMS if pattern.search(sentence.text)), None)
        if form is None or (
            form is Involvement.CONDITIONAL and not _VETO.search(f"{sentence.text} {following}")
        ):
            continue
        if form is Involvement.CONTROLLED and _is_negative_only(sentence.text):
            continue
        yield _clause(provision, sentence, form=form, following=following), sentence


def _is_negative_only(text: str) -> bool:
    """Does the sentence not tell parliament or the public at all?"""
    return not re.search(r"[Kk]amer|Staten-Generaal|Staatscourant", text)


def _clause(provision: Provision, sentence: Sentence, *, form: Involvement, following: str) -> Voorhang:
    around = f"{sentence.text} {following}"
    period = _PERIOD.search(sentence.text) or _PERIOD.search(around)
    return Voorhang(
        eid=provision.eid,
        start=sentence.at(0),
        end=sentence.at(len(sentence.text) - 1) + 1,
        sentence=sentence.text,
        form=form,
        chambers=_chambers(sentence.text) or _chambers(around) or Chambers.UNSTATED,
        period=period["period"] if period else "",
        runs_from=_start(sentence.text, form),
        everything=bool(_ALL.search(sentence.text)),
    )


def _chambers(text: str) -> Chambers | None:
    found = _CHAMBERS.search(text)
    if found is None:
        return None
    return Chambers(found.lastgroup or "")


def _start(text: str, form: Involvement) -> Start:
    if form is Involvement.CONTROLLED:
        published = re.search(r"Staatscourant[^.;]*bekend ?gemaakt|bekend ?gemaakt[^.;]*Staatscourant", text)
        return Start.DRAFT_PUBLISHED if published else Start.DRAFT_LAID
    if form is Involvement.CONDITIONAL:
        return Start.RULE_LAID
    if form is Involvement.TEMPORARY:
        return Start.RULE_PUBLISHED if "plaatsing" in text else Start.UNSTATED
    return Start.RULE_MADE


def _about(clause: Voorhang, sentence: Sentence, outline: Outline, found: Sequence[Delegation]) -> Voorhang:
    """The delegations the references of the clause lead to."""
    if clause.everything:
        return replace(clause, about=tuple(dict.fromkeys(d.eid for d in found if not d.starts_law)))
    own = [citation for citation in find(sentence.text) if citation.act is None and citation.places]
    named = [eid for citation in own for eid in _places(citation, clause.eid, outline)]
    within = named if own else [article_of(clause.eid)]
    about = [d.eid for d in found if any(holds(eid, d.eid) for eid in within if eid)]
    return replace(clause, about=tuple(dict.fromkeys(about)))


def _places(citation: Citation, eid: str, outline: Outline) -> Iterable[str]:
    own = Identifier("own", "")

    class Here:
        """The text itself as a library."""

        def outline(self, act: Identifier, on: object) -> Outline | None:
            """The text in hand."""
            del on
            return outline if act == own else None

    found = resolve(citation, Context(own, eid), Here())
    return tuple(target.provision for target in found.targets)
