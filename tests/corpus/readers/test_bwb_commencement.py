"""What a BWB file says of the entry into force of an article comes out as it is stated, and nothing more."""

from datetime import date

import pytest

from corpus.commencement import Commencement, known_from, law_from
from corpus.hashing import text_hash, tree_hash
from corpus.provision import Provision, articles
from corpus.readers import read
from tests.services.lamp_rules import article, origin, publication, toestand


def _read(origins: str, entered: str = "2090-03-12") -> Provision:
    return next(articles(read(toestand("2090-03-12", article(1, entered, origins))).provisions))


def test_publication_signing_and_retroactive_effect_are_read() -> None:
    p = _read(origin("1", "2090-03-10", back="2090-03-05"))
    assert p.in_force_on == date(2090, 3, 12)
    assert p.commencement == Commencement(
        source="Stcrt.2090-1",
        effect="wijziging",
        published_on=date(2090, 3, 10),
        signed_on=date(2090, 3, 10),
        entry_source="Stcrt.2090-1",
        entry_published_on=date(2090, 3, 10),
        retroactive_to=date(2090, 3, 5),
        retroactive_scope="tot en met",
    )


def test_without_metadata_the_attributes_speak_and_without_those_nothing_does() -> None:
    assert _read("").commencement == Commencement(source="Stcrt.2090-1")
    bare = toestand("2090-03-12", "<artikel><kop><label>Artikel</label><nr>1</nr></kop><al>A.</al></artikel>")
    assert next(articles(read(bare).provisions)).commencement is None


def test_a_decree_that_fixes_the_day_is_a_source_of_its_own_and_counts_for_what_is_known() -> None:
    p = _read(origin("1", "2090-01-10", entry=publication("7", "2090-03-01")))
    assert p.commencement is not None
    assert p.commencement.entry_source == "Stcrt.2090-7"
    assert known_from(p.in_force_on, p.commencement) == date(2090, 3, 1)


RETROACTIVE = [
    ("no retroactive effect", origin("1", "2090-03-10"), "2090-03-12", None),
    ("tot en met includes the day", origin("1", "2090-03-10", back="2090-03-05"), "2090-03-05", "2090-03-05"),
    ("tot leaves the day out", origin("1", "2090-03-10", "2090-03-05", "tot"), "2090-03-06", "2090-03-06"),
    (
        "one of two publications works back: a part does, the whole does not",
        origin("1", "2090-03-10") + origin("2", "2090-03-11", back="2090-03-05"),
        "2090-03-12",
        "2090-03-05",
    ),
    (
        "both work back, to different days: the whole to the later, a part to the earlier",
        origin("1", "2090-03-10", back="2090-03-01") + origin("2", "2090-03-11", back="2090-03-05"),
        "2090-03-05",
        "2090-03-01",
    ),
]


@pytest.mark.parametrize(("case", "origins", "whole", "part"), RETROACTIVE, ids=[r[0] for r in RETROACTIVE])
def test_how_far_back_a_provision_is_law(case: str, origins: str, whole: str, part: str | None) -> None:
    p = _read(origins)
    assert p.commencement is not None
    assert law_from(p.in_force_on, p.commencement) == date.fromisoformat(whole)
    assert p.commencement.partly_law_from == (date.fromisoformat(part) if part else None)


def test_a_text_placed_again_after_it_was_law_was_known_when_its_day_was_fixed() -> None:
    placed = origin("9", "2090-05-01", entry=publication("3", "2090-03-11"))
    p = _read(placed)
    assert known_from(p.in_force_on, p.commencement) == date(2090, 3, 11)


def test_a_later_change_that_reaches_back_over_the_text_is_noted() -> None:
    change = '<terugwerkende-kracht terugwerking="2090-04-01"/>'
    later = f"<terugwerkende-kracht-data>{change}</terugwerkende-kracht-data>"
    p = _read(origin("1", "2090-03-10") + later)
    assert p.commencement is not None
    assert p.commencement.overtaken_back_to == date(2090, 4, 1)
    own = later.replace("2090-04-01", "2090-03-05")
    same = _read(origin("1", "2090-03-10", back="2090-03-05") + own)
    assert same.commencement is not None
    assert same.commencement.overtaken_back_to is None


def test_dates_are_no_words_so_neither_hash_sees_them() -> None:
    one, other = _read(origin("1", "2090-03-10")), _read(origin("2", "2090-03-11", back="2090-03-05"))
    assert one.commencement != other.commencement
    assert text_hash([one]) == text_hash([other])
    assert tree_hash([one]) == tree_hash([other])
