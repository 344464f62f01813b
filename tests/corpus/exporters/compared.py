"""Comparisons for the tests of their exports: two fictional laws with every kind of change, and any two."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.diff import compare
from corpus.eid import assign
from corpus.exporters.exported_comparison import ComparedText, ExportedComparison
from corpus.provision import Provision
from corpus.readers import read

OLD = """Wet op de lampen (Lampenwet)

Hoofdstuk 1. Begrippen

Artikel 1. Lampen

1. Een lamp is een toestel dat licht geeft en dat door Onze Minister is aangewezen.

2. Onze Minister beslist binnen vier weken op een aanvraag.

Artikel 2

1. De aanvraag bevat:

a. de naam van de aanvrager;

b. het soort lamp;

c. een tekening van de lamp.

2. De aanvraag wordt schriftelijk ingediend bij de inspecteur van de verlichting in de gemeente.

Hoofdstuk 2. Toezicht

Artikel 3

De inspecteur houdt toezicht op de lampen in straten, stegen, pleinen en parken van de gemeente.

Artikel 4

De tarieven zijn:
"""
NEW = """Wet op de lampen (Lampenwet)

Hoofdstuk 1. Begrippen

Artikel 1. Lampen en lantaarns

1. Een lamp is een toestel dat licht geeft en dat door Onze Minister is aangewezen.

2. Onze Minister beslist binnen zes weken op een volledige aanvraag <als bedoeld in lid 1> & tijdig.

3. De termijn kan eenmaal worden verlengd.

Artikel 2

1. De aanvraag bevat:

a. de naam van de aanvrager;

b. een tekening van de lamp.

Hoofdstuk 2. Toezicht

Artikel 3

De inspecteur houdt toezicht op de lampen en lantaarns in straten, stegen, pleinen en parken van de gemeente.

Artikel 4

De tarieven zijn:

Artikel 5

1. De aanvraag wordt schriftelijk ingediend bij de inspecteur van de verlichting in de gemeente.

2. Er is een raad voor de verlichting.
"""
OLD_ROWS = "\nSoort\tTarief\tTermijn\ngloeilamp\t€ 5,–\tvier weken\nspaarlamp\t€ 6,–\tvier weken"
NEW_ROWS = "\nSoort\tTarief\tTermijn\ngloeilamp\t€ 7,–\tvier weken\nledlamp\t€ 1,–\tzes weken"
NEW_ROWS += "\nspaarlamp\t€ 6,–\tvijf weken"
Law = tuple[Provision, ...]


def lamps() -> tuple[Law, Law]:
    """The two laws, each with a table in article 4."""
    return _with_table(OLD, OLD_ROWS), _with_table(NEW, NEW_ROWS)


def _with_table(text: str, rows: str) -> Law:
    return assign(_tabled(read(text.encode()).provisions, rows))


def _tabled(provisions: Sequence[Provision], rows: str) -> list[Provision]:
    found = []
    for p in provisions:
        text = p.text + rows if p.text.endswith("De tarieven zijn:") else p.text
        found.append(replace(p, text=text, children=tuple(_tabled(p.children, rows))))
    return found


def exported(old: Law, new: Law, *, fictional: bool = False) -> ExportedComparison:
    """What the exporters get."""
    return ExportedComparison(
        title="Lampenwet",
        old=ComparedText("LAMP@consolidated-2091-01-01", "geldende tekst van 2091", date(2091, 1, 1)),
        new=ComparedText("LAMP@consolidated-2092-01-01", 'de "nieuwe" tekst & 2092', date(2092, 1, 1)),
        comparison=compare(old, new),
        remarks=("Let op: tussen deze twee ligt een andere versie.",),
        fictional=fictional,
    )
