"""Headings of Union law: which word names which division, and where the number ends and the heading begins.

The words are those of the Official Journal in Dutch, English, German and French (`docs/bronvormen.md`). Only
the form of a line is judged. Dutch law has its own labels in `corpus.readers.article_lines`.
"""

import re
from dataclasses import dataclass

from corpus.provision import ProvisionKind
from corpus.reading import WorkKind

_WORDS = {
    ProvisionKind.BOOK: "boek|book|buch|livre",
    ProvisionKind.PART: "deel|part|teil|partie",
    ProvisionKind.TITLE: "titel|title|titre",
    ProvisionKind.CHAPTER: "hoofdstuk|chapter|kapitel|chapitre",
    ProvisionKind.SECTION: "afdeling|section|abschnitt",
    ProvisionKind.SUBSECTION: "onderafdeling|sub-?section|unterabschnitt|sous-section",
    ProvisionKind.ARTICLE: "artikel|article",
    ProvisionKind.ATTACHMENT: "bijlage|annex|anhang|annexe|aanhangsel|appendix",
}
_SPELLED = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_QUOTE = "[\u2018\u2019\u201a\u201c\u201d\u201e\"'«]?"
_NUMBER = rf"(?:\d{{1,4}}[a-z]{{0,3}}|[IVXLC]{{1,7}}[A-Za-z]{{0,2}}|[A-Z]|(?i:{_SPELLED}))"
_LABELS = [
    (kind, re.compile(rf"({_QUOTE}\s*(?i:{words})(?:\s+{_NUMBER})?\s*(?:[.:]|[—–-](?=\s))?)(?:\s+(\S.*)|$)"))
    for kind, words in _WORDS.items()
]
_UNNUMBERED = frozenset({ProvisionKind.ATTACHMENT})
_ACTS = (
    (WorkKind.EU_REGULATION, r"regulation|\w*verordening|\w*verordnung|règlement"),
    (WorkKind.EU_DIRECTIVE, r"directive|\w*richtlijn|\w*richtlinie"),
    (WorkKind.EU_DECISION, r"decision|\w*besluit|\w*beschluss|décision"),
)
_ACT_WORDS = re.compile("|".join(rf"\b(?P<k{i}>{words})\b" for i, (_, words) in enumerate(_ACTS)), re.I)

_REMARK = re.compile(
    r"\s*\((?:Text with EEA relevance|Voor de EER relevante tekst|Text von Bedeutung für den EWR|"
    r"Texte présentant de l['’]intérêt pour l['’]EEE)\.?\)\s*$",
    re.I,
)
_CLOSING = re.compile(r"\((?=[^()]*[a-zà-ÿ])([^()]{4,120})\)$")
_NO_NAME = re.compile(
    r"recast|codifi|herschik|gecodificeerd|neufassung|kodifizier|refonte|(?:OJ|PB|ABl\.|JO) ", re.I
)


@dataclass(frozen=True, slots=True)
class Label:
    """A heading taken apart."""

    kind: ProvisionKind
    num: str
    heading: str


def label(text: str) -> Label | None:
    """The heading a text is: "CHAPTER IVa", "Section A. List", "ANNEX"; None when it names no division."""
    for kind, pattern in _LABELS:
        match = pattern.match(text)
        if match is None:
            continue
        num, heading = match[1].strip(), match[2] or ""
        if any(c.isspace() for c in num) or (kind in _UNNUMBERED and not heading):
            return Label(kind, num, heading)
    return None


def language(stated: str) -> tuple[str, list[tuple[str, str]]]:
    """The language as stated in two letters, else Dutch, with the guess that it is."""
    code = stated.strip().lower()
    if len(code) == 2:
        return code, []
    return "nl", [("language-not-stated", "het bestand noemt geen taal")]


def act_kind(title: str) -> WorkKind:
    """What an act is by the first word of its title that names a kind of act."""
    match = _ACT_WORDS.search(title)
    if match is None or match.lastgroup is None:
        return WorkKind.UNKNOWN
    return _ACTS[int(match.lastgroup[1:])][0]


def short_title(title: str) -> str:
    """The name that the title itself gives between its last parentheses, or ""; a remark is no name."""
    match = _CLOSING.search(_REMARK.sub("", title).rstrip())
    return "" if match is None or _NO_NAME.match(match[1]) else match[1]
