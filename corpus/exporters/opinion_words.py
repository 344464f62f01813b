"""The Dutch words for an opinion and what became of it, as every page and file says them.

The terms are those of `docs/begrippen.md`: the dictum is the verdict, the opvolging what became of one point.
The letters are a convention of the practice and stand in no opinion, so the printed sentence goes first; a
wording of the older six is named by its sentence and its place in its own series, never by a letter.
"""

from corpus.diff import Change
from corpus.exporters.change_words import kinds, labels
from corpus.follow_up.values import About, Opvolging
from corpus.opinion import Asked, Certainty, OpinionKind, System

OUTCOMES = {
    Opvolging.ADOPTED: "overgenomen",
    Opvolging.PARTLY: "deels overgenomen",
    Opvolging.NOT_ADOPTED: "niet overgenomen, gemotiveerd",
    Opvolging.NO_RESPONSE: "geen reactie aangetroffen",
    Opvolging.NO_REPORT: "nog geen nader rapport",
    Opvolging.OVERTAKEN: "achterhaald",
    Opvolging.UNDECIDED: "niet vast te stellen",
}

ASKED = {
    Asked.MEMORANDUM: "toelichting aanvullen",
    Asked.TEXT: "voorstel aanpassen",
    Asked.RECONSIDER: "nader bezien",
    Asked.REFRAIN: "afzien",
    Asked.EDITORIAL: "redactioneel",
    Asked.UNKNOWN: "verzoek niet herkend",
    Asked.NOTHING: "geen verzoek",
}

CERTAINTIES = {Certainty.CERTAIN: "zeker", Certainty.LIKELY: "waarschijnlijk", Certainty.UNSURE: "onzeker"}

KINDS = {
    OpinionKind.OPINION: "advies",
    OpinionKind.WITH_REPORT: "advies en nader rapport",
    OpinionKind.WITH_REACTION: "advies en reactie van de initiatiefnemer",
    OpinionKind.GUIDANCE: "voorlichting",
    OpinionKind.UNASKED: "ongevraagd advies",
    OpinionKind.WITHDRAWN: "ingetrokken adviesaanvraag",
    OpinionKind.REPORT: "nader rapport",
}

SYSTEMS = {System.LETTERS: "stelsel A tot en met D", System.SIX: "zes oudere formules"}

LETTERS = {
    "A": "geen opmerkingen",
    "B": "opmerkingen, eerst rekening mee te houden",
    "C": "bezwaren, niet indienen tenzij aangepast",
    "D": "ernstige bezwaren, niet indienen",
}

OLDER = {
    "1": "te zenden",
    "2": "te zenden nadat aandacht is geschonken aan het advies",
    "3": "te zenden nadat rekening is gehouden met het advies",
    "4": "niet te zenden dan nadat rekening is gehouden met het advies",
    "5": "bezwaar: niet aldus te zenden",
    "6": "bezwaar: niet te zenden",
}
"""What the six older wordings come down to, mild to severe; no place on the scale of letters."""

ABOUT = {About.TEXT: "in het voorstel", About.MEMORANDUM: "in de toelichting"}


def asked(wishes: tuple[Asked, ...]) -> str:
    """All that a point asks, in one phrase."""
    return ", ".join(ASKED[wish] for wish in wishes)


def grade(system: System, value: str) -> str:
    """A letter as "dictum B", an older wording by its place in its own series."""
    if system is System.LETTERS:
        return f"dictum {value}"
    return f"formule {value} van de zes oudere" if system is System.SIX else ""


def change_line(change: Change) -> str:
    """A change in one line: where, and what happened."""
    was, now = labels(change.old), labels(change.new)
    place = now if was == now or not was else was if not now else f"{was} → {now}"
    return f"{place}: {kinds(change)}"
