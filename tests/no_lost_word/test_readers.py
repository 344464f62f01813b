"""Each reader keeps every word of short fictional texts that put words in unusual places."""

import pytest

from corpus.readers import read
from tests.no_lost_word.account import lost_words

ARTICLE = "<artikel><kop><label>Artikel</label><nr>1</nr></kop><al>Er is een tuin.</al></artikel>"


def _toestand(body: str) -> bytes:
    return (
        '<toestand bwb-id="BWBR9999999" inwerkingtreding="2020-01-01">'
        '<bwb-inputbestand>x</bwb-inputbestand><wetgeving soort="wet">'
        f"<intitule>Wet op de tuinen</intitule><citeertitel>Tuinwet</citeertitel>{body}"
        "</wetgeving></toestand>"
    ).encode()


def _act(text: str) -> str:
    return f"<wet-besluit><wettekst>{text}</wettekst></wet-besluit>"


def _in_article(content: str) -> str:
    return _act(f"<artikel><kop><label>Artikel</label><nr>1</nr></kop>{content}</artikel>")


TOESTAND = {
    "an act of one article": _act(ARTICLE),
    "a label without a number": _act(f"<afdeling><kop><label>Afdeling</label></kop>{ARTICLE}</afdeling>"),
    "a title before the number": _act(
        f"<hoofdstuk><kop><titel>Tuinen</titel><nr>1</nr><label>Deel</label></kop>{ARTICLE}</hoofdstuk>"
    ),
    "a subtitle in the heading": _act(
        "<hoofdstuk><kop><nr>1</nr><titel>Tuinen</titel><subtitel>en hekken</subtitel></kop>"
        f"{ARTICLE}</hoofdstuk>"
    ),
    "a heading on the text of a treaty": (
        "<verdrag><verdragtekst><kop><titel>Overeenkomst over tuinen</titel></kop>"
        "<aanhef><preambule><al>De tuiniers,</al></preambule></aanhef>"
        f"<wettekst>{ARTICLE}</wettekst></verdragtekst></verdrag>"
    ),
    "words loose in a signature": _act(ARTICLE)
    + "<wetsluiting><ondertekening>De <functie>Tuinman</functie> van <organisatie>Hof</organisatie>, P."
    "</ondertekening></wetsluiting>",
    "a processing instruction in a word": _in_article("<al>De tu<?xpp afbreek?>in is groen.</al>"),
    "emphasis in a word": _in_article(
        '<al>De <nadruk type="cur">t</nadruk>uin <extref doc="x">is</extref>.</al>'
    ),
    "an editor in a sentence": _in_article(
        '<al>De tuin<redactie type="extra">Red.: hof</redactie> is groen.</al>'
    ),
    "an editor in a heading": _act(
        '<hoofdstuk><kop><nr>1</nr><titel>Tuinen<redactie type="extra">Red.</redactie></titel></kop>'
        f"{ARTICLE}</hoofdstuk>"
    ),
    "text loose in a heading": _act(
        f"<hoofdstuk><kop>Over <label>Hoofdstuk</label><nr>1</nr> tuinen</kop>{ARTICLE}</hoofdstuk>"
    ),
    "text loose in a row": _in_article(
        "<table><tgroup><tbody><row>los <entry><al>a</al></entry> ook</row></tbody></tgroup></table>"
    ),
    "text in a picture": _in_article("<plaatje>Een <illustratie naam='x.png'>hek</illustratie></plaatje>"),
    "words in what is metadata elsewhere": _in_article("<bwb-inputbestand><al>hek</al></bwb-inputbestand>"),
    "an editor in a table": _in_article(
        "<table><tgroup><tbody><row><entry><al>a<redactie>Red.</redactie></al></entry>"
        "<entry><al>b</al></entry></row></tbody></tgroup></table>"
    ),
    "a list without numbers and text after it": _in_article(
        "<al>Aanhef:</al><lijst><li><al>haag;</al></li><li><al>hek;</al></li></lijst>"
        "<al>een en ander tijdig.</al>"
    ),
    "a list in a list and text between": _in_article(
        "<lijst><li><li.nr>a.</li.nr><al>een</al>"
        "<lijst><li><li.nr>1°.</li.nr><al>twee</al></li></lijst><al>drie</al></li></lijst>"
    ),
    "two numbers": _in_article("<lid><lidnr>1</lidnr><lidnr>2</lidnr><al>Tekst</al></lid>"),
    "a list in a cell": _in_article(
        "<table><title>Tabel</title><tgroup><thead><row><entry><al>Kop</al></entry></row></thead>"
        "<tbody><row><entry><lijst><li><li.nr>a.</li.nr><al>plant</al></li></lijst></entry>"
        "<entry>los</entry></row></tbody></tgroup></table>"
    ),
    "an element nobody knows": _in_article("<al>Tekst</al><raadsel>hier <diep>en hier</diep></raadsel>"),
    "an unknown element around a lid": _in_article(
        "<raadsel><lid><lidnr>1</lidnr><al>Tekst</al></lid></raadsel>"
    ),
    "loose words in an article": _in_article("los<al>Tekst</al>ook los"),
    "a crossheading and an explanation": _in_article(
        "<tussenkop>Tuinen</tussenkop><al>Tekst</al>"
        "<artikel.toelichting><kop><label>Toelichting</label></kop><al>Want.</al></artikel.toelichting>"
    ),
    "an annex with articles": _act(ARTICLE)
    + f"<bijlage><kop><label>Bijlage</label><nr>1</nr><titel>bij artikel 1</titel></kop>{ARTICLE}</bijlage>",
}


@pytest.mark.parametrize("body", TOESTAND.values(), ids=TOESTAND.keys())
def test_no_word_of_a_toestand_is_lost(body: str) -> None:
    source = _toestand(body)
    assert lost_words(source, read(source)) == ""


OF_2012 = {
    "wrapped lines": "<al>De tuin\n        is <nadruk>groen</nadruk>\n   . </al>",
    "an instruction and the law it brings": (
        "<wijzig-lid><lidnr>A</lidnr><wat>Artikel 2 komt te luiden:</wat><wijziging><artikeltekst>"
        f"{ARTICLE}</artikeltekst></wijziging></wijzig-lid>"
    ),
    "an amendment that amends nothing": (
        "<wijzig-lid><lidnr>Artikel B</lidnr><wat><nadruk>Tuinen</nadruk></wat><wijziging><artikeltekst>"
        "<al>Tuin.</al></artikeltekst></wijziging><wijziging>los<artikeltekst><al>Hek.</al></artikeltekst>"
        "</wijziging></wijzig-lid>"
    ),
    "words loose in an amendment": (
        "<wijzig-lid-groep><kop><titel>Groep</titel></kop><wijzig-lid>los<wat/>ook los<wijziging/>"
        "<al>na</al><wat>Te laat</wat></wijzig-lid></wijzig-lid-groep>"
    ),
    "a group of paragraphs": "<al-groep><al>Hoog:</al><lijst><li><al>hek</al></li></lijst></al-groep>",
}


@pytest.mark.parametrize("content", OF_2012.values(), ids=OF_2012.keys())
def test_no_word_of_a_file_of_2012_is_lost(content: str) -> None:
    law = f"<wetgeving>los<intitule>Wet op de tuinen</intitule>{_in_article(content)}los</wetgeving>"
    assert lost_words(law.encode(), read(law.encode())) == ""
    newer = _toestand(_in_article(content))
    assert lost_words(newer, read(newer)) == ""


FLAT = {
    "an act of one article": "### Artikel  1  \n\nEr is een tuin.",
    "a comma glued to the number of a heading": "### Bijlage  19, behorende bij artikel 1\n\nPlanten.",
    "a colon glued to a heading": "### Artikel 1\n\nTuin.\n\n### Bijlage: Stappen\n\n1. Spitten.",
    "leden and lists": (
        "### Artikel 1\n\n1.  Tuin:\n\na. haag;\n\n1°. hoog;\n\n2°. laag;\n\nb. hek.\n\n2.  Slot."
    ),
    "text after a list": "### Artikel 1\n\na. haag;\n\nb. hek;\n\neen en ander tijdig.",
    "a heading below a heading": "### Hoofdstuk  1  \n\n####Tuinen\n\n### Artikel 1\n\nTuin.",
    "a heading without a label": "### Artikel 1\n\nTuin.\n\n#### Losse kop\n\nTekst.",
    "an empty heading": "### \n\n### Artikel 1\n\nTuin.",
    "stars that are no typography": "### Artikel 2a*\n\nDe 3 * 4 tuinen (*) en *hekken* van *St*.",
    "links in a word": "### Artikel 1\n\nDe [tuin](../x/README.md)en, zie [artikel 2](y).",
    "an image in a sentence": "### Artikel 1\n\nZie![42](http://x/42.png)hier.",
    "a table": "### Artikel 1\n\n| Kop | Twee |\n|:---|:---|\n| *a* b | c |\n\nna",
    "a table of one bare pipe": "### Artikel 1\n\n| half een rij\n\nna | elkaar",
    "a mark with nothing after it": "### Artikel 1\n\n1.\n\nTuin.\n\na.\n\nhaag",
    "a preamble and a close": (
        "Wij Flora, Koningin\n\nAlzo Wij in overweging genomen hebben\n\nZo is het, dat Wij\n"
        "### Artikel 1\n\nTuin.\n\nLasten en bevelen dat deze\n\nGegeven te Hof, 1 mei\n\nDe Tuinman, P."
    ),
}


@pytest.mark.parametrize("body", FLAT.values(), ids=FLAT.keys())
def test_no_word_of_flat_markdown_is_lost(body: str) -> None:
    source = f"<meta http-equiv='Content-Type' content='x' />\n\n##Wet op de tuinen\n\n{body}\n".encode()
    assert lost_words(source, read(source)) == ""


def test_words_that_strayed_before_the_meta_line_are_accounted_for() -> None:
    source = b"Los zinsdeel.<meta http-equiv='x' />\n\n##Wet op de tuinen\n\n### Artikel 1\n\nTuin.\n"
    assert lost_words(source, read(source)) == ""


FRONT_MATTER = {
    "an act of one article": "# Tuinwet\n\n\n## Artikel 1\nEr is een tuin.\n",
    "leden that stand twice": (
        "# Tuinwet\n\n## Artikel 1\nHaag.\n\nHek.\n\n\n**1.**\nHaag.\n\n\n**2.**\nHek.\n"
    ),
    "leden that stand twice and differ": (
        "# Tuinwet\n\n## Artikel 1\nHaag.\n\nHok.\n\n\n**1.**\nHaag.\n\n\n**2.**\nHek.\n"
    ),
    "text before the title": "Vooraf.\n\n# Tuinwet\n\n## Artikel 1\nTuin.\n",
    "no title": "Vooraf.\n\n## Artikel 1\nTuin.\n",
    "two titles": "# Tuinwet\n\nEerst.\n\n# Hekwet\n\nDan.\n\n## Artikel 1\nTuin.\n",
    "a numbered lid under the title": "# Tuinwet\n\nEerst.\n\n\n**1.**\nLid.\n\n## Artikel 1\nTuin.\n",
    "no article": "# Tuinwet\n\nEerst.\n\nDan.\n",
    "an article without a number": "# Tuinwet\n\n## Artikel None\nTuin.\n",
    "a wrapped line": "# Tuinwet\n\n## Artikel 1\nDe tuin\n    is groen.\n\n\n**1.**\nLid.\n",
    "a rule between paragraphs": "# Tuinwet\n\n## Artikel 1\nTuin.\n\n---\n\nHek.\n",
    "a table": "# Tuinwet\n\n## Artikel 1\n| **Kop** | Twee |\n| --- | --- |\n| a | b |\n",
    "deep headings": (
        "# Tuinwet\n\n## Hoofdstuk 1\n\n### Afdeling 2 Hagen\n\n#### Losse kop\n\n## Artikel 1\nTuin.\n"
    ),
}


@pytest.mark.parametrize("body", FRONT_MATTER.values(), ids=FRONT_MATTER.keys())
def test_no_word_of_markdown_with_front_matter_is_lost(body: str) -> None:
    head = "---\ntitel: Tuinwet\nidentificatie: BWBR9999999\nland: nl\ndatum: 2020-01-01\n---\n\n"
    source = f"{head}{body}".encode()
    assert lost_words(source, read(source)) == ""


@pytest.mark.parametrize("first", ["---", "\ufeff---", "\ufeff\ufeff---\t"])
def test_a_head_ends_at_its_second_fence(first: str) -> None:
    head = f"{first}\ntitel: Tuinwet\nidentificatie: BWBR9999999\n---\t \n"
    source = f"{head}# Tuinwet\n\n## Artikel 1\nTuin.\n\n---\n\nHek.\n".encode()
    reading = read(source)
    assert (reading.reader, lost_words(source, reading)) == ("markdown-front-matter", "")


PLAIN = {
    "an act": (
        "Wet op de tuinen\n\nArtikel 1\n\n1. Er is een tuin:\na. met haag;\nb. met hek.\n\nArtikel 2\nSlot."
    ),
    "a glued comma": (
        "Wet op de tuinen\n\nArtikel 1\n\nTuin.\n\nBijlage 1, behorende bij artikel 1\n\nPlanten."
    ),
    "instructions": (
        "ARTIKEL I\n\nDe Tuinwet wordt als volgt gewijzigd:\n\nA\n\nIn artikel 1 vervalt «haag».\n\n"
        "ARTIKEL II\nSlot."
    ),
    "signs of markdown": "Wet\n\nArtikel 1\n\n# geen kop *sterren* [haak](doel) | streep |",
    "windows line ends and tabs": "Wet\r\n\r\nArtikel 1\r\n\r\n1.\tTuin.\r\n2.\tHek.\r\n",
}


@pytest.mark.parametrize("body", PLAIN.values(), ids=PLAIN.keys())
def test_no_word_of_plain_text_is_lost(body: str) -> None:
    assert lost_words(body.encode(), read(body.encode())) == ""


PUBLICATION = {
    "a masthead, titles and text": (
        "<kop><titel>Staatsblad</titel>van<subtitel>het Koninkrijk</subtitel></kop><kamerstuk><dossier>"
        "<dossiernummer><dossiernr>99 001</dossiernr>-<raadnr>02</raadnr></dossiernummer>"
        "<titel>Tuinen</titel>"
        "</dossier><stuk><stuknr>Nr.<ondernummer>2</ondernummer></stuknr><titel>BR<?xpp afbreek?>IEF<noot>"
        "<noot.nr>1</noot.nr><noot.al>Noot.</noot.al></noot></titel><tekst><al>Tuin.</al></tekst>"
        "</stuk></kamerstuk>"
    ),
    "words loose everywhere": (
        "los<staatsblad>los<wettekst>los<artikel>los<kop>los<nr>1</nr>los<titel>Kop</titel>los</kop>los"
        "<lid>los<lidnr>1</lidnr>los<al>al</al>los</lid>los</artikel>los</wettekst>los</staatsblad>los"
    ),
    "emphasis half in and half out of a word, in a heading too": (
        "<divisie><kop>Hoofd<nadruk>st</nadruk>uk <nr>1</nr><titel><nadruk>T</nadruk>uin</titel></kop>"
        "<al>De <nadruk>t</nadruk>uin<lijst><li><li.nr>a</li.nr><al>haag</al></li></lijst>en "
        "<nadruk>h</nadruk>ek</al>"
        "</divisie>"
    ),
    "a number after a heading and two numbers": (
        "<lid><lidnr>1</lidnr><lidnr>2</lidnr><al>Tekst</al></lid><lid><al>Eerst</al><lidnr>3</lidnr></lid>"
        "<artikel><al>Voor de kop</al><kop><label>Artikel</label><nr>1</nr></kop></artikel>"
    ),
    "instructions with and without a number": (
        "<wijzig-artikel><kop><nr>I</nr></kop><wat>De wet:</wat><wijziging><wat>Nieuw:</wat><artikeltekst>"
        "<lid><lidnr>1.</lidnr><al>Tuin.</al></lid></artikeltekst><wat>slot</wat></wijziging>"
        "<wat>en</wat></wijzig-artikel>"
        "<wijziging><nr>1.</nr><artikel><al>a</al></artikel><wat>dan</wat><artikel><al>b</al>"
        "</artikel></wijziging>"
    ),
    "definitions with more and less": (
        "<definitielijst><definitie-item><li.nr>–</li.nr><term>tuin<noot>n</noot>:</term>"
        "<definitie><al>a</al><al>b</al>"
        "</definitie></definitie-item><definitie-item><definitie><al>c</al></definitie></definitie-item>"
        "<definitie-item>los<term>hek</term></definitie-item></definitielijst>"
    ),
    "a table with lists, notes, empty and loose cells": (
        "<table><title>Tabel</title><tgroup><colspec/><tbody><row>los<entry><lijst><li><li.nr>a."
        "</li.nr><al>haag"
        "<noot><noot.nr>1</noot.nr><noot.al>een</noot.al><noot.al>twee</noot.al></noot>,</al></li>"
        "</lijst></entry>"
        "<entry/><entry>hek</entry></row></tbody></tgroup></table>"
    ),
    "a close with names and dates that touch": (
        "<wetsluiting><histnoot><al>Kamerstuk</al><al>99</al></histnoot><gegeven><label>Gegeven te"
        "</label><dagtekening>"
        "<plaats>Hof,</plaats><datum>1 mei</datum></dagtekening></gegeven><ondertekening>De "
        "<functie>Tuinman</functie>, "
        "<naam><voornaam>P.</voornaam><achternaam>Hof</achternaam></naam>.</ondertekening></wetsluiting>"
    ),
    "speakers": (
        "<handelingen><agendapunt><nr>1</nr><item-titel>Tuin</item-titel><spreekbeurt><spreker>"
        "<voorvoegsels>De heer"
        "</voorvoegsels><naam><achternaam>Hof</achternaam></naam> (<politiek>Groen</politiek>):"
        "</spreker><tekst>"
        "<al>Ja.</al><motie><kop><titel>Motie</titel></kop><al>Tuin!</al><motie-info><spreker>V:"
        "</spreker></motie-info>"
        "</motie></tekst></spreekbeurt><spreekbeurt>Zacht:<spreker>W:</spreker></spreekbeurt>"
        "</agendapunt></handelingen>"
    ),
    "images with words": (
        "<plaatje><illustratie naam='x'>tekst</illustratie><bijschrift>Figuur</bijschrift></plaatje>"
        "<bijlage><kop><plaatje><illustratie naam='y'/><al>in kop</al></plaatje><titel>Kaart"
        "</titel></kop></bijlage>"
    ),
    "typography around blocks": "<al>a<nadruk>b<al>c</al><lijst><li><al>d</al></li></lijst>e</nadruk>f</al>",
    "an element nobody knows": "<raadsel>een<al>twee</al><raadsel><lid>drie</lid></raadsel></raadsel>",
    "a contents list": "<officiele-inhoudsopgave><al>1. Tuin</al></officiele-inhoudsopgave><al>Tuin.</al>",
}


@pytest.mark.parametrize("body", PUBLICATION.values(), ids=PUBLICATION.keys())
def test_no_word_of_a_publication_is_lost(body: str) -> None:
    metadata = '<metadata><meta name="DC.title" content="niet"/></metadata>'
    source = f"<officiele-publicatie>{metadata}{body}</officiele-publicatie>".encode()
    assert lost_words(source, read(source)) == ""
