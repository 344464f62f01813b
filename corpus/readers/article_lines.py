"""What one line of Dutch law is: a heading with a label, a list mark, or plain text.

Only the form of a line is judged here, never its place: nesting is `corpus.readers.list_levels` and
`corpus.readers.act_tree`. The labels and the order of divisions follow Aanwijzingen voor de regelgeving
3.54 and 3.56, the marks 3.58 and 3.59 (lid "1.", onderdeel "a.", "1°.", "i.", dash).
"""

import re
from dataclasses import dataclass

from corpus.provision import ProvisionKind

_LABELS = {
    "boek": ProvisionKind.BOOK,
    "deel": ProvisionKind.PART,
    "hoofdstuk": ProvisionKind.CHAPTER,
    "titel": ProvisionKind.TITLE,
    "afdeling": ProvisionKind.SECTION,
    "paragraaf": ProvisionKind.SUBSECTION,
    "par.": ProvisionKind.SUBSECTION,
    "§": ProvisionKind.SUBSECTION,
    "subparagraaf": ProvisionKind.SUBDIVISION,
    "sub-paragraaf": ProvisionKind.SUBDIVISION,
    "divisie": ProvisionKind.DIVISION,
    "bijlage": ProvisionKind.ATTACHMENT,
    "artikel": ProvisionKind.ARTICLE,
    "article": ProvisionKind.ARTICLE,
    "art.": ProvisionKind.ARTICLE,
    "art": ProvisionKind.ARTICLE,
}
_RANKS = (
    ProvisionKind.BOOK,
    ProvisionKind.PART,
    ProvisionKind.CHAPTER,
    ProvisionKind.TITLE,
    ProvisionKind.SECTION,
    ProvisionKind.SUBSECTION,
    ProvisionKind.SUBDIVISION,
    ProvisionKind.DIVISION,
)
_NUMBER = r"(?:\d[\w:.\-–]*\*?|[IVXLC]+(?:[-.]?[A-Za-z]?\d+\w*|\.er|[A-Za-z]?)\*?|[A-Z]{1,2}\d*\w?|[a-z])"
_ANY_LABEL = "|".join(re.escape(label) for label in sorted(_LABELS, key=len, reverse=True))
_LABELLED = re.compile(rf"(?P<label>(?i:{_ANY_LABEL}))(?![^\W\d])(?:\s*{_NUMBER})?[.:,]?(?:\s+|$)")
_ONLY_ARTICLE = re.compile(r"(?:enig|eenig|enige) artikel\.?$|artikel enig(?: artikel)?\.?$", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,3}[a-z]?(?:\.\d{1,3}[a-z]?)*\.?|[IVX]{1,6}\.)\s+(?=\S)")
_STRICT = re.compile(
    r"(?:Boek|BOEK|Deel|DEEL|Hoofdstuk|HOOFDSTUK|Titel|TITEL|Afdeling|AFDELING|Paragraaf|PARAGRAAF|"
    r"Subparagraaf|SUBPARAGRAAF|Sub-paragraaf|Bijlage|BIJLAGE|Artikel|ARTIKEL|Enig|ENIG|Eenig|§)(?:\s|$)"
)
_LONGEST_HEADING = 200
_ANNEX_OF = re.compile(r"(?:,|\(|bij\b|behorende?\b|als bedoeld\b|ex\b)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: which kind of provision it opens, its number with label, and its words."""

    kind: ProvisionKind
    num: str
    heading: str = ""


def rank(kind: ProvisionKind) -> int:
    """How far out a kind of division stands: a lower number holds a higher one."""
    return _RANKS.index(kind)


def labelled_heading(line: str) -> Heading | None:
    """The heading in a line that is known to be a heading; None when it bears no label."""
    text = " ".join(line.split())
    if _ONLY_ARTICLE.match(text):
        return Heading(ProvisionKind.ARTICLE, text)
    match = _LABELLED.match(text)
    if match is None:
        return None
    kind = _LABELS[match["label"].lower()]
    return Heading(kind, text[: match.end()].strip(), text[match.end() :])


def numbered_heading(line: str) -> Heading:
    """A heading without label as a division: "2.1 Algemeen" has number "2.1"."""
    text = " ".join(line.split())
    match = _NUMBERED.match(text)
    at = match.end() if match else 0
    return Heading(ProvisionKind.DIVISION, text[:at].strip(), text[at:])


def heading_line(line: str) -> Heading | None:
    """The heading in a line of plain text, where "Artikel 5 is van toepassing" is no heading."""
    if len(line) > _LONGEST_HEADING or not _STRICT.match(line):
        return None
    found = labelled_heading(line)
    return found if found is not None and _is_plausible(found) else None


def _is_plausible(found: Heading) -> bool:
    numberless = " " not in found.num and not found.num[-1].isdigit()
    if found.kind is ProvisionKind.ATTACHMENT:
        return not found.heading or bool(_ANNEX_OF.match(found.heading) or _reads_as_heading(found.heading))
    if numberless:
        return False
    return not found.heading or _reads_as_heading(found.heading)


def _reads_as_heading(words: str) -> bool:
    """A heading starts with a capital and does not end as a sentence does."""
    first = words.lstrip("([\"'‘“„")[:1]
    return ((first.isupper() or first.isdigit()) and words[-1] not in ";:,.") or words[:1] in "(["


def may_be_heading_words(line: str) -> bool:
    """Whether a line below a bare heading can be its words: short, with a capital, and no sentence."""
    return len(line) <= _LONGEST_HEADING and _reads_as_heading(line)
