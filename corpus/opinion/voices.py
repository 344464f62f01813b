"""Who speaks where the print says it: the opinion in italics, the answer upright.

Judged by sentence and by the larger part of its letters, so that a term in italics inside an answer, or
italics that break off in the middle of a word, turn nobody's words into another's. The words themselves are
only asked whether they speak against the print.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from corpus.opinion.cues import is_answer, is_of_afdeling
from corpus.opinion.lines import Line
from corpus.opinion.sentences import sentence_spans

_WHOLE, _HALF, _NONE = 0.9, 0.5, 0.1
_DOUBTFUL = (0.3, 0.7)
_FEWEST_LETTERS = 40


class Voice(Enum):
    """Who speaks."""

    AFDELING = "afdeling"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Piece:
    """Sentences of one line that one speaker says; `doubt` is why that may be wrong, or ""."""

    line: Line
    text: str
    voice: Voice
    doubt: str = ""
    opens_line: bool = True


def speaks_in_italics(lines: Sequence[Line]) -> bool:
    """Whether these lines are told apart by italics: whole lines in italics, and whole lines upright."""
    shares = [
        share
        for line in lines
        if len(line.text) >= _FEWEST_LETTERS and (share := line.italic_share(0, len(line.text))) is not None
    ]
    return any(s >= _WHOLE for s in shares) and any(s <= _NONE for s in shares)


def pieces_of(line: Line, *, by_italics: bool) -> tuple[Piece, ...]:
    """A line cut where the speaker changes; one piece of the Afdeling when italics say nothing."""
    if not by_italics:
        return (Piece(line, line.text, Voice.AFDELING),)
    spans = ((0, len(line.text)),) if line.is_heading else sentence_spans(line.text)
    judged = [(span, *_judged(line, span)) for span in spans]
    return tuple(_pieces(line, judged))


def _judged(line: Line, span: tuple[int, int]) -> tuple[Voice, str]:
    share = line.italic_share(*span)
    voice = Voice.AFDELING if share is None or share >= _HALF else Voice.ANSWER
    if share is not None and _DOUBTFUL[0] < share < _DOUBTFUL[1]:
        return voice, "een zin is voor een deel cursief"
    return voice, _against(voice, line.text[span[0] : span[1]])


def _against(voice: Voice, sentence: str) -> str:
    if voice is Voice.AFDELING and is_answer(sentence):
        return "cursieve woorden luiden als een antwoord"
    if voice is Voice.ANSWER and is_of_afdeling(sentence) and sentence.startswith("De Afdeling adviseert "):
        return "rechte woorden luiden als een advies"
    return ""


def _pieces(line: Line, judged: Sequence[tuple[tuple[int, int], Voice, str]]) -> Iterator[Piece]:
    for at, (voice, group) in enumerate(groupby(judged, key=lambda item: item[1])):
        same = list(group)
        start, end = same[0][0][0], same[-1][0][1]
        doubt = next((doubt for _, _, doubt in same if doubt), "")
        yield Piece(line, line.text[start:end], voice, doubt, opens_line=at == 0)
