"""The claims on one Union act that follow from texts and facts; what people say comes on top of them.

Of a memorandum only its last version speaks. National references are read from the newest text of each act.
Derived again whenever a text or a fact is another one, and remembered as long as they are the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.citations import CitationKind, find
from corpus.dossier.facts import EuMapping
from corpus.dossier.written import to_json
from corpus.transposition import cited_claims
from corpus.transposition.cited_claims import Named, Reference
from corpus.transposition.identity import claim_id
from corpus.transposition.placing import cited as label_of
from corpus.transposition.placing import placed
from corpus.transposition.pointers import Pointers
from corpus.transposition.printed_tables import PrintedTable, tables
from corpus.transposition.saying import places
from corpus.transposition.table_claims import Read, Sides, Text, national_places, read_rows
from corpus.transposition.values import (
    Claimant,
    EuPlace,
    NationalPlace,
    Passage,
    TranspositionClaim,
    UnreadRow,
)
from wetgeving.services.catalogue import ListedVersion, VersionText
from wetgeving.services.explaining import explained_by
from wetgeving.services.remembered import Remembered
from wetgeving.services.transposing_references import FoundReferences
from wetgeving.services.transposing_texts import (
    BILL,
    EU_KINDS,
    LAW_KINDS,
    MEMORANDUM,
    DossierTexts,
    Shelved,
    day_of,
)
from wetgeving.store.values import Work

FACT = "fact-of-the-dossier"
_SIZE = 2_000


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows for one act: claims, rows that could not be read, and the texts it was read from.

    `tabled` is that a table in a memorandum speaks of the act.
    """

    claims: tuple[TranspositionClaim, ...]
    unread: tuple[UnreadRow, ...]
    memoranda: tuple[str, ...]
    tabled: bool


_REMEMBERED: Remembered[Derived] = Remembered(6_000_000)


def forget_derived_claims() -> None:
    """Forget what this process remembers."""
    _REMEMBERED.forget()


class DerivedClaims:
    """Derives claims; all that it reads comes from the texts of one dossier (or those around one act)."""

    def __init__(self, texts: DossierTexts, references: FoundReferences) -> None:
        self._texts, self._references = texts, references

    def of(self, act: Work) -> Derived:
        """What follows for one Union act."""

        def size(found: Derived) -> int:
            return _SIZE * (1 + len(found.claims))

        return _REMEMBERED.value(self.made_of(act), lambda: self._derive(act), size)

    def made_of(self, act: Work) -> tuple[object, ...]:
        """What the claims on an act follow from."""
        kinds = (*EU_KINDS, *LAW_KINDS, BILL, MEMORANDUM)
        used = tuple(
            (s.work, tuple((v.version.version, v.version.tree_hash) for v in s.versions))
            for s in self._texts.of_kind(*kinds)
        )
        facts = tuple(to_json(m) for m in self._texts.mappings(act.key))
        names = tuple(to_json(fact) for facts_ in self._texts.facts for fact in facts_.eu_acts)
        return act.key, used, facts, names

    def _derive(self, act: Work) -> Derived:
        read, memoranda = Read(), []
        for memorandum in self._memoranda():
            printed = tuple(t for t in tables(memorandum.provisions) if self._speaks_of(t, act))
            if printed:
                memoranda.append(memorandum.listed.version.version)
            for table in printed:
                found = self._read(table, memorandum, act)
                read.claims += found.claims
                read.unread += found.unread
        claims = [*read.claims, *self._of_facts(act), *self._of_provisions(act), *self._of_explanations(act)]
        unique = {claim.id: claim for claim in reversed(claims)}
        ordered = tuple(c for c in claims if unique.pop(c.id, None))
        return Derived(ordered, tuple(read.unread), tuple(memoranda), bool(memoranda))

    def _memoranda(self) -> Iterator[VersionText]:
        for memorandum in self._texts.of_kind(MEMORANDUM):
            if memorandum.last:
                yield self._texts.text(memorandum.last.version.version)

    def _speaks_of(self, table: PrintedTable, act: Work) -> bool:
        """Is this the act that the caption nearest to the table names? A header may name it too."""
        for words in (*table.captions, " ".join(table.header)):
            named = [w for w in self._named(words) if w.kind in EU_KINDS]
            if named:
                return any(w.key == act.key for w in named)
        return False

    def _named(self, words: str) -> Iterator[Work]:
        """The works that are named as a whole in some words, in their order."""
        for citation in find(words, self._texts.names):
            if citation.kind in (CitationKind.ACT, CitationKind.PROVISION) and citation.act:
                for one in citation.act.identifiers:
                    if one in self._texts.by_identifier:
                        yield self._texts.by_identifier[one]

    def _read(self, table: PrintedTable, memorandum: VersionText, act: Work) -> Read:
        version = memorandum.listed.version.version
        sides = self.sides(act, memorandum=memorandum, table=table)
        rows = ((row, Passage(version, table.eid, " | ".join(row.cells), row.line)) for row in table.rows)
        found = read_rows(rows, sides)
        for line, cells, why in table.unread:
            found.unread.append(UnreadRow(Passage(version, table.eid, " | ".join(cells), line), cells, why))
        return found

    def sides(
        self, act: Work, *, memorandum: VersionText | None = None, table: PrintedTable | None = None
    ) -> Sides:
        """What the two sides of a table are; without a memorandum those of what an editor says."""
        day = day_of(memorandum.listed) if memorandum else None
        law = self._law(table)
        eu = self._texts.shelved(act.key).last
        version = memorandum.listed.version.version if memorandum else ""
        return Sides(
            act=act.key,
            kind=act.kind,
            eu=self._texts.outline(eu.version.version) if eu else None,
            own=self._text(law, law.last if law else None, day),
            former=self._text(law, law.known_on(day) if law else None, day),
            bill=self._bill(memorandum),
            named=lambda words: self._text_named(words, day),
            origin=memorandum.work.key if memorandum else "",
            pointers=Pointers(version, memorandum.provisions) if memorandum else None,
        )

    def _law(self, table: PrintedTable | None) -> Shelved | None:
        """The act that bare articles are of: named above the table or in its header, or by the bill."""
        above = (*table.lead, " ".join(table.header)) if table else ()
        titles = tuple(bill.work.title for bill in self._texts.of_kind(BILL))
        for words in (*above, *titles):
            law = next((w for w in self._named(words) if w.kind in LAW_KINDS), None)
            if law:
                return self._texts.shelved(law.key)
        acts = [s for s in self._texts.of_kind("act") if s.versions]
        return acts[0] if len(acts) == 1 else None

    def text_of(self, work: str) -> Text:
        """The newest text of a national work, for what an editor says."""
        shelved = self._texts.shelved(work)
        return self._text(shelved, shelved.last, None)

    def _text(self, shelved: Shelved | None, listed: ListedVersion | None, day: object) -> Text:
        if shelved is None:
            return Text("")
        if listed is None:
            return Text(shelved.work.key)
        key = listed.version.version
        of = day_of(listed)
        after = bool(day and of and str(of) > str(day))
        return Text(shelved.work.key, key, self._texts.outline(key), after)

    def _text_named(self, words: str, day: object) -> Text | None:
        named = next((w for w in self._named(words) if w.kind in (*LAW_KINDS, "circular")), None)
        if named is None:
            return None
        shelved = self._texts.shelved(named.key)
        return self._text(shelved, shelved.last, day)

    def _bill(self, memorandum: VersionText | None) -> Text:
        """The bill that a memorandum explains: at its own stage, else the last one."""
        bill = next((s for s in self._texts.of_kind(BILL) if s.versions), None)
        if bill is None:
            return Text("")
        stage = memorandum.listed.version.stage if memorandum else ""
        same = [v for v in bill.versions if v.version.stage == stage]
        return self._text(bill, (same or list(bill.versions))[-1], None)

    def _of_facts(self, act: Work) -> Iterator[TranspositionClaim]:
        sides = self.sides(act)
        for fact in self._texts.mappings(act.key):
            national = self._national_of(fact, sides)
            for place in (p for said in places(fact.provision) for p in placed(said, sides.eu)):
                eu = EuPlace(act.key, place.eid)
                yield TranspositionClaim(
                    id=claim_id(Claimant.FACT, eu, national, origin="", told=fact.key),
                    eu=eu,
                    claimant=Claimant.FACT,
                    rule=FACT,
                    source=Passage(fact.said_in, "", fact.passage),
                    national=national,
                    relation=fact.relation,
                    choice=fact.note,
                    eu_said=fact.provision,
                    ground=fact.ground,
                )

    def _national_of(self, fact: EuMapping, sides: Sides) -> tuple[NationalPlace, ...]:
        if not fact.work or not self._texts.has(fact.work):
            return (NationalPlace("", said=fact.national),)
        shelved = self._texts.shelved(fact.work)
        text = self._text(shelved, shelved.last, None)
        own = Sides(
            act=sides.act, kind=sides.kind, eu=sides.eu, own=text, former=text, bill=sides.bill,
            named=sides.named,
        )  # fmt: skip
        return national_places(fact.national, own).places

    def _acts(self) -> dict[tuple[str, str], tuple[str, str]]:
        """The Union works by every identifier that a reference may lead to: a number in words has one too."""
        known = {
            (i.scheme, i.value): (work.key, work.kind)
            for i, work in self._texts.by_identifier.items()
            if work.kind in EU_KINDS
        }
        by_key = {key: (key, kind) for key, kind in known.values()}
        for fact in (fact for facts in self._texts.facts for fact in facts.eu_acts if fact.key in by_key):
            for citation in find(fact.number):
                for one in citation.act.identifiers if citation.act else ():
                    known.setdefault((one.scheme, one.value), by_key[fact.key])
        return known

    def _of_provisions(self, act: Work) -> Iterator[TranspositionClaim]:
        for law in self._texts.of_kind(*LAW_KINDS):
            if law.last:
                version = law.last.version.version
                named = Named(Claimant.PROVISION, law.work.key, version, self._acts())
                found = self._references.of(self._texts.text(version))
                pairs = ((r, (self._place(law.work.key, version, r.eid),)) for r in found)
                yield from (c for c in cited_claims.claims(pairs, named) if c.eu.act == act.key)

    def _place(self, work: str, version: str, eid: str) -> NationalPlace:
        outline = self._texts.outline(version)
        known = eid in outline.by_eid
        label = label_of(eid, outline) if known else eid
        held = self._texts.shelved(work).work
        said = f"{label}, {held.short_title or held.title or work}"
        return NationalPlace(work, eid, said, label, version=version, found=known)

    def _of_explanations(self, act: Work) -> Iterator[TranspositionClaim]:
        for memorandum in self._memoranda():
            references = [r for r in self._references.of(memorandum) if "\t" not in r.text]
            for law in self._texts.of_kind("act"):
                if law.last:
                    yield from self._explained(act, memorandum, law, references)

    def _explained(
        self, act: Work, memorandum: VersionText, law: Shelved, references: Iterable[Reference]
    ) -> Iterator[TranspositionClaim]:
        version = law.versions[-1].version.version
        spoken = [p for p in explained_by(memorandum, self._texts.text(version)) if p.targets]
        pairs = []
        for reference in references:
            holding = [p for p in spoken if reference.eid == p.eid or reference.eid.startswith(f"{p.eid}__")]
            if holding:
                nearest = max(holding, key=lambda p: len(p.eid))
                pairs.append(
                    (reference, tuple(self._place(law.work.key, version, t) for t in nearest.targets))
                )
        key = memorandum.listed.version.version
        named = Named(Claimant.EXPLANATION, memorandum.work.key, key, self._acts())
        yield from (c for c in cited_claims.claims(pairs, named) if c.eu.act == act.key)
