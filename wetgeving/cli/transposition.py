"""The commands `table` and `gaps` of Union acts, and `claim` and `review-claim` for an editor's word."""

from collections.abc import Iterator

import click

from corpus.exporters import transposition_words as words
from corpus.transposition.values import (
    NoProvision,
    Relation,
    StatedClaim,
    TableRow,
    TranspositionTable,
    Verdict,
)
from wetgeving import transposition_shapes as shapes
from wetgeving.cli.running import answer, application, command
from wetgeving.services.transposing import Gaps, NewClaim


@click.command("table", help="Toon de transponeringstabel van een EU-handeling, bijvoorbeeld 32024R1356.")
@click.argument("celex")
@command
def table(celex: str, output: str) -> None:
    """Show every provision of a Union act with what is said of it."""
    with application() as running, running.reading() as services:
        found = services.transposing.table(celex)
    answer(shapes.table(found), output, lambda: "\n".join(_table(found)))


@click.command("gaps", help="Toon wat bij de EU-handelingen van een dossier open staat of niet klopt.")
@click.argument("dossier")
@command
def gaps(dossier: str, output: str) -> None:
    """Show the open rows of substance, what does not fit, and how much nobody looked at."""
    with application() as running, running.reading() as services:
        found = services.transposing.gaps(dossier)
    answer(shapes.gaps(found), output, lambda: "\n".join(_gaps(found)))


@click.command("claim", help="Stel als redacteur voor welke nationale bepaling bij een EU-bepaling hoort.")
@click.argument("celex")
@click.argument("provision")
@click.option("--national", default="", help='De nationale bepaling, als "artikel 6a, derde lid".')
@click.option("--work", default="", help="De nationale regeling waar zij in staat.")
@click.option("--relation", type=click.Choice([r.value for r in Relation]), help="Wat zij doet.")
@click.option(
    "--because",
    type=click.Choice([r.value for r in NoProvision]),
    multiple=True,
    help="Waarom er geen (nieuwe) bepaling nodig is; mag vaker.",
)
@click.option("--room", default="", help="De beleidsruimte die de EU-bepaling laat.")
@click.option("--choice", default="", help="De keuze die is gemaakt.")
@click.option("--reason", required=True, help="Waaruit dat blijkt.")
@command
def claim(
    celex: str,
    provision: str,
    national: str,
    work: str,
    relation: str | None,
    because: tuple[str, ...],
    room: str,
    choice: str,
    reason: str,
    output: str,
) -> None:
    """Add a claim; it is proposed until it is confirmed."""
    said = NewClaim(
        eu=provision,
        national=national,
        work=work,
        relation=Relation(relation) if relation else None,
        reasons=tuple(NoProvision(word) for word in because),
        policy_room=room,
        choice=choice,
    )
    with application() as running:
        with running.unit_of_work() as services:
            added = services.transposing.claim(celex, said, reason=reason)
        with running.reading() as services:
            found = services.transposing.table(celex)
    _, stated = _stated(found, added)
    answer(shapes.claim(stated), output, lambda: f"Voorgesteld: {added}")


@click.command("review-claim", help="Bevestig een claim, wijs hem af, of zet hem terug op voorgesteld.")
@click.argument("celex")
@click.argument("claim_id")
@click.argument("verdict", type=click.Choice([v.value for v in Verdict]))
@click.option("--reason", required=True, help="Waarom; bij bevestigen: wat is nagegaan.")
@command
def review_claim(celex: str, claim_id: str, verdict: str, reason: str, output: str) -> None:
    """Record a review; earlier ones are kept, and confirming again takes in what changed."""
    with application() as running:
        with running.unit_of_work() as services:
            services.transposing.review(celex, claim_id, verdict, reason=reason)
        with running.reading() as services:
            found = services.transposing.table(celex)
    row, stated = _stated(found, claim_id)
    answer(shapes.claim(stated), output, lambda: f"{words.eu_label(row)}: {words.standing(row, found.kind)}")


def _stated(found: TranspositionTable, claim_id: str) -> tuple[TableRow, StatedClaim]:
    pairs = ((row, s) for row in found.rows for s in row.claims if s.claim.id == claim_id)
    return next(pairs)


def _table(found: TranspositionTable) -> Iterator[str]:
    example = " [fictief]" if found.fictional else ""
    yield f"{found.title} ({found.act}){example}"
    yield f"{found.denominator} {words.counts(found.by_article, 'artikelen', found.kind)}"
    if found.by_unit != found.by_article:
        yield words.counts(found.by_unit, "bepalingen", found.kind)
    for row in found.rows:
        gap = " (hiaat)" if row.gap else ""
        standing = words.standing(row, found.kind) + gap
        yield f"{'  ' * row.depth}{words.eu_label(row)}: {standing}{_said(row)}"
    for unread in found.unread:
        yield f"Niet gelezen: {' | '.join(unread.cells)} ({unread.why})"


def _said(row: TableRow) -> str:
    shown = []
    for stated in row.claims:
        claim = stated.claim
        named = "; ".join(dict.fromkeys(p.said for p in claim.national)) or words.reasons(claim.reasons)
        if not stated.covers:
            shown.append(f"{named} [{words.CLAIMANTS[claim.claimant]}]")
    return f"  {'  /  '.join(shown)}" if shown else ""


def _gaps(found: Gaps) -> Iterator[str]:
    for row in found.rows:
        yield f"Hiaat: {row.place.act}, {words.eu_label(row)}{_said(row)}"
    for doubt in found.contradictions:
        yield f"Vraag: {doubt.eu.act}: {doubt.text}"
    for act, number in found.not_examined:
        counted = "aantal artikelen niet bekend," if number is None else f"{number} artikelen"
        yield f"{act}: {counted} {words.NOT_EXAMINED}"
