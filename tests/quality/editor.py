"""A seeded editor: takes a real law, amends it as a legislator would, and keeps what became what.

Every piece carries the eIds it comes from. New words come from another law, so that a new lid reads like a
lid; nothing of either law is written anywhere. The cost is counted in words of whole tokens, as a comparison
counts them: a new number costs the old print and the new one, a piece that moved costs nothing.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from string import ascii_lowercase

from corpus.eid import assign
from corpus.numbering import bare_number
from corpus.provision import CONTAINERS, Provision, ProvisionKind, walk

Tree = tuple[Provision, ...]
ARTICLE, LID, POINT = ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.POINT
WORDS_PER_EDIT = 45


@dataclass(frozen=True)
class Edited:
    """The law before and after, which eId became which, and how many words were struck or put in."""

    old: Tree
    new: Tree
    pairs: frozenset[tuple[str, str]]
    edit_words: int


@dataclass
class Piece:
    """A provision that can be changed; `origins` are the old eIds it holds the text of."""

    kind: ProvisionKind
    num: str = ""
    heading: str = ""
    text: str = ""
    children: list["Piece"] = field(default_factory=list)
    origins: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, p: Provision) -> "Piece":
        """A piece with everything below it."""
        return cls(p.kind, p.num, p.heading, p.text, [cls.of(c) for c in p.children], [p.eid])

    def frozen(self) -> Provision:
        """A provision; its origins are in `source_id`, which no comparison looks at."""
        children = tuple(c.frozen() for c in self.children)
        return Provision(
            self.kind, "", self.num, self.heading, self.text, children, source_id=" ".join(self.origins)
        )

    def walk(self) -> Iterator["Piece"]:
        """This piece and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def leden(self) -> list["Piece"]:
        """Its leden, when they are numbered from 1 and nothing else stands between them."""
        numbers = [bare_number(c.num) for c in self.children if c.kind is LID]
        plain = len(numbers) == len(self.children) and numbers == [str(i + 1) for i in range(len(numbers))]
        return self.children if plain else []

    def words(self) -> int:
        """The words of its own print."""
        return count(f"{self.num} {self.heading} {self.text}")


def count(text: str) -> int:
    """How many words are struck or put in when all of this is."""
    return len(re.findall(r"\w+", text))


def edited(law: Tree, source: Tree, seed: int, *, density: float = 1.0) -> Edited:
    """Amend `law`, taking new words from `source`; the same seed gives the same amendments."""
    return _Editor(random.Random(seed), source, density).amend(law)


class _Editor:
    def __init__(self, rng: random.Random, source: Tree, density: float) -> None:
        self.rng, self.density, self.cost = rng, density, 0
        self.rewritten: list[Piece] = []
        leden = [p.text for p in walk(source) if p.kind in (LID, ARTICLE) and "\n" not in p.text]
        self.texts = [t for t in leden if 10 <= count(t) <= 90]
        self.vocabulary = [w for t in self.texts for w in t.split() if w.isalpha()]

    def amend(self, law: Tree) -> Edited:
        """All amendments, one kind after another; single words last, in what is left of the old law."""
        root = Piece(ProvisionKind.EXPLANATION, children=[Piece.of(p) for p in law])
        for amendment, chance in (*_TO_LEDEN, *_TO_ARTICLES):
            for siblings, article in list(_articles(root.children)):
                rewritten = any(a is article for a in self.rewritten)
                there = any(a is article for a in siblings)
                if self.rng.random() < chance * self.density and there and not rewritten:
                    amendment(self, siblings, article)
        for _, article in _articles(root.children):
            if self.rng.random() < self.density / 3:
                self._words(article)
        new = assign(c.frozen() for c in root.children)
        pairs = [(o, p) for p in walk(new) for o in p.source_id.split()]
        self._count_numbers(law, pairs)
        named = frozenset((o, p.eid) for o, p in pairs if p.kind in (ARTICLE, LID, POINT))
        return Edited(law, new, named, self.cost)

    def _count_numbers(self, law: Tree, pairs: list[tuple[str, Provision]]) -> None:
        """What was deleted and put in as a whole, and every number that is another one now."""
        old = {p.eid: p for p in walk(law)}
        seen: set[str] = set()
        held: set[int] = set()
        for origin, p in pairs:
            before = old[origin]
            primary = origin not in seen and id(p) not in held
            if primary and bare_number(before.num) != bare_number(p.num):
                self.cost += count(before.num) + count(p.num)
            elif not primary:
                self.cost += count(p.num) if origin in seen else count(f"{before.num} {before.heading}")
            seen.add(origin)
            held.add(id(p))
        self.cost += sum(Piece.of(p).words() for e, p in old.items() if e not in seen)

    def added(self, num: str, kind: ProvisionKind = LID, text: str = "") -> Piece:
        """A new piece; its words are counted."""
        piece = Piece(kind, num, text=text or self.rng.choice(self.texts))
        self.cost += piece.words()
        return piece

    def _words(self, article: Piece) -> None:
        for piece in article.walk():
            if not piece.origins or count(piece.text) < 6 or "\t" in piece.text:
                continue
            found = re.findall(r"\w+|\W+", piece.text)
            edits = max(1, round(count(piece.text) / WORDS_PER_EDIT))
            if edits == 1 and self.rng.random() > count(piece.text) / WORDS_PER_EDIT:
                continue
            plain = [i for i, t in enumerate(found) if t.isalpha() and not t.lower().startswith("artikel")]
            for i in self.rng.sample(plain, min(edits, len(plain))):
                found[i] = self._word(found[i])
            piece.text = "".join(found)

    def _word(self, token: str) -> str:
        """Another word, an added one, or none."""
        other = self.rng.choice(self.vocabulary)
        what = self.rng.choice(("replace", "replace", "insert"))
        self.cost += 1 + (what == "replace" and other != token) - (what == "replace" and other == token)
        return other if what == "replace" else f"{token} {other}"


def _articles(children: list[Piece]) -> Iterator[tuple[list[Piece], Piece]]:
    for piece in children:
        if piece.kind is ARTICLE and piece.origins and (piece.text or piece.children):
            yield children, piece
        elif piece.kind in CONTAINERS:
            yield from _articles(piece.children)


def _renumber(leden: list[Piece]) -> None:
    for i, lid in enumerate(leden, start=1):
        lid.num = f"{i}."


def _insert_lid(editor: _Editor, siblings: list[Piece], article: Piece) -> None:
    leden = article.leden()
    if leden:
        leden.insert(editor.rng.randrange(len(leden) + 1), editor.added("1."))
        _renumber(leden)


def _delete_lid(editor: _Editor, siblings: list[Piece], article: Piece) -> None:
    leden = article.leden()
    if len(leden) > 1:
        del leden[editor.rng.randrange(len(leden))]
        _renumber(leden)


def _split_lid(editor: _Editor, siblings: list[Piece], article: Piece) -> None:
    leden = article.leden()
    for k, lid in enumerate(leden):
        halves = _halved(lid.text)
        if halves and not lid.children and len(lid.origins) == 1:
            lid.text = halves[0]
            leden.insert(k + 1, Piece(LID, "", text=halves[1], origins=list(lid.origins)))
            _renumber(leden)
            return


def _halved(text: str) -> tuple[str, str] | None:
    cut = [m.end() for m in re.finditer(r"[.] (?=[A-Z])", text)]
    halves = [(text[:c].rstrip(), text[c:]) for c in cut]
    long = [h for h in halves if min(map(count, h)) >= 6]
    return long[0] if long else None


def _merge_leden(editor: _Editor, siblings: list[Piece], article: Piece) -> None:
    leden = article.leden()
    for first, second in pairwise(leden):
        whole = first.origins and second.origins and not first.children and not second.children
        if whole and min(count(first.text), count(second.text)) >= 6 and first.text.endswith("."):
            first.text = f"{first.text} {second.text}"
            first.origins += second.origins
            leden.remove(second)
            _renumber(leden)
            return


def _move_lid(editor: _Editor, siblings: list[Piece], article: Piece) -> None:
    leden = article.leden()
    targets = [a for a in siblings if a is not article and a.leden()]
    movable = [x for x in leden if count(x.text) >= 10]
    if len(leden) > 1 and movable and targets:
        lid = editor.rng.choice(movable)
        leden.remove(lid)
        _renumber(leden)
        others = editor.rng.choice(targets).leden()
        others.insert(editor.rng.randrange(len(others) + 1), lid)
        _renumber(others)


def _points(article: Piece) -> list[Piece]:
    """The first list in it that is lettered from a."""
    for piece in article.walk():
        letters = "".join(bare_number(c.num) for c in piece.children if c.kind is POINT)
        if len(piece.children) == len(letters) > 1 and ascii_lowercase.startswith(letters):
            return piece.children
    return []


def _letter(points: list[Piece]) -> None:
    for i, point in enumerate(points):
        point.num = f"{chr(ord('a') + i)}."


def _insert_point(editor: _Editor, siblings: list[Piece], article: Piece) -> None:
    points = _points(article)
    if 0 < len(points) < 26:
        words = editor.rng.choice(editor.texts).split()[:18]
        points.insert(editor.rng.randrange(len(points) + 1), editor.added("x.", POINT, " ".join(words) + ";"))
        _letter(points)


def _delete_point(editor: _Editor, siblings: list[Piece], article: Piece) -> None:
    points = _points(article)
    if len(points) > 2:
        gone = points.pop(editor.rng.randrange(len(points)))
        if gone.text.endswith(".") and points[-1].text.endswith(";"):
            points[-1].text = points[-1].text[:-1] + "."
        _letter(points)


def _number_text(editor: _Editor, siblings: list[Piece], article: Piece) -> None:
    if article.text and not article.children:
        lid = Piece(LID, "1.", text=article.text, origins=list(article.origins))
        article.text, article.children = "", [lid]
        article.children.insert(editor.rng.randrange(2), editor.added("1."))
        _renumber(article.children)


def _delete_article(editor: _Editor, siblings: list[Piece], article: Piece) -> None:
    siblings.remove(article)


def _insert_article(editor: _Editor, siblings: list[Piece], article: Piece) -> None:
    new = editor.added(f"{article.num.rstrip('.')}aa", ARTICLE, " ")
    new.text = ""
    new.children = [editor.added(f"{i}.") for i in range(1, editor.rng.randrange(2, 5))]
    siblings.insert(siblings.index(article) + 1, new)


def _rewrite_article(editor: _Editor, siblings: list[Piece], article: Piece) -> None:
    """The article "komt te luiden": nothing is left but its number, and those of its leden."""
    editor.rewritten.append(article)
    editor.cost += count(article.text) + sum(count(lid.text) for lid in article.leden())
    before = {bare_number(lid.num): lid.origins for lid in article.leden()}
    article.text = ""
    article.children = [editor.added(f"{i}.") for i in range(1, editor.rng.randrange(2, 4))]
    for lid in article.children:
        lid.origins = before.get(bare_number(lid.num), [])


def _move_article(editor: _Editor, siblings: list[Piece], article: Piece) -> None:
    place = next(k for k, p in enumerate(siblings) if p is article)
    del siblings[place]
    articles = [k for k, p in enumerate(siblings) if p.kind is ARTICLE]
    if articles:
        at = editor.rng.choice(articles)
        article.num = f"{siblings[at].num.rstrip('.')}zz"
        siblings.insert(at + 1, article)
    else:
        siblings.insert(place, article)


def _split_article(editor: _Editor, siblings: list[Piece], article: Piece) -> None:
    leden = article.leden()
    if len(leden) >= 3:
        cut = len(leden) - max(1, len(leden) // 2)
        number, origins = f"{article.num.rstrip('.')}bb", list(article.origins)
        rest = Piece(ARTICLE, number, children=leden[cut:], origins=origins)
        del leden[cut:]
        _renumber(rest.children)
        siblings.insert(next(k for k, p in enumerate(siblings) if p is article) + 1, rest)


def _merge_articles(editor: _Editor, siblings: list[Piece], article: Piece) -> None:
    place = next(k for k, p in enumerate(siblings) if p is article)
    after = siblings[place + 1] if place + 1 < len(siblings) else article
    if after is article or any(after is rewritten for rewritten in editor.rewritten):
        return
    if after.kind is ARTICLE and after.origins and article.leden() and after.leden():
        article.children += after.children
        article.origins += after.origins
        _renumber(article.children)
        siblings.remove(after)


Amendment = Callable[[_Editor, list[Piece], Piece], None]
_TO_LEDEN: tuple[tuple[Amendment, float], ...] = (
    (_rewrite_article, 1 / 80),
    (_insert_lid, 0.05),
    (_delete_lid, 0.04),
    (_split_lid, 0.03),
    (_merge_leden, 0.03),
    (_move_lid, 0.03),
    (_insert_point, 0.05),
    (_delete_point, 0.05),
    (_number_text, 0.02),
)
_TO_ARTICLES: tuple[tuple[Amendment, float], ...] = (
    (_delete_article, 1 / 60),
    (_insert_article, 1 / 60),
    (_split_article, 1 / 60),
    (_merge_articles, 1 / 80),
    (_move_article, 1 / 80),
)
