"""The register of opinions of the Council of State: what was advised, what became of it, who confirmed that.

Everything but the judgements is derived each time from stored texts and dossiers. The machine proposes and
never confirms. An opinion of which no text is at hand has facts and no points.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from types import MappingProxyType

from corpus.exporters.dutch_date import dutch_date
from corpus.follow_up.tracking import Tracked
from corpus.opinion import Opinion
from corpus.opinion.paper_facts import ministry_code
from corpus.reading import WorkKind
from corpus.track import stage_term
from wetgeving.services.catalogue import Catalogue, ListedWork
from wetgeving.services.errors import NotFoundError
from wetgeving.services.opinion_facts import OpinionFacts, dates_known, dictum_known
from wetgeving.services.opinion_judgements import OpinionJudgements
from wetgeving.services.opinion_tracking import OpinionTracking, ReadOpinion
from wetgeving.services.opinion_values import (
    Ledger,
    LedgerRow,
    Opvolging,
    OpvolgingCounts,
    RegisterEntry,
    RegisterFilter,
    SourceKnown,
    Unexplained,
)
from wetgeving.services.opinion_versions import AdvisedOn, AdvisedVersions
from wetgeving.store.values import Work

NO_TEXT = (
    "De tekst van dit advies is niet opgenomen; er zijn daarom geen punten en geen wijzigingen te tonen."
)
EVERYTHING = RegisterFilter()


class Opinions:
    """The register: reads stored opinions, and takes in what people say of their points."""

    def __init__(
        self,
        catalogue: Catalogue,
        tracking: OpinionTracking,
        judgements: OpinionJudgements,
        facts: OpinionFacts,
    ) -> None:
        self._catalogue, self._tracking = catalogue, tracking
        self._judgements, self._facts = judgements, facts
        self._versions = AdvisedVersions(catalogue)

    def register(self, wanted: RegisterFilter = EVERYTHING) -> tuple[RegisterEntry, ...]:
        """The opinions that are asked for, the latest first, examples last."""
        works = self._catalogue.works()
        entries = (self._ledger(w.work, works).entry for w in works if w.work.kind == WorkKind.OPINION)
        return tuple(sorted((e for e in entries if _is_wanted(e, wanted)), key=_place))

    def ledger(self, version: str) -> Ledger:
        """One opinion point by point, by the key of a version of it; the latest of its versions is shown."""
        work = self._catalogue.work(self._catalogue.version(version).version.work)
        _require_opinion(work)
        return self._ledger(work, self._catalogue.works())

    def numbered(self, number: str) -> Ledger:
        """One opinion by its number, whether its text is at hand or not."""
        works = self._catalogue.works()
        ledgers = [self._ledger(w.work, works) for w in works if w.work.kind == WorkKind.OPINION]
        found = sorted((x for x in ledgers if x.entry.number == number), key=lambda x: _place(x.entry))
        if not found:
            raise NotFoundError(
                "Er staat geen advies met dit nummer in het register.",
                value=number[:80],
                remedy="Zie het register, of `wetgeving opinions`.",
            )
        return found[0]

    def judge(self, version: str, label: str, outcome: str, *, reason: str) -> None:
        """Say what became of a point of this version of an opinion, and why."""
        listed = self._catalogue.version(version)
        _require_opinion(self._catalogue.work(listed.version.work))
        read = self._tracking.read(listed.version.version)
        if label not in {point.label for point in read.opinion.all_points()}:
            raise NotFoundError(
                "Dit advies heeft geen punt met dit nummer.", value=label[:40], where=listed.version.version
            )
        subject = f"{_number(read.text.work, read.opinion)} {label}"
        self._judgements.say(listed.version.version, subject, outcome, reason=reason)

    def _ledger(self, work: Work, works: Sequence[ListedWork]) -> Ledger:
        versions = self._catalogue.versions(work.key)
        read = self._tracking.read(versions[-1].version.version) if versions else None
        on = self._versions.of(work, read.opinion if read else None, works)
        if read is None:
            entry = self._entry(work, None, on, ())
            return Ledger(entry, None, (), Unexplained(refused=f"{NO_TEXT} {on.refused}".strip()))
        tracked = self._tracking.tracked(read, on)
        rows = self._rows(read, tracked)
        return Ledger(
            entry=self._entry(work, read, on, rows),
            opinion=read.opinion,
            rows=rows,
            unexplained=_unexplained(read, on, tracked),
            unkept=tracked.unkept,
            further_changes=read.opinion.further_changes,
            accounts=tracked.accounts,
            memoranda=tuple(key for pair in on.memoranda for key in (pair.old, pair.new)),
            memorandum_absent=on.memorandum_absent,
        )

    def _rows(self, read: ReadOpinion, tracked: Tracked) -> tuple[LedgerRow, ...]:
        judged = self._judgements.of(read.text.listed.version.version)
        return tuple(
            LedgerRow(
                point=x.point,
                provisions=x.provisions,
                changes=x.changes,
                memorandum_changes=x.memorandum_changes,
                proposed=x.proposed,
                judged=next(reversed(judged.get(x.point.label, ())), None),
                judgements=judged.get(x.point.label, ()),
                elsewhere=x.elsewhere,
            )
            for x in tracked.points
        )

    def _entry(
        self, work: Work, read: ReadOpinion | None, on: AdvisedOn, rows: Sequence[LedgerRow]
    ) -> RegisterEntry:
        opinion = read.opinion if read else None
        reported = self._facts.of(work)
        number = _number(work, opinion) or next((v.number for v in reported.verdicts), "")
        return RegisterEntry(
            number=number,
            dossiers=work.dossiers,
            work=work.key,
            version=read.text.listed.version.version if read else "",
            kind=opinion.kind if opinion else None,
            title=work.title or work.short_title or work.key,
            subject=opinion.subject if opinion else "",
            ministry=opinion.ministry if opinion else "",
            ministry_code=ministry_code(number),
            dates=dates_known(opinion, reported),
            missive=(opinion.missive if opinion else "") or reported.missive,
            dictum=dictum_known(opinion, reported),
            text_available=read is not None,
            advised_version=on.version,
            advised_absent=on.absent,
            next_version=on.next,
            counts=_counts(rows),
            first_unanswered=next((r.point.label for r in rows if _is_unanswered(r)), ""),
            fictional=work.fictional,
            sources=_sources(read, tuple(reported.sources.values())),
            subjects=tuple(s for v in reported.verdicts for s in v.subjects),
            note=" ".join(v.note for v in reported.verdicts if v.note),
        )


def _unexplained(read: ReadOpinion, on: AdvisedOn, tracked: Tracked) -> Unexplained:
    if on.refused:
        return Unexplained(refused=on.refused)
    version, work = read.text.listed.version, read.text.work
    when = version.dates.document_date
    terms = [stage_term(work.kind, version.stage), dutch_date(when) if when else ""]
    paper = f"{work.short_title or work.title} ({', '.join(filter(None, terms))})"
    return Unexplained(tracked.unexplained, (paper,), unplaced=tracked.unplaced)


def _sources(read: ReadOpinion | None, reported: tuple[SourceKnown, ...]) -> tuple[SourceKnown, ...]:
    if read is None:
        return reported
    version = read.text.listed.version
    return (
        (SourceKnown(version.sources[0].file_name, None, version.official), *reported)
        if version.sources
        else reported
    )


def _number(work: Work, opinion: Opinion | None) -> str:
    stated = next((i.value for i in work.identifiers if i.scheme == "rvs"), "")
    return (opinion.number if opinion else "") or stated


def _counts(rows: Iterable[LedgerRow]) -> OpvolgingCounts:
    counted = [row for row in rows if row.counts]
    confirmed = Counter(row.judged.outcome for row in counted if row.judged)
    proposed = Counter(row.proposed.outcome for row in counted if not row.judged)
    return OpvolgingCounts(MappingProxyType(_ordered(confirmed)), MappingProxyType(_ordered(proposed)))


def _ordered(found: Counter[Opvolging]) -> dict[Opvolging, int]:
    return {outcome: found[outcome] for outcome in Opvolging if found[outcome]}


def _is_unanswered(row: LedgerRow) -> bool:
    return row.counts and row.outcome is Opvolging.NO_RESPONSE


def _is_wanted(entry: RegisterEntry, wanted: RegisterFilter) -> bool:
    outcomes = {*entry.counts.confirmed, *entry.counts.proposed}
    return (
        (wanted.examples or not entry.fictional)
        and (not wanted.grade or (entry.dictum is not None and entry.dictum.grade == wanted.grade))
        and wanted.ministry in ("", entry.ministry, entry.ministry_code, *entry.ministries_by_code)
        and wanted.year in (None, entry.year)
        and (wanted.outcome is None or wanted.outcome in outcomes)
        and (not wanted.dossier or wanted.dossier in entry.dossiers)
    )


def _place(entry: RegisterEntry) -> tuple[bool, int, str]:
    """Real ones first, then the latest, then by number."""
    known = (entry.dates.adopted.day, entry.dates.published.day, entry.dates.nader_rapport.day)
    day = next((d for d in known if d), date.min)
    return entry.fictional, -day.toordinal(), entry.number


def _require_opinion(work: Work) -> None:
    if work.kind != WorkKind.OPINION:
        raise NotFoundError(
            "Dit is geen advies van de Afdeling advisering.",
            value=work.key,
            remedy="Kies een advies uit het register.",
        )
