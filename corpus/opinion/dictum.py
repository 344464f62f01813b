"""Where the dictum is read: a printed sentence against the table of wordings.

The wording decides, never a date. The sentence must open with the Afdeling advisering (or the Raad van State
before 2010) and say the whole formula; quoted, conditional or reported words are no dictum, nor is the softer
"In verband daarmee" of a summary. The table is `corpus.opinion.dictum_wordings`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.opinion.dictum_wordings import WORDINGS, Wording
from corpus.opinion.lines import Line
from corpus.opinion.sentences import sentences
from corpus.opinion.values import System, Verdict

_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")
_GAP = ".{0,260}?"
_BODY = (
    r"de(?:afdeling(?:advisering(?:vanderaadvan.{0,60}?)?)?|"
    r"raadvan(?:state|verzinsel)(?:vanhetkoninkrijk)?|raad)"
)
_OPENING = (
    r"(?:(?:gelet|gezien|opgrond|om(?:die|deze|bovenstaande)|in(?:verband|hetlicht)|concluderend|daarom|"
    r"alles(?:zins)?|hetvoor|resumerend|slotsom|dictum|\d{1,2}\.|[ivx]+\.)[^:;]{0,120}?[,:.]?)?"
)
_LONGEST_TAIL = 160
_REPORTED = ("werd", "destijds", "indertijd")
_FORBIDDEN = {
    (System.LETTERS, "A"): ("niet",),
    (System.LETTERS, "B"): ("niet",),
    (System.LETTERS, "D"): ("tenzij", "dannadat"),
    (System.SIX, "1"): ("niet", "nadat", "rekening", "aandacht"),
    (System.SIX, "2"): ("niet",),
    (System.SIX, "3"): ("niet",),
    (System.SIX, "6"): ("aldus", "nadat"),
}
_MOST_LINES = 4


def verdict_in(sentence: str) -> Wording | None:
    """The row of the table that this sentence says in full, or None."""
    compact = _UNSEEN.sub("", sentence).lower()
    if any(word in compact for word in _REPORTED):
        return None
    return next((row for row in WORDINGS if _says(row, compact)), None)


def verdicts_in(lines: Sequence[Line]) -> Iterator[tuple[int, Verdict]]:
    """Every dictum in these lines with the index of its line, in document order."""
    for at, line in enumerate(lines):
        for sentence in _candidates(lines, at):
            if row := verdict_in(sentence):
                yield at, _verdict(row, sentence, line)
                break


def instrument_of(sentence: str, row: Wording) -> str:
    """What the verdict speaks about: by its own words, which say more than the row that it fits."""
    compact = _UNSEEN.sub("", sentence).lower()
    named = (
        ("bill-amending-memorandum", "notavanwijziging"),
        ("initiative-bill", "initiatiefvoorstel"),
        ("initiative-bill", "initiatiefwetsvoorstel"),
        ("kingdom-decree", "rijksbesluit"),
        ("kingdom-bill", "rijkswet"),
        ("kingdom-bill", "raadvanstatevanhetkoninkrijk"),
        ("treaty", "verdrag"),
    )
    return next((name for name, words in named if words in compact), row.instrument)


def _verdict(row: Wording, sentence: str, line: Line) -> Verdict:
    lettered = row.system is System.LETTERS
    return Verdict(
        system=row.system,
        letter=row.grade if lettered else "",
        rank=None if lettered else int(row.grade),
        instrument=instrument_of(sentence, row),
        wording=sentence,
        where=line.eid,
    )


def _candidates(lines: Sequence[Line], at: int) -> Iterator[str]:
    """The sentences of a line, and its last one run on over lines that break it off."""
    found = sentences(lines[at].text)
    yield from found
    if not found or found[-1].endswith((".", ";", ":")):
        return
    pieces = [found[-1]]
    for following in lines[at + 1 : at + _MOST_LINES]:
        pieces.append((sentences(following.text) or ("",))[0])
        yield " ".join(pieces)
        if pieces[-1].endswith("."):
            return


def _says(row: Wording, compact: str) -> bool:
    match = _pattern(row).match(compact)
    if match is None or len(compact) - match.end() > _LONGEST_TAIL:
        return False
    advice = compact[match.start("advice") :]
    return not any(word in advice for word in _FORBIDDEN.get((row.system, row.grade), ()))


@cache
def _pattern(row: Wording) -> re.Pattern[str]:
    """One row as a pattern over text without white space."""
    finding, advice = _compiled(row.finding), _compiled(row.advice)
    if row.system is System.SIX:
        between = f"{finding}.{{0,260}}?en?" if finding else ""
        return re.compile(f"{_OPENING}{_BODY},?{between}(?P<advice>{advice})")
    has, rest = "(?:heeft|hebben)", finding.removeprefix("(?:heeft|hebben)")
    subject = f"(?:{_BODY},?{has}|{has}{_BODY})"
    return re.compile(f"{_OPENING}{subject}{rest}{_GAP}(?P<advice>{advice})")


def _compiled(notation: str) -> str:
    compact = notation.replace("...", "\0").replace(" ", "").replace("(", "(?:").lower()
    return compact.replace("\0", _GAP).replace("adviseert|adviseren)", "adviseert|adviseren)(?:zij)?")
