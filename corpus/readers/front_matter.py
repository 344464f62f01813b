"""The YAML front matter of the second Markdown dialect, read without YAML: four scalars at the top level.

Everything else in it (the large `ecli_citations_versioned` block) is metadata about case law, not text.
"""

import re
from dataclasses import dataclass
from datetime import date

_FENCE = "---"
_KEYS = ("titel", "identificatie", "land", "datum")
_SCALAR = re.compile(r"([a-z_]+):[ \t]*(.*?)\s*$")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the file says of itself, and the lines of its body."""

    title: str
    identifier: str
    country: str
    day: date | None
    printed_day: str
    body: tuple[str, ...]


def split_front_matter(text: str) -> FrontMatter | None:
    """Front matter and body, or None when the text does not begin with this front matter."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        return None
    values = _scalars(lines[1:end])
    if "titel" not in values or "identificatie" not in values:
        return None
    title, identifier, country, day = (values.get(key, "") for key in _KEYS)
    return FrontMatter(title, identifier, country, _day(day), day, tuple(lines[end + 1 :]))


def _scalars(lines: list[str]) -> dict[str, str]:
    matches = (_SCALAR.match(line) for line in lines)
    return {m[1]: _unquoted(m[2]) for m in matches if m is not None and m[1] in _KEYS}


def _unquoted(value: str) -> str:
    quote = value[:1]
    if quote not in ("'", '"') or len(value) < 2 or not value.endswith(quote):
        return value
    inner = value[1:-1]
    inner = inner.replace("''", "'") if quote == "'" else inner.replace('\\"', '"').replace("\\\\", "\\")
    return inner.strip()


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
