"""One paper read as an opinion: the facts it prints, its dictum, its points and what closes it.

Says in `abstentions` what could not be told, and never fills it in: a report without numbers is not divided,
a paper without answers has none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.errors import WetgevingError
from corpus.opinion import paper_facts
from corpus.opinion.closing import editorial_of, further_changes_of, opens_annex
from corpus.opinion.dictum import verdicts_in
from corpus.opinion.lines import Line, lines_of
from corpus.opinion.nader_rapport import Report, report_of, start_of_report
from corpus.opinion.points import points_alone, points_answered, points_with_report
from corpus.opinion.series import Series, series_of
from corpus.opinion.values import NO_VERDICT, Opinion, OpinionKind, Point, Verdict
from corpus.opinion.voices import Piece, Voice, pieces_of, speaks_in_italics
from corpus.reading import Reading, WorkKind

_ANSWERED = frozenset({OpinionKind.WITH_REPORT, OpinionKind.WITH_REACTION})
_WITHOUT_VERDICT = frozenset({OpinionKind.GUIDANCE, OpinionKind.UNASKED, OpinionKind.WITHDRAWN})
_NO_ITALICS = "het stuk onderscheidt advies en reactie niet met cursief; gescheiden naar bewoordingen"
_NO_NUMBERS = "het nader rapport noemt geen nummers van punten en is niet over de punten verdeeld"


class NoOpinionError(WetgevingError):
    """A text that is no opinion of the Council of State."""

    code = "no-opinion"


@dataclass(frozen=True, slots=True)
class _Parts:
    """A paper cut into the opinion with what follows it, the annex, and a report that stands apart."""

    main: tuple[Line, ...]
    annex: tuple[Line, ...]
    apart: tuple[Line, ...] | None


def opinion_of(reading: Reading) -> Opinion:
    """What this reading says as an opinion; `NoOpinionError` when nothing in it is one."""
    lines = lines_of(reading)
    kind = paper_facts.kind_of(reading, lines)
    by_italics = kind in _ANSWERED and speaks_in_italics(lines)
    parts = _parts(lines, by_italics=by_italics)
    series = series_of(parts.main, by_italics=by_italics)
    verdicts = _verdicts(parts.main, series, by_italics=by_italics)
    number = paper_facts.number_of(reading, lines)
    report = _report(parts, series)
    opinion = Opinion(
        kind=kind,
        number=number,
        missive=paper_facts.missive_of(lines),
        dates=paper_facts.dates_of(lines, is_answered=kind in _ANSWERED),
        subject=paper_facts.subject_of(lines),
        ministry=paper_facts.ministry_of(lines),
        ministry_code=paper_facts.ministry_code(number),
        section=paper_facts.section_of(number),
        urgent=paper_facts.is_urgent(reading, lines),
        dictum=NO_VERDICT,
        points=_points(series, report, kind, by_italics=by_italics),
        closing="\n".join(piece.text for piece in series.closing),
        abstentions=tuple(_abstentions(kind, report, by_italics=by_italics)),
    )
    _refuse_other_texts(reading, opinion, has_verdict=bool(verdicts))
    return _with_verdict(_with_closing(opinion, parts, series, report), verdicts)


def _parts(lines: Sequence[Line], *, by_italics: bool) -> _Parts:
    first = _first_point(lines, by_italics=by_italics)
    start = start_of_report(lines, first)
    apart = None if start is None else lines[start:]
    before = lines if start is None else lines[:start]
    annexes = [at for at, line in enumerate(before) if at > first and opens_annex(line.text)]
    cut = annexes[0] if annexes else len(before)
    rest = () if start is None else apart or ()
    in_report = next((at for at, line in enumerate(rest) if opens_annex(line.text)), len(rest))
    return _Parts(
        main=tuple(before[:cut]),
        annex=(*before[cut:], *rest[in_report:]),
        apart=None if apart is None else tuple(apart[:in_report]),
    )


def _first_point(lines: Sequence[Line], *, by_italics: bool) -> int:
    """Where the points begin, as far as the whole paper shows."""
    front = series_of(lines, by_italics=by_italics).front
    return len({id(piece.line) for piece in front})


def _report(parts: _Parts, series: Series) -> Report | None:
    if parts.apart is None:
        return None
    labels = {n.label for root in series.nodes for n in root.walk()}
    return report_of(parts.apart, labels)


def _points(
    series: Series, report: Report | None, kind: OpinionKind, *, by_italics: bool
) -> tuple[Point, ...]:
    if report is not None:
        return points_with_report(series.nodes, report)
    if kind in _ANSWERED:
        return points_answered(series.nodes, by_italics=by_italics)
    return points_alone(series.nodes)


def _abstentions(kind: OpinionKind, report: Report | None, *, by_italics: bool) -> list[str]:
    if kind not in _ANSWERED:
        return []
    if report is not None:
        return [] if report.answers else [_NO_NUMBERS]
    return [] if by_italics else [_NO_ITALICS]


def _with_closing(opinion: Opinion, parts: _Parts, series: Series, report: Report | None) -> Opinion:
    """The opinion with its editorial remarks and the further changes that are reported."""
    rest = () if report is None else tuple(Piece(line, line.text, Voice.ANSWER) for line in report.rest)
    closing = (*series.closing, *rest)
    return replace(
        opinion,
        editorial=editorial_of(closing, parts.annex),
        further_changes=further_changes_of(closing),
        undivided_report="\n".join(piece.text for piece in rest),
    )


def _verdicts(lines: Sequence[Line], series: Series, *, by_italics: bool) -> list[Verdict]:
    """The verdicts in document order; what italics, or its place before the points, give to the minister."""
    opening = {id(piece.line) for piece in series.front} if series.nodes else set()
    found: list[Verdict] = []
    for at, verdict in verdicts_in(lines):
        if by_italics:
            said = next((p for p in pieces_of(lines[at], by_italics=True) if verdict.wording in p.text), None)
            by_minister = said is not None and said.voice is Voice.ANSWER
        else:
            by_minister = id(lines[at]) in opening
        found.append(replace(verdict, by_minister=by_minister))
    return found


def _with_verdict(opinion: Opinion, verdicts: Sequence[Verdict]) -> Opinion:
    """The formal dictum is the last the Afdeling prints; another one that differs is a conflict."""
    if opinion.kind in _WITHOUT_VERDICT or not verdicts:
        return opinion
    formal = [v for v in verdicts if not v.by_minister] or list(verdicts)
    dictum = formal[-1]
    others = tuple(v for v in verdicts if v is not dictum)
    conflicts = tuple(v for v in others if (v.system, v.grade) != (dictum.system, dictum.grade))
    return replace(opinion, dictum=dictum, repeated=others, conflicts=conflicts)


def _refuse_other_texts(reading: Reading, opinion: Opinion, *, has_verdict: bool) -> None:
    asked = opinion.missive or opinion.dates.pending or opinion.kind is not OpinionKind.OPINION
    if reading.kind is WorkKind.OPINION or has_verdict or (opinion.number and asked):
        return
    raise NoOpinionError(
        "Dit is geen advies van de Afdeling advisering van de Raad van State.",
        value=reading.title or reading.reader,
        remedy="Er staat geen adviesnummer in en geen dictum; het stuk wordt niet als advies gelezen.",
    )
