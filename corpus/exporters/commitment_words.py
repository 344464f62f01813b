"""The Dutch words for a commitment and what is known of it, as every page and file says them.

A proposal is called one; a term that has passed is called that and nothing more: whether a commitment was
broken is for people.
"""

from corpus.commitments import Due, Rule, Sureness
from corpus.exporters.dutch_date import dutch_date

REVIEWS = {
    "proposed": "voorgesteld, door niemand bevestigd",
    "confirmed": "bevestigd",
    "rejected": "geen toezegging",
    "stated": "gegeven van het dossier",
}

PASSED = {
    "yes": "datum verstreken",
    "some": "datum verstreken volgens een van de bronnen",
    "no": "",
    "unknown": "",
}

RULES = {
    Rule.PLEDGE: "de woorden van een toezegging",
    Rule.FIRST_PERSON_FUTURE: "de schrijver zegt wat hij zal doen",
    Rule.ADDRESSED: "de schrijver richt zich tot de Kamer",
    Rule.RECEIVES: "wat de Kamer ontvangt en wanneer",
    Rule.THIRD_PERSON_PLEDGE: "een ander zegt toe",
    Rule.TABLE: "een rij in een tabel van toezeggingen",
    Rule.NOTE: "de beslisnota",
    Rule.AIM: "woorden van een voornemen",
}

SURENESS = {Sureness.CERTAIN: "zeker", Sureness.LIKELY: "waarschijnlijk", Sureness.UNSURE: "onzeker"}


def rules(found: tuple[Rule, ...]) -> str:
    """By what it was recognised."""
    return ", ".join(RULES[rule] for rule in found)


def term(due: Due) -> str:
    """A term as printed, and behind it the last day in time where that is not what is printed."""
    if due.last is None or due.words.endswith(dutch_date(due.last)):
        return due.words or "geen termijn gevonden"
    about = "laatste dag" if due.exact else "op zijn laatst"
    return f"{due.words} ({about}: {dutch_date(due.last)})" if due.words else dutch_date(due.last)
