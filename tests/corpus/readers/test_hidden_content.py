"""What Word and PDF files carry besides their text is reported with its place, its number and the names."""

import pytest

from corpus.hidden_content import HiddenContent
from corpus.hidden_content import HiddenKind as Kind
from corpus.readers import read
from corpus.reading import Reading

from .made_files import at, deleted, docx, inserted, paragraph, pdf, pdf_with, text, with_member

ARTICLE = paragraph("Artikel 1")
LAW = ARTICLE + paragraph("Er is een hek.")
W14 = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:creator>{}</dc:creator>'
    "<cp:lastModifiedBy>{}</cp:lastModifiedBy><dc:title>Hekkenwet</dc:title><dc:subject/></cp:coreProperties>"
)
COMMENT = '<w:comment w:id="{}" w:author="{}"><w:p><w:r><w:t>Let op</w:t></w:r></w:p></w:comment>'
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:rdf="urn:rdf" xmlns:dc="urn:dc"><rdf:RDF><dc:creator><rdf:Seq>'
    "<rdf:li>P. Poort</rdf:li><rdf:li>H. Haag</rdf:li></rdf:Seq></dc:creator></rdf:RDF></x:xmpmeta>"
)


def member(name: str, content: str) -> bytes:
    return with_member(docx(LAW), name, content.encode())


def by(author: str, words: str, kind: str) -> str:
    """A tracked change that says who made it."""
    made = inserted(words) if kind == "ins" else deleted(words)
    return made.replace(f"<w:{kind} ", f'<w:{kind} w:author="{author}" ', 1)


# what the file carries, what is reported
WORD: dict[str, tuple[bytes, tuple[HiddenContent, ...]]] = {
    "nothing": (docx(LAW), ()),
    "author, last editor and a filled title": (
        member("docProps/core.xml", CORE.format("H. Haag", "P.  Poort")),
        (
            HiddenContent(Kind.AUTHOR, "docProps/core.xml", 1, ("H. Haag",)),
            HiddenContent(Kind.LAST_EDITOR, "docProps/core.xml", 1, ("P. Poort",)),
            HiddenContent(Kind.PROPERTY, "docProps/core.xml", 1),
        ),
    ),
    "empty author": (
        member("docProps/core.xml", CORE.format("", " ").replace("Hekkenwet", "")),
        (),
    ),
    "company and manager": (
        member(
            "docProps/app.xml", "<P><Company>Dorp</Company><Manager>M. Muur</Manager><Pages>3</Pages></P>"
        ),
        (HiddenContent(Kind.PROPERTY, "docProps/app.xml", 2, ("M. Muur",)),),
    ),
    "custom properties": (
        member("docProps/custom.xml", "<P><property name='a'/><property name='b'/></P>"),
        (HiddenContent(Kind.PROPERTY, "docProps/custom.xml", 2),),
    ),
    "comments of two people": (
        docx(LAW, comments="".join(COMMENT.format(n, who) for n, who in enumerate(("A", "B", "A")))),
        (HiddenContent(Kind.COMMENT, "word/comments.xml", 3, ("A", "B")),),
    ),
    "a list of people": (
        member("word/people.xml", f"<w:people {W14}><w:person w:author='C. Cel'/></w:people>"),
        (HiddenContent(Kind.PEOPLE, "word/people.xml", 1, ("C. Cel",)),),
    ),
    "tracked changes": (
        docx(ARTICLE + paragraph("Er is ", by("D", "een", "ins"), by("E", "geen", "del"), " hek.")),
        (HiddenContent(Kind.TRACKED_CHANGE, "word/document.xml", 2, ("D", "E")),),
    ),
    "a tracked change in a header": (
        docx(LAW, header1=f"<w:p>{by('F', 'kop', 'ins')}</w:p>"),
        (HiddenContent(Kind.TRACKED_CHANGE, "word/header1.xml", 1, ("F",)),),
    ),
    "hidden text": (
        docx(ARTICLE + paragraph("Er is een hek.", text("geheim", properties="<w:vanish/>"))),
        (HiddenContent(Kind.HIDDEN_TEXT, "word/document.xml", 1),),
    ),
    "an embedded sheet": (
        member("word/embeddings/blad.xlsx", "x"),
        (HiddenContent(Kind.ATTACHMENT, "word/embeddings", 1),),
    ),
    "XML of another program": (
        with_member(member("customXml/item1.xml", "<a/>"), "customXml/itemProps1.xml", b"<b/>"),
        (HiddenContent(Kind.METADATA, "customXml", 1),),
    ),
    "properties that are no XML": (
        member("docProps/core.xml", "<nee"),
        (HiddenContent(Kind.UNREADABLE, "docProps/core.xml", 1),),
    ),
}

SEEN = at("Artikel 1", 800) + at("Er is een hek.", 780)
PDF: dict[str, tuple[bytes, tuple[HiddenContent, ...]]] = {
    "nothing": (pdf(SEEN), ()),
    "author and program": (
        pdf_with(SEEN, info="/Author (H. Haag) /Producer (Schrijver 3) /Title ()"),
        (HiddenContent(Kind.AUTHOR, "Info", 1, ("H. Haag",)), HiddenContent(Kind.PROPERTY, "Info", 1)),
    ),
    "XMP": (
        pdf_with(SEEN, stream=XMP),
        (HiddenContent(Kind.METADATA, "XMP", 1, ("P. Poort", "H. Haag")),),
    ),
    "XMP that is no XML": (
        pdf_with(SEEN, stream="<x:xmpmeta><nee></x:xmpmeta>"),
        (HiddenContent(Kind.METADATA, "XMP", 1),),
    ),
    "a remark, and a link that is none": (
        pdf_with(SEEN, annotations="/Subtype /Text /T (P. Poort) /Contents (Klopt dit?)|/Subtype /Link"),
        (HiddenContent(Kind.ANNOTATION, "bladzijde 1", 1, ("P. Poort",)),),
    ),
    "a remark without a name": (
        pdf_with(SEEN, annotations="/Subtype /Highlight"),
        (HiddenContent(Kind.ANNOTATION, "bladzijde 1", 1),),
    ),
    "an attached file": (
        pdf_with(SEEN, attachment="geheim.txt"),
        (HiddenContent(Kind.ATTACHMENT, "EmbeddedFiles", 1),),
    ),
    "invisible text": (
        pdf(SEEN + at("geheim", 700, manner="3 Tr 0 g")),
        (HiddenContent(Kind.HIDDEN_TEXT, "bladzijde 1", 1),),
    ),
}


@pytest.mark.parametrize(("source", "reported"), WORD.values(), ids=WORD.keys())
def test_what_a_word_file_carries_is_reported(source: bytes, reported: tuple[HiddenContent, ...]) -> None:
    assert _read(source).hidden == reported


@pytest.mark.parametrize(("source", "reported"), PDF.values(), ids=PDF.keys())
def test_what_a_pdf_carries_is_reported(source: bytes, reported: tuple[HiddenContent, ...]) -> None:
    assert _read(source).hidden == reported


def test_the_names_are_bounded_and_the_number_is_not() -> None:
    comments = "".join(COMMENT.format(n, f"Persoon {n} " + "x" * 300) for n in range(80))
    (finding,) = _read(docx(LAW, comments=comments)).hidden
    assert (finding.count, len(finding.who), max(map(len, finding.who))) == (80, 50, 200)


def _read(source: bytes) -> Reading:
    reading = read(source)
    assert [p.text for p in reading.provisions] == ["Er is een hek."] or reading.reader == "docx"
    return reading
