"""The points of one series as they stand: which lines belong to which number, what comes before and after.

Numbers are found by `corpus.opinion.point_marks`. Where nothing is numbered, headings take their place, and
where there are none, the whole is one remark; without a number only what asks for something is a point.
Who speaks is not judged here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.opinion.closing import opens_closing
from corpus.opinion.cues import is_answer_label, is_request
from corpus.opinion.dictum import verdict_in
from corpus.opinion.lines import Line
from corpus.opinion.point_marks import Opening, PointMarks, looks_like_heading
from corpus.opinion.sentences import sentences
from corpus.opinion.voices import Piece, Voice, pieces_of

_ASKED_FOR = ("aanhangig gemaakt", "aanhangig is gemaakt", "verzocht om advies")


@dataclass(slots=True)
class Node:
    """A point while it is being put together."""

    number: str
    label: str
    depth: int
    heading: str = ""
    eid: str = ""
    pieces: list[Piece] = field(default_factory=list)
    below: list["Node"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """This node and those below it."""
        yield self
        for node in self.below:
            yield from node.walk()


@dataclass(frozen=True, slots=True)
class Series:
    """Points in order, with the pieces before and after them."""

    front: tuple[Piece, ...]
    nodes: tuple[Node, ...]
    closing: tuple[Piece, ...]


def series_of(lines: Sequence[Line], *, by_italics: bool) -> Series:
    """The points in these lines."""
    numbered = dict(_openings(lines, by_italics=by_italics))
    openings = numbered or dict(_headings(lines))
    first = min(openings, default=_start_of_remark(lines))
    last = max(openings, default=first)
    end = next((at for at in range(last, len(lines)) if _closes(lines[at].text)), len(lines))
    cut = [pieces_of(line, by_italics=by_italics) for line in lines]
    nodes = _nodes(lines[:end], cut, openings) if openings else _one_remark(cut[first:end])
    if not numbered:
        nodes = [node for node in nodes if any(_asks(piece.line) for piece in node.pieces)]
    front = [piece for pieces in cut[: first if nodes else 0] for piece in pieces]
    after = [piece for pieces in cut[end if nodes else 0 :] for piece in pieces]
    return Series(tuple(front), tuple(nodes), tuple(after))


def _openings(lines: Sequence[Line], *, by_italics: bool) -> Iterator[tuple[int, Opening]]:
    marks, before = PointMarks(), ""
    for at, line in enumerate(lines):
        if not line.is_annex and not _is_answer(line, by_italics=by_italics):
            opening = None if _closes(line.text) else marks.opening(line, before)
            if opening is not None:
                yield at, opening
        before = line.text


def _is_answer(line: Line, *, by_italics: bool) -> bool:
    """Whether italics say that the first words of a line are an answer; a roman heading is no speech."""
    if not by_italics or line.is_heading or looks_like_heading(line.text):
        return False
    pieces = pieces_of(line, by_italics=True)
    return bool(pieces) and pieces[0].voice is Voice.ANSWER


def _headings(lines: Sequence[Line]) -> Iterator[tuple[int, Opening]]:
    """Unnumbered headings, up to the closing."""
    start = _start_of_remark(lines)
    heads = [at for at in range(start, len(lines)) if _is_heading(lines[at])]
    for at in heads:
        if _closes(lines[at].text):
            return
        yield at, Opening("", "", 0, lines[at].text)


def _is_heading(line: Line) -> bool:
    return looks_like_heading(line.text) and not is_answer_label(line.text) and not line.is_annex


def _asks(line: Line) -> bool:
    return any(is_request(s) and verdict_in(s) is None for s in sentences(line.text))


def _start_of_remark(lines: Sequence[Line]) -> int:
    """After the line that tells what was laid before the Afdeling."""
    told = (at for at, line in enumerate(lines) if any(words in line.text for words in _ASKED_FOR))
    return next(reversed(list(told)), -1) + 1


def _closes(text: str) -> bool:
    return opens_closing(text) or any(verdict_in(s) is not None for s in sentences(text))


def _one_remark(cut: Sequence[tuple[Piece, ...]]) -> list[Node]:
    pieces = [piece for line in cut for piece in line]
    return [Node("", "", 0, eid=pieces[0].line.eid, pieces=pieces)] if pieces else []


def _nodes(
    lines: Sequence[Line], cut: Sequence[tuple[Piece, ...]], openings: dict[int, Opening]
) -> list[Node]:
    roots: list[Node] = []
    path: list[Node] = []
    for at, line in enumerate(lines):
        if opening := openings.get(at):
            del path[opening.depth :]
            node = _node(line, cut[at], opening)
            (path[-1].below if path else roots).append(node)
            path.append(node)
        elif path:
            path[-1].pieces += cut[at]
    return roots


def _node(line: Line, pieces: Sequence[Piece], opening: Opening) -> Node:
    """A point opened by a heading, or by the mark before its first sentence."""
    node = Node(opening.number, opening.label, opening.depth, eid=line.eid)
    if line.is_heading or looks_like_heading(opening.rest):
        node.heading = opening.rest
    elif pieces:
        mark = len(line.text) - len(opening.rest)
        first = replace(pieces[0], text=pieces[0].text[mark:].lstrip())
        node.pieces = [p for p in (first, *pieces[1:]) if p.text]
    return node
