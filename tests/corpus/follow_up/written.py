"""A fictional law in two versions with its memorandum, and opinions about it, written for these tests."""

from dataclasses import replace

from corpus.diff import compare
from corpus.follow_up.compared import Compared, ComparedMemorandum
from corpus.follow_up.tracking import Papers
from corpus.opinion import (
    NO_VERDICT,
    Asked,
    Certainty,
    Dates,
    Editorial,
    Opinion,
    OpinionKind,
    Outcome,
    Point,
)
from corpus.provision import Provision
from corpus.readers import read

ADVISED = """Wet op de molens

Artikel 1

1. De molenaar maalt bij wind en wijst een vervanger aan.
2. De molenaar houdt een boek bij van alle zakken meel.

Artikel 2

De windmeter wordt jaarlijks geijkt door de molenmeester.

Artikel 3

1. Een molen staat ten minste honderd ellen van een huis.
2. De molenmeester kan ontheffing verlenen van het eerste lid.

Artikel 4

De zolder van een molen is droog en heeft een luik.

Artikel 5

Een vergunning geldt zeven jaar na de dag van afgifte.

Artikel 6

De wieken worden bij storm vastgezet met een ketting.

Artikel 7

Deze wet wordt aangehaald als: Wet op de molens.
"""
SUBMITTED = """Wet op de molens

Artikel 1

1. De molenaar maalt bij wind en wijst twee vervangers aan.
2. De molenaar houdt een boek bij van alle zakken meel.

Artikel 2

De windmeter wordt maandelijks geijkt door de molenmeester.

Artikel 3

1. Een molen staat ten minste negentig ellen van een huis.
2. De molenmeester verleent ontheffing van het eerste lid.

Artikel 4

De zolder van een molen is droog en heeft een luik en een ladder.

Artikel 5

Een vergunning geldt negen jaar na de dag van afgifte.

Artikel 6

De wieken worden bij storm vastgezet met twee kettingen.

Artikel 6a

De molenaar groet de schippers.

Artikel 7

Deze wet wordt aangehaald als: Wet op de molens.
"""


def texts(printed: str) -> tuple[Provision, ...]:
    """A text as its reader gives it."""
    return read(printed.encode()).provisions


def compared(old: str, new: str) -> Compared:
    """Two texts with their changes."""
    left, right = texts(old), texts(new)
    return Compared(left, right, compare(left, right).changes)


def papers(new: str = SUBMITTED) -> Papers:
    """The law advised on beside a later one, without a memorandum."""
    return Papers(compared(ADVISED, new))


def memorandum(old: str, new: str, bill: Compared) -> ComparedMemorandum:
    """Two versions of a memorandum."""
    return ComparedMemorandum(compared(old, new), bill)


POINT = Point(
    number="1",
    label="1",
    heading="Vervanging",
    text="De Afdeling adviseert artikel 1, eerste lid, aan te vullen.",
    response="Dit advies is overgenomen. Artikel 1, eerste lid, is aangevuld.",
    certainty=Certainty.LIKELY,
    asks=(Asked.TEXT,),
    outcome=Outcome.FOLLOWED,
)


def point(label: str, text: str, response: str | None, outcome: Outcome, *asks: Asked) -> Point:
    """A point of an opinion."""
    return replace(
        POINT,
        number=label,
        label=label,
        heading="",
        text=text,
        response=response,
        outcome=outcome,
        asks=asks or (Asked.TEXT,),
    )


def opinion(*points: Point, further: tuple[str, ...] = (), remarks: tuple[str, ...] = ()) -> Opinion:
    """An opinion with its answer."""
    return Opinion(
        kind=OpinionKind.WITH_REPORT,
        number="VOORBEELD/advies-9",
        missive="",
        dates=Dates(),
        subject="",
        ministry="",
        ministry_code="",
        section="",
        urgent=False,
        dictum=NO_VERDICT,
        points=points,
        editorial=Editorial("", remarks, "De redactionele kanttekeningen zijn verwerkt." if remarks else ""),
        further_changes=further,
    )
