"""Decision notes (beslisnota's): how one is recognised by its lines, and where its public part ends.

The form is fixed: headings Aanleiding, Geadviseerd besluit, Kernpunten, Toelichting, and as the fifth what
cannot be made public; below a line of dashes everything is taken out before publication. This module keeps
what stands above that line, or above heading 5, whichever comes first. In doubt it cuts too early, never too
late, and a note without either is refused. What is cut is not kept in any form; of the original only its
SHA-256 is named. Lines in, lines out: which file they come from is for `corpus.readers.decision_note`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.errors import NoCutLineError

CUT = "cut-before-storage"
_TITLE = re.compile(
    r"\bbeslis(?:sings)?-?\s?nota|^nota\b(?!\s+(?:van|n\.?a\.?v|naar aanleiding))", re.IGNORECASE
)
_OWN_TITLE = re.compile(r"beslis(?:sings)?-?\s?nota", re.IGNORECASE)
_BEFORE, _BEHIND = " #>|*•·\\", " #|*:"
_NUMBER = re.compile(r"^(?:[1-9]|I{1,3}|IV|V)(?:\s*[.):]+\s*|\s+)")
_NOT_PUBLIC = re.compile(r"(?:informatie\s+die\s+niet|niet[\s-]+openba)", re.IGNORECASE)
_HEADINGS = frozenset({"aanleiding", "geadviseerd besluit", "kernpunten", "toelichting"})
_DECISIVE = "geadviseerd besluit"
_STROKES = r"[-‐-―−_=─━═~\\]"
_STROKES_WITHIN = re.compile(rf"(?:{_STROKES}\s?){{5,}}")
_RULE = re.compile(
    rf"^[\s|>*]*(?:{_STROKES}[\s|>*]*){{3,}}$|^[\s|>*]*(?:{_STROKES}\s?){{5,}}|^(?:[.·…•]\s*){{5,}}$"
)
_FIFTH = re.compile(
    r"^(?:(?:punt|onderdeel|paragraaf|§)\s*)?(?:5|V)(?:\s*(?:[.):](?!\d{3}\b|V\b|[a-z])|[-–—]\s)|\s+[A-Z]|$)",
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_TITLE_LINES, _OWN_TITLE_LINES = 40, 12
_FOOT = "Ingekort vóór opslag. SHA-256 van het origineel: "
_RENDERED_RULE = "-" * 40


@dataclass(frozen=True, slots=True)
class PublicNote:
    """The public part of a decision note, line by line, and the SHA-256 of the file it was cut from."""

    lines: tuple[str, ...]
    original_sha256: str

    def rendition(self) -> bytes:
        """The only form in which a decision note may be kept: its public part as plain text."""
        return "\n".join([*self.lines, "", _RENDERED_RULE, f"{_FOOT}{self.original_sha256}", ""]).encode()


def is_decision_note(lines: Iterable[str]) -> bool:
    """Whether these are the lines of a decision note: by its title, by its fixed headings, or by both."""
    words = [line for line in (bare(line) for line in lines) if line]
    headings = {heading for heading in map(_fixed_heading, words) if heading}
    if any(_NOT_PUBLIC.match(heading) for heading in headings):
        return True
    if any(_OWN_TITLE.match(line) for line in words[:_OWN_TITLE_LINES]):
        return True
    has_title = any(_TITLE.search(line) for line in words[:_TITLE_LINES])
    return len(headings) > 1 and (has_title or _DECISIVE in headings)


def public_part(lines: Sequence[str], sha256: str) -> PublicNote:
    """What stands above the line. Raises `NoCutLineError` when no line is found, or nothing above it."""
    end = next((at for at, line in enumerate(lines) if ends_public_part(line)), None)
    if end is None:
        raise NoCutLineError(
            "Dit is een beslisnota waarin de lijn niet te vinden is waaronder zij niet openbaar is.",
            remedy="Bied alleen het openbare deel aan, met daaronder een regel van streepjes.",
        )
    kept = _trimmed(lines[:end])
    if not kept:
        raise NoCutLineError(
            "In deze beslisnota staat geen woord boven de lijn waaronder zij niet openbaar is.",
            remedy="Bied alleen het openbare deel aan, met daaronder een regel van streepjes.",
        )
    return PublicNote(kept, _original(lines[end:]) or sha256)


def fixed_heading(line: str) -> str:
    """Which of the fixed headings a line is, in lower case; "" when it is none."""
    return _fixed_heading(bare(line))


def _fixed_heading(bare_line: str) -> str:
    words = _NUMBER.sub("", bare_line).lower()
    return words if words in _HEADINGS or _NOT_PUBLIC.match(words) else ""


def bare(line: str) -> str:
    """A line without the signs a markup puts around a heading."""
    return " ".join(_seen(line).split()).lstrip(_BEFORE).rstrip(_BEHIND)


def _seen(line: str) -> str:
    """A line without signs that take no place."""
    return line if line.isascii() else _UNSEEN.sub("", line)


def ends_public_part(line: str) -> bool:
    """Whether a line is the one below which a note is not public, or heading 5; of a row, any cell counts."""
    if "\t" in line:
        within = _STROKES_WITHIN.search(line) or _NOT_PUBLIC.search(line)
        return bool(within) or any(map(ends_public_part, line.split("\t")))
    words = bare(line)
    is_rule = _RULE.match(_seen(line).strip())
    return bool(is_rule or _FIFTH.match(words) or _NOT_PUBLIC.match(_NUMBER.sub("", words)))


def _original(below: Sequence[str]) -> str:
    """The SHA-256 under a rendition of our own: there is nothing else below its line."""
    said = [line.strip() for line in below if line.strip()]
    is_ours = len(said) == 2 and said[0] == _RENDERED_RULE and said[1].startswith(_FOOT)
    named = said[1].removeprefix(_FOOT) if is_ours else ""
    return named if re.fullmatch(r"[0-9a-f]{64}", named) else ""


def _trimmed(lines: Sequence[str]) -> tuple[str, ...]:
    """Lines without white space behind them, and without blank lines at the ends."""
    kept = [line.rstrip() for line in lines]
    filled = [at for at, line in enumerate(kept) if line]
    return tuple(kept[filled[0] : filled[-1] + 1]) if filled else ()
