"""What the outline of a Formex file does not show: notes, who changed what, dates, packages, refusals."""

from datetime import date
from io import BytesIO
from pathlib import Path
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from corpus.attribution import Attribution
from corpus.errors import BrokenPackageError, NoLawError, NotWellFormedError, SourceTooLargeError
from corpus.provision import Note, Provision, ProvisionKind, articles, walk
from corpus.readers import formex, read
from corpus.reading import Identifier, Reading, WorkKind
from tests.no_lost_word.account import lost_words

FIXTURES = Path(__file__).parent / "fixtures" / "formex"
ACT = (FIXTURES / "tuinverordening.xml").read_bytes()
CALL = b'<INCL.ELEMENT FILEREF="x.xml" TYPE="FORMEX.DOC"/>'
ANNEX = (FIXTURES / "bijlage.xml").read_bytes()


@pytest.fixture(scope="module")
def act() -> Reading:
    return read(ACT)


@pytest.fixture(scope="module")
def consolidated() -> Reading:
    return read((FIXTURES / "geconsolideerd.xml").read_bytes())


def at(reading: Reading, eid: str) -> Provision:
    return next(p for p in walk(reading.provisions) if p.eid == eid)


def package(**parts: bytes) -> bytes:
    """A zip whose list of files names the parts `p...` in order; other names are only in the zip."""
    listed = "".join(f'<REF.PHYS FILE="{n}.xml" TYPE="DOC.XML"/>' for n in sorted(parts) if n[0] == "p")
    listing = (
        '<DOC><BIB.DOC><NO.ELI ID="http://data.europa.eu/eli/reg/2099/7/oj">ELI</NO.ELI></BIB.DOC>'
        f"<FMX><DOC.MAIN.PUB><LEGAL.VALUE>REG_IMPL</LEGAL.VALUE>{listed}</DOC.MAIN.PUB></FMX></DOC>"
    )
    return zipped({"lijst.doc.xml": listing.encode(), **{f"{n}.xml": part for n, part in parts.items()}})


def zipped(files: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def test_the_file_says_what_it_is(act: Reading) -> None:
    assert (act.kind, act.language, act.stage) == (WorkKind.EU_REGULATION, "nl", "published")
    assert act.document_date == date(2099, 3, 2)
    assert act.identifiers == ()


@pytest.mark.parametrize(
    ("year", "serial", "identifiers"),
    [
        ("2099", "7", (Identifier("celex", "32099R0007"),)),
        ("2099", "12345", ()),
        ("99", "7", ()),
        ("", "7", ()),
    ],
)
def test_year_and_number_of_an_act_make_its_celex_number(
    year: str, serial: str, identifiers: tuple[Identifier, ...]
) -> None:
    number = f"<NO.DOC><NO.CURRENT>{serial}</NO.CURRENT><YEAR>{year}</YEAR></NO.DOC></BIB.INSTANCE>"
    assert read(ACT.replace(b"</BIB.INSTANCE>", number.encode(), 1)).identifiers == identifiers


def test_a_footnote_hangs_at_its_mark(act: Reading) -> None:
    preamble = at(act, "preamble")
    note = Note(preamble.text.index(", en met name"), "noot", "PB C 1 van 1.1.2098, blz. 1.")
    assert preamble.notes == (note,)


def test_a_footnote_of_a_table_is_shown_where_it_is_referred_to() -> None:
    division = at(read(ANNEX), "att_I__dvs_1")
    assert division.text.splitlines() == ["De hagen zijn:", "Tabel 1", "Soort\tHoogte", "Liguster\ta) laag"]
    offset = division.text.index("\ta) laag")
    assert division.notes == (Note(offset, "noot", "Niet in de winter."),)


def test_an_image_is_a_note_and_an_unknown_element_is_kept() -> None:
    reading = read(ANNEX)
    held = at(reading, "att_I__part_B__dvs_1-1")
    assert [(n.kind, n.text) for n in held.notes] == [("image", "hek.tif")]
    assert held.text == "Van hout.\nElk\njaar"
    assert [g.detail for g in reading.guessed if g.rule == "unknown-element"] == ["SNOEIPLAN", "TAK"]


def test_quoted_law_is_never_among_the_own_articles(act: Reading) -> None:
    assert [a.eid for a in articles(act.provisions)] == ["art_1", "art_2", "art_3"]
    assert at(act, "mod_1__art_1").num == "„Artikel 1"


def test_a_consolidated_text_has_two_dates_and_the_number_of_the_basic_act(consolidated: Reading) -> None:
    assert (consolidated.in_force_on, consolidated.as_known_on) == (date(2099, 10, 18), date(2100, 1, 5))
    assert consolidated.document_date == date(2098, 6, 1)
    assert consolidated.identifiers == (Identifier("celex", "32098L0003"),)


CHANGES = [
    ("art_1", 0, Attribution("REPLACED", "32099R0007", "AR:3;PT:1")),
    ("art_2", 0, Attribution("DELETED", "32099R0007", "AR:3;PT:2", "1.")),
    ("art_2__para_2", 0, Attribution("REPLACED", "32099R0008", "AR:1")),
    ("art_2__para_2", 0, Attribution("REPLACED", "32099R0008R(01)", "CR:2")),
    ("art_2__para_2", len("Een hek is"), Attribution("REPLACED", "32099R0009", "AR:1")),
    ("art_2__para_3", 0, Attribution("REPLACED", "32099R0008", "AR:1")),
]


def test_each_provision_says_who_changed_it(consolidated: Reading) -> None:
    found = [(p.eid, n.offset, Attribution.of(n)) for p in walk(consolidated.provisions) for n in p.notes]
    assert found == CHANGES


def test_deleted_text_is_left_out_with_its_footnotes(consolidated: Reading) -> None:
    assert [(d.rule, d.text) for d in consolidated.dropped] == [("deleted", "1. Een hek is hoog.")]
    assert "para_1" not in at(consolidated, "art_2").children[0].eid


def test_a_deletion_without_an_end_deletes_nothing() -> None:
    opened = '<?CLG.MDFO ID="O1" IDREF="C1" ACTION="DELETED" ACTIVE.DOC="32099R0007"?>'
    text = f"<TI.ART>Artikel 1</TI.ART>{opened}<ALINEA>Een hek is hoog.</ALINEA>"
    reading = read(f"<ACT><ENACTING.TERMS><ARTICLE>{text}</ARTICLE></ENACTING.TERMS></ACT>".encode())
    assert at(reading, "art_1").text == "Een hek is hoog."
    assert reading.dropped == ()


def test_a_package_is_one_text_in_the_order_of_its_list() -> None:
    source = package(p2=ANNEX, p1=ACT, toc=b"<PUBLICATION/>")
    reading = read(source)
    kinds = [p.kind for p in reading.provisions]
    assert kinds[0] is ProvisionKind.LONG_TITLE
    assert kinds[-2:] == [ProvisionKind.CONCLUSIONS, ProvisionKind.ATTACHMENT]
    assert reading.identifiers == (Identifier("eli", "http://data.europa.eu/eli/reg/2099/7/oj"),)
    assert reading.media_type == "application/zip"
    assert lost_words(source, reading) == ""


def test_a_part_that_another_part_calls_for_stands_below_it_as_new_law() -> None:
    title = b"<TITLE><TI><P>BIJLAGE II</P></TI></TITLE>"
    calling = b"<ANNEX>" + title + b"<CONTENTS>" + CALL + b"</CONTENTS></ANNEX>"
    reading = read(package(p1=ACT, p2=calling, x=ANNEX))
    assert at(reading, "mod_3__att_I").heading == "PLANTEN"
    alone = read(calling)
    assert ("part-not-in-file", "hier hoort x.xml") in [(g.rule, g.detail) for g in alone.guessed]


def test_a_part_that_calls_for_itself_is_read_once() -> None:
    calling = (
        b'<ANNEX><CONTENTS><P>Haag.</P><INCL.ELEMENT FILEREF="x.xml" TYPE="FORMEX.DOC"/></CONTENTS></ANNEX>'
    )
    reading = read(package(p1=calling, x=calling))
    assert [p.text for p in walk(reading.provisions) if p.text] == ["Haag.", "Haag."]


REFUSED = [
    pytest.param(b"<DOC><FMX/></DOC>", NoLawError, "lijst van bestanden", id="a list of files"),
    pytest.param(
        b"<PUBLICATION><OJ/></PUBLICATION>", NoLawError, "lijst van bestanden", id="a contents page"
    ),
    pytest.param(
        b"<ACT><TITLE><TI><P>Verordening</P></TI></TITLE></ACT>", NoLawError, "geen bepaling", id="a title"
    ),
    pytest.param(package(p1=ACT)[:400], NotWellFormedError, "beschadigd", id="a package cut off"),
    pytest.param(zipped({"a.xml": ACT}), BrokenPackageError, "0 lijsten", id="a package without a list"),
    pytest.param(
        zipped({"a.xml": ACT, "b.xml": b"<DOC/>", "c.xml": b"<DOC/>"}),
        BrokenPackageError,
        "2 lijsten",
        id="two lists",
    ),
    pytest.param(
        zipped({"b.xml": b'<DOC><REF.PHYS FILE="weg.xml" TYPE="DOC.XML"/></DOC>'}),
        BrokenPackageError,
        "weg.xml",
        id="a part that is absent",
    ),
    pytest.param(
        package(p1=b"<ACT>" + b" " * 20_000_000 + b"</ACT>"),
        SourceTooLargeError,
        "uitgepakt te groot",
        id="a zip bomb",
    ),
    pytest.param(
        b"<ACT>" + b"<DIVISION>" * 200 + b"</DIVISION>" * 200 + b"</ACT>",
        SourceTooLargeError,
        "202|201",
        id="too deep",
    ),
]


@pytest.mark.parametrize(("source", "error", "words"), REFUSED)
def test_what_cannot_be_read_is_refused_by_name(source: bytes, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        read(source)


def test_a_sign_without_a_code_point_is_left_out() -> None:
    reading = read(b'<ANNEX><CONTENTS><P>de <QUOT.START CODE="zz"/>tuin</P></CONTENTS></ANNEX>')
    assert [p.text for p in walk(reading.provisions) if p.text] == ["de tuin"]


@pytest.mark.parametrize("code", ["D800", "7", "110000", "-1"])
def test_a_code_that_is_no_printed_character_is_left_out(code: str) -> None:
    source = f'<ANNEX><CONTENTS><P>tu<QUOT.START CODE="{code}"/>in</P></CONTENTS></ANNEX>'.encode()
    reading = read(source)
    assert [p.text for p in walk(reading.provisions) if p.text] == ["tuin"]
    assert lost_words(source, reading) == ""


def test_an_unknown_element_in_a_table_is_reported() -> None:
    table = "<TBL><CORPUS><ROW><CELL><P>a<RAAD>b</RAAD></P></CELL></ROW></CORPUS></TBL>"
    reading = read(f"<ANNEX><CONTENTS>{table}</CONTENTS></ANNEX>".encode())
    assert [(g.rule, g.detail) for g in reading.guessed if g.rule == "unknown-element"] == [
        ("unknown-element", "RAAD")
    ]


def test_a_text_of_the_greatest_depth_is_read() -> None:
    levels = formex.MAX_DEPTH - 4
    nested = "<GR.SEQ>" * levels + "<P>diep</P>" + "</GR.SEQ>" * levels
    reading = read(f"<ANNEX><CONTENTS>{nested}</CONTENTS></ANNEX>".encode())
    assert [p.text for p in walk(reading.provisions) if p.text] == ["diep"]


HOSTILE = {
    "many changes that never close": '<?CLG.MDFO ID="O" IDREF="C" ACTION="REPLACED"?><PARAG/>' * 20_000,
    "many changes that close at the end": "".join(
        f'<?CLG.MDFO ID="O{i}" IDREF="C{i}" ACTION="REPLACED"?><PARAG><ALINEA>x</ALINEA></PARAG>'
        for i in range(5_000)
    )
    + "".join(f'<?CLG.MDFC ID="C{i}"?>' for i in range(5_000)),
    "many spans in one line": "<ALINEA>" + "<HT TYPE='ITALIC'>x </HT>" * 30_000 + "</ALINEA>",
    "many notes": "<ALINEA>" + "x<NOTE><P>n</P></NOTE>" * 20_000 + "</ALINEA>",
}


@pytest.mark.parametrize("inner", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_takes_no_time_to_speak_of(inner: str) -> None:
    text = f"<ARTICLE><TI.ART>Artikel 1</TI.ART>{inner}</ARTICLE>"
    started = perf_counter()
    read(f"<ACT><ENACTING.TERMS>{text}</ENACTING.TERMS></ACT>".encode())
    assert perf_counter() - started < 10


WORDS = {
    "a sign in a word": '<ALINEA>de <QUOT.START CODE="2018"/>tu<QUOT.END CODE="2019"/>in</ALINEA>',
    "a page number in a word": "<ALINEA>de tu<?PAGE NO='2'?>in</ALINEA>",
    "text around a block": "<ALINEA>voor<P>midden</P>na</ALINEA>",
    "text around quoted law": "<ALINEA><P>voor<QUOT.S><P>nieuw</P></QUOT.S>na</P></ALINEA>",
    "a number after a list": "<LIST><ITEM><P>a</P></ITEM></LIST><NO.PARAG>2.</NO.PARAG>",
    "an unknown inline element": "<ALINEA>de <MOOI>groene</MOOI> tuin</ALINEA>",
    "a number in a title": (
        "<GR.SEQ><TITLE><TI><NP><NO.P>1.</NO.P><TXT>Haag</TXT></NP></TI>"
        "<STI><P>laag</P></STI></TITLE></GR.SEQ>"
    ),
    "two numbers": "<PARAG><NO.PARAG>1.</NO.PARAG><NO.PARAG>2.</NO.PARAG><ALINEA>x</ALINEA></PARAG>",
    "a list in a cell": (
        "<TBL><CORPUS><ROW><CELL/><CELL><LIST><ITEM><NP><NO.P>a)</NO.P><TXT>x</TXT></NP></ITEM></LIST>"
        "</CELL></ROW></CORPUS></TBL>"
    ),
    "a note in a heading": (
        "<DIVISION><TITLE><TI><P>DEEL A<NOTE><P>noot</P></NOTE></P></TI></TITLE></DIVISION>"
    ),
    "words in a row outside its cells": (
        "<TBL><CORPUS><ROW>los<CELL>a</CELL><HT TYPE='BOLD'>b</HT>c<RAAD><CELL>d</CELL></RAAD>e</ROW>"
        "</CORPUS></TBL>"
    ),
    "words in a list of terms": (
        "<DLIST><DLIST.ITEM>los<TERM>a</TERM>=<DEFINITION>b</DEFINITION></DLIST.ITEM></DLIST>"
    ),
    "words before a number": "<PARAG>los<NO.PARAG>1.</NO.PARAG><ALINEA>x</ALINEA></PARAG>",
    "words before a title": "<GR.SEQ>los<TITLE>ook<TI><P>DEEL A</P></TI></TITLE><P>x</P></GR.SEQ>",
    "a number behind words in a title": (
        "<GR.SEQ><TITLE><TI><NP><TXT>Haag</TXT><NO.P>1.</NO.P></NP></TI></TITLE></GR.SEQ>"
    ),
    "a number before a title with a number": (
        "<GR.SEQ><NO.GR.SEQ>1.</NO.GR.SEQ><TITLE><TI><NP><NO.P>a)</NO.P><TXT>x</TXT></NP></TI></TITLE></GR.SEQ>"
    ),
    "data about the file in a title, a mark and a note": (
        "<TITLE><TI>a<FAM.COMP>niet</FAM.COMP>b</TI></TITLE><P><HT>b<LATEX>niet</LATEX></HT>c<NOTE>d"
        "<BIB.INSTANCE>niet</BIB.INSTANCE></NOTE></P>"
    ),
    "footnotes held outside a table": "<GR.NOTES><NOTE NOTE.ID='E1'>a</NOTE></GR.NOTES><P>b</P>",
    "a footnote in a footnote": "<P>a<NOTE>b<NOTE>c</NOTE></NOTE></P>",
    "a footnote that is deleted": (
        "<P>a <?CLG.MDFO IDREF='C' ACTION='DELETED'?><NOTE>b</NOTE>c<HT>d</HT>e <?CLG.MDFC ID='C'?>f</P>"
    ).replace("'", '"'),
    "a deletion in a heading with a number": (
        "<GR.SEQ><TITLE><TI><NP><NO.P>1.</NO.P><TXT>a <?CLG.MDFO IDREF='C' ACTION='DELETED'?>b"
        "<?CLG.MDFC ID='C'?></TXT></NP></TI></TITLE></GR.SEQ>"
    ).replace("'", '"'),
    "an empty item": "<LIST><ITEM/><ITEM><NP><NO.P>a)</NO.P><TXT/></NP></ITEM></LIST>",
}


@pytest.mark.parametrize("inner", [pytest.param(v, id=k) for k, v in WORDS.items()])
def test_no_word_is_lost_in_unusual_places(inner: str) -> None:
    text = f"<ARTICLE><TI.ART>Artikel 1</TI.ART>{inner}</ARTICLE>"
    source = f"<ACT><ENACTING.TERMS>{text}</ENACTING.TERMS></ACT>".encode()
    assert lost_words(source, read(source)) == ""
