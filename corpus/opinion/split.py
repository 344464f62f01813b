"""One point cut into the words of the Afdeling and the answer to them; by the print, else by the words.

By the words: the answer begins after the last line that asks for something, if what follows says so. Words
after the request that nobody can be heard in are `undecided`; they are never given to either.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.opinion.cues import is_answer, is_answer_label, is_of_afdeling, is_request, may_be_answer
from corpus.opinion.sentences import sentence_spans, sentences
from corpus.opinion.values import Certainty, Sign
from corpus.opinion.voices import Piece, Voice

NO_ANSWER = "geen reactie aangetroffen"
NOBODY = "na het advies volgt tekst waaruit niet blijkt wie spreekt"


@dataclass(frozen=True, slots=True)
class Split:
    """The pieces of one point by speaker, by which sign and how surely, with the reason for any doubt."""

    advice: tuple[Piece, ...]
    answer: tuple[Piece, ...] = ()
    undecided: tuple[Piece, ...] = ()
    sign: Sign | None = None
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""


def by_print(pieces: Sequence[Piece]) -> Split:
    """As italics say it; a heading belongs to the words below it, however it is set."""
    spoken = list(_with_headings([piece for piece in pieces if not is_answer_label(piece.text)]))
    doubt = next((piece.doubt for piece in spoken if piece.doubt), "")
    answer = tuple(p for p in spoken if p.voice is Voice.ANSWER)
    return Split(
        advice=tuple(p for p in spoken if p.voice is Voice.AFDELING),
        answer=answer,
        sign=Sign.ITALICS,
        certainty=Certainty.UNSURE if doubt else Certainty.CERTAIN,
        reason=doubt or ("" if answer else NO_ANSWER),
    )


def _with_headings(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for at, piece in enumerate(pieces):
        if piece.line.is_heading:
            below = (p.voice for p in pieces[at + 1 :] if not p.line.is_heading)
            yield replace(piece, voice=next(below, Voice.AFDELING))
        else:
            yield piece


def by_words(pieces: Sequence[Piece], *, number: str) -> Split:
    """As headings of answers say it, or the number said again, else the words of request and answer."""
    again = next(
        (
            at
            for at, p in enumerate(pieces)
            if at and _repeats(p.text, number) and not pieces[at - 1].text.endswith(":")
        ),
        None,
    )
    if again is not None:
        return Split(tuple(pieces[:again]), tuple(pieces[again:]), (), Sign.NUMBERING, Certainty.LIKELY)
    label = next((at for at, piece in enumerate(pieces) if is_answer_label(piece.text)), None)
    if label is not None:
        return _labelled(pieces, label)
    cut = _cut_at_strong(pieces)
    asked = _last_request(cut)
    rest = cut[asked + 1 :] if asked is not None else _from_first_answer(cut)
    advice = cut[: len(cut) - len(rest)]
    spoken = "\n".join(piece.text for piece in rest)
    if not rest:
        return Split(tuple(advice), sign=Sign.WORDING, certainty=Certainty.LIKELY, reason=NO_ANSWER)
    said = [s for line in spoken.split("\n") for s in sentences(line)]
    if any(map(is_answer, said)):
        return _answered(advice, rest)
    if any(map(may_be_answer, said)):
        return replace(_answered(advice, rest), certainty=Certainty.UNSURE, reason="alleen zwakke woorden")
    return Split(tuple(advice), (), tuple(rest), Sign.WORDING, Certainty.UNSURE, NOBODY)


def _repeats(text: str, number: str) -> bool:
    return bool(number) and re.match(rf"\(?{re.escape(number)}[.)]{{1,2}}\s", text) is not None


def _answered(advice: Sequence[Piece], rest: Sequence[Piece]) -> Split:
    again = any(is_of_afdeling(p.text) and is_request(p.text) for p in rest)
    reason = "na het begin van de reactie adviseert de Afdeling opnieuw" if again else ""
    certainty = Certainty.UNSURE if again else Certainty.LIKELY
    return Split(tuple(advice), tuple(rest), (), Sign.WORDING, certainty, reason)


def _labelled(pieces: Sequence[Piece], label: int) -> Split:
    return Split(
        advice=tuple(pieces[:label]),
        answer=tuple(p for p in pieces[label + 1 :] if not is_answer_label(p.text)),
        sign=Sign.WORDING,
    )


def _cut_at_strong(pieces: Sequence[Piece]) -> list[Piece]:
    """The same pieces, the first line that both asks and answers cut in two."""
    cut: list[Piece] = []
    for at, piece in enumerate(pieces):
        spans = sentence_spans(piece.text)
        first = next((i for i, (a, b) in enumerate(spans) if is_answer(piece.text[a:b])), None)
        if first is None:
            cut.append(piece)
            continue
        start = spans[first][0]
        before = [piece.text[a:b] for a, b in spans[:first]]
        if first and any(map(is_request, before)):
            cut.append(replace(piece, text=piece.text[:start].rstrip()))
            cut.append(replace(piece, text=piece.text[start:], opens_line=False))
        else:
            cut.append(piece)
        return [*cut, *pieces[at + 1 :]]
    return cut


def _last_request(pieces: Sequence[Piece]) -> int | None:
    """The last line that asks for something before the first that only an answer says."""
    until = next((at for at, p in enumerate(pieces) if any(map(is_answer, sentences(p.text)))), len(pieces))
    asking = [at for at, p in enumerate(pieces[:until]) if any(map(is_request, sentences(p.text)))]
    if not asking:
        return None
    last = asking[-1]
    while last + 1 < until and is_of_afdeling(pieces[last + 1].text):
        last += 1
    return last


def _from_first_answer(pieces: Sequence[Piece]) -> list[Piece]:
    first = next((at for at, p in enumerate(pieces) if is_answer(p.text)), len(pieces))
    return list(pieces[first:])
