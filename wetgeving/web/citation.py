"""One change as a legal citation: the provision, the regulation, what happened, between which texts, where.

A provision is written out ("artikel 30b, eerste lid, onderdeel a": Aanwijzing 3.29), the regulation by its
citeertitel where it has one, each text by its stage and date, because what is cited is a change between two
texts and not the law of a day. Status is said in words. Values in, text out.
"""

from dataclasses import dataclass

from corpus.diff import Change, ChangeKind, Side
from wetgeving.web import terms
from wetgeving.web.dutch import capital

_PARTICIPLES = {
    ChangeKind.HEADING: "gewijzigd in het opschrift",
    ChangeKind.PUNCTUATION: "gewijzigd in leestekens",
    ChangeKind.MOVED: "verplaatst",
    ChangeKind.MODIFIED: "gewijzigd",
    ChangeKind.INSERTED: "ingevoegd",
    ChangeKind.DELETED: "vervallen",
    ChangeKind.SPLIT: "gesplitst",
    ChangeKind.MERGED: "samengevoegd",
}


@dataclass(frozen=True, slots=True)
class CitedText:
    """A text as a citation names it: its regulation, stage and date, and whether it is the official one."""

    title: str
    stage: str
    dated: str
    official: bool


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited: a change between two texts, at an address."""

    change: Change
    old: CitedText
    new: CitedText
    address: str
    fictional: bool = False


def citation(cited: Cited) -> str:
    """The citation as one sentence."""
    change, old, new = cited.change, cited.old, cited.new
    same = old.title == new.title
    titles = new.title if same or not change.old else f"{new.title}, tegenover {old.title}"
    texts = [_named(text, with_title=not same) for text in (old, new)]
    verb = "" if change.kinds == (ChangeKind.DELETED,) else "zoals "
    said = [
        _place(change),
        titles,
        f"{verb}{_happened(change)} tussen {texts[0]} en {texts[1]}",
        _status(old, new),
        *(["fictieve voorbeeldtekst"] if cited.fictional else []),
        cited.address,
    ]
    return capital(", ".join(said))


def _named(text: CitedText, *, with_title: bool) -> str:
    return f"{text.title} ({text.stage}, {text.dated})" if with_title else f"{text.stage} ({text.dated})"


def _place(change: Change) -> str:
    """The provision by its new number; the old one beside it when that was another."""
    was = [side.label for side in change.old]
    now = [side.label for side in change.new]
    if not now or not was:
        return " en ".join(now or was)
    return " en ".join(now) if was == now else f"{' en '.join(now)} (was: {' en '.join(was)})"


def _happened(change: Change) -> str:
    """All that happened, the whole before its text; "volgt uit een andere wijziging" stands in brackets."""
    kinds = [kind for kind in ChangeKind if kind in change.kinds and kind is not ChangeKind.CONSEQUENTIAL]
    words = [_participle(kind, change.place) for kind in sorted(kinds, key=_ORDER.index)]
    if len(words) > 1:
        words = [f"{', '.join(words[:-1])} en {words[-1]}"]
    follows = " (volgt uit een andere wijziging)" if ChangeKind.CONSEQUENTIAL in change.kinds else ""
    return f"{words[0] if words else 'gewijzigd'}{follows}"


def _participle(kind: ChangeKind, place: Side) -> str:
    return _PARTICIPLES.get(kind) or terms.change_kind(kind, place)


def _status(old: CitedText, new: CitedText) -> str:
    if old.official and new.official:
        return "officiële teksten"
    if not old.official and not new.official:
        return "niet de officiële teksten"
    return f"alleen de {'oude' if old.official else 'nieuwe'} tekst is de officiële"


_ORDER = (
    ChangeKind.INSERTED,
    ChangeKind.DELETED,
    ChangeKind.SPLIT,
    ChangeKind.MERGED,
    ChangeKind.MOVED,
    ChangeKind.RENUMBERED,
    ChangeKind.MODIFIED,
    ChangeKind.HEADING,
    ChangeKind.PUNCTUATION,
    ChangeKind.CONSEQUENTIAL,
)
