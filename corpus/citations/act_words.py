"""How a text speaks of acts without their name: "deze wet", "die richtlijn", "de wet van 3 april 2091",
"de wet".

Also how an act is recognised whose name is in no table: it must not pass for the act the text is in.
Words of the language only; names are in `corpus.citations.names`.
"""

import re

from corpus.citations.citation import Act, Manner
from corpus.citations.names import NamedAct, Names
from corpus.citations.union_acts import UNION_ACT, union_act
from corpus.reading import Identifier

NOUNS = (
    "wet", "rijkswet", "besluit", "regeling", "verordening", "richtlijn", "verdrag", "wetboek", "beschikking",
    "reglement", "statuut", "handvest", "overeenkomst", "protocol", "circulaire", "beleidsregel",
    "beleidsregels",
    "kaderbesluit", "uitvoeringsbesluit", "uitvoeringsverordening", "rijksbesluit", "landsverordening",
    "regulation", "directive", "decision", "treaty", "convention", "charter", "agreement",
)  # fmt: skip
EXPLANATION = "toelichting"
PLACES = (
    "artikel", "artikelen", "lid", "leden", "onderdeel", "onderdelen", "hoofdstuk", "afdeling", "paragraaf",
    "titel", "boek", "deel", "bijlage", "article", "articles", "paragraph", "paragraphs", "point", "chapter",
    "section", "annex", "subparagraph",
)  # fmt: skip
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_NOUN = rf"(?:{'|'.join(sorted(NOUNS, key=len, reverse=True))})"
_THIS = r"(?:[Dd]eze|[Dd]it|[Tt]his)"
_THAT = (
    r"(?:[Dd]ie|[Dd]at|[Tt]hat|(?:(?:[Dd]e|[Hh]et) )?(?:(?:eerst|laatst|voor)?genoemde|voornoemde|"
    r"voormelde|bedoelde))"
)
THIS_OR_THAT = rf"(?:{_THIS}|{_THAT}) (?:(?:Implementing|Delegated|Framework) )?(?i:{_NOUN})(?![\w-])"
_BY_WHOM = r"(?:de|Onze) (?:Minister|Staatssecretaris)[^.;:()0-9]{0,90}? "
DATED = (
    rf"(?:(?:[Rr]ijks)?[Ww]et|[Bb]esluit|[Rr]egeling|[Bb]eschikking) van (?:{_BY_WHOM}van )?"
    rf"\d{{1,2}} (?i:{_MONTHS}) \d{{4}}"
)
_ENDING = (
    r"(?:wet|wetboek|besluit|verordening|richtlijn|regeling|verdrag|reglement|statuut|code|circulaire|"
    r"beschikking|overeenkomst)"
)
_OPENING = (
    r"(?:(?:Algemene|Rijks|Invoerings|Tijdelijke|Overgangs|Uitvoerings|Kader|Coördinatie)?[Ww]et|"
    r"Wetboek|Besluit|"
    r"Regeling|Verdrag|Reglement|Statuut|Handvest|Overeenkomst|Protocol|Richtlijn|Verordening|Beschikking|"
    r"Algemeen [a-z]+(?:reglement|besluit)|"
    r"Convention|Treaty|"
    r"Charter|Regulation|Directive)"
)
UNKNOWN_NAME = (
    rf"(?:(?!E[UG]-)(?:[A-Z][a-z]+- en )?[A-Z][\w’-]*{_ENDING}(?: (?:19|20)\d\d\b)?(?![\w-])"
    rf"|{_OPENING}(?![\w-]))"
)
TREATY = r"(?:EVRM|VWEU|VEU|EG-Verdrag|IVBPR|IVRK|TFEU|TEU|ECHR)"
_SHORT_NAME = r"(?!Raad|Unie|Hoge|Onze|Rijk|Hof)[A-Z][A-Za-z]{1,4}(?: \d{4}\b)?(?![\w-])"
_GENERAL_WET = r"Algemene (?:rijks)?wet (?:inzake |op |betreffende )?(?:de |het )?[a-z]{7,}(?![\w-])"
_UNION = re.compile(UNION_ACT)
_GOES_ON = re.compile(r" (?:nieuw )?")
_DATED = re.compile(DATED)
_TAIL_ACT = re.compile(
    rf"(?P<union>{UNION_ACT})|(?P<relative>{THIS_OR_THAT})|(?P<dated>{DATED})"
    r"|(?P<paper>(?:memorie|nota) van toelichting|toelichting(?!\w))"
    rf"|(?P<noun>{_NOUN}(?![\w-]))|(?P<unknown>{_GENERAL_WET}|{UNKNOWN_NAME}|{_SHORT_NAME})"
)
_NO_NAME = (
    r"(?:wordt|worden|zijn|bedoelde?|genoemde?|niet|treedt|geldt|gestelde?|gegeven|blijft|"
    r"vastgestelde?|bepaalde?|omschreven|aangewezen|opgenomen|krachtens|inzake|heeft|hebben|kunnen|komt|voor|alsmede|dient|mede)"
)
SPELLED_NAME = re.compile(
    r"(?:Wet|Besluit|Regeling|Reglement|Beschikking) [a-z][^.;:()«»\n]{3,120}(?= \((?:Stb|Stcrt)\b)|"
    rf"(?<=het )Besluit (?!{_NO_NAME}\b)[a-z]{{4,}} [a-z]{{3,}}\b|"
    rf"(?<=de )Regeling (?!{_NO_NAME}\b)[a-z]{{4,}} [a-z]{{3,}}\b|"
    r"Wet [a-z]{3,} en [a-z]{3,}\b|Wet [a-z]+lijke [a-z]{3,}\b|"
    r"(?:Wet|Besluit|Regeling|Verdrag|Reglement|Protocol|Overeenkomst) (?:op|voor|inzake|betreffende|"
    r"tot|omtrent|[a-z]{3,}(?:ing|heid|schap|iële|tie|recht|teit))\b"
)
_COMPOUND = re.compile(
    r"(?:[A-Z][a-z’-]{2,}(?:verdrag|wet|wetboek|besluit|verordening|richtlijn|regeling|reglement)(?: \d{4})?)"
    r"(?![\w-])"
)
_INTRODUCED = re.compile(
    r" ?,? (?:(?:van|uit)(?: zowel)?|of(?= (?:the |this |that |[A-Z])))(?: (?:de|het|the))? (?:[\"“«] ?)?"
    r"(?:in (?:artikel|het|dat|de) [^.;,()]{2,40}? (?:bedoelde|genoemde) )?"
)
_AFTER_ANNEX = re.compile(r",? (?:bij|to|van|of) (?:de |het |the )?")
_ADJECTIVE = re.compile(r"(?:herschikte|huidige|oude|nieuwe|gewijzigde|toenmalige|voormalige|Nederlandse) ")
_ABBREVIATION = re.compile(
    r"(?:[A-Z][a-z]?[A-Z][A-Za-z]{0,6}(?: \d{4})?|[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,2}"
    r"(?: \d{4})?)(?![\w.’-])"
)
_JUXTAPOSED = re.compile(r",? \(?(?:de |het )?")
_STAATSBLAD_AFTER = re.compile(
    r"[^.;:]{0,400}?\( ?Stb\. ?(?:(?P<year>\d{4}),? )?(?:nr\. ?)?(?P<number>\d{1,4})\)"
)
_FITTING = {"regulation": "verordening", "directive": "richtlijn", "decision": "besluit", "treaty": "verdrag"}


def noun_in(said: str) -> str:
    """The kind of act that a name or phrase speaks of: "die richtlijn" and "Voorbeeldrichtlijn" a
    directive."""
    first, _, rest = said.lower().partition(" ")
    for words in (first, rest):
        for noun in _BY_LENGTH:
            if noun in words:
                return _FITTING.get(noun, noun)
    return ""


_BY_LENGTH = tuple(sorted(NOUNS, key=lambda noun: (-len(noun), noun)))


def relative_act(said: str) -> Act:
    """What "deze wet" or "die richtlijn" says, before it is known what it goes back to."""
    this = said[:4].lower() in ("deze", "dit ", "this")
    return Act(Manner.THIS if this else Manner.THAT, said, noun_in(said.rpartition(" ")[2]))


def act_after(text: str, start: int, names: Names, *, after_annex: bool = False) -> tuple[Act, int] | None:
    """The act that "van de ..." after a provision names, and where it ends; None when none does.

    Without "van" ("artikel 3:1 Awb") only a name from the table is taken.
    """
    introduced = (_AFTER_ANNEX if after_annex else _INTRODUCED).match(text, start)
    if introduced is None:
        return _juxtaposed(text, start, names)
    if after_annex and (named := _named_at(text, introduced.end(), names)):
        return named
    at = introduced.end()
    adjective = _ADJECTIVE.match(text, at)
    match = _TAIL_ACT.match(text, adjective.end() if adjective else at)
    if match is None:
        return None
    defined = names.defined_for(match.group()) if match.lastgroup == "noun" else None
    end = name_end(text, match.end(), names) if match.lastgroup == "unknown" else match.end()
    return (named_act(defined) if defined else _said(text, match)), end


def name_end(text: str, end: int, names: Names) -> int:
    """Where an unknown name ends that goes on with a known one: "Uitvoeringsbesluit Wet op de seinen"."""
    start = text.rfind(" ", 0, end) + 1
    more = _GOES_ON.match(text, end) if _COMPOUND.match(text, start) else None
    named = names.at(text, more.end()) if more else None
    return more.end() + len(named.text) if more and named else end


def name_after(text: str, start: int, names: Names) -> tuple[Act, int] | None:
    """The act that "van de ..." names with a name from the table."""
    introduced = _INTRODUCED.match(text, start)
    return _named_at(text, introduced.end(), names) if introduced else None


def _named_at(text: str, at: int, names: Names) -> tuple[Act, int] | None:
    adjective = _ADJECTIVE.match(text, at)
    for place in (at, adjective.end()) if adjective else (at,):
        named = names.at(text, place)
        if named:
            return named_act(named), place + len(named.text)
    return None


def named_act(named: NamedAct) -> Act:
    """The act that a name of the table stands for."""
    return Act(Manner.NAME, named.text, noun_in(named.text), named.identifiers)


def dated_act(text: str, start: int, end: int) -> Act:
    """ "De wet van 3 april 2091 ...", with the Staatsblad that follows its title as what identifies it."""
    match = _STAATSBLAD_AFTER.match(text, end)
    year = match["year"] or text[start:end][-4:] if match else ""
    found = (Identifier("op", f"stb-{year}-{match['number']}"),) if match else ()
    return Act(Manner.DATE, text[start:end], noun_in(text[start:end]), found)


def _said(text: str, match: re.Match[str]) -> Act:
    said = match.group()
    if match.lastgroup == "union":
        return union_act(said)
    if match.lastgroup == "relative":
        return relative_act(said)
    if match.lastgroup == "dated":
        return dated_act(text, *match.span())
    if match.lastgroup == "paper":
        return Act(Manner.UNKNOWN, said, EXPLANATION)
    return Act(Manner.NOUN if match.lastgroup == "noun" else Manner.UNKNOWN, said, noun_in(said))


def _juxtaposed(text: str, start: int, names: Names) -> tuple[Act, int] | None:
    match = _JUXTAPOSED.match(text, start)
    if match is None or (match.group()[-1:] == "("):
        return None
    named = names.at(text, match.end())
    if named is None or named.text.islower():
        return _unknown_juxtaposed(text, match) if match.group() in (" ", ", ") else None
    return named_act(named), match.end() + len(named.text)


def _unknown_juxtaposed(text: str, space: re.Match[str]) -> tuple[Act, int] | None:
    """ "Artikel 20 Verordening (EU) 2090/9001", "artikel 5 Duisternisverdrag", "artikel 5 Dw"."""
    at = space.end()
    union = _UNION.match(text, at)
    if union:
        return union_act(union.group()), union.end()
    dated = _DATED.match(text, at) if space.group() == " " else None
    if dated:
        return dated_act(text, *dated.span()), dated.end()
    if space.group() != " ":
        return None
    short = _ABBREVIATION.match(text, at) or _COMPOUND.match(text, at)
    return (Act(Manner.UNKNOWN, short.group(), noun_in(short.group())), short.end()) if short else None
