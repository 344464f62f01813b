"""What the outline of a EUR-Lex page does not show: footnotes, changes, identifiers, detection, refusals."""

from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from corpus.errors import NoLawError, SourceTooLargeError
from corpus.provision import Note, Provision, articles, walk
from corpus.readers import eurlex_html, read
from corpus.reading import Identifier, Reading, WorkKind
from tests.no_lost_word.account import lost_words

FIXTURES = Path(__file__).parent / "fixtures" / "eurlex_html"


def reading(name: str) -> Reading:
    return read((FIXTURES / f"{name}.html").read_bytes())


def at(read_page: Reading, eid: str) -> Provision:
    return next(p for p in walk(read_page.provisions) if p.eid == eid)


def page(body: str) -> bytes:
    return f'<html><body><p class="doc-ti">VERORDENING 2099/7</p>{body}</body></html>'.encode()


def in_article(body: str) -> bytes:
    return page(f'<p class="ti-art">Artikel 1</p>{body}')


SAYS = [
    ("publicatieblad", WorkKind.EU_REGULATION, "nl", "published", None, ()),
    (
        "publicatieblad-2023-synthetisch",
        WorkKind.EU_DIRECTIVE,
        "nl",
        "published",
        None,
        (Identifier("eli", "http://data.europa.eu/eli/dir/2099/12/oj"),),
    ),
    (
        "geconsolideerd-synthetisch",
        WorkKind.EU_DIRECTIVE,
        "nl",
        "consolidated",
        date(2099, 10, 18),
        (Identifier("celex", "32098L0003"),),
    ),
    (
        "zonder_klassen",
        WorkKind.EU_DECISION,
        "nl",
        "consolidated",
        date(2099, 7, 5),
        (Identifier("celex", "32098F0699"),),
    ),
    (
        "voorstel",
        WorkKind.EU_REGULATION,
        "nl",
        "proposal",
        None,
        (Identifier("com", "COM(2099) 206 final"), Identifier("procedure", "2099/0106(COD)")),
    ),
]


@pytest.mark.parametrize(("name", "kind", "language", "stage", "day", "identifiers"), SAYS)
def test_a_page_says_what_it_is(
    name: str,
    kind: WorkKind,
    language: str,
    stage: str,
    day: date | None,
    identifiers: tuple[Identifier, ...],
) -> None:
    found = reading(name)
    assert (found.kind, found.language, found.stage) == (kind, language, stage)
    assert (found.in_force_on, found.identifiers) == (day, identifiers)


LANGUAGES = [
    ("<p>THE COUNCIL OF GARDENS,</p>", "en", "language-by-opening"),
    ("<p>DER RAT DER GÄRTEN —</p>", "de", "language-by-opening"),
    ("<p>DE RAAD VAN DE TUINEN,</p>", "nl", "language-by-opening"),
    ("", "nl", "language-not-stated"),
]


@pytest.mark.parametrize(("opening", "language", "rule"), LANGUAGES)
def test_a_language_that_is_not_stated_is_a_recorded_guess(opening: str, language: str, rule: str) -> None:
    found = read(page(f'{opening}<p class="ti-art">Artikel 1</p><p>Haag.</p>'))
    assert (found.language, [g.rule for g in found.guessed]) == (language, [rule])


def test_a_footnote_hangs_at_its_mark_and_its_place_at_the_end_is_accounted_for() -> None:
    found = reading("publicatieblad")
    preamble = at(found, "preamble")
    offset = preamble.text.index(" ,", preamble.text.index("Tuinverdrag"))
    assert preamble.notes == (Note(offset, "noot", "PB C 1 van 1.1.2098, blz. 1."),)
    assert [d.rule for d in found.dropped] == ["around-the-act", "footnote-at-its-mark"]


def test_the_id_of_a_subdivision_is_kept() -> None:
    found = reading("publicatieblad-2023-synthetisch")
    assert (at(found, "art_1").source_id, at(found, "recital_1").source_id) == ("art_1", "rct_1")


def test_marks_of_change_become_notes() -> None:
    consolidated, plain = reading("geconsolideerd-synthetisch"), reading("zonder_klassen")
    assert at(consolidated, "art_1").notes == (Note(0, "wijziging", "gewijzigd door 32099R0007"),)
    assert at(plain, "art_2").notes == (Note(0, "wijziging", "vervallen door M1"),)


def test_quoted_law_is_never_among_the_own_articles() -> None:
    found = reading("geconsolideerd-synthetisch")
    assert [a.eid for a in articles(found.provisions)] == ["art_1", "art_2", "art_3"]
    assert at(found, "mod_1__art_9").text == "Een poort is een hek.”."


def test_a_quotation_that_never_closes_ends_at_the_closing_words() -> None:
    found = read(
        in_article(
            '<p>Vervangen door:</p><p class="ti-art">„Artikel 8</p><p class="normal">Haag.</p>'
            '<p class="normal">Gedaan te Hof</p><p class="doc-ti">BIJLAGE</p>'
        )
    )
    assert [p.eid for p in found.provisions] == ["longtitle", "art_1", "conclusions", "att_n1"]
    assert "quotation-not-closed" in [g.rule for g in found.guessed]


def test_an_image_is_a_note() -> None:
    assert [(n.kind, n.text) for n in at(reading("publicatieblad"), "att_I").notes] == [("image", "Een haag")]


REFUSED = {
    "only a head": b'<html><head><meta about="x"><link href="https://lexparency.org/"></head></html>',
    "a table of contents": b'<div id="toc"><div class="lxp-article" id="ART_1"/></div>',
    "a title": page(""),
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED.keys())
def test_a_page_without_law_is_refused_by_name(source: bytes) -> None:
    with pytest.raises(NoLawError, match="geen artikel"):
        read(source)


@pytest.mark.parametrize(
    "source",
    [
        b"<html><body><p>Zie <a href='https://eur-lex.europa.eu/legal-content/NL/'>de bron</a></p></html>",
        b"<html><body><h1>Artikel 1</h1></body></html>",
        b"# Tuinwet",
    ],
)
def test_a_page_of_another_site_is_left_to_others(source: bytes) -> None:
    assert not eurlex_html.READER.recognises(source)


def test_one_note_behind_very_many_marks_is_refused() -> None:
    marks = '<a href="#n">1</a>' * 3_000
    with pytest.raises(SourceTooLargeError, match="te vaak herhaald"):
        read(in_article(f'<p>{marks}</p><p id="n">{"x " * 3_000}</p>'))


def test_a_page_that_would_be_cut_short_is_refused() -> None:
    deep = "<div>" * 300 + "<p>diep</p>" + "</div>" * 300
    with pytest.raises(SourceTooLargeError, match="niet heel"):
        read(in_article(deep))


NOTES = "".join(f'<p><a href="#n{i + 1}" id="m{i}">1</a><a id="n{i}">x</a></p>' for i in range(3_000))
HOSTILE = {
    "notes on notes on notes": NOTES,
    "many items": "<table>" + "<tr><td>a)</td><td>x</td></tr>" * 20_000 + "</table>",
    "many marks of change": "<p>▼M1 —————</p>" * 10_000,
    "tables in tables": "<table><tr><td>a)</td><td>" * 60 + "x" + "</td></tr></table>" * 60,
    "many spans": "<p>" + "<i>x </i>" * 30_000 + "</p>",
    "many quotations": '<p class="ti-art">„Artikel 1</p>' * 5_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_page_takes_no_time_to_speak_of(body: str) -> None:
    started = perf_counter()
    read(in_article(body))
    assert perf_counter() - started < 10


WORDS = {
    "loose text": "los<p>tuin</p>na",
    "a script": "<script>var tuin</script><p>haag</p>",
    "typography in a word": "<p>de <b>t</b>uin</p>",
    "a line break": "<p>de<br/>tuin</p>",
    "a link around paragraphs": '<a href="x"><p>een</p><p>twee</p></a>',
    "a mark without a note": '<p>tuin <a href="#weg">(1)</a></p>',
    "a note in a list": (
        '<p>a <a href="#n" id="m">(1)</a></p><ul><li id="n"><a href="#m">(1)</a> noot</li></ul>'
    ),
    "a note in a table": (
        '<p>a <a href="#n" id="m">1</a></p><table><tr><td id="n">noot</td><td>b</td></tr></table>'
    ),
    "a table of one column": "<table><tr><td>a)</td></tr><tr><td>b</td></tr></table>",
    "a caption": "<table><caption>Kop</caption><tr><td>a</td><td>b</td></tr></table>",
    "an empty item": "<table><tr><td>a)</td><td></td></tr></table>",
    "a mark of change in a cell": "<table><tr><td>a)</td><td><p>▼M1</p><p>x</p></td></tr></table>",
    "a number with class": '<p class="li Point0"><span class="num">a)</span><span>haag</span></p>',
    "a heading in a list": (
        '<table><tr><td>a)</td><td><p class="ti-art">Artikel 3</p><p>x</p></td></tr></table>'
    ),
    "an unknown element": "<p>de <vak>groene</vak> tuin</p>",
    "numbers that run back": "<p>2. b</p><p>1. a</p><p>a) x</p><p>tekst</p><p>b) y</p>",
    "a subheading in an article": '<p>x</p><p class="ti-grseq-1">Kop</p><p>y</p>',
    "text after the closing words": (
        '<p class="signatory">De tuinman</p><p>na</p><p class="ti-art">Artikel 9</p><p>z</p>'
    ),
}


@pytest.mark.parametrize("body", WORDS.values(), ids=WORDS.keys())
def test_no_word_is_lost_in_unusual_places(body: str) -> None:
    source = in_article(body)
    assert lost_words(source, read(source)) == ""


def test_no_word_is_lost_before_an_act_that_bears_no_classes() -> None:
    source = (
        '<html><body><p><a href="./../legal-content/x">bron</a></p><p>▼B</p><p>BESLUIT</p><p>Artikel 1</p>'
        "<p>Tuin.</p></body></html>"
    ).encode()
    found = read(source)
    assert lost_words(source, found) == ""
    assert found.title == "BESLUIT"
