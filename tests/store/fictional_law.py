"""Fictional law for the tests of the store, in Dutch, and short ways to store it. No real text."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime

from corpus.provision import Provision, ProvisionKind, walk
from wetgeving.store import Store
from wetgeving.store.values import NewVersion, VersionDates, Work

NOW = datetime(2026, 3, 1, 12, 30, 15, 123456, tzinfo=UTC)
WORK = Work("VOORBEELD-1", "act", "Wet op de denkbeeldige tuinen")
_BEFORE = (
    "aan",
    "af",
    "be",
    "door",
    "her",
    "in",
    "na",
    "om",
    "on",
    "over",
    "toe",
    "uit",
    "ver",
    "voor",
    "weder",
)
_STEMS = (
    "bericht", "boom", "deling", "gang", "haag", "houding", "keuring", "leg", "melding", "merk", "perk",
    "plant", "regel", "schrift", "schutting", "snoei", "spraak", "staat", "stek", "stelling", "stuur",
    "teelt", "toezicht", "tuin", "vijver", "volging", "waarde", "wal", "zaad", "zetting",
)  # fmt: skip
_WORDS = (
    tuple(before + stem for before in _BEFORE for stem in _STEMS) + ("de", "het", "een", "en", "van") * 40
)
ARTICLE, PARAGRAPH, CHAPTER = ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.CHAPTER


def sentence(chance: random.Random, words: int) -> str:
    """A sentence of invented words."""
    return " ".join(chance.choice(_WORDS) for _ in range(words)).capitalize() + "."


class GrowingLaw:
    """A law of many articles with two paragraphs each, that changes 1% of them at a time."""

    def __init__(self, *, articles: int, words: int) -> None:
        self._chance = random.Random(articles)
        self._words = words
        self._texts = [sentence(self._chance, words) for _ in range(2 * articles)]

    def reword(self) -> None:
        """Change one word in 1% of the paragraphs."""
        for i in self._chosen():
            words = self._texts[i].split()
            words[self._chance.randrange(len(words))] = self._chance.choice(_WORDS)
            self._texts[i] = " ".join(words)

    def rewrite(self) -> None:
        """Replace 1% of the paragraphs by wholly other text."""
        for i in self._chosen():
            self._texts[i] = sentence(self._chance, self._words)

    def provisions(self) -> tuple[Provision, ...]:
        """The law as it stands, in chapters of twenty articles."""
        return tuple(self._chapter(n) for n in range(1, len(self._texts) // 40 + 1))

    def _chosen(self) -> list[int]:
        return self._chance.sample(range(len(self._texts)), len(self._texts) // 100)

    def _chapter(self, number: int) -> Provision:
        first = 20 * (number - 1)
        articles = tuple(self._article(n) for n in range(first + 1, first + 21))
        return Provision(CHAPTER, f"chp_{number}", f"Hoofdstuk {number}", "Tuinen", children=articles)

    def _article(self, number: int) -> Provision:
        own = self._texts[2 * number - 2 : 2 * number]
        paragraphs = tuple(
            Provision(PARAGRAPH, f"art_{number}__para_{n}", f"{n}.", text=text)
            for n, text in enumerate(own, 1)
        )
        return Provision(ARTICLE, f"art_{number}", f"Artikel {number}", "Hagen", children=paragraphs)


def text_bytes(provisions: tuple[Provision, ...]) -> int:
    """The size of all own texts in UTF-8."""
    return sum(len(p.text.encode()) for p in walk(provisions))


def as_file(provisions: tuple[Provision, ...]) -> bytes:
    """The law as a file with about as much markup as words."""
    lines = (
        f'<{p.kind} id="{p.eid}"><nr>{p.num}</nr><kop>{p.heading}</kop><al>{p.text}</al></{p.kind}>'
        for p in walk(provisions)
    )
    return "\n".join(lines).encode()


def article(number: int, text: str) -> Provision:
    """One article."""
    return Provision(ARTICLE, f"art_{number}", f"Artikel {number}", text=text)


def new_version(*provisions: Provision, day: int = 1, **changed: object) -> NewVersion:
    """A version of the fictional work."""
    new = NewVersion(
        WORK.key, "voorstel", VersionDates(date(2026, 1, day), certainty="stated"), "nl", provisions
    )
    return replace(new, **changed)  # type: ignore[arg-type]


def add_with_file(store: Store, new: NewVersion, key: str, *, origin: str = "upload") -> str:
    """Store a version with a file that carries it; the SHA-256 of the file."""
    store.versions.add(new, key)
    sha256 = store.manifestations.add(as_file(new.provisions), "application/xml", new.work)
    attach(store, key, sha256, origin=origin)
    return sha256


def attach(
    store: Store,
    key: str,
    sha256: str,
    *,
    origin: str = "upload",
    logic_version: int = 1,
    at: datetime = NOW,
) -> None:
    """Attach a source, always in the same way."""
    store.versions.attach_source(
        key,
        sha256=sha256,
        media_type="application/xml",
        origin=origin,
        file_name="tuinen.xml",
        retrieved_at=at,
        reader="proef",
        logic_version=logic_version,
    )
