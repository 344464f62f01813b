"""The transponeringstabel (EU) as a living thing: the tables of Union acts, what is open, what people say.

Claims follow from texts and facts (`transposing_claims`), reviews from people (`transposing_words`), and what
changed since from comparisons (`transposing_rechecks`); here they meet. A table is remembered as long as
nothing that it is made of is another. Every method raises NotFoundError for what is not stored or not seen.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from corpus.dossier.facts import EuAct
from corpus.transposition.assembly import Act, by_article, count, denominator, rows
from corpus.transposition.values import (
    Claimant,
    Contradiction,
    GivenRow,
    NationalTable,
    NewSince,
    Review,
    StatedClaim,
    TableRow,
    TakenIn,
    TextUsed,
    TranspositionClaim,
    TranspositionTable,
    Verdict,
)
from wetgeving.services.catalogue import Catalogue
from wetgeving.services.citing import Citing
from wetgeving.services.comparing import Comparing
from wetgeving.services.dossiers import Dossiers
from wetgeving.services.errors import InvalidValueError, MissingDetailError, NotFoundError
from wetgeving.services.remembered import Remembered
from wetgeving.services.transposing_candidates import candidates
from wetgeving.services.transposing_claims import Derived, DerivedClaims, forget_derived_claims
from wetgeving.services.transposing_intake import Fitted, NewClaim, fitted, new_claims
from wetgeving.services.transposing_national import national_table
from wetgeving.services.transposing_rechecks import Rechecks
from wetgeving.services.transposing_references import FoundReferences
from wetgeving.services.transposing_since import happened
from wetgeving.services.transposing_texts import EU_KINDS, LAW_KINDS, DossierTexts, day_of
from wetgeving.services.transposing_words import Said, TranspositionWords
from wetgeving.store import Store
from wetgeving.store.values import Work

__all__ = ["Gaps", "ListedAct", "NewClaim", "Transposing", "forget_tables"]


@dataclass(frozen=True, slots=True)
class ListedAct:
    """A Union act of a dossier: its work key, what the dossier knows of it, and its table."""

    act: str
    title: str
    kind: str
    fact: EuAct | None
    table: TranspositionTable


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is open in a dossier: rows of substance, contradictions, and how much nobody looked at."""

    dossier: str
    fictional: bool
    rows: tuple[TableRow, ...]
    contradictions: tuple[Contradiction, ...]
    not_examined: tuple[tuple[str, int | None], ...]
    """Per act (its key) the number of articles nobody looked at; None when its articles are not known."""


_REMEMBERED: Remembered[TranspositionTable] = Remembered(12_000_000)
_ROW_SIZE = 3_000


def forget_tables() -> None:
    """Forget the tables, and the claims under them, that this process remembers."""
    _REMEMBERED.forget()
    forget_derived_claims()


class Transposing:
    """The tables of Union acts, and what people say of them."""

    def __init__(
        self,
        store: Store,
        catalogue: Catalogue,
        dossiers: Dossiers,
        *,
        citing: Citing,
        comparing: Comparing,
        words: TranspositionWords,
    ) -> None:
        self._store, self._catalogue, self._dossiers = store, catalogue, dossiers
        self._comparing, self._words = comparing, words
        self._references = FoundReferences(store, citing)
        self._around: dict[tuple[str, ...], DossierTexts] = {}

    def acts(self, dossier: str) -> tuple[ListedAct, ...]:
        """The Union acts of a dossier in the order of its manifest, each with its table."""
        self._require_dossier(dossier)
        texts = self._texts((dossier,))
        order = [fact.key for facts in texts.facts for fact in facts.eu_acts]
        found = sorted(
            (w for w in texts.works if w.kind in EU_KINDS),
            key=lambda w: (order.index(w.key) if w.key in order else len(order), w.key),
        )
        return tuple(
            ListedAct(work.key, _title(work), work.kind, texts.fact(work.key), self._table(work))
            for work in found
        )

    def table(self, act: str) -> TranspositionTable:
        """The table of a Union act, by its work key or any identifier of it (CELEX)."""
        return self._table(self._act(act))

    def national(self, version: str) -> NationalTable:
        """The same from the national side: a row per article and per provision that a claim names."""
        text = self._catalogue.text(version)
        texts = self._texts(text.work.dossiers)
        tables = [self._table(w) for w in texts.works if w.kind in EU_KINDS]
        return national_table(text, tables, Rechecks(texts, self._comparing))

    def gaps(self, dossier: str) -> Gaps:
        """What is open in all Union acts of a dossier."""
        tables = [listed.table for listed in self.acts(dossier)]
        return Gaps(
            dossier=dossier,
            fictional=any(t.fictional for t in tables),
            rows=tuple(row for table in tables for row in table.gaps),
            contradictions=tuple(c for table in tables for c in table.contradictions),
            not_examined=tuple((t.act, t.by_article.not_examined if t.rows else None) for t in tables),
        )

    def changed_since(self, dossier: str, day: date) -> tuple[NewSince, ...]:
        """What happened to the tables of a dossier on or after a day, oldest first."""
        tables = [listed.table for listed in self.acts(dossier)]
        texts = self._texts((dossier,))
        said = {table.act: self._words.of(table.act).entries for table in tables}
        return happened(tables, texts, said, day)

    def claim(self, act: str, said: NewClaim, *, reason: str) -> str:
        """Write down what an editor says; the id of the claim, the first when it names several provisions."""
        _require_reason(reason)
        work = self._act(act)
        texts = self._texts_of(work)
        claims = new_claims(said, work, self._derived(texts), texts)
        known = {c.id: c for c in self._words.of(work.key).claims}
        if all(known.get(c.id) == c for c in claims):
            raise InvalidValueError("Deze claim staat er al.", value=said.eu[:120])
        rechecks = Rechecks(texts, self._comparing)
        for claim in claims:
            self._words.add_claim(claim, rechecks.seen(claim), reason=reason.strip())
        return claims[0].id

    def review(self, act: str, claim: str, verdict: str, *, reason: str) -> None:
        """Confirm, reject or put back a claim; confirming again takes in what changed since."""
        _require_reason(reason)
        word = _verdict(verdict)
        work = self._act(act)
        stated = next((s for row in self._table(work).rows for s in row.claims if s.claim.id == claim), None)
        if stated is None:
            raise NotFoundError("Deze claim staat niet in de tabel.", value=claim[:80], where=work.key)
        rechecks = Rechecks(self._texts_of(work), self._comparing)
        seen = rechecks.seen(stated.claim)
        self._words.add_review(stated.claim, word, seen, reason=reason.strip(), before=stated.verdict)

    def fit(self, act: str, given: Iterable[GivenRow], *, work: str = "") -> TakenIn:
        """What `take_in` would do; nothing is stored."""
        found = self._fitted(self._act(act), given, work)
        return TakenIn(tuple(c.id for c in found.new), found.known, found.left)

    def take_in(self, act: str, given: Iterable[GivenRow], *, work: str = "", reason: str) -> TakenIn:
        """Take rows of a table as claims of the editor; the report says which rows fit nothing."""
        _require_reason(reason)
        union = self._act(act)
        found = self._fitted(union, given, work)
        rechecks = Rechecks(self._texts_of(union), self._comparing)
        for claim in found.new:
            self._words.add_claim(claim, rechecks.seen(claim), reason=reason.strip())
        return TakenIn(tuple(c.id for c in found.new), found.known, found.left)

    def state(self, act: str) -> tuple[object, ...]:
        """What a page about this act is made of: for an ETag."""
        work = self._act(act)
        texts = self._texts_of(work)
        return (work, self._derived(texts).made_of(work), self._words.latest((work.key,)))

    def _fitted(self, work: Work, given: Iterable[GivenRow], law: str) -> Fitted:
        texts = self._texts_of(work)
        stated = [s for row in self._table(work).rows for s in row.claims if not s.covers]
        return fitted(tuple(given), work, self._derived(texts), texts, law=law, stated=stated)

    def _act(self, act: str) -> Work:
        work = self._catalogue.work(act)
        if work.kind not in EU_KINDS:
            raise NotFoundError(
                "Dit is geen EU-handeling.", value=act[:80], remedy="Noem een verordening of richtlijn."
            )
        return work

    def _require_dossier(self, number: str) -> None:
        if self._store.dossiers.find(number) is None:
            raise NotFoundError("Dit dossier is niet opgenomen.", value=number[:80])

    def _texts(self, numbers: tuple[str, ...]) -> DossierTexts:
        if numbers in self._around and self._store.lasting:
            return self._around[numbers]
        works = {w.key: w for number in numbers for w in self._store.works.of_dossier(number)}
        self._around[numbers] = DossierTexts(self._catalogue, self._dossiers, numbers, tuple(works.values()))
        return self._around[numbers]

    def _derived(self, texts: DossierTexts) -> DerivedClaims:
        return DerivedClaims(texts, self._references)

    def _table(self, work: Work) -> TranspositionTable:
        """The table, made when anything that it is made of is another than before."""
        texts = self._texts_of(work)
        derived = self._derived(texts)
        said = self._words.of(work.key)
        spoken = tuple((e.id, e.at, e.claim) for e in said.entries)
        made_of = (work, derived.made_of(work), spoken, self._comparing.corrected())

        def make() -> TranspositionTable:
            return self._made(work, texts, derived.of(work), said)

        return _REMEMBERED.value(made_of, make, lambda t: _ROW_SIZE * (1 + len(t.rows)))

    def _texts_of(self, work: Work) -> DossierTexts:
        """The texts around a Union act; of one in no dossier only its own."""
        if work.dossiers:
            return self._texts(work.dossiers)
        return DossierTexts(self._catalogue, self._dossiers, (), (work,))

    def _made(self, work: Work, texts: DossierTexts, derived: Derived, said: Said) -> TranspositionTable:
        rechecks = Rechecks(texts, self._comparing)
        stated = list(_stated(derived, said, rechecks))
        last = texts.shelved(work.key).last
        fact = texts.fact(work.key)
        act = Act(
            key=work.key,
            kind=work.kind,
            provisions=texts.text(last.version.version).provisions if last else (),
            listed=fact.articles if fact else (),
            tabled=derived.tabled,
        )
        doubts = {s.claim.id: tuple(rechecks.still_there(s.claim)) for s in stated}
        found = rows(act, stated, more=doubts)
        known = {s.claim.id for s in stated}
        likely = [c for c in candidates(found, work, texts) if c.id not in known]
        if likely:
            stated += [StatedClaim(c, said.reviews.get(c.id, ())) for c in likely]
            found = rows(act, stated, more=doubts)
        return TranspositionTable(
            act=work.key,
            title=_title(work),
            kind=work.kind,
            fictional=work.fictional,
            dossiers=work.dossiers,
            rows=found,
            by_article=count(by_article(found)),
            by_unit=count(r for r in found if r.unit),
            denominator=denominator(act, found),
            texts_used=tuple(_used(work, texts, derived)),
            unread=derived.unread,
            contradictions=tuple(dict.fromkeys(d for row in found for d in row.doubts)),
        )


def _stated(derived: Derived, said: Said, rechecks: Rechecks) -> Iterator[StatedClaim]:
    """All claims with what was said of them; one that was reviewed and is no longer made is kept, as gone."""
    made: dict[str, TranspositionClaim] = {c.id: c for c in (*said.claims, *derived.claims)}
    for claim in made.values():
        reviews = said.reviews.get(claim.id, ())
        own: Review | None = said.made.get(claim.id)
        last = reviews[-1] if reviews else own
        yield StatedClaim(claim, reviews, rechecks.of(claim, last, made=own))
    for key, claim in said.kept.items():
        if key not in made:
            reviews = said.reviews[key]
            gone = claim.claimant is not Claimant.SIMILARITY
            last_seen = replace(reviews[-1], source="")
            yield StatedClaim(claim, reviews, rechecks.of(claim, last_seen, made=last_seen), gone=gone)


def _used(work: Work, texts: DossierTexts, derived: Derived) -> Iterator[TextUsed]:
    """The texts behind a table: the act, the memoranda with a table, and the newest national texts."""
    law = {p.work for c in derived.claims for p in c.national if p.work}
    keys = [
        ("eu", work.key),
        *(("national", s.work.key) for s in texts.of_kind(*LAW_KINDS) if s.work.key in law),
    ]
    for side, key in keys:
        shelved = texts.shelved(key)
        listed = shelved.last
        version = listed.version.version if listed else ""
        day = day_of(listed) if listed else None
        yield TextUsed(side, key, version, _title(shelved.work), day.isoformat() if day else "")
    for key in derived.memoranda:
        shelved = texts.shelved(key.partition("@")[0])
        listed = next(v for v in shelved.versions if v.version.version == key)
        day = day_of(listed)
        yield TextUsed("table", shelved.work.key, key, _title(shelved.work), day.isoformat() if day else "")


def _title(work: Work) -> str:
    return work.short_title or work.title or work.key


def _verdict(verdict: str) -> Verdict:
    try:
        return Verdict(verdict)
    except ValueError as error:
        words = ", ".join(v.value for v in Verdict)
        raise InvalidValueError(
            "Dit oordeel bestaat niet.", value=verdict[:40], remedy=f"Kies uit: {words}."
        ) from error


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise MissingDetailError(
            "Een woord over de transponering heeft een reden nodig.", remedy="Zeg waaruit dit blijkt."
        )
