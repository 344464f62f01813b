"""What the outline of an Akoma Ntoso file does not show: notes, ids, dates, refusals, hostile shapes."""

from datetime import date
from pathlib import Path

import pytest

from corpus.errors import NoLawError, SourceTooLargeError, UnsupportedVersionError, WetgevingError
from corpus.provision import Note, Provision, ProvisionKind, articles, walk
from corpus.readers import read
from corpus.readers.akn_body import link_scheme
from corpus.reading import Identifier, Reading, WorkKind

FIXTURES = Path(__file__).parent / "fixtures" / "akoma_ntoso"
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read((FIXTURES / "tuinwet-synthetisch.xml").read_bytes())


def at(reading: Reading, eid: str) -> Provision:
    return next(p for p in walk(reading.provisions) if p.eid == eid)


def act(body: str, namespace: str = NAMESPACE) -> bytes:
    return f'<akomaNtoso xmlns="{namespace}"><act name="wet"><body>{body}</body></act></akomaNtoso>'.encode()


def test_the_file_says_what_it_is(reading: Reading) -> None:
    assert reading.kind is WorkKind.ACT
    assert reading.identifiers[0] == Identifier("frbr", "/akn/nl/act/2091-01-02/tuinwet")
    assert (reading.document_date, reading.in_force_on) == (date(2091, 1, 2), date(2092, 1, 1))
    assert (reading.title, reading.short_title, reading.language) == ("regels over tuinen", "Tuinwet", "nl")


def test_a_period_gives_a_provision_its_date(reading: Reading) -> None:
    assert (at(reading, "art_1").in_force_on, at(reading, "art_2").in_force_on) == (date(2092, 1, 1), None)


def test_notes_stand_where_they_are_called(reading: Reading) -> None:
    lid = at(reading, "art_1__para_1")
    assert lid.text[: lid.notes[0].offset] == "Een haag is, met de Hekwet"
    assert [(n.kind, n.text) for n in lid.notes] == [("noot", "Zie de tuinbrief.")]
    assert at(reading, "chp_1").notes == (Note(0, "noot", "Ook balkons."),)
    assert [(n.kind, n.text) for n in at(reading, "art_3__slot").notes] == [("image", "hek.png")]


def test_inserted_text_is_text_and_deleted_text_is_a_note(reading: Reading) -> None:
    lid = at(reading, "art_1__para_2")
    assert lid.text == "De hovenier snoeit ((in mei)).\nHij draagt een hoed."
    assert [(n.kind, n.text) for n in lid.notes] == [("geschrapt", "maait")]


def test_the_id_and_the_state_of_a_provision_are_those_of_the_file(reading: Reading) -> None:
    assert (at(reading, "chp_1").source_id, at(reading, "art_1__para_1").source_id) == (
        "hfd_1",
        "art_1__par_1",
    )
    assert at(reading, "art_1__para_3").status == "removed"


def test_rows_have_cells_and_quoted_words_their_signs(reading: Reading) -> None:
    assert at(reading, "art_2").text == "De tabel:\nPlant\tWater\nroos\tveel regen\nGieters zijn:"
    assert "wordt “hek” vervangen" in at(reading, "art_3").text


def test_quoted_law_is_none_of_the_acts_own(reading: Reading) -> None:
    assert [p.num for p in articles(reading.provisions)] == ["Artikel 1", "Artikel 2", "Artikel 3"]


def test_what_leos_deleted_or_moved_is_a_note_and_no_text() -> None:
    reading = read((FIXTURES / "voorstel_met_schrappingen-synthetisch.xml").read_bytes())
    assert [(n.kind, n.text) for n in at(reading, "art_1").notes] == [("verplaatst", "2. Weg.")]
    assert [(n.kind, n.text) for n in at(reading, "art_1__para_1").notes] == [("geschrapt", "(a) een snoer;")]
    assert [(d.rule, d.text) for d in reading.dropped] == [("leos-geschrapt", "Artikel 2 Vervalt.")]


def test_where_there_is_no_article_a_section_is_the_basic_unit() -> None:
    section = (
        "<section><num>1</num><subsection><num>1</num><content><p>x</p></content></subsection></section>"
    )
    alone = read(act(section)).provisions
    beside = read(act(f"{section}<article><num>2</num><content><p>y</p></content></article>")).provisions
    assert [p.kind for p in walk(alone)] == [ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH]
    assert [p.kind for p in walk(beside)][:2] == [ProvisionKind.SECTION, ProvisionKind.SUBSECTION]


@pytest.mark.parametrize(
    ("target", "scheme"),
    [
        ("", "unresolved"),
        ("#", "unresolved"),
        ("#art_1", "intern"),
        ("/akn/nl/act/1", "akn"),
        ("https://x.nl", "url"),
        ("eli/bund/1", "eli"),
        ("iets", "other"),
    ],
)
def test_a_link_is_called_after_the_look_of_its_target(target: str, scheme: str) -> None:
    assert link_scheme(target) == scheme


ARTICLE = "<article><content><p>x</p></content></article>"


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (act(ARTICLE, "http://www.akomantoso.org/1.0"), UnsupportedVersionError),
        (act(ARTICLE, "http://Inhaltsdaten.LegalDocML.de/1.6/"), UnsupportedVersionError),
        (f"<akomaNtoso><act><body>{ARTICLE}</body></act></akomaNtoso>".encode(), UnsupportedVersionError),
        (f'<akomaNtoso xmlns="{NAMESPACE}"/>'.encode(), NoLawError),
        (f'<akomaNtoso xmlns="{NAMESPACE}"><judgment/></akomaNtoso>'.encode(), NoLawError),
        (
            f'<akomaNtoso xmlns="{NAMESPACE}"><act><preface><p>Wet</p></preface></act></akomaNtoso>'.encode(),
            NoLawError,
        ),
    ],
)
def test_what_is_not_read_is_refused_by_name(source: bytes, error: type[WetgevingError]) -> None:
    with pytest.raises(error):
        read(source)


@pytest.mark.parametrize("tag", ["section", "paragraph", "blockContainer", "b", "quotedStructure", "list"])
def test_nearly_two_hundred_levels_are_read(tag: str) -> None:
    deep = f"<{tag}>" * 190 + "diep" + f"</{tag}>" * 190
    reading = read(act(f"<article><content><p>{deep}</p></content></article>"))
    assert [w for p in walk(reading.provisions) for w in p.text.split()] == ["diep"]


@pytest.mark.parametrize("tag", ["heading", "component", "coverPage", "section", "td", "b"])
def test_what_no_regulation_nests_so_deep_is_refused(tag: str) -> None:
    deep = f"<{tag}>" * 240 + "diep" + f"</{tag}>" * 240
    with pytest.raises(SourceTooLargeError, match="te diep genest"):
        read(act(f"<article>{deep}</article>"))


def test_many_of_everything_takes_no_time_to_speak_of() -> None:
    """Ten thousand headings, notes, deletions and cells in one place: seconds, not minutes."""
    deleted = '<point xmlns:l="urn:eu:europa:ec:leos" l:softaction="del"><content><p>x</p></content></point>'
    for piece in ("<heading>k</heading>", "<p>a<i>b</i><authorialNote><p>c</p></authorialNote></p>", deleted):
        reading = read(act(f"<article><num>1</num>{piece * 10_000}</article>"))
        assert len(list(walk(reading.provisions))) >= 1


def test_a_strange_place_for_a_span_is_not_believed() -> None:
    own = "urn:x-wetgeving:akn:1"
    this = f'<FRBRthis value="x" w:kind="act" xmlns:w="{own}"/>'
    identification = f"<identification><FRBRWork>{this}</FRBRWork></identification>"
    text = (
        f'<p>Een <i w:span="7:2-99999" xmlns:w="{own}">tuin</i> <b w:span="x:-" xmlns:w="{own}">is</b>.</p>'
    )
    body = f"<body><article><content>{text}</content></article></body>"
    source = f'<akomaNtoso xmlns="{NAMESPACE}"><act><meta>{identification}</meta>{body}</act></akomaNtoso>'
    (article,) = read(source.encode()).provisions
    assert [(article.text[m.start : m.end], m.style) for m in article.marks] == [
        ("is", "bold"),
        ("tuin", "italic"),
    ]
