"""Which provisions of an amending bill words mean: by its own address, by that in the law, or none at all."""

from pathlib import Path

import pytest

import corpus
from corpus.follow_up.bill import Bill
from corpus.follow_up.named import located, named_places, paragraphs
from corpus.readers import read

EXAMPLES = Path(corpus.__file__).parent / "dossiers" / "VOORBEELD-1"
ADVISED = "FICTIEVE-VOORBEELDTEKST-wijzigingswet-2-advies.xml"
NAMED = (
    ("artikel I, onderdeel L", ["art_I__point_L"]),
    ("Artikel 31 van de wet", ["art_I__point_L"]),
    ("het voorgestelde artikel 6a", ["mod_3__art_6a"]),
    ("artikel 6a, tweede lid", ["mod_3__art_6a__para_2"]),
    ("artikel 11, eerste lid", ["art_I__point_E"]),
    ("artikel 11, eerste lid, onderdeel d", ["mod_4__point_d"]),
    ("artikel 54", ["art_I__point_Q"]),
    ("artikel 54, eerste lid", ["art_I__point_Q__point_2"]),
    ("artikel 54, eerste lid, onderdeel b", ["art_I__point_Q__point_2"]),
    ("onderdeel Q", ["art_I__point_Q"]),
    ("de onderdelen F en G", ["art_I__point_F", "art_I__point_G"]),
    ("artikel 18, tweede en derde lid", ["mod_5__art_18__para_2", "mod_5__art_18__para_3"]),
    ("artikel IV, tweede lid", ["art_IV__para_2"]),
    ("artikel 12 van de Voorbeeldwet havens", ["art_II__point_B"]),
    ("artikel 58", ["art_I__point_R"]),
)
NOT_NAMED = (
    "artikel 10, tweede lid, van de Vuurverordening",
    "artikel 10, tweede lid, van de Seinrichtlijn",
    "artikel 58 van de Algemene wet lichten",
    "artikel 54 van die richtlijn",
    "artikel I",
    "onderdeel A",
    "onderdeel d",
    "artikel 12 van de Voorbeeldwet lantaarnbeheer",
    "artikel 99",
    "het eerste lid",
    "Artikel 31 van de Vuurverordening is streng. Daarom is artikel 31 beter.",
)


@pytest.fixture(scope="module")
def bill() -> Bill:
    return Bill(read((EXAMPLES / ADVISED).read_bytes()).provisions)


def _outermost(bill: Bill, words: str) -> list[str]:
    found = [x for place in named_places(words, bill.laws) for x in bill.named(place)]
    eids = {x.provision.eid for x in found}
    return [x.provision.eid for x in found if not any(above.eid in eids for above in x.path[:-1])]


@pytest.mark.parametrize(("words", "eids"), NAMED)
def test_words_mean_these_provisions(bill: Bill, words: str, eids: list[str]) -> None:
    assert _outermost(bill, f"Daarom is {words} van belang.") == eids


@pytest.mark.parametrize("words", NOT_NAMED)
def test_words_mean_no_provision_of_the_bill(bill: Bill, words: str) -> None:
    assert _outermost(bill, f"Daarom is {words} van belang.") == []


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("In artikel IV, tweede lid, is een verwijzing naar onderdeel E vervangen door onderdeel F.",
         ["artikel IV, tweede lid"]),
        ("De toelichting bij onderdeel Q gaat nu in op de samenhang met artikel 53.", ["onderdeel Q"]),
        ("In artikel I, onderdeel H, in artikel 20a, derde lid, «artikel 22, lid 2» vervangen door «lid 3».",
         ["artikel I, onderdeel H", "artikel 20a, derde lid"]),
        ("Naar aanleiding hiervan is artikel 5 aangepast aan artikel 9.", ["artikel 5"]),
        ("Daarvoor is gekozen.", []),
    ],
)  # fmt: skip
def test_a_sentence_is_about_what_stands_before_its_verb(sentence: str, places: list[str]) -> None:
    assert [place.words for place in located(sentence, ())] == places


def test_paragraphs_of_a_memorandum_are_read_by_number() -> None:
    assert paragraphs("Aan paragraaf 2.5 en de paragrafen 3.1 en 4 van de toelichting.") == {
        "2-5",
        "3-1",
        "4",
    }
