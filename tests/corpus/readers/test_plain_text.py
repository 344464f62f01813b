"""Plain text: what is recognised, how broken lines are joined, and where quoted law ends."""

import codecs

import pytest

from corpus.provision import Provision, ProvisionKind, articles, walk, words
from corpus.readers.plain_text import READER
from corpus.reading import Reading, WorkKind

AMENDING = "ARTIKEL I\n\nDe Lampenwet wordt als volgt gewijzigd:\n\n"
LONG = "Dit is een regel die zo lang is als een afgebroken regel"


def _read(text: str) -> Reading:
    return READER.read(text.encode())


def _eids(text: str) -> list[str]:
    return [p.eid for p in walk(_read(text).provisions)]


def _first(text: str) -> Provision:
    return next(articles(_read(text).provisions))


@pytest.mark.parametrize(
    ("source", "recognised"),
    [
        (b"Artikel 1\nEen lamp.", True),
        (b"Artikel 1. Begrippen\n\nEen lamp.", True),
        (b"ARTIKEL I\r\nEen lamp.\r\n", True),
        (b"Enig artikel\nEen lamp.", True),
        (codecs.BOM_UTF8 + b"Artikel 1\nEen lamp.", True),
        ("Artikel 1\nEén lamp.".encode("utf-16"), True),
        (b"Artikel 5 is van toepassing.", False),
        (b"In deze brief staat artikel 1\nvan de wet.", False),
        (b"Artikel", False),
        (b"<html>\nArtikel 1\n</html>", False),
        (b'<?xml version="1.0"?>\n<a>\nArtikel 1\n</a>', False),
        (b'{"a":\n"x"}\nArtikel 1\n', False),
        (b"Artikel 1\n\x00\x01", False),
        (b"Artikel 1\nE\xe9n lamp.", False),
        (b"", False),
    ],
)
def test_text_is_recognised_by_the_heading_of_an_article(source: bytes, recognised: bool) -> None:
    assert READER.recognises(source) is recognised


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encoding_and_line_ends_do_not_change_the_reading(newline: str, encoding: str) -> None:
    text = "Artikel 1\n1. Eén lamp.\n2. Twee lampen.\n"
    assert READER.read(text.replace("\n", newline).encode(encoding)) == _read(text)


@pytest.mark.parametrize(
    ("line", "num", "words"),
    [
        ("Artikel 3:15. Opschrift", "Artikel 3:15.", "Opschrift"),
        ("Artikel 12a", "Artikel 12a", ""),
        ("Artikel 2 (begrippen)", "Artikel 2", "(begrippen)"),
        ("ARTIKEL IIIA", "ARTIKEL IIIA", ""),
        ("Artikel 1:2 Lampen", "Artikel 1:2", "Lampen"),
    ],
)
def test_the_heading_of_an_article_gives_number_and_words(line: str, num: str, words: str) -> None:
    article = _first(f"{line}\n\nEen lamp.\n")
    assert (article.num, article.heading, article.text) == (num, words, "Een lamp.")


def test_a_broken_line_is_joined_and_said_once() -> None:
    reading = _read(f"Artikel 1\n{LONG}\nen toch verder gaat.\n\nNieuw blok.\n")
    assert next(articles(reading.provisions)).text == f"{LONG} en toch verder gaat.\nNieuw blok."
    assert [g.detail for g in reading.guessed if g.rule == "joined-wrapped-lines"] == [
        "1 regels aan de vorige regel gevoegd"
    ]


@pytest.mark.parametrize(
    "following", ["a. een lamp", "1. een lamp", "- een lamp", "Artikel 2", "A", "Lasten en bevelen dat"]
)
def test_a_line_that_begins_something_new_is_not_joined(following: str) -> None:
    reading = _read(f"Artikel 1\n{LONG}\n{following}\n")
    assert all(g.rule != "joined-wrapped-lines" for g in reading.guessed)


def test_a_sentence_that_breaks_before_the_word_artikel_stays_one_sentence() -> None:
    text = f"Artikel 1\n{LONG} als bedoeld in\nArtikel 9 Wetboek van Lampen\nverder.\n"
    assert [a.num for a in articles(_read(text).provisions)] == ["Artikel 1"]


@pytest.mark.parametrize("heading", ["Hoofdstuk 2. Lampen", "Hoofdstuk 2\nLampen", "Hoofdstuk 2\n\nLampen"])
def test_the_words_of_a_division_stand_behind_its_number_or_below_it(heading: str) -> None:
    chapter = _read(f"{heading}\n\nArtikel 1\nEen lamp.\n").provisions[0]
    assert (chapter.kind, chapter.num.rstrip("."), chapter.heading) == (
        ProvisionKind.CHAPTER,
        "Hoofdstuk 2",
        "Lampen",
    )


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Wet van 1 mei 2031 over lampen", WorkKind.ACT),
        ("Vuurtorenwet 2031", WorkKind.ACT),
        ("Tijdelijke wet lampen", WorkKind.ACT),
        ("Besluit van 1 mei 2031 over lampen", WorkKind.DECREE),
        ("Lampenbesluit", WorkKind.DECREE),
        ("Regeling van de Minister over lampen", WorkKind.MINISTERIAL_REGULATION),
        ("Uitvoeringsregeling Lampenwet", WorkKind.MINISTERIAL_REGULATION),
        ("Voorstel van wet", WorkKind.BILL),
        ("Wijziging van de Lampenwet", WorkKind.BILL),
        ("Aanwijzing wachters Lampenwet", WorkKind.UNKNOWN),
        ("Wetenswaardigheden over lampen", WorkKind.UNKNOWN),
    ],
)
def test_the_first_words_of_the_title_say_what_kind_of_work_it_is(title: str, kind: WorkKind) -> None:
    reading = _read(f"{title}\n\nArtikel 1\nEen lamp.\n")
    assert (reading.title, reading.kind) == (title, kind)
    assert any(g.rule == "kind-from-title" for g in reading.guessed) is (kind is not WorkKind.UNKNOWN)


def test_letters_and_numbers_of_an_amending_article_are_points() -> None:
    text = AMENDING + "A\n\nIn artikel 1 vervalt het derde lid.\n\nB\n\n1. Het eerste lid vervalt.\n"
    assert _eids(text) == ["art_I", "art_I__point_A", "art_I__point_B", "art_I__point_B__point_1"]


def test_quoted_articles_stand_apart_from_the_articles_of_the_act() -> None:
    text = (
        AMENDING
        + "A\n\nNa artikel 59a wordt een artikel ingevoegd, luidende:\n\nArtikel 59b\n1. Een lamp.\n\nB\n\n"
    )
    reading = _read(text + "Artikel 60 vervalt.\n\nARTIKEL II\n\nSlot.\n")
    assert [a.num for a in articles(reading.provisions)] == ["ARTIKEL I", "ARTIKEL II"]
    assert [p.eid for p in walk(reading.provisions)] == [
        "art_I",
        "art_I__point_A",
        "mod_1",
        "mod_1__art_59b",
        "mod_1__art_59b__para_1",
        "art_I__point_B",
        "art_II",
    ]
    assert [g.eid for g in reading.guessed if g.rule == "quoted-law-until-next-instruction"] == ["mod_1"]


QUOTED_LID = (
    "A\n\nArtikel 5 wordt als volgt gewijzigd:\n\n"
    "1. Het eerste lid komt te luiden:\n\n1. Een lamp brandt.\n\n"
)


@pytest.mark.parametrize(
    ("line", "belongs_to"),
    [
        ("2. Het tweede lid vervalt.", "art_I__point_A__point_2"),
        ("2. In het derde lid wordt «wit» vervangen door «rood».", "art_I__point_A__point_2"),
        ("2. Na het tweede lid wordt een lid ingevoegd, luidende:", "mod_2"),
        (
            "2. Onder vernummering van het derde lid tot vierde lid vervalt het tweede lid.",
            "art_I__point_A__point_2",
        ),
        ("2. De aanhef komt te luiden:", "mod_2"),
        ("2. De wachter wordt door Onze Minister benoemd.", "mod_1__para_2"),
        ("2. In het eerste lid wordt onder lamp verstaan: een licht.", "mod_1__para_2"),
        ("2. De aanwijzing, bedoeld in het eerste lid, vervalt na een jaar.", "mod_1__para_2"),
        ("2. Een lamp wordt niet in artikel 5 gewijzigd.", "mod_1__para_2"),
        ("B", "art_I__point_B"),
        ("a. een licht;", "mod_1__para_1__point_a"),
        ("Artikel 5a", "mod_1__art_5a"),
        ("ARTIKEL II", "art_II"),
        ("Lasten en bevelen dat deze in het Staatsblad zal worden geplaatst.", "conclusions"),
    ],
)
def test_the_sequence_and_the_words_decide_whether_a_line_is_still_quoted(line: str, belongs_to: str) -> None:
    assert _eids(AMENDING + QUOTED_LID + line + "\n")[-1] == belongs_to


def test_words_between_marks_and_an_oath_are_no_quoted_law() -> None:
    text = "Artikel 1\n\nDe wachter legt een eed af, luidende:\n\nIk zweer dat ik het licht ontsteek.\n"
    assert _eids(text) == ["art_1"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("a. licht\n" * 20_000, id="one letter over and over"),
        pytest.param("woord " * 200_000, id="one long line"),
        pytest.param("Het lid " * 100_000 + "luidende:", id="one long instruction"),
        pytest.param((LONG + "\n") * 20_000, id="one long paragraph"),
        pytest.param("A\n\nArtikel 5 komt te luiden:\n\nArtikel 5\nLicht.\n\n" * 5_000, id="quotes"),
        pytest.param("Artikel 5 komt te luiden:\n\n" * 10_000, id="quotes in quotes"),
        pytest.param("De Minister van " + "x" * 500_000 + ",", id="a signature without end"),
    ],
)
def test_a_monstrous_text_loses_no_word(body: str) -> None:
    text = "Artikel 1\nTekst\n\n" + body
    assert list(words(_read(text).provisions)) == text.split()
