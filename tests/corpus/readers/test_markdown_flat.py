"""The flat Markdown dialect: recognition, refusals, hazards of single lines, and the sample versions."""

import re
from pathlib import Path

import pytest

from corpus.errors import NoLawError
from corpus.provision import Provision, ProvisionKind, articles, walk
from corpus.readers.markdown_flat import READER

META = "<meta http-equiv='Content-Type' content='text/html; charset=utf-8' />\n\n"


def _article(*lines: str) -> Provision:
    source = META + "##Wet lampen\n\n### Artikel  1  \n\n" + "\n\n".join(lines) + "\n"
    return next(articles(READER.read(source.encode()).provisions))


def _printed(article: Provision) -> list[str]:
    return [f"{p.num} {p.text}".strip() for p in walk(article.children)]


@pytest.mark.parametrize(
    ("source", "recognised"),
    [
        (META + "##Wet\n", True),
        ("\n" + META + "##Wet\n", True),
        ("\ufeff" + META + "##Wet\n", True),
        ("Losse woorden." + META + "##Wet\n", True),
        (META + "Wet zonder kop\n", False),
        ("##Wet\n\n### Artikel 1\n", False),
        ("<html><head><meta charset='utf-8'></head></html>", False),
        ("", False),
    ],
)
def test_only_the_dialect_with_a_meta_line_is_recognised(source: str, recognised: bool) -> None:
    assert READER.recognises(source.encode()) is recognised


def test_a_head_that_is_cut_inside_a_character_is_recognised() -> None:
    source = (META + "##Wet\n").encode() + "é".encode() * 6000 + b"\n"
    assert READER.recognises(source)


def test_a_file_with_a_title_alone_holds_no_law() -> None:
    with pytest.raises(NoLawError):
        READER.read((META + "##Wet lampen\n").encode())


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (["Lampen:", "h. een;", "k. twee;"], []),
        (["Lampen:", "a. een;", "z. twee;", "aa. drie;", "bb. vier."], ["a.", "z.", "aa.", "bb."]),
        (["Lampen:", "a. een;", "b. twee;", "ba. drie;", "c. vier."], ["a.", "b.", "ba.", "c."]),
        (["1. een", "1a. twee", "3. drie"], ["1.", "1a.", "3."]),
        (["2. het eerste lid is vervallen"], ["2."]),
        (["Lampen:", "1e. een;", "2e. twee."], ["1e.", "2e."]),
        (["Lampen:", "a. een;", "f. twee;", "f. nog eens."], ["a.", "f.", "f."]),
        (["Lampen:", "a. een;", "n.v.t. bij eb;", "mr. Lamp."], ["a."]),
        (["19 december is geen nummer", "12 ook niet"], []),
        (["Lampen:", "a) een;", "b) twee."], ["a)", "b)"]),
        (["Lampen:", "(a) een;", "(b) twee."], ["(a)", "(b)"]),
    ],
)
def test_the_sequence_of_marks_decides_what_is_an_item(lines: list[str], items: list[str]) -> None:
    assert [p.num for p in walk(_article(*lines).children) if p.num] == items


def test_i_after_h_is_a_letter_and_i_after_a_colon_is_a_roman_numeral() -> None:
    letters = [f"{letter}. woord;" for letter in "abcdefghi"]
    assert [c.num for c in _article("Lampen:", *letters).children] == [f"{letter}." for letter in "abcdefghi"]
    nested = _article("Lampen:", "a. licht:", "i. wit;", "ii. rood;", "b. glas.")
    assert [c.num for c in nested.children] == ["a.", "b."]
    assert [c.num for c in nested.children[0].children] == ["i.", "ii."]


def test_numbers_below_a_letter_are_points_and_the_next_lid_is_a_lid() -> None:
    article = _article("1. Lampen:", "a. licht:", "1. wit;", "2. rood;", "b. glas.", "2. Lampen branden.")
    assert [(c.kind, c.num) for c in article.children] == [
        (ProvisionKind.PARAGRAPH, "1."),
        (ProvisionKind.PARAGRAPH, "2."),
    ]
    assert [c.num for c in article.children[0].children] == ["a.", "b."]


def test_text_after_a_list_stays_in_order_when_the_list_goes_on() -> None:
    article = _article("Lampen:", "a. een:", "1°. wit;", "en ook", "2°. rood;", "b. twee.")
    assert _printed(article) == ["a. een:", "1°. wit;", "en ook\n2°. rood;", "b. twee."]


@pytest.mark.parametrize(
    ("line", "text", "marked"),
    [
        ("een *schuin* woord", "een schuin woord", ["schuin"]),
        ("een **vet** woord", "een vet woord", ["vet"]),
        ("(*Stb.* 2031, 1)", "(Stb. 2031, 1)", ["Stb."]),
        ("29,7 * 21 en 3 * 4", "29,7 * 21 en 3 * 4", []),
        ("artikel 2a* en 3a*", "artikel 2a* en 3a*", []),
        ("een ster (*) en nog een (*)", "een ster (*) en nog een (*)", []),
        ("A*K en NOC*NSF", "A*K en NOC*NSF", []),
        ("[*nadruk* in een link](BWBR0099999) en *meer*", "nadruk in een link en meer", ["nadruk", "meer"]),
        ("_laag_ blijft staan", "_laag_ blijft staan", []),
        ("[geen link] (los)", "[geen link] (los)", []),
    ],
)
def test_stars_and_brackets_are_typography_only_in_pairs_around_words(
    line: str, text: str, marked: list[str]
) -> None:
    article = _article(line)
    assert article.text == text
    assert [article.text[m.start : m.end] for m in article.marks] == marked


def test_a_link_covers_its_words_after_stars_before_it_are_gone() -> None:
    article = _article("*Stb.* en [de *Kust*wet](../BWBR0099999/README.md) hier")
    (link,) = article.links
    assert (link.scheme, link.target) == ("bwb", "BWBR0099999")
    assert article.text[link.start : link.end] == "de Kustwet"


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("Lasten en bevelen dat deze in het Staatsblad zal worden geplaatst.", True),
        ("Gegeven te Dobbestad", True),
        ("'s-Gravenhage", True),
        ("Den Haag, 3 maart 2031", True),
        ("De Minister van Kustzaken,", True),
        ("Deze regeling zal met de toelichting in de Staatscourant worden geplaatst.", True),
        ("Den Haag is een stad met een vuurtoren.", False),
        ("De Minister van Kustzaken benoemt de wachter.", False),
        ("Deze wet wordt aangehaald als: Lampenwet.", False),
    ],
)
def test_the_fixed_words_of_the_end_begin_the_conclusions(line: str, begins: bool) -> None:
    source = META + f"##Wet lampen\n\n### Artikel  1  \n\nEen lamp.\n\n{line}\n"
    kinds = [p.kind for p in READER.read(source.encode()).provisions]
    assert (kinds[-1] is ProvisionKind.CONCLUSIONS) is begins


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("a. licht\n" * 20_000, id="one letter over and over"),
        pytest.param("1. licht:\na. licht:\n1°. licht:\ni. licht:\n- licht:\n" * 4_000, id="lists that nest"),
        pytest.param("### Hoofdstuk 1\n" * 30_000, id="headings alone"),
        pytest.param("*" * 1_000_000, id="stars"),
        pytest.param("*a" * 300_000, id="stars that never pair"),
        pytest.param("[" * 500_000 + "](", id="brackets"),
        pytest.param("[a](" * 200_000, id="links that never end"),
        pytest.param("|" * 500_000, id="pipes"),
        pytest.param("woord " * 200_000, id="one long line"),
        pytest.param("1" * 500_000 + ".", id="one long number"),
    ],
)
def test_a_monstrous_body_is_read_in_linear_time(body: str) -> None:
    reading = READER.read((META + "##Wet\n\n### Artikel 1\n\nTekst\n\n" + body).encode())
    assert max(_depths(reading.provisions)) < 12


def _depths(provisions: tuple[Provision, ...]) -> list[int]:
    depths, pending = [], [(p, 1) for p in provisions]
    while pending:
        provision, depth = pending.pop()
        depths.append(depth)
        pending += [(child, depth + 1) for child in provision.children]
    return depths


def test_the_versions_of_the_vreemdelingenwet_have_every_article_once(samples: Path) -> None:
    files = sorted((samples / "bwb-markdown-versions" / "BWBR0011823").glob("*.md"))
    assert len(files) == 7
    for file in files:
        source = file.read_bytes()
        reading = READER.read(source)
        own = list(articles(reading.provisions))
        headings = re.findall(r"^### *(Artikel.*)", source.decode(), re.MULTILINE)
        assert [" ".join(heading.split()) for heading in headings] == [a.num for a in own]
        assert all("~" not in a.eid for a in own)
        assert reading.short_title == "Vreemdelingenwet 2000"
        assert [p.kind for p in reading.provisions][-1] is ProvisionKind.CONCLUSIONS


def test_a_link_whose_address_holds_a_lone_parenthesis_leaves_only_its_words() -> None:
    address = "../../wet/tuinwet/2091/(uitbreiding/van/BWBR9999999/README.md"
    source = f"<meta http-equiv='x' />\n\n##Wet\n\n### Artikel 1\n\nZie de [wet]({address}) hierna.\n"
    (article,) = (p for p in READER.read(source.encode()).provisions if p.num == "Artikel 1")
    assert article.text == "Zie de wet hierna."
    assert [(link.scheme, link.target) for link in article.links] == [("bwb", "BWBR9999999")]
