"""Questions of which the answer is known, over real acts: written needs, and what the acts themselves print.

Citations and headings follow from the acts; needs, compounds and inflections were written by hand, before any
engine was asked (`known_items.toml`). An answer is an article of an act.
"""

import hashlib
import random
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.numbering import number_token

Place = tuple[str, str]
"""An act and the eId of one of its articles."""

WRITTEN_CLASSES = ("need", "compound", "inflection")
CLASSES = ("citation", "heading", *WRITTEN_CLASSES)
WRITTEN = Path(__file__).with_name("known_items.toml")
ACTS = (
    ("BWBR0005537_2020-04-15.xml", "BWBR0005537", ("Awb", "Algemene wet bestuursrecht")),
    ("BWBR0011823_2019-02-27.xml", "BWBR0011823", ("Vw 2000", "Vreemdelingenwet 2000")),
    ("BWBR0001840_2018-12-21.xml", "BWBR0001840", ("Gw", "Grondwet")),
    (
        "BWBR0018472_toestand_awir.xml",
        "BWBR0018472",
        ("Awir", "Algemene wet inkomensafhankelijke regelingen"),
    ),
    ("BWBR0015703_2026-01-01_0.xml", "BWBR0015703", ("Pw", "Participatiewet")),
    ("BWBR0035917_toestand_wlz.xml", "BWBR0035917", ("Wlz", "Wet langdurige zorg")),
    ("BWBR0018451_toestand_zorgtoeslag.xml", "BWBR0018451", ("Wet op de zorgtoeslag",) * 2),
    ("BWBR0011825_2019-07-01.xml", "BWBR0011825", ("Vb 2000", "Vreemdelingenbesluit 2000")),
    ("BWBR0012002_2019-10-01.xml", "BWBR0012002", ("VV 2000", "Voorschrift Vreemdelingen 2000")),
    ("BWBR0005730_2018-01-01.xml", "BWBR0005730", ("Ar", "Aanwijzingen voor de regelgeving")),
)
"""The files, their BWB numbers, and how lawyers call the act: short and long."""

_FORMS = ("artikel {n} {long}", "art. {n} {short}", "art {n} {short}", "{short} {n}", "{long} artikel {n}")
_EACH = 10
"""Citations and headings drawn per act."""


@dataclass(frozen=True)
class Question:
    """What is asked, of which class, and every place that would do."""

    kind: str
    text: str
    right: frozenset[Place]

    @property
    def held(self) -> bool:
        """Of the half that was not looked at when the search was made better."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 1


@dataclass(frozen=True)
class Text:
    """A provision as every engine gets it."""

    act: str
    eid: str
    title: str
    number: str
    label: str
    heading: str
    text: str


def questions(texts: Sequence[Text], seed: int = 36871) -> tuple[Question, ...]:
    """All questions; the same for the same texts and seed."""
    drawn = random.Random(seed)
    return (*_citations(texts, drawn), *_headings(texts, drawn), *_written())


def _written() -> Iterator[Question]:
    table = tomllib.loads(WRITTEN.read_text(encoding="utf-8"))
    acts: Mapping[str, str] = table["acts"]
    for kind in WRITTEN_CLASSES:
        for act, rows in table[kind].items():
            for text, *numbers in rows:
                right = frozenset((acts[act], f"art_{number_token(number)}") for number in numbers)
                yield Question(kind, text, right)


def _citations(texts: Sequence[Text], drawn: random.Random) -> Iterator[Question]:
    for _, act, (short, long) in ACTS:
        if short == "Ar":
            continue  # its provisions are "aanwijzingen", not articles
        own = [t for t in texts if t.act == act and t.number]
        times = Counter(t.number for t in own)
        once = [t for t in own if times[t.number] == 1]
        for text in drawn.sample(once, min(_EACH, len(once))):
            asked = drawn.choice(_FORMS).format(n=text.number, short=short, long=long)
            yield Question("citation", asked, frozenset({(act, text.eid)}))


def _headings(texts: Sequence[Text], drawn: random.Random) -> Iterator[Question]:
    """Headings that only one provision of all acts has, and that say something."""
    printed = Counter(t.heading.lower() for t in texts)
    for _, act, _ in ACTS:
        fit = [t for t in texts if t.act == act and t.number and printed[t.heading.lower()] == 1]
        told = [t for t in fit if len(t.heading.split()) > 1]
        for text in drawn.sample(told, min(2 * _EACH, len(told))):
            yield Question("heading", text.heading, frozenset({(act, text.eid)}))
