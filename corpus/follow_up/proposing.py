"""What the machine proposes for one point: what the answer says, held against what text and memorandum show.

Rules in a fixed order, and abstention where they leave room: an answer that says it follows and of which
nothing is found is not "overgenomen", and an answer that does not say what it does is no refusal.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from corpus.follow_up.values import Opvolging, Proposal, Unkept
from corpus.opinion import Asked, Certainty, Outcome, Point
from corpus.opinion.sentences import sentences

_FEWEST_REASONS = 2
_IN_TEXT = frozenset({Asked.TEXT, Asked.REFRAIN, Asked.EDITORIAL, Asked.RECONSIDER})
_SAID: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.FOLLOWED: "De reactie zegt dat het advies is gevolgd",
        Outcome.PARTLY: "De reactie zegt dat het advies deels is gevolgd",
        Outcome.NOT_FOLLOWED: "De reactie zegt dat het advies niet is gevolgd",
        Outcome.UNKNOWN: "De reactie zegt niet met zoveel woorden wat met het advies is gedaan",
    }
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the texts show for a point; None where they could not be compared, with the reason in `absent`.

    `gone` says that all the point names of the bill is no longer in it, `named` that it names anything.
    """

    text: bool | None
    memorandum: bool | None
    absent: str = ""
    gone: bool = False
    named: bool = True
    unkept: tuple[Unkept, ...] = ()


def propose(point: Point, found: Evidence) -> Proposal:
    """The opvolging proposed for a point."""
    silent = _silent(point)
    if silent is not None:
        return silent
    if point.certainty is Certainty.UNSURE:
        return _abstain(f"Niet zeker is waar het advies ophoudt en de reactie begint: {point.reason}.")
    if point.outcome is Outcome.NOT_FOLLOWED:
        return _not_followed(point, found)
    if point.outcome is Outcome.UNKNOWN:
        return _abstain(f"{_SAID[Outcome.UNKNOWN]}; {_shown(found)}.")
    if found.text is None and found.memorandum is None:
        return _unchecked(point, found)
    if found.gone and Asked.REFRAIN not in point.asks and "verval" in (point.response or ""):
        return _likely(
            Opvolging.OVERTAKEN, f"{_said(point)}; wat het punt noemt, staat niet meer in het voorstel."
        )
    return _partly(point, found) if point.outcome is Outcome.PARTLY else _followed(point, found)


def _silent(point: Point) -> Proposal | None:
    """What there is to say where nobody answered."""
    if point.outcome is Outcome.NO_REPORT:
        return Proposal(Opvolging.NO_REPORT, "Er is nog geen nader rapport.", point.certainty)
    if point.response is not None:
        return None
    if point.points and point.asks == (Asked.NOTHING,):
        return _abstain("Dit punt is verdeeld in onderdelen; zie de opvolging per onderdeel.")
    if point.undecided:
        return _abstain("Na het advies volgt tekst waaruit niet blijkt wie spreekt.")
    if point.outcome is not Outcome.NO_RESPONSE:
        return _abstain("Dit punt vraagt niets, en er is geen reactie op.")
    return Proposal(Opvolging.NO_RESPONSE, "In het stuk staat geen reactie op dit punt.", point.certainty)


def _not_followed(point: Point, found: Evidence) -> Proposal:
    if found.text:
        return _abstain(f"{_said(point)}, maar wat het punt noemt is wel gewijzigd.")
    if len(sentences((point.response or "").replace("\n", " "))) < _FEWEST_REASONS:
        return _abstain(f"{_said(point)}, zonder dat een reden is gevonden.")
    return _likely(Opvolging.NOT_ADOPTED, f"{_said(point)} en geeft redenen; {_shown(found)}.")


def _unchecked(point: Point, found: Evidence) -> Proposal:
    """Without both texts there is only what the answer says."""
    outcome = Opvolging.PARTLY if point.outcome is Outcome.PARTLY else Opvolging.ADOPTED
    return Proposal(outcome, f"{_said(point)}; niet nagegaan. {found.absent}".strip(), Certainty.UNSURE)


def _partly(point: Point, found: Evidence) -> Proposal:
    if found.text or found.memorandum:
        return _kept(Opvolging.PARTLY, point, found)
    return _abstain(f"{_said(point)}, maar {_shown(found)}.")


def _followed(point: Point, found: Evidence) -> Proposal:
    in_text = bool(_IN_TEXT & set(point.asks))
    in_memorandum = Asked.MEMORANDUM in point.asks
    if in_text and in_memorandum:
        enough = bool(found.text and found.memorandum) or _either(point, found)
    elif in_memorandum:
        enough = bool(found.memorandum)
    elif in_text:
        enough = bool(found.text)
    else:
        enough = bool(found.text or found.memorandum)
    if enough:
        return _kept(Opvolging.ADOPTED, point, found)
    return _abstain(f"{_said(point)}, maar {_shown(found)}.")


def _either(point: Point, found: Evidence) -> bool:
    """Was one thing or the other asked ("of in de toelichting te verklaren"), and is one of them there?"""
    last = next(reversed(sentences(point.text.replace("\n", " "))), "")
    return " of " in last and bool(found.text or found.memorandum)


def _kept(outcome: Opvolging, point: Point, found: Evidence) -> Proposal:
    if found.unkept:
        missing = "; ".join(f"«{u.words}»" for u in found.unkept)
        return _abstain(f"{_said(point)}, en {_shown(found)}, maar niet gevonden is: {missing}")
    return _likely(outcome, f"{_said(point)}; {_shown(found)}.")


def _said(point: Point) -> str:
    return _SAID[point.outcome]


def _shown(found: Evidence) -> str:
    """What the texts show, as the end of a sentence."""
    if not found.named:
        return "het noemt geen bepaling of paragraaf, zodat er geen wijziging aan is te verbinden"
    both = (("het voorstel", found.text), ("de toelichting", found.memorandum))
    seen = [name for name, changed in both if changed]
    missing = [name for name, changed in both if changed is False]
    said = [f"gewijzigd op wat het punt noemt: {' en '.join(seen)}"] if seen else []
    said += [f"daarvan is geen wijziging gevonden in {' en '.join(missing)}"] if missing else []
    said += ["niet alles is te vergelijken"] if any(changed is None for _, changed in both) else []
    return ", ".join(said)


def _abstain(reason: str) -> Proposal:
    return Proposal(Opvolging.UNDECIDED, reason, Certainty.UNSURE)


def _likely(outcome: Opvolging, reason: str) -> Proposal:
    return Proposal(outcome, reason, Certainty.LIKELY)
