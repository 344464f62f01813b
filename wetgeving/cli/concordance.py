"""The command `concordance`: which provisions became which, and an editor's word on it."""

import click

from corpus.diff import Correction
from corpus.diff.concordance import LEVELS, Correspondence, concordance
from wetgeving import shapes
from wetgeving.cli.running import answer, application, command
from wetgeving.cli.storing import index
from wetgeving.services.errors import InvalidValueError


@click.command("concordance", help="Welke bepalingen van de oude versie zijn welke van de nieuwe geworden.")
@click.argument("old")
@click.argument("new")
@click.option("--level", type=click.Choice(list(LEVELS)), default="article", help="Tot welk niveau.")
@click.option("--became", metavar="OUD>NIEUW", help="Stel vast: eIds met komma's, een kant mag leeg zijn.")
@click.option("--take-back", metavar="OUD>NIEUW", help="Neem terug wat was vastgesteld.")
@click.option("--reason", default="", help="Waaruit dat blijkt; nodig om iets vast te stellen.")
@command
def show(
    old: str, new: str, level: str, became: str | None, take_back: str | None, reason: str, output: str
) -> None:
    """Show the concordance in the order given; first say what is to be said, if anything."""
    with application() as running:
        if became is not None or take_back is not None:
            with running.unit_of_work() as services:
                if became is not None:
                    compared = services.comparing.as_given(old, new)
                    texts = compared.old.provisions, compared.new.provisions
                    services.corrections.correct(old, new, _said(became), reason=reason, texts=texts)
                if take_back is not None:
                    services.corrections.take_back(old, new, take_back, reason=reason)
            index(running)
        with running.reading() as services:
            found = services.comparing.as_given(old, new)
            standing = services.corrections.standing(old, new)
    rows = concordance(found.comparison, LEVELS[level])
    value = shapes.concordance(rows, standing, old=old, new=new, order=found.order.value)
    answer(value, output, lambda: "\n".join(_line(row) for row in rows))


def _said(became: str) -> Correction:
    old, separator, new = became.partition(">")
    if not separator:
        raise InvalidValueError(
            "Dit zegt niet wat waarin overging.",
            value=became[:120],
            remedy="Schrijf bijvoorbeeld art_3>art_4, of art_3> als artikel 3 geen tegenhanger heeft.",
        )
    sides = (tuple(eid.strip() for eid in side.split(",") if eid.strip()) for side in (old, new))
    return Correction(*sides)


def _line(row: Correspondence) -> str:
    sides = (", ".join(place.label for place in side) or "-" for side in (row.old, row.new))
    return f"{' > '.join(sides)}  ({', '.join(row.matched_by) or 'geen tegenhanger'})"
