"""Places as the cells of a table say them: "artikelen 20a, derde lid (onderdeel H), en 23, tweede lid".

A cell is no sentence: labels are left out, marks stand in brackets after what they are about, and a mark at
the end of a list is about all of it that has none of its own. Which text is meant is decided by the caller.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.citations.citation import Step
from corpus.numbering import ORDINALS
from corpus.provision import ProvisionKind

_CONTAINER, _ARTICLE, _LID, _POINT, _DEEP = -1, 1, 2, 3, 4
_KINDS = {
    _ARTICLE: ProvisionKind.ARTICLE,
    _LID: ProvisionKind.PARAGRAPH,
    _POINT: ProvisionKind.POINT,
    _DEEP: ProvisionKind.POINT,
}
_CONTAINERS = {
    "hoofdstuk": ProvisionKind.CHAPTER,
    "chapter": ProvisionKind.CHAPTER,
    "titel": ProvisionKind.TITLE,
    "afdeling": ProvisionKind.SECTION,
    "bijlage": ProvisionKind.ATTACHMENT,
    "annex": ProvisionKind.ATTACHMENT,
    "overweging": ProvisionKind.RECITAL,
    "recital": ProvisionKind.RECITAL,
}
_WORDS = re.compile(
    r"""\s*(?:
    \((?P<mark>[^()\d][^()]{3,})\)
    |\((?P<bracket>\d{1,3}[a-z]?|[a-z]{1,3})\)
    |(?P<article>artikel(?:en)?|artt?\.|articles?)(?![a-z])
    |(?P<container>hoofdstuk(?:ken)?|chapter|titel|afdeling|bijlagen?|annex|overweging(?:en)?|recital)(?![a-z])
    |(?P<intro>aanhef|inleidende\ (?:zin|formule)|introductory\ (?:part|wording))(?![a-z])
    |(?P<detail>(?:\w+\ )?(?:(?:vol)?zin|alinea|subparagraph|sentence)|slot(?:zin)?|tabel|opschrift)(?![a-z])
    |(?P<lid>lid|leden|paragraphs?)(?![a-z])
    |(?P<ordinal>ORDINALS|\d{1,3}(?:e|ste|de))(?![a-z])
    |(?P<point>onderdelen|onderdeel|subonderdeel|onder|punten|punt|sub|points?|lit\.)(?![a-z])
    |(?P<to>tot\ en\ met|t/m|[–-]|to(?!\w))
    |(?P<join>,\s*(?:en|of|alsmede)(?!\w)|,|en(?!\w)|of(?!\w)|and(?!\w)|alsmede(?!\w)|juncto(?!\w)|jo\.)
    |(?P<degree>\d{1,3}[a-z]?°)
    |(?P<number>\d{1,4}[a-z]{0,3}(?:[.:]\d{1,3}[a-z]?)?(?!\w)|(?!V[bcwv]\ \d)(?-i:[IVXLC]+[a-d]?)(?!\w))
    |(?P<letter>(?-i:[a-z]{1,2}|[ivx]{1,5})(?!\w))[)°]?\.?
    |(?P<act>van(?!\w).*|(?-i:[A-Z]).*)
    |(?P<term>[^,;()]+)
    |(?P<other>.))""".replace("ORDINALS", "|".join(ORDINALS)),
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_MARK = re.compile(r"bestaand|geldend|nieuw|onderde(?:el|len)\b|artikel", re.IGNORECASE)
_EXISTING = re.compile(r"\b(?:reeds )?(?:bestaande?|geldende?)\b", re.IGNORECASE)
_BRACKETED_END = re.compile(r"\s*\((?P<mark>[^()]*)\)\s*$")
_LONGEST_RANGE = 300


@dataclass(frozen=True, slots=True)
class Said:
    """One place as it is said: steps from the article inwards, `until` the last number of an open range.

    `term` is a definition by its word; `intro` what stands before the points. `act` is as printed, "" when
    the table says whose articles these are.
    """

    steps: tuple[Step, ...]
    until: str = ""
    intro: bool = False
    term: str = ""
    act: str = ""
    via: str = ""
    existing: bool = False


def places(text: str, *, within: tuple[Step, ...] = ()) -> tuple[Said, ...]:
    """The places that a cell, or a part of one, names; `within` is the article of a cell that names none."""
    reading = _Reading(within)
    for match in _WORDS.finditer(" ".join(text.split())):
        reading.take(match.lastgroup or "other", match.group(match.lastgroup or 0), match)
    return tuple(reading.found())


class _Reading:
    """One walk over the words of a cell."""

    def __init__(self, within: tuple[Step, ...]) -> None:
        self._path: dict[int, Step] = {i + _ARTICLE: step for i, step in enumerate(within)}
        self._found: list[Said] = []
        self._level, self._plural, self._named = 0, False, False
        self._articles = self._range = self._comma = False
        self._container = ProvisionKind.CHAPTER
        self._unmarked = self._without_act = 0
        self._within = within

    def found(self) -> Iterator[Said]:
        yield from self._found

    def take(self, kind: str, words: str, match: re.Match[str]) -> None:
        """Take in one word with what it is."""
        handler = getattr(self, f"_take_{kind}", None)
        if handler is not None:
            handler(words, match)
        self._comma = kind == "join"

    def _take_article(self, words: str, _: re.Match[str]) -> None:
        self._level, self._named, self._plural = _ARTICLE, True, False
        self._articles = words.lower() in ("artikelen", "artt.", "articles")
        self._path = {}

    def _take_container(self, words: str, _: re.Match[str]) -> None:
        kind = next(kind for name, kind in _CONTAINERS.items() if words.lower().startswith(name))
        self._path, self._level, self._container = {}, _CONTAINER, kind
        self._named = True

    def _take_lid(self, words: str, match: re.Match[str]) -> None:
        if not self._after_ordinal(match):
            self._level, self._plural = _LID, words.lower() in ("leden", "paragraphs")
            self._named = True

    def _after_ordinal(self, match: re.Match[str]) -> bool:
        before = match.string[: match.start("lid")].rstrip().rpartition(" ")[2].lower()
        return before in ORDINALS or bool(re.fullmatch(r"\d+(?:e|ste|de)", before))

    def _take_ordinal(self, words: str, _: re.Match[str]) -> None:
        word = words.lower()
        number = str(ORDINALS.index(word) + 1) if word in ORDINALS else re.sub(r"\D", "", word)
        self._step(_LID, number)
        self._named = self._plural = False

    def _take_point(self, words: str, _: re.Match[str]) -> None:
        deeper = _POINT in self._path and not self._range and self._level >= _POINT
        self._level = _DEEP if deeper else _POINT
        self._plural, self._named = words.lower() in ("onderdelen", "punten", "points"), True

    def _take_number(self, words: str, match: re.Match[str]) -> None:
        level = self._level or (_LID if self._within else _ARTICLE)
        if not self._named and not self._range and level != _CONTAINER:
            level = self._level_of_next(words, match)
        self._step(level, words)
        self._named = False

    def _level_of_next(self, words: str, match: re.Match[str]) -> int:
        """What a number is after a comma or "en": of the kind before it, unless that cannot be."""
        before = self._path[self._level].number if self._level in self._path else ""
        if self._level >= _POINT:
            return self._level if before.isdigit() and words.isdigit() else _ARTICLE
        after = match.string[match.end() :].lstrip(" ,").lower()
        own = after.startswith(("lid ", "leden ", "onder")) or after.split(" ")[0] in ORDINALS
        another = self._plural or (not self._articles and not own)
        return _LID if self._level == _LID and another and words.isdigit() else _ARTICLE

    def _take_bracket(self, words: str, _: re.Match[str]) -> None:
        if words.isdigit() and _LID not in self._path:
            self._step(_LID, words)
        else:
            self._step(_DEEP if _POINT in self._path and not self._comma else _POINT, words)

    def _take_degree(self, words: str, _: re.Match[str]) -> None:
        self._step(_DEEP if _POINT in self._path else _POINT, words.strip("°"))

    def _take_letter(self, words: str, _: re.Match[str]) -> None:
        if not self._path:
            return
        level = max(self._level, _POINT)
        if level == _POINT and not self._named and self._is_deeper(words):
            level = _DEEP
        self._step(level, words)
        self._named = False

    def _is_deeper(self, words: str) -> bool:
        """Does "ii" after "onder b" begin a list of its own? "i" after "h" goes on with the letters."""
        before = self._path[_POINT].number if _POINT in self._path else ""
        return bool(before) and len(before) == 1 and words in ("i", "ii", "iii", "iv") and before != "h"

    def _take_to(self, *_: object) -> None:
        self._range = bool(self._found)

    def _take_intro(self, *_: object) -> None:
        steps = self._steps()
        if steps and self._found and self._found[-1].steps == steps:
            self._found.pop()
        if steps:
            self._add(Said(steps, intro=True))

    def _take_term(self, words: str, _: re.Match[str]) -> None:
        term = words.strip()
        if self._comma and self._found and term and not self._found[-1].intro:
            self._found[-1] = replace(self._found[-1], term=term)

    def _take_act(self, words: str, match: re.Match[str]) -> None:
        end = _BRACKETED_END.search(words)
        name = words[: end.start()] if end else words
        if self._comma and not words.lower().startswith("van ") and self._found:
            self._take_term(name, match)
        else:
            self._set_act(name.strip())
        if end:
            self._take_mark(end["mark"], match)

    def _take_mark(self, words: str, _: re.Match[str]) -> None:
        if not _MARK.search(words):
            return
        existing = bool(_EXISTING.search(words))
        via = "" if existing else words.strip()
        for at in range(self._unmarked, len(self._found)):
            self._found[at] = replace(self._found[at], via=via, existing=existing)
        self._unmarked = len(self._found)

    def _set_act(self, name: str) -> None:
        if not self._found:
            self._add(Said(()))
        for at in range(self._without_act, len(self._found)):
            self._found[at] = replace(self._found[at], act=name)
        self._without_act = len(self._found)

    def _step(self, level: int, number: str) -> None:
        if self._range and self._found:
            self._until(level, number)
            return
        self._path = {k: step for k, step in self._path.items() if k < level}
        parent = self._steps()
        self._path[level] = Step(_KINDS.get(level, self._container), number)
        self._level = level
        last = self._found[-1] if len(self._found) > self._unmarked else None
        if last and last.steps == parent and parent and not (last.intro or last.term or last.act):
            self._found.pop()
        self._add(Said(self._steps()))

    def _until(self, level: int, number: str) -> None:
        """The other end of a range: all between when these are plain numbers or letters, else kept open."""
        self._range = False
        last = self._found[-1]
        first = last.steps[-1].number if last.steps else ""
        between = _between(first, number)
        for each in between:
            self._path[level] = Step(last.steps[-1].kind, each)
            self._add(Said(self._steps()))
        if not between:
            self._found[-1] = replace(last, until=number)

    def _steps(self) -> tuple[Step, ...]:
        return tuple(self._path[level] for level in sorted(self._path))

    def _add(self, said: Said) -> None:
        self._found.append(said)


def _between(first: str, last: str) -> tuple[str, ...]:
    """What comes after the first up to the last; empty when that cannot be counted."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _LONGEST_RANGE:
        return tuple(map(str, range(int(first) + 1, int(last) + 1)))
    if len(first) == len(last) == 1 and first.isalpha() and first.islower() and first < last:
        return tuple(map(chr, range(ord(first) + 1, ord(last) + 1)))
    return ()
