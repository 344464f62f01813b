"""A transponeringstabel (EU) as its page shows it: which rows pass the filter, what is counted, which dates.

A row that only holds others is a heading, and stays above those that pass. Every count is of a status and a
unit; a percentage is not made of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.dossier.facts import DateClaim, EuAct
from corpus.transposition.values import (
    Claimant,
    Counts,
    NewSince,
    RowStatus,
    StatedClaim,
    TableRow,
    TranspositionTable,
)
from wetgeving.services.errors import InvalidValueError
from wetgeving.web.transposition_terms import eu_label, is_directive, statuses

GAP = "gap"
NAMES = ("stand", "volgens")
"""What an address may filter on."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filter of a table; "" and None leave everything in."""

    standing: str = ""
    claimant: Claimant | None = None

    @property
    def is_filter(self) -> bool:
        """Does it leave anything out?"""
        return bool(self.standing or self.claimant)


@dataclass(frozen=True, slots=True)
class CountRow:
    """A status with how many articles and how many counted provisions have it; `of` it is a part."""

    standing: str
    word: str
    articles: int
    units: int
    part: bool = False


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the page; `heads` is one that holds others and of which nothing is said itself."""

    row: TableRow
    heads: bool


@dataclass(frozen=True, slots=True)
class ActDates:
    """The dates of an act; `printed` and `used` are of application, or of transposition when `directive`."""

    entry_into_force: tuple[DateClaim, ...]
    printed: tuple[DateClaim, ...]
    used: tuple[DateClaim, ...]
    directive: bool

    @property
    def differ(self) -> bool:
        """Does the government name a day that the text does not?"""
        printed, used = ({c.day for c in claims if c.day} for claims in (self.printed, self.used))
        return bool(printed) and not used <= printed


def wanted(given: Mapping[str, str]) -> Wanted:
    """The filter an address asks for; `InvalidValueError` for a value that cannot be."""
    standing, claimant = (given.get(name, "").strip() for name in NAMES)
    if standing and standing not in (*RowStatus, GAP):
        raise InvalidValueError(
            "Deze stand bestaat niet.",
            value=standing[:40],
            remedy=f"Kies uit: {', '.join((*RowStatus, GAP))}.",
        )
    if claimant and claimant not in set(Claimant):
        raise InvalidValueError(
            "Zo iemand zegt hier niets.", value=claimant[:40], remedy=f"Kies uit: {', '.join(Claimant)}."
        )
    return Wanted(standing, Claimant(claimant) if claimant else None)


def counts(table: TranspositionTable) -> tuple[CountRow, ...]:
    """Every status, also one that no row has, and the parts that tell most."""
    words = statuses(table.kind)
    rows = []
    for status in RowStatus:
        rows.append(CountRow(status, words[status], *_both(table, status.value.replace("-", "_"))))
        if status is RowStatus.NOT_NEEDED:
            confirmed = _both(table, "not_needed_confirmed")
            rows.append(CountRow(status, "waarvan bevestigd", *confirmed, part=True))
        if status is RowStatus.OPEN:
            rows.append(CountRow("", "waarvan nog niet onderzocht", *_both(table, "not_examined"), part=True))
    return tuple(rows)


def _both(table: TranspositionTable, name: str) -> tuple[int, int]:
    counted: tuple[Counts, Counts] = (table.by_article, table.by_unit)
    articles, units = (int(getattr(c, name)) for c in counted)
    return articles, units


def shown(rows: Sequence[TableRow], asked: Wanted) -> tuple[ShownRow, ...]:
    """The rows that pass, each with the headings it stands under."""
    found: list[ShownRow] = []
    above: list[ShownRow] = []
    for row in rows:
        entry = ShownRow(row, _heads(row))
        above = [e for e in above if e.row.depth < row.depth]
        if entry.heads:
            above.append(entry)
        elif _passes(row, asked):
            found += [*above, entry]
            above = []
    return tuple(found)


def _heads(row: TableRow) -> bool:
    return not row.unit and not any(not stated.covers for stated in row.claims)


def _passes(row: TableRow, asked: Wanted) -> bool:
    if asked.claimant and not any(s.claim.claimant is asked.claimant for s in row.claims):
        return False
    if asked.standing == GAP:
        return row.gap
    return not asked.standing or row.status == asked.standing


def whole(rows: Iterable[TableRow]) -> tuple[StatedClaim, ...]:
    """What is said of the act as a whole, each claim once; it bears on every row."""
    said = {s.claim.id: s for row in rows for s in row.claims if s.covers and not s.claim.eu.eid}
    return tuple(said.values())


def claimants(rows: Iterable[TableRow]) -> tuple[Claimant, ...]:
    """Who says anything in a table, in order of authority."""
    found = {stated.claim.claimant for row in rows for stated in row.claims}
    return tuple(claimant for claimant in Claimant if claimant in found)


def labels(rows: Iterable[TableRow]) -> dict[str, str]:
    """What each provision of a table is called, by eId."""
    return {row.place.eid: eu_label(row) for row in rows}


def dates(fact: EuAct) -> ActDates:
    """The dates of an act as its dossier gives them."""
    return ActDates(fact.entry_into_force, fact.printed, fact.used, is_directive(fact.kind))


def date_claims(fact: EuAct) -> tuple[DateClaim, ...]:
    """Every date that is claimed of an act."""
    return (*fact.entry_into_force, *fact.printed, *fact.used)


def by_day(entries: Iterable[NewSince]) -> tuple[tuple[str, tuple[NewSince, ...]], ...]:
    """What happened, by day, newest day first."""
    found: dict[str, tuple[NewSince, ...]] = {}
    for entry in entries:
        found[entry.day] = (*found.get(entry.day, ()), entry)
    return tuple(sorted(found.items(), reverse=True))
