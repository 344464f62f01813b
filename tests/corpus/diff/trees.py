"""Trees of provisions for the comparison tests: a few written lines, or drawn at random."""

from hypothesis import strategies as st

from corpus.eid import assign
from corpus.provision import Provision, ProvisionKind

WORDS = ("de", "beheerder", "lantaarn", "artikel 3:15", "brandt", "nacht,", "1°", "wordt", "gedoofd.", "olie")


def article(number: str, *leden: str, heading: str = "") -> Provision:
    """An article with numbered leden, or with text of its own when one lid is given."""
    if len(leden) == 1:
        return Provision(ProvisionKind.ARTICLE, num=f"Artikel {number}", heading=heading, text=leden[0])
    children = tuple(
        Provision(ProvisionKind.PARAGRAPH, num=f"{i}.", text=text) for i, text in enumerate(leden, start=1)
    )
    return Provision(ProvisionKind.ARTICLE, num=f"Artikel {number}", heading=heading, children=children)


def definitions(*texts: str) -> Provision:
    """An article of unnumbered definitions."""
    points = tuple(Provision(ProvisionKind.POINT, text=text) for text in texts)
    return Provision(ProvisionKind.ARTICLE, num="Artikel 1", text="Wordt verstaan onder:", children=points)


def points(*texts: str) -> Provision:
    """An article with lettered onderdelen."""
    lettered = tuple(
        Provision(ProvisionKind.POINT, num=f"{letter}.", text=text)
        for letter, text in zip("abcdefgh", texts, strict=False)
    )
    return Provision(ProvisionKind.ARTICLE, num="Artikel 1", text="Dit geldt als:", children=lettered)


def law(*articles: Provision) -> tuple[Provision, ...]:
    """A tree with eIds."""
    return assign(articles)


texts = st.lists(st.sampled_from(WORDS), min_size=0, max_size=12).map(" ".join)


@st.composite
def laws(draw: st.DrawFn) -> tuple[Provision, ...]:
    """A small law of unique article numbers, some in a chapter, with leden and onderdelen."""
    numbers = draw(st.lists(st.integers(1, 30), min_size=0, max_size=8, unique=True))
    articles = [_article(draw, n) for n in numbers]
    cut = draw(st.integers(0, len(articles)))
    chapter = Provision(ProvisionKind.CHAPTER, num="Hoofdstuk 1", children=tuple(articles[cut:]))
    return assign((*articles[:cut], chapter))


def _article(draw: st.DrawFn, number: int) -> Provision:
    leden = draw(st.lists(texts, max_size=4))
    children = tuple(_lid(draw, i, text) for i, text in enumerate(leden, start=1))
    return Provision(ProvisionKind.ARTICLE, num=f"Artikel {number}", text=draw(texts), children=children)


def _lid(draw: st.DrawFn, number: int, text: str) -> Provision:
    points = tuple(
        Provision(ProvisionKind.POINT, num=f"{letter}.", text=draw(texts))
        for letter in "abc"[: draw(st.integers(0, 3))]
    )
    return Provision(ProvisionKind.PARAGRAPH, num=f"{number}.", text=text, children=points)


@st.composite
def amended(draw: st.DrawFn) -> tuple[tuple[Provision, ...], tuple[Provision, ...]]:
    """A law, and the same law with its articles reordered, some gone, and its leden dealt out anew."""
    old = draw(laws())
    articles = [p for p in old if p.kind is ProvisionKind.ARTICLE]
    articles += [c for p in old if p.kind is ProvisionKind.CHAPTER for c in p.children]
    kept = draw(st.permutations(articles))[: draw(st.integers(0, len(articles)))]
    leden = draw(st.permutations([lid for a in articles for lid in a.children]))
    new = []
    for n, article in enumerate(kept, start=1):
        take = draw(st.integers(0, 3))
        children, leden = tuple(leden[:take]), leden[take:]
        number = draw(st.sampled_from((article.num, f"Artikel {n}")))
        new.append(Provision(ProvisionKind.ARTICLE, num=number, text=article.text, children=children))
    return old, assign(new)


versions = st.one_of(st.tuples(laws(), laws()), amended())
"""Two versions: drawn apart, or one made out of the other."""
