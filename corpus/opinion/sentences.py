"""Sentences of a printed line: where each begins and ends.

A full stop after an abbreviation, an initial or a number ends nothing; one directly followed by a capital
does, because white space gets lost. A sentence is only a unit for judging who speaks: words never change.
"""

import re

_ABBREVIATIONS = (
    r"d\.d|nr|no|nrs|art|artt|mr|dr|drs|prof|ir|jhr|Stb|Stcrt|Trb|bijv|bv|jo|vgl|blz|p|par|resp|ca|zgn|cf|"
    r"m\.b\.t|o\.a|i\.v\.m|t\.a\.v|c\.q|d\.w\.z|n\.a\.v|m\.v\.t|o\.g\.v"
)
_ABBREVIATED = re.compile(rf"(?:^|[\s(])(?:(?i:{_ABBREVIATIONS})|[A-Z])\.$")
_LIST_NUMBER = re.compile(r"\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)?")
_STOP = re.compile(r"[.!?][\"'»’”)]*(?:\s+|(?=[A-Z][a-z]))")


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence; white space after a sentence belongs to none."""
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        if _ends_here(text, stop):
            spans.append((start, start + len(text[start : stop.end()].rstrip())))
            start = stop.end()
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return tuple(spans)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a line as printed."""
    return tuple(text[start:end] for start, end in sentence_spans(text))


def _ends_here(text: str, stop: re.Match[str]) -> bool:
    following = text[stop.end() : stop.end() + 1]
    if following and not (following.isupper() or following.isdigit() or following in "«\"'‘“„(["):
        return False
    opening = text[: stop.start()]
    return not _LIST_NUMBER.fullmatch(opening) and _ABBREVIATED.search(opening[-12:] + ".") is None
