"""Which lines open a point, and to whom the words of a point are given: small papers, line by line."""

import pytest

from corpus.opinion.lines import Line
from corpus.opinion.point_marks import PointMarks, labels_in
from corpus.opinion.split import NO_ANSWER, NOBODY, by_print, by_words
from corpus.opinion.values import Certainty, Sign
from corpus.opinion.voices import pieces_of

# the lines of a paper and the labels of those that open a point
MARKS = [
    (["1. Doel", "2. Middel"], ["1", "2"]),
    (["1. Doel", "3. Middel"], ["1"]),
    (["2. Doel"], []),
    (["1. Doel", "a. Nut", "b. Noodzaak", "2. Middel", "a. Keuze"], ["1", "1a", "1b", "2", "2a"]),
    (["1. Doel", "a. Nut", "i. Een", "ii. Twee", "b. Noodzaak"], ["1", "1a", "1ai", "1aii", "1b"]),
    (["1. Doel", "1.1 Nut", "1.2 Noodzaak", "2. Middel", "2.1 Keuze"], ["1", "1.1", "1.2", "2", "2.1"]),
    (["1. Doel", "Er zijn twee gevallen:", "1. het ene;", "2. het andere.", "2. Middel"], ["1", "2"]),
    (["1. Doel", "De gevallen zijn:", "a. Het ene.", "b. Het andere.", "2. Middel"], ["1", "2"]),
    (["1. Doel", "a. het ene;", "b. het andere."], ["1"]),
    (["1. De Afdeling adviseert niets.", "1. Dat is overgenomen.", "2. De Afdeling zwijgt."], ["1", "2"]),
    (["a. Doel", "b. Middel"], []),
    (["1 mei 2091 is een feestdag.", "2 mei ook."], []),
]
LABELS = [
    ("3 en 4", ("3", "4")),
    ("2a, 2b en 3", ("2a", "2b", "3")),
    ("1 tot en met 3", ("1", "2", "3")),
    ("a en b", ("a", "b")),
]
ASKS, ANSWERS = "De Afdeling adviseert artikel 2 aan te passen.", "Dit advies is overgenomen."
REMARK, NOBODY_SAYS = "Een hoed waait af.", "Hoeden zijn er in vele maten."
WEAK = "De regering acht een hoed nuttig."
# the lines of a point without italics; what is the answer, what is undecided
WORDS = [
    ([REMARK, ASKS, ANSWERS], [ANSWERS], [], Certainty.LIKELY),
    ([REMARK, f"{ASKS} {ANSWERS}"], [ANSWERS], [], Certainty.LIKELY),
    ([WEAK, ASKS], [], [], Certainty.LIKELY),
    ([REMARK, ASKS, WEAK], [WEAK], [], Certainty.UNSURE),
    ([REMARK, ASKS, NOBODY_SAYS], [], [NOBODY_SAYS], Certainty.UNSURE),
    ([REMARK, ASKS, NOBODY_SAYS, ANSWERS], [NOBODY_SAYS, ANSWERS], [], Certainty.LIKELY),
    ([REMARK, ASKS, ANSWERS, ASKS], [ANSWERS, ASKS], [], Certainty.UNSURE),
    ([REMARK, ASKS, "De Afdeling wijst op de wind.", ANSWERS], [ANSWERS], [], Certainty.LIKELY),
    ([REMARK, "Reactie", NOBODY_SAYS], [NOBODY_SAYS], [], Certainty.CERTAIN),
    ([REMARK], [], [], Certainty.LIKELY),
]


def _line(text: str, *, italic: bool = False, is_heading: bool = False) -> Line:
    return Line(text, "dvs_1", is_heading=is_heading, italics=((0, len(text)),) if italic else ())


@pytest.mark.parametrize(("lines", "labels"), MARKS)
def test_the_sequence_of_marks_says_what_is_a_point(lines: list[str], labels: list[str]) -> None:
    marks, before, found = PointMarks(), "", []
    for text in lines:
        opening = marks.opening(_line(text), before)
        found += [opening.label] if opening else []
        before = text
    assert found == labels


@pytest.mark.parametrize(("words", "labels"), LABELS)
def test_labels_are_read_as_they_are_cited(words: str, labels: tuple[str, ...]) -> None:
    assert labels_in(words) == labels


@pytest.mark.parametrize(("lines", "answer", "undecided", "certainty"), WORDS)
def test_without_italics_the_words_say_who_speaks(
    lines: list[str], answer: list[str], undecided: list[str], certainty: Certainty
) -> None:
    split = by_words([p for text in lines for p in pieces_of(_line(text), by_italics=False)], number="1")
    assert [p.text for p in split.answer] == answer
    assert [p.text for p in split.undecided] == undecided
    assert split.certainty is certainty
    assert (split.reason == NOBODY) is bool(undecided)
    assert split.reason != NO_ANSWER or not answer


def test_an_upright_heading_is_no_answer() -> None:
    lines = [_line(REMARK, italic=True), _line("Wind", is_heading=True), _line(ASKS, italic=True)]
    split = by_print([p for line in lines for p in pieces_of(line, by_italics=True)])
    assert [p.text for p in split.advice] == [REMARK, "Wind", ASKS]
    assert (split.answer, split.reason, split.sign) == ((), NO_ANSWER, Sign.ITALICS)


def test_an_upright_line_that_advises_is_doubted() -> None:
    lines = [_line(REMARK, italic=True), _line(ASKS)]
    split = by_print([p for line in lines for p in pieces_of(line, by_italics=True)])
    assert split.certainty is Certainty.UNSURE
    assert split.reason == "rechte woorden luiden als een advies"


def test_a_line_in_two_manners_is_cut_where_the_sentence_ends() -> None:
    text = f"{ASKS} {ANSWERS}"
    line = Line(text, "dvs_1", italics=((0, len(ASKS)),))
    assert [p.text for p in pieces_of(line, by_italics=True)] == [ASKS, ANSWERS]
