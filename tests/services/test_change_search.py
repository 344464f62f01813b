"""Searching in changes: what went in and what went out, at which step; as if every comparison were read."""

import random
from datetime import date

import pytest

from indexer.errors import IndexUnreadableError
from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement
from wetgeving.services.removing import erase

from .change_reading import indexed, read_all
from .laws import take_in

TERM = """Wet op de termijnen (Termijnenwet)

Artikel 1. Termijn

1. Onze Minister beslist binnen vier weken op de aanvraag.

2. De termijn van vier weken begint op de dag van ontvangst van de aanvraag.

Artikel 2

De beheerder houdt een register bij van alle aanvragen die zijn ontvangen.
"""
SIX = TERM.replace("binnen vier weken op", "binnen zes weken op")
BORDER = SIX.replace("de aanvraag.\n\n2.", "de aanvraag in de grensprocedure.\n\n2.")
MOVED = """Wet op de termijnen (Termijnenwet)

Artikel 1

De beheerder houdt een register bij van alle aanvragen die zijn ontvangen.

Artikel 2. Termijn

1. Onze Minister beslist binnen zes weken op de aanvraag in de grensprocedure.

2. De termijn van vier weken begint op de dag van ontvangst van de aanvraag.
"""
DAYS = ("2091-01-01", "2092-01-01", "2093-01-01")


@pytest.fixture
def terms(application: Application) -> Application:
    """Three versions: four weeks become six, then the border procedure comes in."""
    for text, day in zip((TERM, SIX, BORDER), DAYS, strict=True):
        take_in(application, text, day)
    application.index()
    return application


def _key(day: str) -> str:
    return f"LAMP@consolidated-{day}"


def test_one_question_says_where_a_word_came_in_and_who_struck_another(terms: Application) -> None:
    found = indexed(terms, 'grensprocedure OF "vier weken"')
    assert {(old, new, direction) for old, new, _, direction in found} == {
        (_key(DAYS[0]), _key(DAYS[1]), "deleted"),
        (_key(DAYS[1]), _key(DAYS[2]), "inserted"),
    }


@pytest.mark.parametrize(
    "question", ['"vier weken"', "vier weken", '"binnen vier"', "vier", "artikel 1 vier"]
)
def test_a_phrase_of_which_one_word_was_replaced_was_struck(terms: Application, question: str) -> None:
    assert [(new, direction) for _, new, _, direction in indexed(terms, question)] == [
        (_key(DAYS[1]), "deleted")
    ]


@pytest.mark.parametrize("question", ["weken", "minister", "register", '"op de aanvraag"', "-weken"])
def test_what_only_stands_beside_a_change_did_not_change(terms: Application, question: str) -> None:
    assert indexed(terms, question) == []


def test_an_article_alone_finds_what_changed_in_it(terms: Application) -> None:
    assert len(indexed(terms, "artikel 1")) == 3
    assert indexed(terms, "artikel 2") == []


def test_moved_text_is_neither_in_nor_out(application: Application) -> None:
    take_in(application, BORDER, DAYS[0])
    take_in(application, MOVED, DAYS[1])
    application.index()
    assert indexed(application, "register OF grensprocedure OF ontvangst") == []


@pytest.mark.parametrize("joined_first", [True, False], ids=["split", "merged"])
def test_what_a_split_or_merger_carried_along_is_neither_in_nor_out(
    application: Application, *, joined_first: bool
) -> None:
    whole = (
        "1. De beheerder draagt zorg voor het onderhoud van alle lampen en lantaarns in de gemeente. "
        "De lichtmeester controleert iedere maand of de lampen branden en meldt gebreken aan de beheerder."
    )
    apart = whole.replace(" De lichtmeester", "\n\n2. Een leerling helpt.\n\n3. De lichtmeester")
    texts = (whole, apart) if joined_first else (apart, whole)
    for text, day in zip(texts, DAYS, strict=False):
        take_in(application, f"Wet op de lampen (Lampenwet)\n\nArtikel 1\n\n{text}\n", day)
    application.index()
    assert indexed(application, "lichtmeester") == []
    found = [direction for *_, direction in indexed(application, "leerling")]
    assert found == ["inserted" if joined_first else "deleted"]


def test_filters_and_counts_are_of_changes(terms: Application) -> None:
    with terms.reading() as services:
        result = services.searching_changes.search("vier OF zes OF grensprocedure", {})
    assert dict(result.facets["direction"]) == {"deleted": 1, "inserted": 2}
    assert dict(result.facets["kinds"]) == {"modified": 3}
    assert dict(result.facets["version"]) == {_key(DAYS[1]): 2, _key(DAYS[2]): 1}
    assert len(indexed(terms, "vier OF zes", direction=("inserted",))) == 1
    assert indexed(terms, "vier OF zes", kinds=("moved",)) == []


def test_what_only_follows_stands_last(application: Application) -> None:
    before = TERM.replace("van alle", "als bedoeld in artikel 1, tweede lid, van alle")
    after = before.replace("\n2. De", "\n2. Er is een tweede loket.\n\n3. De").replace(
        "artikel 1, tweede lid", "artikel 1, derde lid"
    )
    take_in(application, before, DAYS[0])
    take_in(application, after, DAYS[1])
    application.index()
    with application.reading() as services:
        hits = services.searching_changes.search("tweede OF derde OF 2 OF 3", {}).hits
    minor = ["consequential" in hit.kinds for hit in hits]  # type: ignore[attr-defined]
    assert True in minor
    assert False in minor
    assert minor == sorted(minor)


def test_an_index_that_grew_equals_one_made_at_once(terms: Application) -> None:
    grown = terms.changes.digests()
    terms.verify_index(rebuild=True)
    assert terms.changes.digests() == grown


def test_looking_again_writes_nothing(terms: Application) -> None:
    assert terms.verify_index() == 0


def test_lost_documents_are_made_again(terms: Application) -> None:
    whole = terms.changes.digests()
    terms.changes.apply([], [next(id_ for id_ in whole if id_.endswith("deleted"))])
    assert terms.verify_index() > 0
    assert terms.changes.digests() == whole


def test_a_work_of_one_version_costs_nothing(application: Application) -> None:
    take_in(application, TERM)
    application.index()
    assert application.changes.digests() == {}


def test_a_withdrawn_version_is_skipped_and_its_neighbours_are_compared(terms: Application) -> None:
    with terms.unit_of_work() as services:
        services.curation.withdraw(_key(DAYS[1]), "hoort hier niet")
    terms.index()
    assert {(old, new) for old, new, *_ in indexed(terms, "vier OF grensprocedure")} == {
        (_key(DAYS[0]), _key(DAYS[2]))
    }


def test_a_removed_text_is_in_no_change_and_in_no_file(terms: Application) -> None:
    assert _in_files(terms, b"vier")
    with terms.unit_of_work() as services:
        removal = services.removing.remove(_key(DAYS[0]), "vonnis")
    assert "zoekindex" in erase(terms.database, terms.engines, removal.keys).index
    terms.index()
    assert indexed(terms, "vier") == []
    assert erase(terms.database, terms.engines, removal.keys).complete
    assert not _in_files(terms, b"vier")
    assert {old for old, *_ in indexed(terms, "grensprocedure")} == {_key(DAYS[1])}


def _in_files(application: Application, word: bytes) -> bool:
    folder = application.settings.home / "index-changes"
    return any(word in file.read_bytes() for file in folder.iterdir())


def test_a_broken_index_of_changes_leaves_ordinary_search_alone(terms: Application) -> None:
    folder = terms.settings.home / "index-changes"
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    folder.write_text("geen map")
    take_in(terms, TERM.replace("register", "logboek"), "2094-01-01")
    assert terms.index() > 0
    with terms.reading() as services:
        assert services.searching.search("logboek", {}).total == 1
        with pytest.raises(IndexUnreadableError):
            services.searching_changes.search("logboek", {})
    folder.unlink()
    assert terms.verify_index() > 0
    assert len(indexed(terms, "logboek")) == 1


WORDS = (
    "de lamp", "het licht", "vier weken", "zes weken", "EU-burger", "de beheerder", "artikel 2",
    "een register", "niet", "vergunning", "vergunningen", "molens", "binnen",
)  # fmt: skip
QUESTIONS = (
    "lamp", "lampen", "{a}", '"{a}"', "{a} {b}", "{a} OF {b}", '"{a}" -{b}', "ver*", "artikel 2", "artikel 1",
    "artikel 1 {a}", "burger", "-{a} {b}", '"weken de"', '"{a} {b}"', "weken",
)  # fmt: skip


def _law(chance: random.Random) -> list[list[str]]:
    return [
        [" ".join(chance.choices(WORDS, k=chance.randint(4, 9))) for _ in range(chance.randint(1, 3))]
        for _ in range(3)
    ]


def _edited(law: list[list[str]], chance: random.Random) -> list[list[str]]:
    new = [list(article) for article in law]
    for _ in range(chance.randint(1, 3)):
        article = chance.choice(new)
        i = chance.randrange(len(article))
        words = article[i].split()
        at = chance.randrange(len(words))
        match chance.choice(("replace", "insert", "delete", "lid", "move")):
            case "replace":
                words[at] = chance.choice(WORDS)
            case "insert":
                words.insert(at, chance.choice(WORDS))
            case "delete" if len(words) > 3:
                del words[at]
            case "lid":
                article.insert(i, " ".join(chance.choices(WORDS, k=5)))
                continue
            case "move":
                new.append(new.pop(0))
                continue
        article[i] = " ".join(words)
    return new


def _printed(law: list[list[str]]) -> str:
    blocks = ["Wet op de molens (Molenwet)"]
    for n, article in enumerate(law, start=1):
        blocks += [f"Artikel {n}", *(f"{k}. {lid}." for k, lid in enumerate(article, start=1))]
    return "\n\n".join(blocks) + "\n"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_changes_found_are_those_that_reading_every_comparison_finds(
    application: Application, seed: int
) -> None:
    chance = random.Random(seed)
    for n in range(3):
        law = _law(chance)
        for year in range(4):
            law = _edited(law, chance) if year else law
            said = Statement(work=f"MOLEN-{n}", stage="consolidated", in_force_on=date(2091 + year, 1, 1))
            with application.unit_of_work() as services:
                services.ingesting.ingest(_printed(law).encode(), "molen.txt", "test", said)
    _compare_answers(application, chance)
    with application.unit_of_work() as services:
        services.curation.withdraw("MOLEN-0@consolidated-2092-01-01", "test")
        services.removing.remove("MOLEN-1@consolidated-2091-01-01", "test")
        services.curation.correct("MOLEN-2@consolidated-2093-01-01", "test", in_force_on=date(2099, 1, 1))
    _compare_answers(application, chance)
    grown = application.changes.digests()
    application.verify_index(rebuild=True)
    assert application.changes.digests() == grown


def _compare_answers(application: Application, chance: random.Random) -> None:
    application.index()
    asked = [q.format(a=chance.choice(WORDS), b=chance.choice(WORDS)) for q in QUESTIONS]
    with application.reading() as services:
        for question in asked:
            assert set(indexed(application, question)) == read_all(services, question), question
