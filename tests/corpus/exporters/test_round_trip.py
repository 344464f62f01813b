"""What is exported as Akoma Ntoso reads back as the same provisions: for any tree, and for real readings.

Trees are random in kind, nesting, numbers, white space, crossing marks and stray notes; only signs that XML
does not have and spans over nothing are left out. Takes about 25 seconds.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.commencement import Commencement
from corpus.eid import assign
from corpus.errors import NotExportableError
from corpus.exporters.akoma_ntoso import EXPORTER
from corpus.exporters.exported_version import ExportedVersion
from corpus.provision import Link, Mark, Note, Provision, ProvisionKind, walk
from corpus.readers import read
from corpus.reading import Identifier
from tests.expectations import READS, expectations

SIGNS = st.one_of(
    st.sampled_from("ab. \n\t\r\u00a0<&>\"'1"),
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
)
TEXT = st.text(SIGNS, max_size=12)
TARGET = st.one_of(TEXT, st.sampled_from(["", "#", "/akn/nl/act/x", "https://x.nl/a?b=c#d", "1.0:v:B&a=1"]))
NOTE_KIND = st.sampled_from(["noot", "image", "redactie", "geschrapt"])
STYLE = st.sampled_from(["italic", "bold", "superscript", "subscript", "underline", "spatie"])


@st.composite
def marks_over(draw: st.DrawFn, text: str) -> tuple[Mark, ...]:
    at = st.integers(0, len(text))
    spans = st.tuples(at, at).map(sorted).filter(lambda pair: text[slice(*pair)].strip("\n\t"))
    some = [] if not text.strip("\n\t") else draw(st.lists(spans, max_size=2))
    return tuple(Mark(start, end, draw(STYLE)) for start, end in some)


DAY = st.none() | st.dates()
BROUGHT = st.builds(
    Commencement,
    source=st.just("Stcrt.2091-1"),
    effect=st.sampled_from(["", "wijziging"]),
    published_on=DAY,
    retroactive_to=DAY,
    retroactive_scope=st.sampled_from(["", "tot", "tot en met"]),
)
COMMENCEMENT = st.builds(replace, BROUGHT, beside=st.lists(BROUGHT, max_size=2).map(tuple))


@st.composite
def provision(draw: st.DrawFn, children: st.SearchStrategy[tuple[Provision, ...]]) -> Provision:
    text = draw(TEXT)
    at = st.integers(0, len(text))
    spans = st.tuples(at, at).map(sorted).filter(lambda pair: text[slice(*pair)].strip("\n\t"))
    some = st.just(()) if not text else st.lists(spans, max_size=3).map(tuple)
    heading = draw(st.one_of(st.just(""), TEXT))
    notes = [draw(TEXT) for _ in range(draw(st.integers(0, 2)))]
    return Provision(
        kind=draw(st.sampled_from(ProvisionKind)),
        num=draw(st.one_of(st.sampled_from(["", "1", "Artikel 1", "a."]), TEXT)),
        heading=heading,
        text=text,
        children=draw(children),
        marks=tuple(Mark(*span, draw(STYLE)) for span in draw(some)),
        links=tuple(
            Link(*span, draw(st.sampled_from(["jci", "url", "akn", "x"])), draw(TARGET))
            for span in draw(some)
        ),
        notes=tuple(Note(draw(at), draw(NOTE_KIND), words, draw(marks_over(words))) for words in notes),
        heading_marks=draw(marks_over(heading)),
        source_id=draw(TEXT),
        status=draw(st.sampled_from(["", "nogniet"])),
        in_force_on=draw(st.none() | st.dates()),
        commencement=draw(st.none() | COMMENCEMENT),
    )


LEAF = provision(st.just(()))
TREE = st.recursive(LEAF, lambda below: provision(st.lists(below, max_size=3).map(tuple)), max_leaves=6)
FOREST = st.lists(TREE, min_size=1, max_size=4).map(assign)
PLAIN_KINDS = ("longtitle", "preamble", "recital", "formula", "article", "slot", "conclusions", "attachment")


def exported(provisions: tuple[Provision, ...]) -> bytes:
    return EXPORTER.export(ExportedVersion("TUIN", "TUIN@consolidated-2091-01-01", provisions))


def is_more_than_a_title(provisions: tuple[Provision, ...]) -> bool:
    return any(p.kind is not ProvisionKind.LONG_TITLE for p in provisions)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(FOREST.filter(is_more_than_a_title))
def test_any_tree_returns_as_it_was(provisions: tuple[Provision, ...]) -> None:
    assert read(exported(provisions)).provisions == provisions


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PLAIN_KINDS), min_size=1, max_size=6), st.data())
def test_the_parts_of_a_document_return_in_their_order(kinds: list[str], data: st.DataObject) -> None:
    """Titles, preambles and annexes find their own place in the document, or stay where they stood."""
    few = st.lists(st.sampled_from(PLAIN_KINDS), max_size=3)
    words = st.sampled_from(["", "De tuin is groen.", "a\tb", "een\ntwee"])
    trees = assign(
        Provision(
            ProvisionKind(kind),
            text=data.draw(words),
            children=tuple(Provision(ProvisionKind(k), text=data.draw(words)) for k in data.draw(few)),
        )
        for kind in kinds
    )
    if is_more_than_a_title(trees):
        assert read(exported(trees)).provisions == trees


def test_what_is_known_of_a_version_returns() -> None:
    version = ExportedVersion(
        work="TUIN",
        version="TUIN@consolidated-2091-01-01",
        provisions=assign([Provision(ProvisionKind.ARTICLE, num="Artikel 1", text="Groen.")]),
        kind="decree",
        title="Besluit over tuinen",
        short_title="Tuinbesluit",
        identifiers=(Identifier("bwb", "BWBR9999901"), Identifier("stb", "stb-2090-1")),
        stage="consolidated",
        in_force_on=date(2091, 1, 1),
        as_known_on=date(2990, 2, 2),
        document_date=None,
    )
    reading = read(EXPORTER.export(version))
    assert set(reading.identifiers) == set(version.identifiers)
    for field in (
        "kind",
        "title",
        "short_title",
        "language",
        "stage",
        "in_force_on",
        "as_known_on",
        "document_date",
    ):
        assert getattr(reading, field) == getattr(version, field), field
    assert reading.dropped == reading.guessed == ()


def test_a_sign_that_xml_does_not_have_is_refused_by_name() -> None:
    with pytest.raises(NotExportableError, match=r"U\+0007"):
        exported(assign([Provision(ProvisionKind.ARTICLE, text="bel\x07")]))


@pytest.mark.parametrize("folder", ["bwb-toestand/", "bwb-markdown-versions/", "akn/leos/bill", "bwb-legacy"])
def test_real_readings_return_as_they_were(samples: Path, folder: str) -> None:
    files = [e.path for e in expectations() if e.outcome == READS and e.path.startswith(folder)]
    assert files
    for file in files:
        provisions = read((samples / file).read_bytes()).provisions
        returned = read(exported(provisions)).provisions
        pairs = zip(walk(provisions), walk(returned), strict=False)
        bare = ((replace(a, children=()), replace(b, children=())) for a, b in pairs)
        assert next((pair for pair in bare if pair[0] != pair[1]), ()) == (), file
        assert returned == provisions, file
