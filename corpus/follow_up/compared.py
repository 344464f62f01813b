"""Two versions of a bill, or of its memorandum, with their changes, and which of them a place touches.

A change that only follows from another (a new number, a reference to it, the point that became a semicolon)
is none of its own, and neither is the name of the paper in its opschrift.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from corpus.diff import Change, ChangeKind
from corpus.explanation import Explained, Passage, passages
from corpus.follow_up.bill import Bill, Placed
from corpus.follow_up.named import NamedPlace, paragraphs
from corpus.numbering import number_token
from corpus.provision import Provision, ProvisionKind, walk

_WHOLE = frozenset({ChangeKind.INSERTED, ChangeKind.DELETED})
_NUMBERS = frozenset({ChangeKind.RENUMBERED, ChangeKind.CONSEQUENTIAL, ChangeKind.MOVED})
_PAPER = re.compile(
    r"(?:FICTIEVE VOORBEELDTEKST[:;]? *)?(?:(?:HERDRUK|GEWIJZIGD|NADER GEWIJZIGD|ONTWERP)\b.*|"
    r"VOORSTEL VAN (?:RIJKS)?WET\b.*|(?:MEMORIE|NOTA) VAN TOELICHTING\b.*|Nr\. .*|"
    r"Memorie van toelichting\b.*|Nota van toelichting\b.*|Voorstel van (?:rijks)?wet(?:,.*)?)"
)


class Compared:
    """The old and the new text; what of them is no change of its own is not among `changes`."""

    def __init__(self, old: Sequence[Provision], new: Sequence[Provision], changes: Iterable[Change]) -> None:
        self.old, self.new = tuple(old), tuple(new)
        kinds = {p.eid: p.kind for p in walk((*self.old, *self.new))}
        self.changes = tuple(c for c in changes if not _follows(c) and not _names_paper(c, kinds))

    @cached_property
    def bills(self) -> tuple[Bill, Bill]:
        """Both texts, to be found by what words name."""
        return Bill(self.old), Bill(self.new)

    @cached_property
    def laws(self) -> tuple[str, ...]:
        """The laws that the bill amends, by name."""
        return tuple(dict.fromkeys(law for bill in self.bills for law in bill.laws))

    def named(self, place: NamedPlace) -> tuple[tuple[Placed, ...], tuple[Placed, ...]]:
        """What a name means in the old and in the new text."""
        old, new = self.bills
        return old.named(place), new.named(place)

    def touched(self, place: NamedPlace) -> frozenset[str]:
        """The changes, by id, of what a name means."""
        old, new = self.named(place)
        found = frozenset(x.provision.eid for x in old), frozenset(x.provision.eid for x in new)
        return frozenset(c.id for c in self.changes if self._touches(c, found))

    def only(self, ids: Iterable[str]) -> tuple[Change, ...]:
        """These changes in reading order."""
        wanted = frozenset(ids)
        return tuple(c for c in self.changes if c.id in wanted)

    def _touches(self, change: Change, found: tuple[frozenset[str], frozenset[str]]) -> bool:
        for sides, eids, below in zip((change.old, change.new), found, self._below, strict=True):
            for side in sides:
                if side.eid in eids:
                    return True
                if _WHOLE & set(change.kinds) and eids & below.get(side.eid, frozenset()):
                    return True
        return False

    @cached_property
    def _below(self) -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
        old, new = (
            {p.eid: frozenset(x.eid for x in p.walk()) for p in walk(side)} for side in (self.old, self.new)
        )
        return old, new


class ComparedMemorandum:
    """The changes of a memorandum, by the provisions of the bill that they explain."""

    def __init__(self, texts: Compared, bill: Compared) -> None:
        self.changes, self._bill = texts.changes, bill
        self._passages = (
            passages(texts.old, Explained(bill.old)),
            passages(texts.new, Explained(bill.new)),
        )
        self._divisions = tuple(_numbered(side) for side in (texts.old, texts.new))

    def about(self, place: NamedPlace) -> frozenset[str]:
        """The changes, by id, in the passages about what a name means."""
        wanted = [
            _related(side, bill) for side, bill in zip(self._bill.named(place), self._bill.bills, strict=True)
        ]
        return frozenset(
            c.id
            for c in self.changes
            if any(targets & eids for targets, eids in zip(self._targets(c), wanted, strict=True))
        )

    def has_passage(self, place: NamedPlace) -> bool:
        """Does either text explain what a name means?"""
        sides = zip(self._bill.named(place), self._bill.bills, self._passages, strict=True)
        return any(set(p.targets) & _related(side, bill) for side, bill, said in sides for p in said)

    def in_paragraph(self, number: str) -> frozenset[str]:
        """The changes, by id, in a numbered paragraph."""
        return frozenset(
            c.id
            for c in self.changes
            for sides, held in zip((c.old, c.new), self._divisions, strict=True)
            if any(
                side.eid == eid or side.eid.startswith(f"{eid}__")
                for side in sides
                for eid in held.get(number, ())
            )
        )

    def referring(self, number: str) -> frozenset[str]:
        """The changes, by id, that put in a reference to a numbered paragraph."""
        added = ((c.id, "".join(text for sign, text in c.ops if sign == "+")) for c in self.changes)
        return frozenset(key for key, text in added if number in paragraphs(text))

    def only(self, ids: Iterable[str]) -> tuple[Change, ...]:
        """These changes in reading order."""
        wanted = frozenset(ids)
        return tuple(c for c in self.changes if c.id in wanted)

    def _targets(self, change: Change) -> Iterator[set[str]]:
        for sides, said in zip((change.old, change.new), self._passages, strict=True):
            yield {target for side in sides for target in _innermost(side.eid, said)}


def _innermost(eid: str, said: Sequence[Passage]) -> tuple[str, ...]:
    """What the passage around a provision of the memorandum speaks of."""
    around = [p for p in said if eid == p.eid or eid.startswith(f"{p.eid}__")]
    return max(around, key=lambda p: len(p.eid)).targets if around else ()


def _related(found: Sequence[Placed], bill: Bill) -> frozenset[str]:
    """What is named, with all it stands in; without an article that holds nothing but amendments."""
    amending = {x.provision.eid for x in bill.placed if bill.amends_only(x)}
    return frozenset(p.eid for x in found for p in x.path) - amending


def _numbered(provisions: Sequence[Provision]) -> dict[str, tuple[str, ...]]:
    """The paragraphs by number: "3.1" under whatever it stands."""
    found: dict[str, tuple[str, ...]] = {}
    for p in walk(provisions):
        number = number_token(p.num)
        if number and p.kind not in (ProvisionKind.PARAGRAPH, ProvisionKind.POINT):
            found[number] = (*found.get(number, ()), p.eid)
    return found


def _follows(change: Change) -> bool:
    kinds = set(change.kinds)
    return ChangeKind.CONSEQUENTIAL in kinds or kinds <= _NUMBERS or _closing_sign(change)


def _closing_sign(change: Change) -> bool:
    """Did only the sign or the "en" at the end change, because of what was added or went after it?"""
    if change.kinds != (ChangeKind.PUNCTUATION,) or len(change.old) != 1 or len(change.new) != 1:
        return False
    ends = [re.sub(r"[\s.;,]+$", "", side[0].text) for side in (change.old, change.new)]
    return ends[0] == ends[1]


def _names_paper(change: Change, kinds: Mapping[str, ProvisionKind]) -> bool:
    """Is the only difference in an opschrift the line that names the paper?"""
    sides = (*change.old, *change.new)
    if any(kinds.get(side.eid) is not ProvisionKind.LONG_TITLE for side in sides):
        return False
    lines = [[x for s in side for x in s.text.split("\n") if not _PAPER.fullmatch(x.strip())]
             for side in (change.old, change.new)]  # fmt: skip
    return lines[0] == lines[1]
