"""What the outlines of publications do not show: dates, marks, notes, links, kinds, and the refusals."""

from datetime import date
from pathlib import Path

import pytest

from corpus.errors import MetadataOnlyError, NoLawError, NotWellFormedError, SourceTooLargeError
from corpus.provision import Link, Mark, Note, Provision, ProvisionKind, articles, walk
from corpus.readers import read
from corpus.readers.publication_identity import paper_kind
from corpus.reading import Identifier, Reading, WorkKind

FIXTURES = Path(__file__).parent / "fixtures" / "officiele_publicatie"
OPINION, ACT, BILL = "advies-synthetisch", "staatsblad", "voorstel-synthetisch"


def reading(stem: str) -> Reading:
    return read((FIXTURES / f"{stem}.xml").read_bytes())


def at(stem: str, eid: str) -> Provision:
    return next(p for p in walk(reading(stem).provisions) if p.eid == eid)


def publication(body: str, *, metadata: str = "") -> bytes:
    return f"<officiele-publicatie><metadata>{metadata}</metadata>{body}</officiele-publicatie>".encode()


def paper(stuk: str, *, metadata: str = "") -> bytes:
    return publication(f"<kamerstuk><stuk>{stuk}</stuk></kamerstuk>", metadata=metadata)


def meta(name: str, content: str, *, scheme: str = "") -> str:
    return f'<meta name="{name}" scheme="{scheme}" content="{content}"/>'


TEXT = "<algemeen><vrije-tekst><tekst><al>Tekst.</al></tekst></vrije-tekst></algemeen>"

# fixture, kind, stage, date of the document
IDENTITIES = [
    (BILL, WorkKind.BILL, "submitted", date(2091, 3, 4)),
    ("memorie-synthetisch", WorkKind.MEMORANDUM, "submitted", date(2091, 3, 4)),
    (OPINION, WorkKind.OPINION, "with-response", date(2090, 10, 22)),
    ("nota-van-wijziging-synthetisch", WorkKind.AMENDING_MEMORANDUM, "published", date(2091, 5, 1)),
    ("amendement-synthetisch", WorkKind.AMENDMENT, "amended", date(2091, 5, 2)),
    ("motie", WorkKind.MOTION, "submitted", date(2091, 4, 4)),
    ("brief-synthetisch", WorkKind.LETTER, "published", date(2091, 5, 3)),
    (ACT, WorkKind.ACT, "published", date(2091, 6, 1)),
    ("ministeriele-regeling-synthetisch", WorkKind.MINISTERIAL_REGULATION, "published", date(2091, 6, 2)),
    ("staatscourant", WorkKind.NOTICE, "published", None),
    ("handelingen", WorkKind.PROCEEDINGS, "published", None),
    ("kamervragen-synthetisch", WorkKind.PARLIAMENTARY_PAPER, "published", None),
]


@pytest.mark.parametrize(("stem", "kind", "stage", "day"), IDENTITIES, ids=[i[0] for i in IDENTITIES])
def test_a_publication_says_what_it_is(stem: str, kind: WorkKind, stage: str, day: date | None) -> None:
    found = reading(stem)
    assert (found.kind, found.stage, found.document_date, found.in_force_on) == (kind, stage, day, None)


TITLES = [
    ("Voorstel van wet", WorkKind.BILL),
    ("GEWIJZIGD VOORSTEL VAN WET", WorkKind.BILL),
    ("Voorstel van rijkswet", WorkKind.BILL),
    ("MEMORIE VAN TOELICHTING", WorkKind.MEMORANDUM),
    ("Memorie van antwoord", WorkKind.REPORT),
    ("NOTA VAN WIJZIGING", WorkKind.AMENDING_MEMORANDUM),
    ("Derde nota van wijziging", WorkKind.AMENDING_MEMORANDUM),
    ("NOTA NAAR AANLEIDING VAN HET VERSLAG", WorkKind.REPORT),
    ("VERSLAG", WorkKind.REPORT),
    ("NADER VERSLAG", WorkKind.REPORT),
    ("ADVIES AFDELING ADVISERING RAAD VAN STATE EN NADER RAPPORT", WorkKind.OPINION),
    ("Nader rapport", WorkKind.OPINION),
    ("TWEEDE NADER GEWIJZIGD AMENDEMENT VAN HET LID X", WorkKind.AMENDMENT),
    ("SUBAMENDEMENT VAN HET LID X", WorkKind.AMENDMENT),
    ("NADER GEWIJZIGDE MOTIE VAN HET LID X OVER HET VERSLAG", WorkKind.MOTION),
    ("BRIEF VAN DE MINISTER OVER EEN MOTIE", WorkKind.LETTER),
    ("KONINKLIJKE BOODSCHAP", None),
    ("Adviesbureaus in de zorg", None),
]


@pytest.mark.parametrize(("title", "kind"), TITLES)
def test_the_first_words_of_a_title_tell_the_kind_of_paper(title: str, kind: WorkKind | None) -> None:
    assert paper_kind(title) is kind


def test_a_kind_from_the_title_is_a_guess_and_one_from_the_metadata_or_the_shape_is_none() -> None:
    titled = read(paper(f"<titel>MOTIE VAN HET LID X</titel>{TEXT}"))
    stated = meta("DC.type", "Motie", scheme="OVERHEIDop.KamerstukTypen")
    assert (titled.kind, [g.rule for g in titled.guessed]) == (WorkKind.MOTION, ["kind-from-title"])
    for source in (
        paper(TEXT, metadata=stated),
        paper(f"<titel>STUK</titel><amendement>{TEXT}</amendement>"),
        paper(f"<titel>STUK</titel><voorstel-wet>{TEXT}</voorstel-wet>"),
        paper(TEXT),
    ):
        assert read(source).guessed == ()


def test_the_full_metadata_name_the_paper() -> None:
    found = reading("motie")
    assert found.title == "Motie van het lid Verzonnen over lantaarns"
    assert found.identifiers == (
        Identifier("op", "kst-99001-VII-12"),
        Identifier("dossier", "99001-VII"),
        Identifier("ondernummer", "12"),
    )


def test_the_date_of_issue_outranks_the_printed_date() -> None:
    printed = '<datumtekst>Ontvangen <datum isodatum="2091-02-02">2 februari</datum></datumtekst>'
    issued = meta("DCTERMS.issued", "2091-01-01")
    assert read(paper(printed + TEXT)).document_date == date(2091, 2, 2)
    assert read(paper(printed + TEXT, metadata=issued)).document_date == date(2091, 1, 1)
    assert read(paper(TEXT, metadata=meta("DCTERMS.issued", "2091"))).document_date is None


def test_a_line_with_two_dates_or_with_more_to_say_is_text_and_dates_nothing() -> None:
    days = '<datum isodatum="2091-02-02">2 februari</datum> en <datum isodatum="2091-03-03">3 maart</datum>'
    found = read(paper(f"<datumtekst>Het advies van de Afdeling van {days}</datumtekst>{TEXT}"))
    assert found.document_date is None
    assert found.dropped == ()
    assert found.provisions[0].text == "Het advies van de Afdeling van 2 februari en 3 maart"


DOSSIERS = [
    ("<dossiernr>99 001</dossiernr>", "99001"),
    ("<dossiernr>21 501</dossiernr>-<raadnr>02</raadnr>", "21501-02"),
    ("<dossiernr>99 600</dossiernr><begrotingshoofdstuk>XX</begrotingshoofdstuk>", "99600-XX"),
    ("<dossiernr>99 992</dossiernr> (<rijkswetnr>R2034</rijkswetnr>)", "99992 (R2034)"),
]


@pytest.mark.parametrize(("printed", "number"), DOSSIERS)
def test_a_dossier_number_has_no_space_inside(printed: str, number: str) -> None:
    dossier = f"<dossier><dossiernummer>{printed}</dossiernummer></dossier>"
    source = publication(f"<kamerstuk>{dossier}<stuk>{TEXT}</stuk></kamerstuk>")
    assert read(source).identifiers == (Identifier("dossier", number),)


def test_every_sample_calls_itself_by_the_name_of_its_file(samples: Path) -> None:
    folders = ("kst-motie", "staatsblad", "staatscourant", "handelingen-repaired")
    files = [path for folder in folders for path in sorted((samples / "op-xml" / folder).glob("*.xml"))]
    named = {path.name.split(".")[0]: read(path.read_bytes()).identifiers for path in files}
    assert [stem for stem, found in named.items() if found[0] != Identifier("op", stem)] == []
    papers = {stem: found for stem, found in named.items() if stem.startswith("kst-")}
    for stem, (_, dossier, number) in papers.items():
        assert stem == f"kst-{dossier.value}-{number.value}"
    assert len(papers) == 120


def test_an_act_names_the_dossier_it_comes_from() -> None:
    assert Identifier("dossier", "99001") in reading(ACT).identifiers
    assert [(n.kind, n.text) for n in at(ACT, "conclusions").notes] == [("histnoot", "Kamerstuk 99 001")]


def test_the_opinion_stays_italic_and_the_answer_roman() -> None:
    point = at(OPINION, "dvs_1__dvs_a")
    opinion, answer = point.text.split("\n")
    assert opinion == "De Afdeling adviseert in de toelichting op de kleur in te gaan."
    assert answer == "De toelichting is aangevuld.2"
    assert point.marks == (Mark(0, 51, "italic"), Mark(52, 63, "italic"))


def test_a_footnote_stands_apart_at_its_place() -> None:
    point = at(OPINION, "dvs_1__dvs_a")
    assert point.notes == (Note(51, "noot", "2 Geel, zie Kamerstuk. Rood kan ook."),)
    assert point.links == (Link(len(point.text) - 1, len(point.text), "noot", "n2"),)
    assert [n.text for n in at(OPINION, "longtitle").notes] == [
        "1 De oorspronkelijke tekst is ter inzage gelegd."
    ]


def test_a_footnote_in_a_cell_stands_at_its_place_in_the_row() -> None:
    annex = at(ACT, "att_1")
    assert annex.text == "Mist, zwaar\tLicht aan"
    assert annex.notes == (Note(4, "noot", "1 Dichte nevel.", (Mark(9, 14, "italic"),)),)


def test_quoted_law_is_never_among_the_articles_of_the_act() -> None:
    assert [a.num for a in articles(reading(BILL).provisions)] == [
        "ARTIKEL I",
        "ARTIKEL II",
        "ARTIKEL III",
        "ARTIKEL IV",
    ]
    assert [a.eid for a in articles(reading(ACT).provisions)] == [f"art_{n}" for n in range(1, 7)]
    assert list(articles(reading("nota-van-wijziging-synthetisch").provisions)) == []


def test_an_instruction_is_the_text_of_its_onderdeel_and_the_new_law_is_below_it() -> None:
    instruction = at(BILL, "art_I__point_B")
    assert instruction.text == "Na artikel 59a worden twee artikelen ingevoegd, luidende:"
    assert [child.kind for child in instruction.children] == [ProvisionKind.MOD]
    assert at(BILL, "mod_2__art_59b__para_1").text == "Het mistlicht brandt bij mist."


def test_an_article_inside_an_article_is_quoted() -> None:
    inner = "<artikel><kop><label>Artikel</label><nr>5</nr></kop><al>Nieuw.</al></artikel>"
    outer = f"<artikel><kop><nr>I</nr></kop><al>Artikel 5 komt te luiden:</al>{inner}</artikel>"
    found = read(
        publication(f"<staatsblad><wet-besluit><wettekst>{outer}</wettekst></wet-besluit></staatsblad>")
    )
    assert [p.eid for p in walk(found.provisions)] == ["art_I", "mod_1", "mod_1__art_5"]


def test_a_wijziging_without_number_is_an_onderdeel_only_beside_another() -> None:
    assert [p.kind for p in at(ACT, "art_3").children] == [ProvisionKind.MOD]
    assert [p.eid for p in at(ACT, "art_5").children] == ["art_5__point_n1", "art_5__point_n2"]


def test_the_rank_of_a_crossheading_is_kept_as_typography() -> None:
    source = paper('<tekst><tussenkop kopopmaak="vetcur">Kop</tussenkop><al>Tekst.</al></tekst>')
    heading = read(source).provisions[0]
    assert (heading.text, heading.marks) == ("Kop", (Mark(0, 3, "bold"), Mark(0, 3, "italic")))


def test_an_image_is_a_note_and_its_caption_text() -> None:
    assert [(n.kind, n.text) for n in at(ACT, "art_2__para_1").notes] == [("image", "stb-2091-7-1.png")]
    assert "Figuur 1. Mist" in at("memorie-synthetisch", "dvs_I__slot").text


def test_an_unknown_element_is_kept_as_text_and_reported_also_in_a_table() -> None:
    table = "<table><tgroup><tbody><row><entry><raadsel>x</raadsel></entry></row></tbody></tgroup></table>"
    found = read(paper(f"<divisie><raadsel>een</raadsel>{table}</divisie>"))
    assert found.provisions[0].text == "een\nx"
    assert [(g.rule, g.eid, g.detail) for g in found.guessed] == [
        ("unknown-element", "dvs_n1", "raadsel"),
        ("unknown-element", "dvs_n1", "raadsel"),
    ]


METADATA = [
    b'<metadata_gegevens><metadata name="DC.identifier" content="kst-1-2"/></metadata_gegevens>',
    b'<owms-metadata xmlns:d="urn:d"><o><d:identifier>kst-1-2</d:identifier></o></owms-metadata>',
]


@pytest.mark.parametrize("source", METADATA)
def test_the_record_about_a_publication_is_refused_as_what_it_is(source: bytes) -> None:
    with pytest.raises(MetadataOnlyError) as raised:
        read(source)
    assert (raised.value.code, raised.value.value) == ("metadata-only", "kst-1-2")


REFUSED = [
    (b"<officiele-publicatie><kamerstuk>", NotWellFormedError),
    (publication(""), NoLawError),
    (paper("<titel>BRIEF</titel>"), NoLawError),
    (publication("<divisie>" * 150 + "x" + "</divisie>" * 150), SourceTooLargeError),
    (publication("<divisie>" * 300 + "x" + "</divisie>" * 300), SourceTooLargeError),
]


@pytest.mark.parametrize(("source", "error"), REFUSED, ids=["cut off", "empty", "title", "deep", "deeper"])
def test_what_cannot_be_read_is_refused_by_name(source: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(source)


DEEP = [
    "divisie",
    "wijziging",
    "definitie-item",
    "row",
    "nadruk",
    "tussenkop",
    "kop",
    "noot",
    "tekst",
    "titel",
]


@pytest.mark.parametrize("tag", DEEP)
def test_nesting_up_to_the_limit_is_read(tag: str) -> None:
    found = read(paper(f"<al>a</al>{f'<{tag}>' * 95}x{f'</{tag}>' * 95}"))
    words = [word for p in walk(found.provisions) for word in p.own_words()]
    notes = [note.text for p in walk(found.provisions) for note in p.notes]
    assert [*words, *notes] == ["a", "x"]
