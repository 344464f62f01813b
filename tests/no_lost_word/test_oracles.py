"""The second opinion itself: what it counts as a word of the law, on texts short enough to check by eye."""

import ast
from pathlib import Path

import pytest

from corpus.provision import Provision, ProvisionKind
from corpus.reading import Dropped, Reading, WorkKind
from tests.no_lost_word.account import accounted_words, first_difference, lost_words
from tests.no_lost_word.bwb_oracle import editor_words, law_words
from tests.no_lost_word.markdown_oracle import (
    flat_words,
    front_matter_words,
    plain_words,
    stars,
    without_stars,
)
from tests.no_lost_word.publication_oracle import note_words, text_words

XML = [
    ("<al>De wet</al><al>geldt.</al>", "De wet geldt."),
    ("<al>De <nadruk>w</nadruk>et <intref>geldt</intref>.</al>", "De wet geldt."),
    ("<al>ge<?xpp afbreek?>heel</al>", "geheel"),
    ("<al>1<sup>o</sup> H<inf>2</inf>O</al>", "1o H2O"),
    ("<lid><lidnr>1</lidnr><al>Tekst</al></lid>", "1 Tekst"),
    ("<row><entry><al>a</al></entry><entry><al>b</al></entry></row>", "a b"),
    ("<al>wel<meta-data><datum>2020</datum></meta-data> recht</al>", "wel recht"),
    ("<citeertitel>Proefwet</citeertitel><al>wel</al>", "wel"),
    ("<al>wel<redactie>Red: niet</redactie> recht</al>", "wel recht"),
    ("<ondertekening>De <functie>Minister</functie>, ik</ondertekening>", "De Minister , ik"),
    ("<!-- niet --><al>A&amp;B</al>", "A&B"),
    ("<onbekend>ook <dit>hier</dit></onbekend>", "ook hier"),
]


@pytest.mark.parametrize(("inner", "expected"), XML)
def test_the_words_of_a_toestand(inner: str, expected: str) -> None:
    source = f"<toestand><bwb-inputbestand>niet</bwb-inputbestand><wetgeving>{inner}</wetgeving></toestand>"
    assert " ".join(law_words(source.encode())) == expected


def test_the_editor_is_counted_apart() -> None:
    law = "<al>wel<redactie>Red: <nadruk>niet</nadruk></redactie></al>"
    source = f"<toestand><wetgeving>{law}</wetgeving></toestand>"
    assert editor_words(source.encode()) == ["Red:", "niet"]


PUBLICATIONS = [
    ("<al>De wet</al><al>geldt.</al>", "De wet geldt."),
    ("<al>ge<?xpp afbreek?>he<nadruk>el</nadruk></al>", "geheel"),
    ("<al>wel<noot><noot.nr>1</noot.nr></noot>, recht</al><histnoot>niet</histnoot>", "wel, recht"),
    (
        "<spreker><voorvoegsels>De</voorvoegsels><naam>Hof</naam> (<politiek>X</politiek>):</spreker>",
        "De Hof (X):",
    ),
    ("<dossiernr>21 501</dossiernr>-<raadnr>02</raadnr>", "21 501-02"),
    ("<term>mist:</term><definitie><al>nevel</al></definitie>", "mist: nevel"),
    ("<stuknr>Nr.<ondernummer>2</ondernummer></stuknr>", "Nr. 2"),
    ("<!-- niet --><metadata><meta/>niet</metadata><onbekend>ook <dit>hier</dit></onbekend>", "ook hier"),
]


@pytest.mark.parametrize(("inner", "expected"), PUBLICATIONS)
def test_the_words_of_a_publication(inner: str, expected: str) -> None:
    source = f"<officiele-publicatie>{inner}</officiele-publicatie>"
    assert " ".join(text_words(source.encode())) == expected


def test_the_notes_of_a_publication_are_counted_apart() -> None:
    note = "<noot><noot.nr>1</noot.nr><noot.al>Red: <nadruk>ni</nadruk>et</noot.al></noot>"
    source = f"<officiele-publicatie><al>wel{note}</al></officiele-publicatie>"
    assert note_words(source.encode()) == ["1", "Red:", "niet"]


FLAT = [
    ("<meta http-equiv='x' />\n\n##Proefwet", "Proefwet"),
    ("Los woord.<meta http-equiv='x' />\n##Proefwet", "Los woord. Proefwet"),
    ("### Artikel  1  \n\n1.  Een *tuin* is groen.", "Artikel 1 1. Een *tuin* is groen."),
    ("zie [artikel 2](../wet/README.md), en", "zie artikel 2, en"),
    ("zie![9](http://x/9.png)hier", "zie 9 hier"),
    ("| Kop | Twee |\n|:---|:---|\n| a | b |", "Kop Twee a b"),
    ("| --- | --- |\n|---|---|", ""),
    ("een | streep", "een | streep"),
    ("artikel 2a* geldt (*)", "artikel 2a* geldt (*)"),
    ("invullen: ____ [ ] (zie)", "invullen: ____ [ ] (zie)"),
    ("bedrag <link> hier", "bedrag <link> hier"),
    ("a #b", "a #b"),
    ("<meta\thttp-equiv='x' />\n##Proefwet", "Proefwet"),
    ("\ufeff\ufeff<meta x>\n##Proefwet", "Proefwet"),
    ("| a |\t\n\t| --- |\t\n| b |", "a b"),
]


@pytest.mark.parametrize(("text", "expected"), FLAT)
def test_the_words_of_flat_markdown(text: str, expected: str) -> None:
    assert " ".join(flat_words(text.encode())) == expected


FRONT_MATTER = [
    ("---\ntitel: Proefwet\ndatum: 2020-01-01\n---\n\n# Proefwet\n", "Proefwet"),
    ("---\ntitel: x\n---\n## Artikel 1\n**1.**\nTekst\n---\nna", "Artikel 1 **1.** Tekst --- na"),
    ("---\t\ntitel: x\n--- \t\nTekst\n---\nna", "Tekst --- na"),
    ("---\ntitel: x\n---\nherzië".encode().decode("latin-1"), "herzië"),
]


@pytest.mark.parametrize(("text", "expected"), FRONT_MATTER)
def test_the_words_of_markdown_with_front_matter(text: str, expected: str) -> None:
    assert " ".join(front_matter_words(text.encode())) == expected


def test_every_character_of_plain_text_counts() -> None:
    assert plain_words("\ufeff# Artikel 1 *\r\n- tekst".encode()) == ["#", "Artikel", "1", "*", "-", "tekst"]


def test_stars_are_compared_apart_from_words() -> None:
    assert without_stars(["*Stb.*", "2a*", "*", "wet"]) == ["Stb.", "2a", "wet"]
    assert stars(["*Stb.*", "2a*", "*", "wet"]) == 4


def _reading(*texts: str, dropped: tuple[Dropped, ...] = ()) -> Reading:
    provisions = tuple(Provision(ProvisionKind.ARTICLE, text=text) for text in texts)
    return Reading("plain-text", 1, "text/plain", WorkKind.UNKNOWN, provisions, dropped=dropped)


def test_dropped_words_are_put_back_where_they_stood() -> None:
    dropped = (Dropped("regel", "twee drie", 1), Dropped("regel", "zes", 5))
    words = accounted_words(_reading("een vier", "vijf", dropped=dropped))
    assert " ".join(words) == "een twee drie vier vijf zes"


BROKEN = [
    ("een woord te weinig", _reading("een drie"), "woord 1 van 3"),
    ("een woord te veel", _reading("een twee drie vier"), "woord 3 van 3"),
    ("twee woorden verwisseld", _reading("een drie", "twee"), "woord 1 van 3"),
    ("een woord gesplitst", _reading("een twee dri", "e"), "woord 2 van 3"),
    (
        "weggelaten, maar op een andere plaats",
        _reading("twee drie", dropped=(Dropped("r", "een", 1),)),
        "woord 0",
    ),
]


@pytest.mark.parametrize(("what", "reading", "message"), BROKEN, ids=[b[0] for b in BROKEN])
def test_a_broken_account_is_seen(what: str, reading: Reading, message: str) -> None:
    assert message in lost_words(b"een twee drie", reading)


def test_a_whole_account_is_silent() -> None:
    assert lost_words(b"een twee drie", _reading("een", dropped=(Dropped("r", "twee drie", 1),))) == ""


def test_a_difference_is_named_with_the_words_around_it() -> None:
    message = first_difference(list("abcde"), list("abxde"))
    assert message == "woord 2 van 5 (lezing 5), na «a b»: bestand «c d e», lezing «x d e»"


@pytest.mark.parametrize(
    "module", ["publication_oracle", "bwb_oracle", "markdown_oracle", "akn_oracle", "formex_oracle"]
)
def test_an_oracle_knows_nothing_of_the_project(module: str) -> None:
    tree = ast.parse((Path(__file__).parent / f"{module}.py").read_text(encoding="utf-8"))
    imported = {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    imported |= {alias.name for n in ast.walk(tree) if isinstance(n, ast.Import) for alias in n.names}
    assert not [
        name for name in imported if name.split(".")[0] in ("corpus", "indexer", "wetgeving", "tests")
    ]
