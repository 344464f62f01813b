"""The second opinion on Akoma Ntoso: what it counts, and that the reader loses none of it in odd places."""

import pytest

from corpus.readers import read
from tests.no_lost_word.account import lost_words
from tests.no_lost_word.akn_oracle import editor_words, law_words

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LEOS = "urn:eu:europa:ec:leos"
ARTICLE = "<article><num>9</num><content><p>Er is een tuin.</p></content></article>"


def _act(body: str, before: str = "") -> bytes:
    content = f"<meta><note>niet</note></meta>{before}<body>{body}</body>"
    return f'<akomaNtoso xmlns="{NAMESPACE}" xmlns:l="{LEOS}"><act>{content}</act></akomaNtoso>'.encode()


WORDS = [
    ("<p>De <b>t</b>uin</p><p>is</p>", "De tuin is", ""),
    ("<p>a<eol/>b</p>", "a b", ""),
    ("<p>wel<authorialNote><p>noot</p></authorialNote> recht</p>", "wel recht", "noot"),
    ("<p><ins>nieuw</ins><del>oud</del></p>", "nieuw", "oud"),
    ('<p><quotedText startQuote="„" endQuote="“">hek</quotedText></p>', "„hek“", ""),
    ("<tr><td>a</td><td>b</td></tr>", "a b", ""),
    ('<list><point l:softaction="del"><p>weg</p></point></list>', "", "weg"),
    ('<article l:softaction="move_to"><p>weg</p></article>', "weg", ""),
]


@pytest.mark.parametrize(("inner", "law", "editor"), WORDS)
def test_the_words_of_a_document(inner: str, law: str, editor: str) -> None:
    assert " ".join(law_words(_act(inner))) == law
    assert " ".join(editor_words(_act(inner))) == editor


ODD = {
    "a heading before the number": "<heading>Tuin</heading><num>1</num><content><p>x</p></content>",
    "two numbers": "<num>1</num><num>2</num><content><p>x</p></content>",
    "a heading after the text": "<content><p>x</p></content><heading>Tuin</heading>",
    "a number in a list": "<list><num>1</num><intro><p>x</p></intro><point><p>y</p></point></list>",
    "loose words": f"los<content>ook<p>x</p>nog</content>los{ARTICLE}",
    "words outside the body": f"</article><p>los</p>{ARTICLE}<p>na</p><article>los",
    "a list in a sentence": "<content><p>een<ul><li>twee</li></ul>drie</p></content>",
    "a list in a cell": "<table><tr>los<td><ul><li>a</li></ul>b</td>tussen<td/></tr></table>",
    "a table of contents in a cell": "<table><tr><td><toc><tocItem>a</tocItem></toc>b</td></tr></table>",
    "quoted law in a mark": "<p><b>een<quotedStructure><p>twee</p></quotedStructure>drie</b></p>",
    "quoted law in a heading": "<heading>a<quotedStructure><p>b</p></quotedStructure>c</heading>",
    "struck in a heading": '<heading>a<p l:softaction="del">b</p>c</heading>',
    "struck in a cell": '<table><tr><td>a<p l:softaction="del">b</p>c</td></tr></table>',
    "an unknown element": "<raadsel>a<p>b</p></raadsel><p>c<raadsel>d</raadsel>e</p>",
    "a note in a note": "<p>a<authorialNote><p>b<authorialNote>c</authorialNote></p></authorialNote></p>",
    "a note that is struck": "<p>a<del>b<authorialNote>c</authorialNote></del></p>",
    "words in an image": '<p>a<img src="x.png">b<b>c</b></img>d</p>',
    "words in a forced end of a line": "<p>a<eol>b<p>c</p></eol>d</p>",
    "words in what only names a part": "a<componentRef><num>1</num>b<componentRef/></componentRef>c",
    "a number behind words": "<p>a<num>1</num>b</p>",
    "a heading behind a cell": "<th><num>1</num></th><td/><heading>Tuin</heading>",
    "a heading behind words": "een<i>twee</i><heading>Tuin</heading>",
    "struck and noted in a row": (
        "<table><tr><del>a</del><authorialNote>b</authorialNote><quotedText startQuote='„'>c</quotedText>"
        "<img>d</img><td>e</td></tr></table>"
    ),
    "quoted words in a note": (
        "<p>a<authorialNote><quotedText startQuote='„'>b</quotedText></authorialNote></p>"
    ),
    "a note on the cover and in the contents": (
        "<coverPage><p>a<authorialNote>b</authorialNote></p></coverPage><toc><del>c</del>d</toc>"
    ),
    "metadata in struck text": "<p>a<del>b<meta><note>niet</note></meta></del></p>",
    "what LEOS deleted in an annex": (
        "<doc><mainBody><p l:softaction='del'>weg</p><p>a</p></mainBody></doc>"
    ),
    "a note among the metadata of an annex": (
        "<doc><meta><note eId='n9'>b</note></meta><mainBody><p>a<noteRef href='#n9'/></p></mainBody></doc>"
    ),
    "a document in a document": "<doc><meta/><mainBody><p>a</p></mainBody></doc>",
}


@pytest.mark.parametrize("body", ODD.values(), ids=ODD)
def test_no_word_is_lost_in_an_unusual_place(body: str) -> None:
    source = _act(
        f"<article>{body}</article>", "<coverPage><p>Omslag</p></coverPage><preface><p>Wet</p></preface>"
    )
    assert lost_words(source, read(source)) == ""
