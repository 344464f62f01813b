"""What a reference means: the act, and the provision in it, in the light of where the reference stands.

A reference without an act is to the act it stands in; when that has no such article, and another act was
mentioned before, to that one, and then the rule is said. A name with several bearers is ambiguous, unless
the texts at hand leave one. A place is looked up in the text when there is one, else named by convention
and not checked.
"""

import re
from collections.abc import Iterable

from corpus.citations.citation import THAT, Act, Citation, CitationKind, Manner, Place, Step
from corpus.identifiers import jci
from corpus.provision import ProvisionKind
from corpus.reading import Identifier, WorkKind
from corpus.resolving.library import Library, conventional_eid
from corpus.resolving.places import by_convention, in_outline, is_part, is_relative
from corpus.resolving.resolution import Context, Reason, Resolution, Rule, Status, Target
from corpus.resolving.schemes import celex_of_eli

_ROMAN = re.compile(r"[IVXL]+[A-Za-z]?")
_LETTERED = re.compile(r"\d+[A-Z]")
_ACT_NOUNS = ("wet", "rijkswet", "wetboek")
_NOUNS_OF = {
    WorkKind.ACT: _ACT_NOUNS,
    WorkKind.BILL: _ACT_NOUNS,
    WorkKind.DECREE: ("besluit", "rijksbesluit", "reglement"),
    WorkKind.MINISTERIAL_REGULATION: ("regeling", "besluit", "beschikking"),
    WorkKind.CIRCULAR: ("circulaire", "beleidsregel", "beleidsregels", "regeling", "besluit"),
    WorkKind.TREATY: ("verdrag", "overeenkomst", "protocol", "handvest"),
    WorkKind.EU_REGULATION: ("verordening",),
    WorkKind.EU_DIRECTIVE: ("richtlijn",),
    WorkKind.EU_DECISION: ("besluit", "beschikking"),
}
_NATIONAL = (
    WorkKind.ACT, WorkKind.BILL, WorkKind.DECREE, WorkKind.MINISTERIAL_REGULATION, WorkKind.CIRCULAR,
)  # fmt: skip
_UNION_NOUNS = ("verordening", "richtlijn", "beschikking", "verdrag")


def resolve(citation: Citation, context: Context, library: Library) -> Resolution:
    """What a reference means, said in this context, as far as this library shows."""
    if citation.kind not in (CitationKind.PROVISION, CitationKind.ACT):
        return _named(citation, context)
    acts, rule = _acts(citation.act, context)
    if not acts:
        relative = citation.act is not None and citation.act.manner is Manner.THAT
        return Resolution(Status.NOT_FOUND, reason=Reason.NO_ANTECEDENT if relative else Reason.UNKNOWN_ACT)
    found = _in_acts(acts, citation, context, library)
    elsewhere = citation.before or citation.after
    if elsewhere and found.nearest and not found.nearest.provision and _may_be_elsewhere(citation):
        rule_of = Rule.ACT_MENTIONED_BEFORE if citation.before else Rule.ACT_NAMED_LATER
        other = (
            _in_acts(elsewhere.identifiers, citation, context, library) if elsewhere.identifiers else found
        )
        if other.status is Status.FOUND:
            return Resolution(other.status, other.targets, rule=rule_of)
    if found.reason is Reason.NO_SUCH_PROVISION and _is_of_unnamed_act(citation, context, library):
        return Resolution(Status.NOT_FOUND, reason=Reason.UNKNOWN_ACT)
    return found if found.rule or rule is None else _by(found, rule)


def _is_of_unnamed_act(citation: Citation, context: Context, library: Library) -> bool:
    """ "Artikel 1F" in a text without it, or "B1/4" in part C: of an act that the words do not name."""
    if citation.act is not None or not citation.places:
        return False
    first = citation.places[0].steps[0]
    outline = library.outline(context.own, context.on)
    if is_part(first):
        return outline is not None and first.number[0] != outline.letter
    return first.kind is ProvisionKind.ARTICLE and _LETTERED.fullmatch(first.number) is not None


def _by(found: Resolution, rule: Rule) -> Resolution:
    return Resolution(found.status, found.targets, found.reason, rule, found.nearest)


def acts_meant(act: Act | None, context: Context) -> tuple[Identifier, ...]:
    """The acts that may be meant by what a reference says of its act, said in this context."""
    return _acts(act, context)[0]


def _acts(act: Act | None, context: Context) -> tuple[tuple[Identifier, ...], Rule | None]:
    """The acts that may be meant, and the rule by which when the words do not say it."""
    if act is None:
        return (context.own,), None
    if act.manner is Manner.THIS:
        if _is_own(act.noun, context.kind):
            return (context.own,), None
        if act.antecedent is None:
            return () if act.noun in _UNION_NOUNS and context.kind in _NATIONAL else (context.own,), None
        return act.antecedent.identifiers, Rule.ACT_MENTIONED_BEFORE
    if act.manner is Manner.NOUN and not act.identifiers and act.antecedent:
        return act.antecedent.identifiers, Rule.ACT_MENTIONED_BEFORE
    return act.identifiers, None


def _is_own(noun: str, kind: WorkKind) -> bool:
    nouns = _NOUNS_OF.get(kind)
    if nouns is None:
        return noun not in _UNION_NOUNS
    return noun in nouns or (kind in _NATIONAL and noun == "beschikking")


def _may_be_elsewhere(citation: Citation) -> bool:
    """Only a reference to a numbered article or chapter may be: annexes and "artikel I" are a text's own.

    Of "artikel 1F", numbered as treaties do, an act named nearby says nothing.
    """
    firsts = [place.steps[0] for place in citation.places]
    own = any(f.kind is ProvisionKind.ATTACHMENT or _ROMAN.fullmatch(f.number) for f in firsts)
    own = own or any(is_part(f) or _LETTERED.fullmatch(f.number) for f in firsts)
    return citation.act is None and not own and not any(is_relative(place) for place in citation.places)


def _in_acts(
    acts: Iterable[Identifier], citation: Citation, context: Context, library: Library
) -> Resolution:
    """One act: what is found in it. More: ambiguous, unless all but one have no such place."""
    outcomes = [_in_act(act, citation, context, library) for act in acts]
    standing = [outcome for outcome in outcomes if outcome.status is Status.FOUND]
    if len(outcomes) == 1 or not standing:
        return outcomes[0]
    if len(standing) == 1:
        return Resolution(Status.FOUND, standing[0].targets, rule=Rule.ONLY_ONE_HAS_IT)
    return Resolution(Status.AMBIGUOUS, tuple(target for one in standing for target in one.targets))


def _in_act(act: Identifier, citation: Citation, context: Context, library: Library) -> Resolution:
    whole = Target(act.scheme, act.value)
    if not citation.places:
        return Resolution(Status.FOUND, (whole,))
    if any(place.steps[0].number == THAT for place in citation.places):
        return Resolution(Status.NOT_FOUND, reason=Reason.NO_ANTECEDENT)
    eid = context.eid if act == context.own else ""
    outline = library.outline(act, context.on)
    if outline is None:
        eids = [e for place in citation.places for e in by_convention(place, eid)]
        targets = tuple(Target(act.scheme, act.value, e) for e in eids)
    else:
        per_place = [in_outline(place, outline, eid) for place in citation.places]
        eids = [e for found in per_place for e in found] if all(per_place) else []
        targets = tuple(Target(act.scheme, act.value, e, checked=True) for e in eids)
    if targets:
        return Resolution(Status.FOUND, tuple(dict.fromkeys(targets)))
    nearest = _nearest(citation.places[0], act, context, library)
    return Resolution(Status.NOT_FOUND, reason=Reason.NO_SUCH_PROVISION, nearest=nearest or whole)


def _nearest(place: Place, act: Identifier, context: Context, library: Library) -> Target | None:
    outline = library.outline(act, context.on)
    for depth in range(len(place.steps) - 1, 0, -1):
        shorter = Place(place.steps[:depth])
        found = in_outline(shorter, outline, context.eid if act == context.own else "") if outline else []
        if found:
            return Target(act.scheme, act.value, found[0], checked=True)
    return None


def _named(citation: Citation, context: Context) -> Resolution:
    """What is named by an identifier of its own: it is its own target."""
    targets = tuple(_target(i, context) for i in citation.identifiers)
    found = tuple(target for target in targets if target)
    if found and len(found) == len(targets):
        return Resolution(Status.FOUND, found)
    return Resolution(Status.NOT_FOUND, reason=Reason.NO_NUMBER)


def _target(identifier: Identifier, context: Context) -> Target | None:
    if identifier.scheme == "ondernummer":
        return Target("op", f"kst-{context.dossier}-{identifier.value}") if context.dossier else None
    if identifier.scheme == "eli":
        celex = celex_of_eli(identifier.value)
        return Target("celex", celex) if celex else Target("eli", identifier.value)
    if identifier.scheme == "jci":
        named = jci.parse(identifier.value)
        if named is None:
            return Target("jci", identifier.value)
        place = tuple(Step(kind, number) for kind, number in named.place)
        return Target("bwb", named.values[0], conventional_eid(place) if place else "")
    return Target(identifier.scheme, identifier.value)
