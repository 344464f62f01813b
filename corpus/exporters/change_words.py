"""The Dutch words for what happened to a provision, as every page and file says them.

The terms are those of `docs/begrippen.md`.
"""

from corpus.diff import Change, ChangeKind, Side

CHANGE_KINDS = {
    ChangeKind.MODIFIED: "gewijzigd",
    ChangeKind.INSERTED: "ingevoegd",
    ChangeKind.DELETED: "vervallen",
    ChangeKind.MOVED: "verplaatst",
    ChangeKind.RENUMBERED: "vernummerd",
    ChangeKind.SPLIT: "gesplitst",
    ChangeKind.MERGED: "samengevoegd",
    ChangeKind.HEADING: "opschrift gewijzigd",
    ChangeKind.PUNCTUATION: "alleen leestekens",
    ChangeKind.CONSEQUENTIAL: "volgt uit een andere wijziging",
}

MATCH_RULES = {
    "same-number-and-text": "zelfde nummer en tekst",
    "same-text": "zelfde tekst",
    "same-run": "zelfde woorden op rij",
    "same-opening": "zelfde begin",
    "same-term": "zelfde begrip",
    "same-number-and-similar": "zelfde nummer, tekst lijkt erop",
    "similar": "tekst lijkt erop",
    "same-number": "alleen zelfde nummer",
    "same-place": "zelfde plaats",
    "same-parts": "zelfde leden",
    "same-end": "zelfde slot",
    "parts": "delen horen bij elkaar",
    "split": "woorden verdeeld",
    "merged": "woorden samengevoegd",
    "editor": "vastgesteld door een redacteur",
}
"""What each `matched_by` of an alignment is called."""


def change_kind(kind: ChangeKind, side: Side | None = None) -> str:
    """What a kind of change is called; a lettered onderdeel is "verletterd", not "vernummerd"."""
    number = side.eid.rpartition("_")[2] if side else ""
    if kind is ChangeKind.RENUMBERED and number.isalpha():
        return "verletterd"
    return CHANGE_KINDS[kind]


def kinds(change: Change) -> str:
    """All that happened, in one phrase."""
    return ", ".join(change_kind(kind, change.place) for kind in change.kinds)


def labels(sides: tuple[Side, ...]) -> str:
    """How the provisions of one side are cited."""
    return "; ".join(side.label for side in sides)


def match_rule(rule: str) -> str:
    """By what rule a pair was found."""
    return MATCH_RULES.get(rule, rule)
