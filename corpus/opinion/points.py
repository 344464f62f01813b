"""Points with their answers, put together: the series, the split of each, a report apart, joint answers.

Reasons are Dutch sentences for the reader. A point is never invented and an answer never moved: one that says
it answers several points stands with each of them, and each says with which.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial

from corpus.opinion.answers import said_outcome
from corpus.opinion.nader_rapport import Answer, Report, answered_at_once
from corpus.opinion.requests import what_is_asked
from corpus.opinion.series import Node
from corpus.opinion.split import NO_ANSWER, Split, by_print, by_words
from corpus.opinion.values import Asked, Certainty, Outcome, Point, Sign
from corpus.opinion.voices import Piece

NO_REPORT = "nog geen nader rapport in dit stuk"
UNDIVIDED = "het nader rapport is niet naar nummer over de punten te verdelen"


def points_alone(nodes: Sequence[Node]) -> tuple[Point, ...]:
    """Points of an opinion that holds no answers."""
    return tuple(_point(node, partial(_unsplit, reason=NO_REPORT)) for node in nodes)


def points_answered(nodes: Sequence[Node], *, by_italics: bool) -> tuple[Point, ...]:
    """Points of a paper in which each answer follows its point."""
    split = _by_print if by_italics else _by_words
    return _with_joint(tuple(_point(node, split) for node in nodes))


def points_with_report(nodes: Sequence[Node], report: Report) -> tuple[Point, ...]:
    """Points of an opinion, answered by number in a report apart."""
    reason = NO_ANSWER if report.answers else UNDIVIDED
    made = (_point(node, partial(_unsplit, reason=reason)) for node in nodes)
    return _with_joint(tuple(_from_report(point, report.answers) for point in made))


def _by_print(node: Node) -> Split:
    return by_print(node.pieces)


def _by_words(node: Node) -> Split:
    return by_words(node.pieces, number=node.number)


def _unsplit(node: Node, *, reason: str) -> Split:
    return Split(tuple(node.pieces), sign=Sign.NUMBERING, reason=reason)


def _point(node: Node, split_of: Callable[[Node], Split]) -> Point:
    split = split_of(node)
    text = _text(split.advice)
    asks = what_is_asked(text)
    is_frame = bool(node.below) and asks == (Asked.NOTHING,) and not split.answer
    point = Point(
        number=node.number,
        label=node.label,
        heading=node.heading,
        text=text,
        points=tuple(_point(below, split_of) for below in node.below),
        response=_without_number(_text(split.answer), node.number) if split.answer else None,
        undecided=_text(split.undecided),
        sign=split.sign,
        certainty=split.certainty,
        reason="" if is_frame else split.reason,
        asks=asks,
        notes=_notes(split.advice),
        response_notes=_notes(split.answer),
        eids=_eids(split.advice, node.eid),
        response_eids=_eids(split.answer),
    )
    return replace(point, outcome=_outcome(point))


def _without_number(text: str, number: str) -> str:
    """An answer that repeats the number of its point, without that number."""
    return re.sub(rf"^\(?{re.escape(number)}[.)]{{1,2}}\s+", "", text) if number else text


def _outcome(point: Point) -> Outcome:
    """What the answer says; without one, what its absence means: a frame or a remark may need none."""
    if point.response is not None:
        return said_outcome(point.response)
    asks_nothing = point.asks == (Asked.NOTHING,)
    if point.undecided or point.reason in ("", UNDIVIDED) or (asks_nothing and point.reason == NO_REPORT):
        return Outcome.UNKNOWN
    return Outcome.NO_REPORT if point.reason == NO_REPORT else Outcome.NO_RESPONSE


def _text(pieces: Sequence[Piece]) -> str:
    """The words of some pieces, a line for each line of the paper."""
    lines: list[str] = []
    last: Piece | None = None
    for piece in pieces:
        if last is not None and _runs_on(piece, last):
            lines[-1] += f" {piece.text}"
        else:
            lines.append(piece.text)
        last = piece
    return "\n".join(lines)


def _runs_on(piece: Piece, last: Piece) -> bool:
    return piece.line.runs_on or (piece.line is last.line and not piece.opens_line)


def _notes(pieces: Sequence[Piece]) -> tuple[str, ...]:
    return tuple(note for piece in pieces if piece.opens_line for note in piece.line.notes)


def _eids(pieces: Sequence[Piece], first: str = "") -> tuple[str, ...]:
    eids = (first, *(piece.line.eid for piece in pieces))
    return tuple(dict.fromkeys(eid for eid in eids if eid))


def _from_report(point: Point, answers: Sequence[Answer]) -> Point:
    """The point with what the report says under its label."""
    below = tuple(_from_report(p, answers) for p in point.points)
    own = [answer for answer in answers if point.label in answer.labels]
    if not own:
        return replace(point, points=below)
    text = "\n".join(answer.text for answer in own)
    together = next((answer.labels for answer in own if len(answer.labels) > 1), ())
    answered = replace(
        point,
        points=below,
        response=text,
        reason="",
        answered_with=tuple(label for label in together if label != point.label),
        response_eids=tuple(dict.fromkeys(line.eid for answer in own for line in answer.lines if line.eid)),
        response_notes=tuple(note for answer in own for line in answer.lines for note in line.notes),
    )
    return replace(answered, outcome=_outcome(answered))


def _with_joint(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """An answer that says it is one to several points stands with each of them."""
    labels = {p.label for point in points for p in point.walk()}
    joint = dict(_joint(points, labels))
    return tuple(_joined(point, joint) for point in points) if joint else points


def _joint(
    points: Sequence[Point], labels: Collection[str]
) -> Iterator[tuple[str, tuple[Point, tuple[str, ...]]]]:
    for point in (p for root in points for p in root.walk()):
        together = answered_at_once(point.response or "", label=point.label, labels=labels)
        yield from ((label, (point, together)) for label in together)


def _joined(point: Point, joint: dict[str, tuple[Point, tuple[str, ...]]]) -> Point:
    below = tuple(_joined(p, joint) for p in point.points)
    if point.label not in joint:
        return replace(point, points=below)
    source, together = joint[point.label]
    others = tuple(label for label in together if label != point.label)
    if point.response is not None:
        return replace(point, points=below, answered_with=others)
    return replace(
        point,
        points=below,
        response=source.response,
        reason="",
        certainty=max(source.certainty, Certainty.LIKELY, key=list(Certainty).index),
        outcome=source.outcome,
        answered_with=others,
        response_eids=source.response_eids,
        response_notes=source.response_notes,
    )
