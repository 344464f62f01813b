"""References that lead nowhere: to what the text never had, to what lapsed, to what has another number now.

A reference is judged against the text it was written for, and against the newest version of that text, by the
alignment of `corpus.diff`. Only regulations and bills are judged: a paper speaks of the text of its day. What
the machine says here is for a person to check.
"""

import logging
import re
from collections import OrderedDict
from collections.abc import Iterable, Mapping

from corpus.citations import Citation, Manner
from corpus.diff import Comparison, Correction, compare
from corpus.provision import Provision, ProvisionKind
from corpus.reading import Identifier
from corpus.resolving import Outline, Reason, Target
from wetgeving.services.catalogue import ListedVersion
from wetgeving.services.citing import Cited, CitedText
from wetgeving.services.citing_amendments import PAPERS
from wetgeving.services.citing_library import StoredTexts
from wetgeving.services.corrections import standing
from wetgeving.services.provision_standing import lapsed
from wetgeving.store import Store
from wetgeving.store.citation_form import Lost

NOTHING_THERE, LAPSED, REPEALED, RENUMBERED = "nothing-there", "lapsed", "repealed", "renumbered"
WHYS = (NOTHING_THERE, LAPSED, REPEALED, RENUMBERED)
_PAIRS = 8
_LOOSE = re.compile(r"preamble|(?:.*__)?(?:att|expl|slot)(?:_|$)")
"""Where a text speaks of others without naming them at each place: what it rests on, annexes, notes."""
_LOG = logging.getLogger("wetgeving.citations")


class Fates:
    """Says of references whether they still lead somewhere; what was compared for one serves the next."""

    def __init__(self, store: Store, texts: StoredTexts) -> None:
        self._store, self._texts = store, texts
        self._became: OrderedDict[tuple[str, str], Mapping[str, str] | None] = OrderedDict()

    def of(self, cited: Cited, text: CitedText, version: str) -> Lost | None:
        """Why a reference in this version leads nowhere; None when it does not."""
        resolution = cited.resolution
        if text.context.kind in PAPERS:
            return None
        if resolution.reason is Reason.NO_SUCH_PROVISION:
            return self._nothing(cited, text, version)
        amends = text.amended.get(cited.eid)
        if amends and not amends.quoted:  # an instruction speaks of the act as it was
            return None
        found = [self._fate(target, text, version) for target in resolution.targets if target.checked]
        if any(place.until for place in cited.citation.places) and not all(found):
            return None  # of a range some may be gone
        return next((lost for lost in found if lost), None)

    def said(self, old: str, new: str) -> tuple[Correction, ...]:
        """What an editor said of the provisions of two versions."""
        return tuple(s.correction for s in standing(self._store, old, new))

    def _nothing(self, cited: Cited, text: CitedText, version: str) -> Lost | None:
        """Only where the words leave no doubt which text is meant: a wrong alarm costs more than a miss."""
        nearest, citation = cited.resolution.nearest, cited.citation
        if nearest is None or not (_certain(citation, cited.eid) and _is_missing(citation, nearest)):
            return None
        act = Identifier(nearest.scheme, nearest.id)
        if act == text.context.own:
            fits = _numbered_alike(citation, text.library.outlined_own)
            return Lost(NOTHING_THERE, version) if fits else None
        listed = text.texts.listed(act, text.context.on)
        return Lost(NOTHING_THERE, listed.version.version) if listed else None

    def _fate(self, target: Target, text: CitedText, version: str) -> Lost | None:
        act, eid, on = Identifier(target.scheme, target.id), target.provision, text.context.on
        if act == text.context.own:
            there = text.library.outlined_own.by_eid.get(eid)
            return Lost(LAPSED, version) if there and lapsed(there) else None
        base, newest = self._texts.listed(act, on), self._texts.listed(act, None)
        old = self._texts.outlined(base.version.version).by_eid.get(eid) if base else None
        if base is None or newest is None or old is None:
            return None
        if lapsed(old):
            return Lost(LAPSED, base.version.version)
        if base.version.tree_hash == newest.version.tree_hash:
            return None
        return self._gone(old, base, newest)

    def _gone(self, old: Provision, base: ListedVersion, newest: ListedVersion) -> Lost | None:
        key = newest.version.version
        now = self._texts.outlined(key)
        new = now.by_eid.get(old.eid)
        if new is not None and new.fingerprint() == old.fingerprint():
            return Lost(REPEALED, key) if lapsed(new) else None
        became = self._pair(base.version.version, key)
        if became is None:
            return None
        there = _followed(old.eid, became, now)
        if (there is None and new is not None) or (there and _is_at(there, old.eid)):
            return Lost(REPEALED, key) if new is not None and lapsed(new) else None
        if there is None:
            return Lost(REPEALED, key, _surviving(old.eid, became, now))
        return Lost(REPEALED if lapsed(now.by_eid[there]) else RENUMBERED, key, (there,))

    def _pair(self, old: str, new: str) -> Mapping[str, str] | None:
        """What each provision of the old version is in the new one; None when they cannot be compared."""
        pair = old, new
        if pair in self._became:
            self._became.move_to_end(pair)
            return self._became[pair]
        texts = self._texts.provisions(old), self._texts.provisions(new)
        try:
            found: Mapping[str, str] | None = _became(compare(*texts, self.said(old, new)))
        except Exception:  # one pair that fails must not keep the references of a text out of sight
            _LOG.exception("not compared: %s %s", old, new)
            found = None
        self._became[pair] = found
        if len(self._became) > _PAIRS:
            self._became.popitem(last=False)
        return found


def _certain(citation: Citation, eid: str) -> bool:
    """Do the words themselves say which text is meant? "Het Besluit" may be the beginning of a name."""
    if _LOOSE.match(eid):
        return False
    if citation.act is None:
        return citation.before is None
    act = citation.act
    named = act.manner in (Manner.NAME, Manner.NUMBER) and len(act.identifiers) == 1
    return named and act.said.lower() != act.noun


def _is_missing(citation: Citation, nearest: Target) -> bool:
    """Is it one article that is not there, or a lid? Onderdelen are numbered in too many ways to tell."""
    steps = citation.places[0].steps
    if len(citation.places) > 1 or citation.places[0].until or steps[0].kind is not ProvisionKind.ARTICLE:
        return False
    if not steps[0].number[:1].isalnum():  # "dit artikel", "het vorige artikel"
        return False
    there = 0 if not nearest.provision else 1 if "__para" not in nearest.provision else len(steps)
    return there < len(steps) and steps[there].kind in (ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH)


def _numbered_alike(citation: Citation, outline: Outline) -> bool:
    """Are the articles of a text numbered as the one that is sought? "15" is none of "11.2.5", "11.2.6"."""
    numbers = [p.num for p in outline.by_eid.values() if p.kind is ProvisionKind.ARTICLE]
    parted = sum(1 for number in numbers if re.search(r"\d[.:]\d", number))
    sought = bool(re.search(r"\d[.:]\d", citation.places[0].steps[0].number))
    return bool(numbers) and sought == (parted * 2 > len(numbers))


def _is_at(there: str, eid: str) -> bool:
    """Is a provision in its old place, perhaps as the first of what is below it now?"""
    return there == eid or there.startswith(f"{eid}__")


def _became(comparison: Comparison) -> dict[str, str]:
    """Old eIds with the new eId of what they became; what is below an unchanged provision is left out."""
    rows = ((row.old.eid, row.new.eid) for row in comparison.rows if row.old and row.new)
    sides = ((old.eid, c.new[0].eid) for c in comparison.changes if c.new for old in c.old)
    return {**dict(sides), **dict(rows)}


def _followed(eid: str, became: Mapping[str, str], now: Outline) -> str | None:
    """The eId that a provision has now: its own, or its place below what is around it."""
    for outer in _outwards(eid):
        if outer in became:
            there = became[outer] + eid[len(outer) :]
            return there if there in now.by_eid else None
    return None


def _surviving(eid: str, became: Mapping[str, str], now: Outline) -> tuple[str, ...]:
    """What is now in the place of what was around a provision that is gone."""
    found = (became.get(outer, "") for outer in _outwards(eid))
    return next(((there,) for there in found if there in now.by_eid), ())


def _outwards(eid: str) -> Iterable[str]:
    segments = eid.split("__")
    return ("__".join(segments[:depth]) for depth in range(len(segments), 0, -1))
