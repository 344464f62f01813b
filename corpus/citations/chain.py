"""A run of coordinated references, read from left to right: "de artikelen 6, eerste en tweede lid, 58 en
59".

Each article (or chapter) of the run is a reference of its own; leden and onderdelen belong to the article
before them. What follows with "van" is around all of them: "onderdeel a van artikel 5", "van de
Voorbeeldwet".
"""

import re
from functools import cache

from corpus.citations.act_words import act_after, name_after
from corpus.citations.citation import NEXT, PREVIOUS, THAT, THIS, Act, Place, Step
from corpus.citations.item import Item
from corpus.citations.names import Names
from corpus.citations.patterns import (
    ARTICLE,
    DASHED,
    JOIN,
    LETTER,
    LISTED,
    NO_COUNT,
    ORDINAL_LIST,
    PARAGRAPH_LIST,
    POINT_LIST,
    RANGE,
    ROMAN,
    listed_items,
    ordinal_items,
)
from corpus.provision import ProvisionKind

_CONTAINERS = {
    "hoofdstuk": ProvisionKind.CHAPTER, "hoofdstukken": ProvisionKind.CHAPTER,
    "chapter": ProvisionKind.CHAPTER,
    "chapters": ProvisionKind.CHAPTER, "afdeling": ProvisionKind.SECTION, "afdelingen": ProvisionKind.SECTION,
    "section": ProvisionKind.SECTION, "sections": ProvisionKind.SECTION,
    "paragraaf": ProvisionKind.SUBSECTION, "paragrafen": ProvisionKind.SUBSECTION,
    "§": ProvisionKind.SUBSECTION,
    "titel": ProvisionKind.TITLE, "titels": ProvisionKind.TITLE, "title": ProvisionKind.TITLE,
    "titles": ProvisionKind.TITLE, "boek": ProvisionKind.BOOK, "boeken": ProvisionKind.BOOK,
    "deel": ProvisionKind.PART, "delen": ProvisionKind.PART, "part": ProvisionKind.PART,
    "parts": ProvisionKind.PART, "bijlage": ProvisionKind.ATTACHMENT, "bijlagen": ProvisionKind.ATTACHMENT,
    "annex": ProvisionKind.ATTACHMENT, "annexes": ProvisionKind.ATTACHMENT,
    "overweging": ProvisionKind.RECITAL, "overwegingen": ProvisionKind.RECITAL,
    "recital": ProvisionKind.RECITAL, "recitals": ProvisionKind.RECITAL,
}  # fmt: skip
_LEVELS = {
    **_CONTAINERS,
    "artikel": ProvisionKind.ARTICLE, "artikelen": ProvisionKind.ARTICLE, "article": ProvisionKind.ARTICLE,
    "articles": ProvisionKind.ARTICLE, "lid": ProvisionKind.PARAGRAPH, "leden": ProvisionKind.PARAGRAPH,
    "paragraph": ProvisionKind.PARAGRAPH, "paragraphs": ProvisionKind.PARAGRAPH,
    "onderdeel": ProvisionKind.POINT, "onderdelen": ProvisionKind.POINT, "point": ProvisionKind.POINT,
}  # fmt: skip
_RELATIVE = {
    "this": THIS, "deze": THIS, "dit": THIS, "dat": THAT, "die": THAT, "that": THAT, "those": THAT,
    "vorige": PREVIOUS, "voorgaande": PREVIOUS, "voorafgaande": PREVIOUS, "volgende": NEXT,
}  # fmt: skip
CONTAINER_NUMBER = (
    r"(?:\d{1,3}[a-zA-Z]{0,2}(?:[.:]\d{1,3}[a-zA-Z]{0,2}){0,4}|[A-Z]\d{1,2}(?:/\d{1,2})?(?:\.\d{1,2})*"
    rf"|{ROMAN}|[A-Z]{{1,2}})(?![\w°º%]|[.,:]\d)"
)
_CONTAINER_WORD = (
    r"(?:[Hh]oofdstuk(?:ken)?|(?:[Oo]nder)?[Aa]fdeling(?:en)?|[Pp]ara(?:graaf|grafen)|§|[Tt]itels?|"
    r"[Bb]oek(?:en)?|"
    r"[Dd]ee?l(?:en)?|[Bb]ijlagen?|[Oo]verweging(?:en)?|Chapters?|Sections?|Titles?|Parts?|Annex(?:es)?|"
    r"[Rr]ecitals?)"
)
_RELATIVE_LEVEL = (
    r"(?:artikel(?:en)?|lid|leden|onderde(?:el|len)|hoofdstuk|afdeling|paragraaf|titel|boek|deel|bijlage|"
    r"Articles?|[Pp]aragraphs?|point|Chapter|Section|Annex)(?![\w-])"
)
STARTS = (
    rf"[Aa](?:rt(?:ikel(?:en)?|icles?|t?\.)|RTIKEL) ?(?P<art>{ARTICLE}{NO_COUNT}|{DASHED}|{ROMAN}|{LETTER})"
    rf"(?P<paren>(?:\(\d{{1,3}}[a-z]?\)(?:\((?:[a-z]|[ivx]{{1,4}})\))*)?)"
    rf"(?P<parens>(?:{LISTED}\(\d{{1,3}}[a-z]{{0,2}}\)(?!\())*)(?: e\.?v\.?(?!\w))?(?P<article>)",
    rf"(?P<ords>{ORDINAL_LIST}|[Ll]aatste|last|(?:[Vv]orige|[Vv]oorgaande|[Vv]oorafgaande|volgende)"
    r"(?= (?:vol)?zin(?:nen)?\b)) (?:(?:lid|leden|paragraphs?)(?![\w-])(?P<ordinal>)"
    r"|(?P<sentence>(?:vol)?zin(?:nen|sneden?|sdeel)?|alinea|subparagraphs?|sentences?|"
    r"(?:gedachte)?streepje|indent)(?!\w)(?P<detail>))",
    rf"(?:[Ll]id|[Ll]eden|[Pp]aragraphs?) (?P<paras>{PARAGRAPH_LIST})"
    rf"(?P<letters>(?:\([a-z]\)(?:{LISTED}\([a-z]\))*)?)(?P<paragraph>)",
    rf"(?:aanhef,?(?: en|,) )?(?:(?:[Ss]ub)?[Oo]nderde(?:el|len) |(?:[Oo]nder|[Ss]ub|[Pp]unt(?:en)?|"
    rf"(?<!de )[Ll]etters?|[Pp]oints?) (?![A-Z]))"
    rf"(?P<points>{POINT_LIST})(?P<point>)",
    (
        rf"(?:krachtens|bedoeld in|[Oo]nverminderd) (?P<loose>{ARTICLE})(?=, {ORDINAL_LIST} (?:lid|"
        rf"leden)\b| van (?:de|het) [A-Z])(?P<loosely>)"
    ),
    rf"ten (?P<nths>{ORDINAL_LIST})(?P<tenth>)",
    rf"(?P<word>{_CONTAINER_WORD}) (?P<number>{CONTAINER_NUMBER}){NO_COUNT}(?P<container>)",
    (
        rf"(?P<nth>{ORDINAL_LIST}) (?P<whole>[Bb]oek|[Hh]oofdstuk|[Tt]itel|[Aa]fdeling|[Dd]eel)(?![\w-])"
        rf"(?P<counted>)"
    ),
    (
        r"(?P<annex>(?:behorende|gevoegde) bijlage(?! (?:\d|[A-Z]+\b))|(?<=the )Annex(?! [IVXA-Z\d])"
        r"|[Bb]ijlage(?=,? (?:behorende |gevoegd )?bij (?:de|het|deze|dit) "
        r"(?!advies|brief|nota|rapport|verslag|memorie|toelichting)))(?P<unnumbered>)"
    ),
    rf"(?P<relation>[Dd]eze|[Dd]it|[Dd]at|[Dd]ie|[Tt]his|[Tt]hat|[Tt]hose|vorige|voorgaande|"
    rf"voorafgaande|volgende) "
    rf"(?P<level>{_RELATIVE_LEVEL})(?! ?\d)(?P<relative>)",
    rf"(?:met uitzondering van|behoudens|uitgezonderd) (?:het |de )?{ORDINAL_LIST} (?:lid|leden)"
    rf"(?:, onderde(?:el|len) {POINT_LIST})?"
    r"(?P<excepted>)",
    r"(?P<head>aanhef)(?![\w-])(?P<heading>)",
)
_ANY = "|".join(STARTS)
_TAIL = re.compile(rf",? (?:van|of|in|bij|uit) (?:de |het |the )?(?:{_ANY})")
_RANKS = (
    ProvisionKind.ATTACHMENT, ProvisionKind.BOOK, ProvisionKind.PART, ProvisionKind.CHAPTER,
    ProvisionKind.TITLE,
    ProvisionKind.SECTION, ProvisionKind.SUBSECTION, ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH,
    ProvisionKind.POINT,
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_RANKS)}


@cache
def _following(listed: str) -> re.Pattern[str]:
    """What may follow in a run: anything with its keyword, and a bare number of the kind being listed."""
    bare = {"": "", "digits": rf"{ARTICLE}{NO_COUNT}", "roman": ROMAN, "containers": CONTAINER_NUMBER}[listed]
    more = rf"|(?:(?P<to>{RANGE})|{JOIN}|/)(?P<bare>{bare})(?: e\.?v\.?(?!\w))?(?P<more>)" if bare else ""
    return re.compile(rf"(?:{RANGE}|{JOIN}|{_MISPRINT}| )(?:{_ANY}){more}")


_OPENING_KINDS = frozenset(("article", "more", "container", "relative", "unnumbered", "counted", "loosely"))


class Chain:
    """One run, read from the match that opened it."""

    __slots__ = ("_around", "_closed", "_listed", "_plural", "act", "end", "items", "keyword")

    def __init__(self, text: str, opened: re.Match[str], names: Names, *, around: str = "") -> None:
        self.items: list[Item] = []
        self.act: Act | None = None
        self.end, self.keyword = opened.end(), 0
        self._listed = ""
        self._closed = False
        self._around = around
        self._plural = opened.group()[:9].lower() == "artikelen"
        self._take(opened, opened.start())
        while match := _following(self._listed).match(text, self.end):
            if not self._fits(match):
                break
            self._take(match, match.start())
            self.end = match.end()
        self._close(text, names)

    def _fits(self, match: re.Match[str]) -> bool:
        """Does what follows belong to this run? From a lid or onderdeel it does not go up to an article."""
        kind, base = match.lastgroup, self.items[-1].base
        if kind in ("article", "container"):
            if self._around and not self._plural and kind == "article":
                return False
            apart = _skip_separator(match.string, match.start()) > match.start() + 1
            mixed = (
                kind == "container"
                and base[:1]
                and base[0].kind is ProvisionKind.ARTICLE
                and not self._plural
            )
            return (
                bool(base)
                and apart
                and not mixed
                and not (self._closed and match.string.startswith(", en artikel ", match.start()))
            )
        return kind not in ("relative", "unnumbered", "counted", "loosely")

    def _take(self, match: re.Match[str], start: int) -> None:
        kind = match.lastgroup or ""
        begin, end = _skip_separator(match.string, start), match.end()
        if kind in _OPENING_KINDS:
            getattr(self, f"_{kind}")(match, begin, end)
            return
        if not self.items:
            self.items.append(Item(begin, end))
        item = self.items[-1]
        item.end = end
        if kind == "ordinal":
            item.add_paragraphs(ordinal_items(match["ords"]))
        elif kind == "paragraph":
            item.add_paragraphs(listed_items(match["paras"]))
            item.add_points(listed_items(match["letters"]))
        elif kind == "point":
            item.add_points(listed_items(match["points"]))
        elif kind == "tenth":
            item.add_points(ordinal_items(match["nths"]))
        elif kind == "detail":
            item.add_detail(f"{match['ords']} {match['sentence']}".lower())
        elif kind == "heading":
            item.add_detail("aanhef")

    def _article(self, match: re.Match[str], begin: int, end: int) -> None:
        number = match["art"]
        if match.start() < begin and _ranged(match.string, match.start(), begin):
            self._extend(number, end)
            return
        self.keyword = begin
        self.items.append(Item.at(begin, end, Step(ProvisionKind.ARTICLE, number)))
        self._listed = "digits" if number[-1:].isdigit() or number[0].isdigit() else "roman"
        if match["paren"]:
            numbers = match["paren"].strip("()").split(")(")
            self.items[-1].add_paragraphs([(numbers[0], False)])
            self.items[-1].add_points([(n, False) for n in numbers[1:]])
        if match["parens"]:
            self.items[-1].add_paragraphs(listed_items(match["parens"]))

    def _loosely(self, match: re.Match[str], begin: int, end: int) -> None:
        del begin
        self.items.append(Item.at(match.start("loose"), end, Step(ProvisionKind.ARTICLE, match["loose"])))
        self._listed = "digits"

    def _more(self, match: re.Match[str], begin: int, end: int) -> None:
        del begin
        if match["to"]:
            self._extend(match["bare"], end)
            return
        kind = self.items[-1].base[-1].kind
        self._closed = self._closed or match.string[match.start() : match.start("bare")].endswith(
            (" en ", " of ")
        )
        self.items.append(Item.at(match.start("bare"), end, Step(kind, match["bare"])))

    def _container(self, match: re.Match[str], begin: int, end: int) -> None:
        step = Step(_CONTAINERS[match["word"].lower().removeprefix("onder")], match["number"])
        last = self.items[-1].base[-1:] if self.items else ()
        if (
            last
            and _RANK.get(step.kind, 0) > _RANK.get(last[0].kind, 99)
            and match.string[match.start()] == ","
        ):
            self.items[-1].widen(step)
            self.items[-1].end = end
        else:
            self.items.append(Item.at(begin, end, step))
        self._listed = "containers"

    def _unnumbered(self, match: re.Match[str], begin: int, end: int) -> None:
        del match
        self.items.append(Item.at(begin, end, Step(ProvisionKind.ATTACHMENT, "")))

    def _counted(self, match: re.Match[str], begin: int, end: int) -> None:
        kind = _CONTAINERS[match["whole"].lower()]
        steps = [Step(kind, number) for number, _ in ordinal_items(match["nth"])]
        self.items += [Item.at(begin, end, step) for step in steps[:1]]

    def _relative(self, match: re.Match[str], begin: int, end: int) -> None:
        relation = _RELATIVE[match["relation"].lower()]
        if relation == THIS and _AS_IT_STOOD.match(match.string, match.end()):
            relation = THAT
        if relation == THIS and match["level"] in ("leden", "artikelen", "onderdelen"):
            relation = THAT
        step = Step(_LEVELS[match["level"].lower()], relation)
        self.items.append(Item.at(begin, end, step))

    def _extend(self, until: str, end: int) -> None:
        self.items[-1].reach(until)
        self.items[-1].end = end

    def _close(self, text: str, names: Names) -> None:
        """Read what stands around the run: "van artikel 5", "van de Voorbeeldwet"."""
        named = name_after(text, self.end, names)
        tail = None if named else _TAIL.match(text, self.end)
        if named:
            self.act, self.end = named
        elif tail and self._goes_above(tail):
            around = Chain(text, _without_introduction(tail), names, around=tail.lastgroup or "")
            self.act, self.end = around.act, around.end
            outer = [place.steps for item in around.items for place in item.places]
            for item in self.items:
                item.places = [
                    _under(steps, place) for steps in outer for place in item.places or [Place(())]
                ]
        else:
            annex = self.items[-1].base[:1] and self.items[-1].base[0].kind is ProvisionKind.ATTACHMENT
            found = act_after(text, self.end, names, after_annex=bool(annex))
            if found:
                self.act, self.end = found
        self.items[-1].end = self.end

    def _goes_above(self, tail: re.Match[str]) -> bool:
        kind = tail.lastgroup or ""
        own = _top(self.items[-1])
        if kind == "article":
            return own in (ProvisionKind.PARAGRAPH, ProvisionKind.POINT, None)
        if kind in ("container", "unnumbered", "counted"):
            return own is not ProvisionKind.ATTACHMENT
        if kind in ("ordinal", "paragraph"):
            return own in (ProvisionKind.POINT, None)
        if kind == "relative":
            level = _LEVELS[tail["level"].lower()]
            return own is None or _RANK.get(level, 0) < _RANK.get(own, 0)
        return False


def _top(item: Item) -> ProvisionKind | None:
    place = item.places[-1] if item.places else None
    return place.steps[0].kind if place and place.steps else None


def _under(outer: tuple[Step, ...], place: Place) -> Place:
    return place._replace(
        steps=tuple(sorted((*outer, *place.steps), key=lambda step: _RANK.get(step.kind, 0)))
    )


_AS_IT_STOOD = re.compile(r",? (?:luidde|luidt|luidden|stood|as it stood)\b")
_MISPRINT = r"\. (?=(?:eerste|tweede|derde|vierde|vijfde) )"
_SEPARATOR = re.compile(rf"(?:{RANGE}|{JOIN}|{_MISPRINT}| )")
_RANGED = re.compile(RANGE)
_INTRODUCTION = re.compile(r",? (?:van|of|in|bij|uit) (?:de |het |the )?")
_OPENING = re.compile(_ANY)


def _skip_separator(text: str, start: int) -> int:
    match = _SEPARATOR.match(text, start)
    return match.end() if match else start


def _ranged(text: str, start: int, end: int) -> bool:
    return _RANGED.fullmatch(text, start, end) is not None


def _without_introduction(tail: re.Match[str]) -> re.Match[str]:
    introduced = _INTRODUCTION.match(tail.string, tail.start())
    opened = _OPENING.match(tail.string, introduced.end()) if introduced else None
    assert opened is not None, tail.group()
    return opened
