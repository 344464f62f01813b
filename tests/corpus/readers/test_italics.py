"""Italics survive wherever they stand, in every reader that sees typography.

Of an advice with its answer (advies en nader rapport) the advice is italic and the answer is not; that is
all the print says about who speaks.
"""

from collections.abc import Iterator

import pytest

from corpus.provision import Mark, Provision, walk
from corpus.readers import read

from .made_files import docx, paragraph, text

WORDS = '<nadruk type="cur">schuine tekst</nadruk>'


def paper(body: str) -> bytes:
    stuk = f"<kamerstuk><stuk>{body}</stuk></kamerstuk>"
    return f"<officiele-publicatie><metadata/>{stuk}</officiele-publicatie>".encode()


def toestand(body: str) -> bytes:
    law = f"<wetgeving soort='wet'><wet-besluit><wettekst>{body}</wettekst></wet-besluit></wetgeving>"
    return f"<toestand bwb-id='BWBR9999901'>{law}</toestand>".encode()


def table(cells: str) -> str:
    return f"<table><tgroup><tbody><row>{cells}</row></tbody></tgroup></table>"


def opinion(body: str) -> bytes:
    number = '<p class="meta-value-kenmerk">W99.31.00002/I</p>'
    return f'<!DOCTYPE html><html><body>{number}<div id="volledigetekst">{body}</div></body></html>'.encode()


def journal(body: str) -> bytes:
    return f'<html><body><p class="doc-ti">VERORDENING 2099/7</p>{body}</body></html>'.encode()


def word_file(*runs: str, style: str = "") -> bytes:
    return docx(paragraph("Wet op de hagen") + paragraph(*runs, properties=style) + paragraph("De heg."))


ITALIC_RUN = text("schuine tekst", properties="<w:i/>")
OUTLINE = '<w:outlineLvl w:val="0"/>'
KOP = f"<kop><label>Artikel</label><nr>1</nr><titel>Over {WORDS} gaan</titel></kop>"
NOOT = f'<noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>Zie {WORDS}.</noot.al></noot>'
ITEM = f"<lijst><li><li.nr>a.</li.nr><al>een {WORDS};</al></li></lijst>"
AMENDED = "<wijziging><nr>A</nr><wat>Artikel 2 komt te luiden:</wat>{}</wijziging>"
AL = "<al>Recht.</al>"
AROUND = '<nadruk type="cur">eerste<al>tweede</al><lijst><li><al>derde</al></li></lijst></nadruk>'
NOTED_CELLS = f"<entry><al>Recht.{NOOT}</al></entry><entry><al>een {WORDS}</al></entry>"
HEADED_CELLS = f"<entry><al>Recht</al></entry><entry><artikel>{KOP}</artikel></entry>"

# where, file, the italic words as `place: words`
CASES = [
    ("publication: text", paper(f"<tekst><al>De {WORDS} is hoog.</al></tekst>"), ["text: schuine tekst"]),
    ("publication: heading", paper(f"<divisie>{KOP}{AL}</divisie>"), ["heading: schuine tekst"]),
    (
        "publication: heading of two parts",
        paper(f"<divisie><kop><titel>Een</titel><subtitel>{WORDS}</subtitel></kop>{AL}</divisie>"),
        ["heading: schuine tekst"],
    ),
    (
        "publication: words beside the parts of a heading",
        paper(f"<divisie><kop><nr>1</nr> {WORDS}</kop>{AL}</divisie>"),
        ["heading: schuine tekst"],
    ),
    (
        "publication: tussenkop",
        paper(f"<tekst><tussenkop>{WORDS}</tussenkop></tekst>"),
        ["text: schuine tekst"],
    ),
    (
        "publication: tussenkop that says so of itself",
        paper('<tekst><tussenkop kopopmaak="cur">schuine tekst</tussenkop></tekst>'),
        ["text: schuine tekst"],
    ),
    ("publication: footnote", paper(f"<tekst><al>Recht.{NOOT}</al></tekst>"), ["note: schuine tekst"]),
    (
        "publication: footnote in a heading",
        paper(f"<divisie><kop><titel>Over{NOOT}</titel></kop>{AL}</divisie>"),
        ["note: schuine tekst"],
    ),
    (
        "publication: table",
        paper(f"<tekst>{table(NOTED_CELLS)}</tekst>"),
        ["text: schuine tekst", "note: schuine tekst"],
    ),
    (
        "publication: heading in a table",
        paper(f"<tekst>{table(HEADED_CELLS)}</tekst>"),
        ["text: schuine tekst"],
    ),
    ("publication: list", paper(f"<tekst>{ITEM}</tekst>"), ["text: schuine tekst"]),
    (
        "publication: quoted law",
        paper(AMENDED.format(f"<artikeltekst><artikel>{KOP}<al>De {WORDS}.</al></artikel></artikeltekst>")),
        ["heading: schuine tekst", "text: schuine tekst"],
    ),
    (
        "publication: around whole blocks",
        paper(f"<tekst>Recht {AROUND} recht</tekst>"),
        ["text: eerste", "text: tweede", "text: derde"],
    ),
    (
        "toestand: heading",
        toestand(f"<artikel>{KOP}{AL}</artikel>"),
        ["heading: schuine tekst"],
    ),
    (
        "toestand: table",
        toestand(f"<artikel>{table(f'<entry><al>Recht</al></entry><entry>{ITEM}</entry>')}</artikel>"),
        ["text: schuine tekst"],
    ),
    (
        "toestand: the editor",
        toestand(f"<artikel><al>Recht.<redactie type='extra'>Zie {WORDS}.</redactie></al></artikel>"),
        ["note: schuine tekst"],
    ),
    ("Word: heading of an article", word_file("Artikel 1 Over ", ITALIC_RUN), ["heading: schuine tekst"]),
    (
        "Word: heading by outline level",
        word_file("1.2 Over ", ITALIC_RUN, style=OUTLINE),
        ["heading: schuine tekst"],
    ),
    (
        "Word: heading below its number",
        docx(
            paragraph("Wet op de hagen")
            + paragraph("Hoofdstuk 1")
            + paragraph("Over ", ITALIC_RUN)
            + paragraph("Artikel 1")
            + paragraph("De heg.")
        ),
        ["heading: schuine tekst"],
    ),
    (
        "opinion: heading",
        opinion("<h2>1. Over <i>schuine tekst</i></h2><p>Recht.</p>"),
        ["heading: schuine tekst"],
    ),
    (
        "journal: heading of an article",
        journal('<p class="ti-art">Artikel 1</p><p class="sti-art">Over <i>schuine tekst</i></p><p>Ja.</p>'),
        ["heading: schuine tekst"],
    ),
    (
        "journal: heading beside its number",
        journal(
            '<p class="ti-section-1">HOOFDSTUK I Over <i>schuine tekst</i></p><p class="ti-art">Artikel 1</p>'
        ),
        ["heading: schuine tekst"],
    ),
]


def italic(provisions: tuple[Provision, ...]) -> Iterator[str]:
    """All italic words in document order, each with the place it stands in."""
    for p in walk(provisions):
        yield from (f"heading: {words}" for words in _under(p.heading, p.heading_marks))
        yield from (f"text: {words}" for words in _under(p.text, p.marks))
        yield from (f"note: {words}" for n in p.notes for words in _under(n.text, n.marks))


def _under(words: str, marks: tuple[Mark, ...]) -> Iterator[str]:
    return (words[m.start : m.end] for m in marks if m.style == "italic")


@pytest.mark.parametrize(
    ("source", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_italics_survive_where_they_stand(source: bytes, expected: list[str]) -> None:
    assert list(italic(read(source).provisions)) == expected
