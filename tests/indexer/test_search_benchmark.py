"""What `benchmarks.search` measures is the same every time and for every engine; nothing is timed here."""

import random
from itertools import islice
from pathlib import Path

from benchmarks.search_corpus import changed, multiplied
from benchmarks.search_engines import Ours
from benchmarks.search_peers import Fts5
from benchmarks.search_questions import CLASSES, Question, questions
from benchmarks.search_targets import Figures, Target, judged
from indexer import ENGINES
from indexer.document import IndexDocument
from tests.indexer.conftest import fictional

_WORDS = (
    "molenaar", "vang", "wiek", "kap", "staart", "roede", "zeil", "steen", "graan", "olie", "verf", "papier",
    "krijt", "baliezolder", "stelling", "kruirad", "koning", "spil", "rondsel", "kamwiel", "luiwerk", "romp",
    "maalstoel", "bonkelaar", "achtkant", "boezem", "polder", "sluis", "gemaal", "waterrad",
)  # fmt: skip


def _molens() -> tuple[IndexDocument, ...]:
    chance = random.Random(1)
    rows = [chance.sample(_WORDS, 4) for _ in range(60)]
    return tuple(
        fictional(
            n, text=f"De {row[0]} en de {row[1]} van een {row[2]}. Dan draait het {row[3]}.", heading=row[0]
        )
        for n, row in enumerate(rows)
    )


def test_copies_are_the_same_for_the_same_seed_and_other_for_another() -> None:
    once, again, other = (list(islice(multiplied(_molens(), seed), 150)) for seed in (1, 1, 2))

    assert once == again
    assert [d.text for d in once] != [d.text for d in other]


def test_a_copy_has_an_id_of_its_own_and_the_words_of_each_sentence() -> None:
    original = _molens()
    copies = list(islice(multiplied(original, 1), 2 * len(original)))

    assert len({d.id for d in (*original, *copies)}) == 3 * len(original)
    assert not {d.work for d in copies} & {d.work for d in original}
    for old, new in zip((*original, *original), copies, strict=True):
        assert sorted(new.text.split()) == sorted(old.text.split())
        assert new.digest != old.digest


def test_questions_are_the_same_for_the_same_seed() -> None:
    drawn = [questions(_molens(), CLASSES, 5, seed) for seed in (1, 1, 2)]

    assert drawn[0] == drawn[1] != drawn[2]
    assert [q.name for q in drawn[0]] == [*CLASSES] * 5


def test_every_engine_gives_the_same_totals_and_makes_a_change_visible(tmp_path: Path) -> None:
    molens = _molens()
    asked = [q for q in questions(molens, CLASSES, 8, 1) if q.name != "field"]
    asked.append(Question("field", ("molenaar",), "wet"))
    totals = {}
    for name in sorted(ENGINES):
        engine = Ours(name, tmp_path)
        engine.build(molens)
        totals[name] = [engine.page(question) for question in asked]
        for question in asked:
            engine.bare(question)
        assert engine.update(list(enumerate(molens))[:7], "qzxa") == 7
        engine.close()

    first = next(iter(totals.values()))
    assert all(first)
    assert all(found == first for found in totals.values())


def test_a_peer_that_does_not_stem_agrees_on_phrases_and_beginnings(tmp_path: Path) -> None:
    molens = _molens()
    ours, theirs = Ours("whoosh", tmp_path), Fts5(tmp_path)
    for engine in (ours, theirs):
        engine.build(molens)
    asked = questions(molens, ("phrase", "prefix"), 10, 1)

    assert [ours.page(q) for q in asked] == [theirs.page(q) for q in asked]
    assert theirs.update(list(enumerate(molens))[:7], "qzxa") == 7


def test_a_change_is_a_word_more_and_another_digest() -> None:
    molen = _molens()[0]
    other = changed(molen, "qzxa")

    assert other.text == f"{molen.text} qzxa"
    assert (other.id, other.digest != molen.digest) == (molen.id, True)


def test_a_target_says_whether_it_was_reached_or_not_measured() -> None:
    rows = [str(Target("paginas", found, 40.0)) for found in (40.0, 40.1, None)]

    assert [row.split("|")[-2].strip() for row in rows] == ["gehaald", "niet gehaald", "niet gemeten"]


def test_the_slowest_twentieth_is_held_against_forty_milliseconds() -> None:
    figures = Figures(5000)
    figures.times["whoosh", "page", "term"] = [1.0] * 95 + [41.0] * 5
    figures.times["whoosh", "page", "and"] = [1.0] * 94 + [41.0] * 6

    lines = [line for line in judged([figures]) if line.startswith("| whoosh")]

    assert "| whoosh, 5000, term, p95 | 1.00 ms | 40.00 ms | gehaald |" in lines
    assert "| whoosh, 5000, and, p95 | 41.00 ms | 40.00 ms | niet gehaald |" in lines
