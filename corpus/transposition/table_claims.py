"""The rows of a printed table as claims: which Union provisions, which national ones, which reasons.

Rows are read by the rules of `saying` and `wordings`; each rule is named in the claim. A row that cannot be
read is kept as it is printed, with why; none is dropped.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from corpus.citations.citation import Step
from corpus.provision import Provision, ProvisionKind
from corpus.resolving.library import Outline
from corpus.transposition.identity import claim_id
from corpus.transposition.placing import Placed, placed, quoted
from corpus.transposition.pointers import Pointers
from corpus.transposition.printed_tables import PrintedRow
from corpus.transposition.saying import Said, places
from corpus.transposition.values import (
    Claimant,
    EuPlace,
    NationalPlace,
    NoProvision,
    Passage,
    TranspositionClaim,
    UnreadRow,
)
from corpus.transposition.wordings import is_nothing, lapses, reasons, relation, used_in

ROW, ROW_ABOVE, USED_IN = "table-row", "table-row-article-of-row-above", "table-row-used-in"


@dataclass(frozen=True, slots=True)
class Text:
    """A text that places are looked up in; `outline` None is an act whose text is not at hand.

    `after` is that it holds what the bill changes, so that a place that it has not is not there at all.
    """

    work: str
    version: str = ""
    outline: Outline | None = None
    after: bool = False


@dataclass(frozen=True, slots=True)
class Sides:
    """What the two sides of a table are: the Union act and its kind, and where national places are.

    `own` is the act that bare articles are of, `former` its text before the bill, `bill` what "dit voorstel"
    is; `named` finds an act by the words that follow an article, or gives None.
    """

    act: str
    kind: str
    eu: Outline | None
    own: Text
    former: Text
    bill: Text
    named: Callable[[str], Text | None]
    claimant: Claimant = Claimant.TABLE
    origin: str = ""
    pointers: Pointers | None = None


@dataclass(slots=True)
class Read:
    """What became of rows: claims in their order, and the rows that could not be read."""

    claims: list[TranspositionClaim] = field(default_factory=list)
    unread: list[UnreadRow] = field(default_factory=list)


def read_rows(
    rows: Iterable[tuple[PrintedRow, Passage]], sides: Sides, *, above: tuple[Step, ...] = ()
) -> Read:
    """The claims of rows, each with where it is printed; `above` is the article before the first."""
    found = Read()
    seen: dict[str, int] = {}
    for row, source in rows:
        steps = _steps(row.eu, above)
        if not steps:
            found.unread.append(UnreadRow(source, row.cells, "De EU-bepaling in deze rij is niet te lezen."))
            continue
        above = steps[0].steps[:1]
        for claim in _claims(row, source, steps, sides):
            seen[claim.id] = seen.get(claim.id, 0) + 1
            again = seen[claim.id]
            found.claims.append(claim if again == 1 else replace(claim, id=f"{claim.id}-{again}"))
        if not (row.national or row.choice):
            found.unread.append(
                UnreadRow(source, row.cells, "Deze rij noemt geen nationale bepaling en geen reden.")
            )
    return found


def _steps(cell: str, above: tuple[Step, ...]) -> tuple[Said, ...]:
    """The Union places a cell names; "lid 2" and an empty cell are of the article of the row above."""
    if not cell.strip():
        return (Said(above),) if above else ()
    found = tuple(s for s in places(cell, within=above) if s.steps)
    outermost = found[0].steps[0].kind if found else None
    starts = outermost not in (None, ProvisionKind.PARAGRAPH, ProvisionKind.POINT)
    return found if starts else ()


def _claims(
    row: PrintedRow, source: Passage, steps: tuple[Said, ...], sides: Sides
) -> Iterator[TranspositionClaim]:
    if not (row.national or row.choice):
        return
    national = national_places(row.national, sides)
    told, rule = national.places, ROW
    if not told and (words := used_in(row.choice)):
        told, rule = national_places(words, sides).places, USED_IN
    why = why_none(national, row.choice, told)
    for said in steps:
        for place in placed(said, sides.eu):
            eu = EuPlace(sides.act, place.eid)
            room = "" if is_nothing(row.policy_room) else row.policy_room
            yield TranspositionClaim(
                id=claim_id(sides.claimant, eu, told, origin=sides.origin),
                eu=eu,
                claimant=sides.claimant,
                rule=rule,
                source=source,
                national=told,
                lapsing=national.lapsing,
                relation=relation(sides.kind, room=room, choice=row.choice, text=_text(place, sides))
                if told
                else None,
                reasons=why,
                policy_room=room,
                choice=row.choice,
                pointer=sides.pointers.in_words(row.choice) if sides.pointers else None,
                eu_said=row.eu,
            )


def _text(place: Placed, sides: Sides) -> str:
    found = sides.eu.by_eid.get(place.eid) if sides.eu else None
    return found.text if found else ""


@dataclass(frozen=True, slots=True)
class NationalCell:
    """What the national column says: the provisions, those that go, and whether it says there are none."""

    places: tuple[NationalPlace, ...] = ()
    lapsing: tuple[NationalPlace, ...] = ()
    none: bool = False
    words: str = ""


def national_places(cell: str, sides: Sides) -> NationalCell:
    """Read the national column: parts between semicolons, each of one act or of nothing."""
    found: list[NationalPlace] = []
    lapsing: list[NationalPlace] = []
    none = not cell.strip()
    said: list[str] = []
    for part in cell.split(";"):
        words = " ".join(part.split())
        if is_nothing(words):
            none = True
        elif (without := lapses(words)) is not None:
            lapsing += _in_part(without, words, replace(sides, own=sides.former))
        elif read := _in_part(words, words, sides):
            found += read
        elif words:
            said.append(words)
    reason = "; ".join(said)
    if reason and reasons(reason) and not found:
        return NationalCell((), tuple(lapsing), True, reason)
    unread = tuple(NationalPlace("", said=words, found=None) for words in said)
    return NationalCell((*found, *unread), tuple(lapsing), none and not found, reason)


def _in_part(words: str, printed: str, sides: Sides) -> list[NationalPlace]:
    if reasons(words) and not words.lower().startswith("artikel"):
        return []
    found: list[NationalPlace] = []
    for said in places(words):
        text = _text_of(said, sides)
        if text is None and not said.steps:
            continue
        found += _national(said, printed, text or Text(""), sides)
    return found


def _national(said: Said, printed: str, text: Text, sides: Sides) -> Iterator[NationalPlace]:
    for place in placed(said, text.outline):
        yield NationalPlace(
            work=text.work,
            eid=place.eid,
            said=printed,
            label=place.label,
            via=said.via,
            existing=said.existing,
            version=text.version,
            found=_found(place, said, text, sides) if text.work else None,
        )


def _found(place: Placed, said: Said, text: Text, sides: Sides) -> bool | None:
    """Is it there? What an amendment makes is looked for in the bill while the law does not have it yet."""
    if place.found is not False or not said.via or text.after:
        return place.found
    onderdeel = onderdeel_of(said.via, sides.bill)
    return True if onderdeel and quoted(onderdeel, said) else None


def onderdeel_of(via: str, bill: Text) -> Provision | None:
    """The onderdeel of the bill that "onderdeel B" is; of article I where the words name no article."""
    if bill.outline is None:
        return None
    words = via if "artikel" in via.lower() else f"artikel I, {via}"
    for said in places(words):
        for step in said.steps[1:]:
            articles = bill.outline.matching(said.steps[0])
            for found in (e for a in articles for e in bill.outline.matching(step, a)):
                return bill.outline.by_eid[found]
    return None


def _text_of(said: Said, sides: Sides) -> Text | None:
    """The text a place is in: of the act it names, of the bill, or that of which the table says it speaks."""
    if not said.act:
        return sides.own
    words = said.act.lower()
    if "dit voorstel" in words or "dit wetsvoorstel" in words or "deze wet" in words:
        return sides.bill
    return sides.named(said.act)


def why_none(national: NationalCell, choice: str, told: tuple[NationalPlace, ...]) -> tuple[NoProvision, ...]:
    """The reasons of a row: of one without a provision all that is printed; of another whether it was law."""
    if told:
        existing = all(place.existing for place in told)
        return (NoProvision.EXISTING_LAW,) if existing else ()
    printed = reasons(f"{national.words}; {choice}")
    given = tuple(r for r in printed if r is not NoProvision.EXISTING_LAW) or printed
    if national.lapsing:
        given = (*given, NoProvision.LAPSES)
    return given or (NoProvision.OTHER,)
