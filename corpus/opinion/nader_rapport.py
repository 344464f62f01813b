"""A nader rapport that stands apart from the opinion: its answers by the number of the point.

"1.", "Ad 2", "Punten 3 en 4": a label counts only when the opinion has that point. A report without numbers
is not divided: its words are kept whole and the reader is told. Answers to several points at once are found
in interleaved papers too, by their own words.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.opinion.closing import is_signature, opens_closing
from corpus.opinion.lines import Line
from corpus.opinion.point_marks import labels_in, looks_like_heading

_STARTS = re.compile(
    r"(?:Nader rapport|Reactie van de (?:initiatiefnemers?|indieners?))\b(?:\s*\(.*\))?[.:]?", re.I
)
_LABELS = r"\d{1,2}(?:\.\d{1,2})*[a-z]?(?:(?:, | en | t/m | tot en met )(?:\d{1,2}[a-z]?|[a-z]\b))*"
_KEYED = re.compile(
    r"(?:Ad|(?:Reactie op |Naar aanleiding van )?(?:de )?(?:[Pp]unt(?:en)?|[Oo]nderde(?:el|len)|"
    r"[Oo]pmerking(?:en)?|[Aa]dviespunt(?:en)?))\s+"
    rf"(?P<labels>{_LABELS})(?:[.:)](?:\s+|$)|$)(?P<rest>.*)$",
    re.S,
)
_NUMBERED = re.compile(rf"(?P<labels>{_LABELS})[.)]{{1,2}}(?:\s+|$)(?P<rest>.*)$", re.S)
_LETTERED = re.compile(r"(?P<labels>[a-z])[.)]{1,2}(?:\s+|$)(?P<rest>.*)$", re.S)
_JOINT = re.compile(
    r"(?:punten|onderdelen|opmerkingen|adviespunten)\s+(?P<labels>(?:\d{1,2}[a-z]?|[a-z])"
    r"(?:(?:, | en | t/m | tot en met )(?:\d{1,2}[a-z]?|[a-z]\b))+)"
)
_AT_ONCE = re.compile(
    r"\b(?:gezamenlijke?|tezamen|samenhang|tegelijk|ineens|samen|gelijktijdig|in één keer)\b"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the report says under one number, to the points of these labels."""

    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    text: str


@dataclass(slots=True)
class _Open:
    """An answer while its lines are met."""

    labels: tuple[str, ...]
    lines: list[Line]
    words: list[str]


@dataclass(frozen=True, slots=True)
class Report:
    """A report apart: answers by number, and the lines before and after them that no number claims."""

    answers: tuple[Answer, ...]
    rest: tuple[Line, ...]


def start_of_report(lines: Sequence[Line], first_point: int) -> int | None:
    """Where a report apart begins after the points, or None; a repeated heading is one of single answers."""
    found = [at for at in range(first_point + 1, len(lines)) if _STARTS.fullmatch(lines[at].text.strip())]
    if len(found) == 1:
        signed = any(is_signature(line.text) for line in lines[: found[0]])
        return found[0] if signed or _numbers_again(lines[found[0] + 1 :]) else None
    signed_at = [at for at, line in enumerate(lines) if at > first_point and is_signature(line.text)]
    if not found and signed_at and _numbers_again(lines[signed_at[-1] + 1 :]):
        return signed_at[-1] + 1
    return None


def report_of(lines: Sequence[Line], labels: Collection[str]) -> Report:
    """The answers in a report to points of these labels."""
    answers: list[_Open] = []
    rest: list[Line] = []
    closed, before = False, ""
    for line in lines:
        last = answers[-1].labels if answers else ()
        found = None if closed or before.endswith(":") else _labelled(line, labels, last)
        closed = closed or (bool(answers) and not found and opens_closing(line.text))
        if found:
            answers.append(_Open(found[0], [line], [found[1]] if found[1] else []))
        elif answers and not closed:
            answers[-1].lines.append(line)
            answers[-1].words.append(line.text)
        else:
            rest.append(line)
        before = line.text
    made = (Answer(a.labels, tuple(a.lines), "\n".join(a.words)) for a in answers)
    return Report(tuple(answer for answer in made if answer.text), tuple(rest))


def answered_at_once(text: str, *, label: str, labels: Collection[str]) -> tuple[str, ...]:
    """The points that an answer under `label` says it answers together; () when it says no such thing."""
    match = _JOINT.search(text[:400])
    if match is None or not _AT_ONCE.search(text[:400]):
        return ()
    above = re.sub(r"[a-z]+$", "", label)
    named = (n if n in labels else f"{above}{n}" for n in labels_in(match["labels"]))
    found = tuple(dict.fromkeys(n for n in named if n in labels))
    return found if len(found) > 1 else ()


def _numbers_again(lines: Sequence[Line]) -> bool:
    return any(re.match(r"(?:(?:Ad|Punt|Onderdeel)\s+)?1(?: en 2)?[.):]", line.text) for line in lines)


def _labelled(
    line: Line, labels: Collection[str], last: tuple[str, ...]
) -> tuple[tuple[str, ...], str] | None:
    """The points a line names as its own, and its words after them unless they are a heading."""
    for pattern in (_KEYED, _NUMBERED, _LETTERED):
        if match := pattern.match(line.text):
            named = _known(labels_in(match["labels"]), labels, last)
            rest = match["rest"].strip()
            if named and not rest.endswith(";"):
                return named, "" if line.is_heading or looks_like_heading(rest) else rest
    return None


def _known(named: Sequence[str], labels: Collection[str], last: tuple[str, ...]) -> tuple[str, ...]:
    """The labels that exist; a lone letter belongs to the number before it."""
    above = re.sub(r"[a-z]+$", "", last[-1]) if last else ""
    found: list[str] = []
    for name in named:
        if name.isdigit():
            above = name
        whole = name if name in labels else f"{above}{name}"
        if whole in labels:
            found.append(whole)
    return tuple(found) if len(found) == len(named) else ()
