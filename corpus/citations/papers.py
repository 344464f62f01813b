"""Papers of parliament as they are cited: "Kamerstukken II 2091/92, 99 001, nr. 3, p. 5", "99001-3",
"stuk nr. 12".

The number of the publication is `kst-99001-3`; a part of a dossier (`-XV`, `-07`) is in it, a kingdom
number (R2064) is not. Handelingen are proceedings, whatever number follows. A page is not kept.
"""

import re
from collections.abc import Iterator

from corpus.citations.citation import Citation, CitationKind
from corpus.reading import Identifier

_YEAR = r"(?:(?:[Zz]itting|[Vv]ergaderjaar) ?)?\d{4}(?: ?[-/–] ?(?:- ?)?(?:\d{4}|\d{2}))?"
_CHAMBER = (
    r"(?:II|I|11|1|2|TK|EK|[Tt]weede [Kk]amer(?: der Staten-Generaal)?|[Ee]erste [Kk]amer"
    r"(?: der Staten-Generaal)?)"
)
_DOSSIER = r"(?:\d{2}[ .-]?\d{3}|\d{4,5})(?!\d)"
_PART = r"(?:[ -]?[IVX]{1,5}[A-Z]?(?![\w])|[ -]?\(R ?\d{3,4}\)|-\d{2}(?![\d])|-[A-Z](?=-| ?,))?"
_NUMBER = r"(?:\d{1,4}[a-z]?|[A-Z]{1,3})(?![\w/])"
_NUMBERS = rf"{_NUMBER}(?:(?:[–-]| t/m | tot en met |, | en | and |, en ){_NUMBER}(?! ?[-/]\d))*"
_NR = r"[Nn](?:umm?ers?|rs?)\b\.? ?"
_PAGES = r"(?:,? ?(?:p|pp|blz|pag|pagina|bladzijde)\b\.? ?\d+(?:(?: ?[-–/,] ?| en )\d+)*)?"
KAMERSTUK = (
    rf"(?:[Kk]amerstuk(?:ken)?|KAMERSTUKKEN|Kst\.?|(?<![\w])(?:TK|EK)(?= \d{{4}}-))(?: \(|,)? ?"
    rf"(?:{_CHAMBER}(?![\w]),? ?)?(?:\(?{_YEAR}\)?(?!\d)(?:, ?|-| )|\d{{4}}[-/–] ?- ?\d{{2}}, )?"
    rf"{_DOSSIER}{_PART}(?:(?:, ?| )?(?:{_NR})?{_NUMBERS})?"
)
BARE_PAPER = (
    rf"(?:\d{{2}} ?\d{{3}}(?:[ -][IVX]{{1,5}}[A-Z]?(?![\w])|-\d{{2}}(?!\d)|-[A-Z](?=,)|"
    rf" \(R ?\d{{3,4}}\))? ?,? {_NR}{_NUMBERS}"
    r"|[1-3]\d{4}(?:-\d{2}|-[IVX]{1,5}|-[A-Z])?-\d{1,4}(?![\w/-]))"
)
DOSSIER = (
    r"(?:[Kk]amerstukdossier|[Dd]ossier(?:nummer)?|[Ww]etsvoorstel)(?: met nummer| nr\.?|"
    r" nummer)? \(?\d{2} ?\d{3}(?![\d])"
)
PAPER_OF_DOSSIER = (
    rf"(?:[Ss]tuk(?:ken)? {_NR}{_NUMBERS}|(?:[Gg]edrukt onder|GEDRUKT ONDER) (?:{_NR}|NR\. ?){_NUMBERS})"
)
PROCEEDINGS = (
    r"(?:Aanhangsel (?:van de |der )?)?Handelingen (?:I{1,2}|TK|EK|Tweede Kamer|"
    r"Eerste Kamer)[^;()\n]{0,80}?\d(?=[;)\n]|\.(?: |$)|$)"
)
_ITEM_OF_DAY = re.compile(
    r"Handelingen (?P<chamber>I{1,2}|TK|EK|Tweede Kamer|Eerste Kamer) (?P<year>\d{4}) ?[-/–] ?"
    r"(?P<until>\d{2,4}),? (?:nr\. ?)?(?P<day>\d{1,3}),? (?:item|onderdeel) ?(?P<item>\d{1,3})"
)
_DIGITS = re.compile(
    rf"(?P<dossier>{_DOSSIER})(?P<part>{_PART})(?:(?: ?,? ?(?:{_NR})|, | )(?P<numbers>{_NUMBERS}))?$"
)
_DASHED = re.compile(r"(?P<dossier>\d{5})(?P<part>(?:-\d{2}|-[IVX]{1,5}|-[A-Z])?)-(?P<numbers>\d{1,4})$")
_MORE_NUMBERS = re.compile(rf"{_PAGES}(?:;| en|,| en in|, en) (?P<numbers>{_NR}{_NUMBERS})")
_ITEM = re.compile(r"(?P<range>[–-]|t/m|tot en met)|(?P<number>\d{1,4}[a-z]?|[A-Z]{1,3})")
_AFTER_NR = re.compile(rf"{_NR}|NR\. ?")
_HEAD = re.compile(
    rf"(?:[Kk]amerstuk(?:ken)?|KAMERSTUKKEN|Kst\.?|TK|EK)(?: \(|,)? ?(?P<chamber>{_CHAMBER}(?!\w),? ?)?"
    rf"(?P<year>\(?{_YEAR}\)?(?!\d)(?:, ?|-| )(?=\d)|\d{{4}}[-/–] ?- ?\d{{2}}, )?"
)


def papers(text: str, start: int, end: int) -> Iterator[Citation]:
    """The papers that a printed reference names: one citation for each run of numbers of the same dossier."""
    head = _HEAD.match(text, start)
    at = head.end() if head else start
    said = text[at:end]
    match = _DASHED.match(said) or _DIGITS.match(said)
    if match is None:
        return
    dossier = _dossier(match["dossier"], match["part"] or "")
    if not match["numbers"]:
        yield _dossier_citation(text, start, end, dossier)
        return
    yield _paper(text, (start, end), dossier, match["numbers"])
    while more := _MORE_NUMBERS.match(text, end):
        begin, end = more.span("numbers")
        yield _paper(text, (begin, end), dossier, _AFTER_NR.sub("", more["numbers"]))


def paper_of_dossier(text: str, start: int, end: int) -> Citation:
    """ "Stuk nr. 12": a paper of a dossier that the text is about; its identifier is the number alone."""
    numbers = _AFTER_NR.split(text[start:end], maxsplit=1)[-1]
    found = tuple(Identifier("ondernummer", n) for n in _numbers(numbers) if not _is_roman(n))
    return Citation(start, end, text[start:end], CitationKind.PAPER, identifiers=found)


def dossier(text: str, start: int, end: int) -> Citation:
    """ "Dossier 99 001", "wetsvoorstel 99001"."""
    digits = "".join(re.findall(r"\d", text[start:end]))
    return _dossier_citation(text, start, end, digits)


def proceedings(text: str, start: int, end: int) -> Citation:
    """ "Handelingen II 2091/92, nr. 3, item 12, p. 5" is `h-tk-20912092-3-12`; no item, no number."""
    said = text[start:end]
    item = _ITEM_OF_DAY.match(said)
    if item is None:
        return Citation(start, end, said, CitationKind.PROCEEDINGS)
    chamber = "ek" if item["chamber"].startswith(("Eerste", "EK")) or item["chamber"] == "I" else "tk"
    year = f"{item['year']}{item['year'][:2]}{item['until'][-2:]}"
    found = Identifier("op", f"h-{chamber}-{year}-{item['day']}-{item['item']}")
    return Citation(start, end, said, CitationKind.PROCEEDINGS, identifiers=(found,))


def _dossier_citation(text: str, start: int, end: int, number: str) -> Citation:
    said = text[start:end]
    return Citation(start, end, said, CitationKind.DOSSIER, identifiers=(Identifier("dossier", number),))


def _paper(text: str, span: tuple[int, int], number: str, listed: str) -> Citation:
    found = tuple(Identifier("op", f"kst-{number}-{paper}") for paper in _numbers(listed))
    return Citation(*span, text[slice(*span)], CitationKind.PAPER, identifiers=found)


def _numbers(listed: str) -> list[str]:
    """ "1–3" is 1, 2 and 3; "12, I" is a paper and what it says under I."""
    found: list[str] = []
    ranged = False
    for match in _ITEM.finditer(listed):
        number = match["number"]
        if number is None:
            ranged = True
        elif ranged and found and found[-1].isdecimal() and number.isdecimal():
            found += [str(n) for n in range(int(found[-1]) + 1, min(int(number), int(found[-1]) + 50) + 1)]
            ranged = False
        else:
            found.append(number)
            ranged = False
    return found


def _is_roman(number: str) -> bool:
    return bool(re.fullmatch(r"[IVX]+", number))


def _dossier(digits: str, part: str) -> str:
    number = re.sub(r"\D", "", digits)
    kept = "" if "R" in part else part.strip(" -()")
    return f"{number}-{kept}" if kept else number
