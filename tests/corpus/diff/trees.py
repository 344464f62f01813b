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
