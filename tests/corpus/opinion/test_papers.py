"""Fictional opinions in every form: read as their goldens say, alike from XML, Word, PDF, text, Markdown.

The goldens (`goldens/*.json`) were reviewed by hand. Where plain text, which has no italics, does not show
who speaks, the words must be `undecided` there, whole: they are listed in `ABSTAINS`.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from corpus.opinion import Opinion, Point, Verdict, opinion_of
from corpus.readers import read
from tests.corpus.opinion import written_papers

GOLDENS = Path(__file__).with_name("goldens")
NAMES = written_papers.names()
ALONE = [
    "02-wetsvoorstel-zonder-opmerkingen",
    "03-staatscourant-advies-alleen",
    "07-voorlichting",
    "08-adviesaanvraag-ingetrokken",
    "16-opschriften-zonder-nummer",
]
ABSTAINS = {"15-antwoord-zonder-herkenbare-woorden": {"1"}}


def shown(opinion: Opinion) -> dict[str, Any]:
    """What a golden holds: all but eIds, signs and certainty, which differ from form to form."""
    return {
        "kind": opinion.kind.value,
        "number": opinion.number,
        "missive": opinion.missive,
        "pending": str(opinion.dates.pending),
        "adopted": str(opinion.dates.adopted),
        "further_report": str(opinion.dates.further_report),
        "subject": opinion.subject,
        "ministry": opinion.ministry,
        "ministry_code": opinion.ministry_code,
        "section": opinion.section,
        "urgent": opinion.urgent,
        "dictum": _verdict(opinion.dictum),
        "conflicts": [_verdict(verdict) for verdict in opinion.conflicts],
        "points": [_point(point) for point in opinion.points],
        "editorial": [
            opinion.editorial.reference,
            list(opinion.editorial.remarks),
            opinion.editorial.response,
        ],
        "further_changes": list(opinion.further_changes),
        "undivided_report": opinion.undivided_report,
    }


def _verdict(verdict: Verdict) -> list[str]:
    return [verdict.system.value, verdict.grade, verdict.instrument, verdict.wording]


def _point(point: Point) -> dict[str, Any]:
    return {
        "label": point.label,
        "heading": point.heading,
        "text": point.text,
        "response": point.response,
        "answered_with": list(point.answered_with),
        "asks": [asked.value for asked in point.asks],
        "outcome": point.outcome.value,
        "notes": list(point.notes),
        "response_notes": list(point.response_notes),
        "points": [_point(below) for below in point.points],
    }


def _read(source: bytes) -> Opinion:
    return opinion_of(read(source))


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_reads_as_its_golden_says(name: str) -> None:
    golden = json.loads((GOLDENS / f"{name}.json").read_text(encoding="utf-8"))
    assert shown(_read(written_papers.as_xml(name))) == golden


@pytest.mark.parametrize("name", NAMES)
def test_word_says_the_same_as_xml(name: str) -> None:
    assert shown(_read(written_papers.as_docx(name))) == shown(_read(written_papers.as_xml(name)))


@pytest.mark.parametrize("name", NAMES)
def test_italics_of_markdown_say_the_same_as_xml(name: str) -> None:
    assert shown(_read(written_papers.as_text(name, emphasis=True))) == shown(
        _read(written_papers.as_xml(name))
    )


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ABSTAINS])
def test_plain_text_splits_as_xml_does(name: str) -> None:
    assert shown(_read(written_papers.as_text(name))) == shown(_read(written_papers.as_xml(name)))


@pytest.mark.parametrize("name", ABSTAINS)
def test_plain_text_abstains_where_nobody_can_be_heard(name: str) -> None:
    plain, printed = _read(written_papers.as_text(name)), _read(written_papers.as_xml(name))
    for point, expected in zip(plain.all_points(), printed.all_points(), strict=True):
        if point.label in ABSTAINS[name]:
            assert (point.response, point.undecided) == (None, expected.response)
            assert point.reason
        else:
            assert _point(point) == _point(expected)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ABSTAINS])
def test_a_pdf_splits_as_xml_does_but_for_its_paragraphs(name: str) -> None:
    """A PDF shows neither paragraphs nor footnotes: words and speakers are compared."""
    page, printed = _read(written_papers.as_pdf(name)), _read(written_papers.as_xml(name))
    assert _spoken(page) == _spoken(printed)
    assert page.dictum.wording == printed.dictum.wording
    assert _words(page.further_changes) == _words(printed.further_changes)


def _spoken(opinion: Opinion) -> list[list[str]]:
    return [[p.label, p.heading, *_words((p.text, p.response or "-"))] for p in opinion.all_points()]


def _words(texts: Iterable[str]) -> list[str]:
    return [" ".join(text.split()) for text in texts]


@pytest.mark.parametrize("name", ALONE)
def test_the_page_of_the_council_says_the_same_as_xml(name: str) -> None:
    page, printed = _read(written_papers.as_html(name)), _read(written_papers.as_xml(name))
    assert shown(page) == shown(printed)


@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_a_point_is_lost_or_said_twice(name: str) -> None:
    """Advice, answer and undecided words of all points stand in the paper, each in one point only."""
    paper = [item.plain for item in written_papers.paragraphs(name)]
    opinion = _read(written_papers.as_xml(name))
    said = [line for p in opinion.all_points() for line in p.text.split("\n") if line]
    assert len(said) == len(set(said))
    for line in said:
        assert any(line in paragraph for paragraph in paper), line


def test_there_is_a_golden_for_every_paper_and_no_other() -> None:
    assert sorted(path.stem for path in GOLDENS.glob("*.json")) == NAMES
    assert len(NAMES) >= 12


def test_every_paper_says_that_it_is_fictional() -> None:
    for name in NAMES:
        assert "FICTIEVE VOORBEELDTEKST" in written_papers.paragraphs(name)[0].plain
