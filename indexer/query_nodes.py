"""The nodes of a question: a small frozen tree that every engine evaluates alike.

What each node means is its docstring; `tests/indexer/brute_force.py` says the same in code, document by
document. `at` is where in the question it was written; it is no part of what is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

At = tuple[int, int]
NOWHERE: At = (0, 0)
ARTICLE, LID, POINT = "artikel", "lid", "punt"
HEADING, TEXT, CHANGES, EXPLANATION, OPINION = "kop", "tekst", "wijzigingen", "toelichting", "advies"
ARTICLE_WORDS = ("artikel", "artikelen", "art")


@dataclass(frozen=True, slots=True)
class Word:
    """Documents with this word in any of its forms, or as a part of a compound."""

    word: str
    at: At = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Documents with exactly these words, one after the other."""

    words: tuple[str, ...]
    at: At = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Documents with a word that begins so."""

    prefix: str
    at: At = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Article:
    """Documents that are the article of this number, and after them those that mention it."""

    number: str
    at: At = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Near:
    """Documents in which one stands at most `distance` places before or after the other.

    Neighbours are one place apart; label, heading and text are never near each other.
    """

    left: "Spanned"
    right: "Spanned"
    distance: int
    at: At = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Everything:
    """All documents."""

    at: At = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Numbered:
    """Documents that are this article, have this lid, or are this point or one below it."""

    level: str
    number: str
    at: At = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Marked:
    """Documents of which a mark (`kind`, `stage`, `dossiers`, `dictum`, `eu`) has one of these values."""

    mark: str
    values: tuple[str, ...]
    at: At = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Titled:
    """Documents of the work with this key, or with these words in a row in its title."""

    name: str
    at: At = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Dated:
    """Documents whose date lies on or between these days; "" is no limit, and without a date none fits."""

    first: str
    last: str
    at: At = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class InForce:
    """Documents of the version that was law on a day, as far as was known on another ("": by now)."""

    on: str
    known: str = ""
    at: At = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Known:
    """Documents of versions that were known on a day."""

    on: str
    at: At = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class In:
    """Documents for which a question holds in one place: their heading, the text of the law, and so on."""

    zone: str
    node: "Query"
    at: At = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Not:
    """All documents but those."""

    node: "Query"


@dataclass(frozen=True, slots=True)
class And:
    """Documents that fit every one of the nodes."""

    nodes: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Documents that fit at least one of the nodes; without nodes none does."""

    nodes: tuple["Query", ...]


Spanned = Word | Phrase | Prefix | Or
"""What has a place in a text: of `Or`, each of its nodes."""
Leaf = Word | Phrase | Prefix | Article | Near
"""What is found by its words, and weighs in a score."""
Mark = Marked | Titled | Dated | InForce | Known
"""What is true of a version or of what a document is, whatever its words."""
Query = Leaf | Mark | Numbered | Everything | In | Not | And | Or

SECTIONS = {TEXT: "text", EXPLANATION: "explanation", OPINION: "opinion"}
"""Which section of the index a place is; the heading is in all of them."""


def mentions(number: str) -> tuple[Phrase, ...]:
    """The phrases by which a text mentions an article."""
    return tuple(Phrase((word, number)) for word in ARTICLE_WORDS)


def leaves(node: Query, *, denied: bool = False) -> Iterator[Leaf]:
    """The leaves that documents are found by, in order; those that were denied when `denied`."""
    for leaf, is_denied in _walk(node, False):
        if is_denied == denied and isinstance(leaf, Leaf):
            yield leaf


def conditions(node: Query) -> Iterator[Query]:
    """Everything that is asked, denied or not: leaves, marks and numbers, in order."""
    yield from (leaf for leaf, _ in _walk(node, False))


def numbers(node: Query, level: str) -> frozenset[str]:
    """The numbers of this level that are asked for, without those that were denied."""
    asked = (leaf for leaf, denied in _walk(node, False) if not denied)
    return frozenset(leaf.number for leaf in asked if isinstance(leaf, Numbered) and leaf.level == level)


def _walk(node: Query, denied: bool) -> Iterator[tuple[Query, bool]]:
    match node:
        case Not(inner):
            yield from _walk(inner, not denied)
        case In(_, inner):
            yield from _walk(inner, denied)
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from _walk(inner, denied)
        case _:
            yield node, denied
