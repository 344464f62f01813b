"""How well questions are answered, beside two peers on the same provisions in one run.

Success@n: an answer that would do is among the first n; MRR: the mean of one over the place of the first.
Ours is asked as the page asks: a typed citation first, then the hits, versions of a provision as one, then
the looser hits below them. Classes of written questions are also given by half: what fails is looked at in
the one, and never in the other, which says whether what was mended holds beyond it.
"""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from indexer.document import IndexDocument
from tests.quality.known_items import ACTS, CLASSES, WRITTEN_CLASSES, Place, Question, Text, questions
from tests.quality.search_peers import MOST, Fts5, postgresql
from wetgeving.bootstrap import Application
from wetgeving.services import Services
from wetgeving.services.index_documents import Indexed, documents
from wetgeving.services.ingest import Statement
from wetgeving.services.searching import Arranged
from wetgeving.settings import Settings

Asked = Callable[[str], Sequence[Place]]


@dataclass(frozen=True)
class Score:
    """Of the questions of one class: how many, and how well they were answered."""

    asked: int
    at_1: float
    at_5: float
    mrr: float
    missed: tuple[str, ...]
    """What was not among the first five."""


Scores = dict[str, Score]


@contextmanager
def installed(samples: Path) -> Iterator[Application]:
    """A site with the acts taken in and indexed."""
    with tempfile.TemporaryDirectory(prefix="wetgeving-search-") as home:
        application = Application(Settings.from_environment({"WETGEVING_HOME": home, "USER": "quality"}))
        application.database.migrate()
        with application.unit_of_work() as services:
            for name, _, _ in ACTS:
                content = (samples / "bwb-toestand" / name).read_bytes()
                services.ingesting.ingest(content, name, "", Statement())
        application.verify_index()
        yield application


def texts(application: Application) -> tuple[Text, ...]:
    """The provisions as they are indexed, for the peers."""
    with application.reading() as services:
        return tuple(_text(document) for document in _documents(services))


def _documents(services: Services) -> Iterator[IndexDocument]:
    for _, act, _ in ACTS:
        for listed in services.catalogue.versions(act):
            version = services.catalogue.text(listed.version.version)
            yield from documents(Indexed(version.work, version.listed.version, version.provisions))


def _text(d: IndexDocument) -> Text:
    return Text(d.work, d.eid, d.work_title, d.number, d.label, d.heading, d.text)


def ours(services: Services) -> Asked:
    """Our answers."""

    def asked(question: str) -> list[Place]:
        landing = services.typed_citations.landing(question)
        first = [(t.work.key, _article(t.eid)) for t in landing.targets if t.work]
        found = services.searching.search(question, {}, limit=MOST, arranged=Arranged(grouped=True))
        return [*first, *((hit.work, hit.eid) for hit in (*found.hits, *found.looser))]

    return asked


def _article(eid: str) -> str:
    """The article around a lid or onderdeel."""
    return eid.partition("__para_")[0].partition("__point_")[0]


def scores(asked: Asked, all_questions: Sequence[Question]) -> Scores:
    """The score per class."""
    of_kind = {kind: [q for q in all_questions if q.kind == kind] for kind in CLASSES}
    return {kind: _score(asked, of_class) for kind, of_class in of_kind.items() if of_class}


def _score(asked: Asked, of_class: Sequence[Question]) -> Score:
    places = [_place(asked(q.text), q) for q in of_class]
    count = len(of_class)
    return Score(
        count,
        sum(p == 1 for p in places) / count,
        sum(0 < p <= 5 for p in places) / count,
        sum(1 / p for p in places if p) / count,
        tuple(q.text for q, p in zip(of_class, places, strict=True) if not 0 < p <= 5),
    )


def _place(answers: Sequence[Place], question: Question) -> int:
    """The place of the first right answer, from 1; 0 when there is none."""
    return next((n for n, answer in enumerate(answers, 1) if answer in question.right), 0)


def print_report(samples: Path) -> None:
    """Print the scores of all three."""
    with installed(samples) as application:
        provisions = texts(application)
        asked = questions(provisions)
        print(f"\n## Search: {len(asked)} questions over {len(provisions)} provisions\n")
        with application.reading() as services:
            answer = ours(services)
            _print("ours", scores(answer, asked))
            for held in (False, True):
                half = [q for q in asked if q.held == held and q.kind in WRITTEN_CLASSES]
                _print(f"ours, {'held' if held else 'tuned'} half", scores(answer, half))
        _print("SQLite FTS5", scores(Fts5(provisions).places, asked))
        with postgresql(provisions) as peer:
            _print("PostgreSQL, Dutch", scores(peer.places, asked))


def _print(engine: str, found: Scores) -> None:
    print(f"\n### {engine}\n\n| class | questions | success@1 | success@5 | MRR |\n|---|---|---|---|---|")
    for kind, score in found.items():
        print(f"| {kind} | {score.asked} | {score.at_1:.1%} | {score.at_5:.1%} | {score.mrr:.3f} |")
    for kind, score in found.items():
        for question in score.missed if engine == "ours, tuned half" else ():
            print(f"- not among five ({kind}): {question}")
