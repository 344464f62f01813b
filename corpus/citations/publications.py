"""Official journals and codes: Staatsblad, Staatscourant, Tractatenblad, Publicatieblad, ECLI, RvS, JCI,
CELEX, ELI.

The identifier is the one under which the text is published (`stb-2091-12`, `ECLI:NL:RVS:...`). An ECLI
may come without its prefix, with spaces or with semicolons; a capital where the scheme has one is asked
for, so that "ECLI:EU:C:1984:ab3254" is none.
"""

import re
from collections.abc import Callable, Iterator

from corpus.citations.citation import Citation, CitationKind
from corpus.reading import Identifier

JOURNAL = (
    r"(?:Stb|Stcrt|Trb)\b\.? ?\d{4},? ?(?:nr\.? ?)?\d{1,5}(?![\d/])"
    r"|(?:Staatsblad|Staatscourant|Tractatenblad)(?: van het Koninkrijk"
    r"(?: der Nederlanden)?)? ?\d{4},? (?:nr\.? ?)?\d{1,5}(?!\d)"
)
JOURNAL_OF_YEAR = r"(?:Stb|Stcrt|Trb)\b\.? ?(?:nr\.? ?)?\d{1,5}(?![\d/])(?!, ?\d)"
UNION_JOURNAL = (
    r"(?:Pb(?:\.? ?EU|\.? ?EG|EEG)?\.?|OJ|Publicatieblad)(?: van de Europese Unie)?,? ?(?:\d{4},? ?)?"
    r"(?:nr\.? ?)?[LC] ?(?:\d{1,4}|, \d{4}/\d{1,5})"
    r"(?:/\d{1,4})?(?!\d)"
)
ECLI = (
    r"ECLI ?[:;] ?[A-Z]{2}[:;][A-Za-z]{1,8}[:;]\d{4}[:;][A-Z0-9]+(?:\.[A-Z0-9]+)*(?![a-z])"
    r"|(?:NL:[A-Za-z]{2,8}|EU:[CTF]|R[Vv]S|HR):\d{4}:[A-Z0-9]{1,12}(?![\w:])"
)
LJN = r"(?:LJN|LJ|ELRO|lj)(?:[- ](?:nr\.?|nummer))?:? ?[A-Z]{2} ?\d{4}(?!\d)"
OPINION = r"W\d{2}\.\d{2}\.\d{3,5}/[IV1]{1,3}(?:/[A-Z]{1,2})?(?!\w)"
CASE = r"20\d{7}/\d{1,2}(?:/[A-Z]\d{1,2})?(?![\w/])"
JCI = r"(?:jci)?1\.\d:[a-z]:BWB[RVW]\d{7}(?:&[\w-]+=[^&\s;)»\"]*[^&\s;)»\".,])*"
BWB = r"BWB[RVW]\d{7}(?!\d)"
CELEX = r"(?:CELEX:? ?)?[0-9CE][12]\d{3}[A-Z]{1,2}\d{4}(?:R?\(\d{2}\))*(?:-\d{8})?(?!\w)"
ELI = r"(?:https?://data\.europa\.eu/)?eli/[a-z_]+/\d{4}/\d+(?:/[\w-]+(?:\.\w+)*)*"
_LETTERS = re.compile(r"[LC]")
_DIGITS = re.compile(r"\d+")
_DATE_BEFORE = re.compile(
    r"\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) "
    r"(\d{4})\b(?![^;]*; )"
)
_ANOTHER = re.compile(
    r"(?:, | en |; )(?P<year>\d{4}), (?P<number>\d{1,5})(?![\d/])|(?: en | en nr\. )(?P<same>\d{1,5})"
    r"(?![\d/,]| \w+ \d{4})"
)


def journals(text: str, start: int, end: int) -> Iterator[Citation]:
    """ "Stb. 2091, 12 en 13": a citation for each number."""
    said = text[start:end]
    year, number = _DIGITS.findall(said)[:2]
    journal = _journal(said)
    yield _journal_citation(text, (start, end), f"{journal}-{year}-{number}")
    while more := _ANOTHER.match(text, end):
        begin = more.start("year") if more["year"] else more.start("same")
        year, end = more["year"] or year, more.end()
        yield _journal_citation(text, (begin, end), f"{journal}-{year}-{more['number'] or more['same']}")


def journal_of_year(text: str, start: int, end: int) -> Citation:
    """ "De wet van 3 april 2091 (Stb. 12)": the year left out is that of the date just before."""
    said = text[start:end]
    years = _DATE_BEFORE.findall(text, max(0, start - 250), start)
    if not years:
        return Citation(start, end, said, CitationKind.PUBLICATION)
    number = _DIGITS.findall(said)[0]
    return _journal_citation(text, (start, end), f"{_journal(said)}-{years[-1]}-{number}")


def union_journal(text: str, start: int, end: int) -> Citation:
    """ "PbEU 2091, L 12" is `pb-2091-L-12`; without a year, as the Union's journal was cited long, it is
    `pb-L-12`."""
    said = text[start:end]
    letter = _LETTERS.search(said, 2)
    at = letter.start() if letter else 0
    year = _DIGITS.findall(said[:at])
    number = _DIGITS.findall(said[at:])
    value = "-".join(("pb", *year[:1], said[at], *number))
    return _journal_citation(text, (start, end), value)


def code(text: str, start: int, end: int, kind: str) -> Citation:
    """An identifier in the form of its own scheme."""
    said = text[start:end]
    cited, scheme, form = _CODES[kind]
    return Citation(start, end, said, cited, identifiers=(Identifier(scheme, form(said)),))


def _journal(said: str) -> str:
    low = said.lower()
    if low.startswith("t"):
        return "trb"
    return "stcrt" if low.startswith(("stc", "staatsc")) else "stb"


def _journal_citation(text: str, span: tuple[int, int], value: str) -> Citation:
    found = (Identifier("op", value),)
    return Citation(*span, text[slice(*span)], CitationKind.PUBLICATION, identifiers=found)


def _ecli(said: str) -> str:
    parts = re.sub(r"\s", "", said).replace(";", ":").split(":")
    if parts[0] != "ECLI":
        parts = ["ECLI", *(("NL",) if len(parts) == 3 else ()), *parts]
    return ":".join((*parts[:2], parts[2].upper(), *parts[3:]))


def _ljn(said: str) -> str:
    return re.sub(r"\s", "", said)[-6:]


def _opinion(said: str) -> str:
    return said.replace("/1", "/I")


def _celex(said: str) -> str:
    return said.upper().removeprefix("CELEX").strip(": ")


_CODES: dict[str, tuple[CitationKind, str, Callable[[str], str]]] = {
    "ecli": (CitationKind.DECISION, "ecli", _ecli),
    "ljn": (CitationKind.DECISION, "ljn", _ljn),
    "case": (CitationKind.DECISION, "zaaknummer", str),
    "opinion": (CitationKind.OPINION, "rvs", _opinion),
    "jci": (CitationKind.IDENTIFIER, "jci", str),
    "bwb": (CitationKind.IDENTIFIER, "bwb", str),
    "celex": (CitationKind.IDENTIFIER, "celex", _celex),
    "eli": (CitationKind.IDENTIFIER, "eli", str),
}
