"""References to provisions as a lawyer reads them: words, act, places."""

import pytest

from corpus.citations import find
from tests.corpus.citations.fictional import NAMES, shown

LAMP, CODE, FIRE = "BWBR9900001", "BWBR9900002", "32090R9001"


TABLE: tuple[tuple[str, list[tuple[str, str, list[str]]]], ...] = (
    ("in het eerste lid bedoelde", [("eerste lid", "", ["paragraph 1"])]),
    (
        "artikel 28, tweede lid, onderdeel a, onder 2°, geldt",
        [("artikel 28, tweede lid, onderdeel a, onder 2°", "",
          ["article 28, paragraph 2, point a, point 2°"])],
    ),
    ("de artikelen 3 tot en met 5 zijn", [("artikelen 3 tot en met 5", "", ["article 3..5"])]),
    ("op grond van deze wet", [("deze wet", "this: deze wet", [])]),
    ("artikel 3 van de Lampenwet 2091", [("artikel 3 van de Lampenwet 2091", LAMP, ["article 3"])]),
    ("art. 3 lid 2 Lw 2091", [("art. 3 lid 2 Lw 2091", LAMP, ["article 3, paragraph 2"])]),
    (
        "de artikelen 6, eerste en tweede lid, 58 en 59a van de Wet op de seinen",
        [
            ("artikelen 6, eerste en tweede lid", CODE, ["article 6, paragraph 1", "article 6, paragraph 2"]),
            ("58", CODE, ["article 58"]),
            ("59a van de Wet op de seinen", CODE, ["article 59a"]),
        ],
    ),
    (
        "de artikelen 14, derde lid, en 24, eerste lid, van die wet",
        [
            ("artikelen 14, derde lid", "that: die wet", ["article 14, paragraph 3"]),
            ("24, eerste lid, van die wet", "that: die wet", ["article 24, paragraph 1"]),
        ],
    ),
    (
        "artikel 30a, eerste lid, onderdeel a, b of e, en zesde lid",
        [
            (
                "artikel 30a, eerste lid, onderdeel a, b of e, en zesde lid",
                "",
                [
                    "article 30a, paragraph 1, point a",
                    "article 30a, paragraph 1, point b",
                    "article 30a, paragraph 1, point e",
                    "article 30a, paragraph 6",
                ],
            )
        ],
    ),
    (
        "onderdelen a tot en met e en l van artikel 8",
        [("onderdelen a tot en met e en l van artikel 8", "",
          ["article 8, point a..e", "article 8, point l"])],
    ),
    (
        "de tweede volzin van artikel 3, eerste lid, aanhef en onder b",
        [
            (
                "tweede volzin van artikel 3, eerste lid, aanhef en onder b",
                "",
                ["article 3, paragraph 1, point b [tweede volzin]"],
            )
        ],
    ),
    ("het eerste lid van artikel 5 van de Lw 2091",
     [("eerste lid van artikel 5 van de Lw 2091", LAMP, ["article 5, paragraph 1"])]),
    (
        "artikel 10, tweede lid, van de Vuurverordening",
        [("artikel 10, tweede lid, van de Vuurverordening", FIRE, ["article 10, paragraph 2"])],
    ),
    (
        "artikel 5 van de Duisterniswet en artikel 7",
        [
            ("artikel 5 van de Duisterniswet", "unknown: Duisterniswet", ["article 5"]),
            ("artikel 7", "", ["article 7"]),
        ],
    ),
    (
        "hoofdstuk 3, afdeling 2, van de Lampenwet 2091",
        [("hoofdstuk 3, afdeling 2, van de Lampenwet 2091", LAMP, ["chapter 3, section 2"])],
    ),
    ("de bijlage bij deze wet", [("bijlage bij deze wet", "this: deze wet", ["attachment "])]),
    (
        "artikel 4, lid 1, punt b), van Verordening (EU) 2090/9001",
        [("artikel 4, lid 1, punt b), van Verordening (EU) 2090/9001", FIRE,
          ["article 4, paragraph 1, point b"])],
    ),
    (
        "Article 10(2), point (a), of Regulation (EU) 2090/9001",
        [("Article 10(2), point (a), of Regulation (EU) 2090/9001", FIRE,
          ["article 10, paragraph 2, point a"])],
    ),
    ("paragraph 2 of this Article", [("paragraph 2 of this Article", "", ["article ., paragraph 2"])]),
    ("Article 4(1)(a)(ii)", [("Article 4(1)(a)(ii)", "", ["article 4, paragraph 1, point a, point ii"])]),
    (
        "Articles 3 to 5 and Article 4(1) and (1a) of that Regulation",
        [("Articles 3 to 5", "that: that Regulation", ["article 3..5"]),
         ("Article 4(1) and (1a) of that Regulation", "that: that Regulation",
          ["article 4, paragraph 1", "article 4, paragraph 1a"])],
    ),
    (
        "point (b) of Article 4(1) of Directive 2013/33/EU",
        [("point (b) of Article 4(1) of Directive 2013/33/EU", "32013L0033",
          ["article 4, paragraph 1, point b"])],
    ),
    (
        "paragraph 1(a), (b) and (c) of this Article",
        [("paragraph 1(a), (b) and (c) of this Article", "",
          ["article ., paragraph 1, point a", "article ., paragraph 1, point b",
           "article ., paragraph 1, point c"])],
    ),
    (
        "paragraph 1 or 3 of this Article or Article 31(6)",
        [("paragraph 1 or 3 of this Article", "", ["article ., paragraph 1", "article ., paragraph 3"]),
         ("Article 31(6)", "", ["article 31, paragraph 6"])],
    ),
    ("this Delegated Regulation",
     [("this Delegated Regulation", "this: this Delegated Regulation", [])]),
    ("de vorige volzin", [("vorige volzin", "", ["paragraph . [vorige volzin]"])]),
    (
        "het eerste lid van artikel 14, en artikel 15, tweede lid",
        [("eerste lid van artikel 14", "", ["article 14, paragraph 1"]),
         ("artikel 15, tweede lid", "", ["article 15, paragraph 2"])],
    ),
    (
        "artikel I, onderdeel B, tweede lid",
        [("artikel I, onderdeel B, tweede lid", "", ["article I, point B, paragraph 2"])],
    ),
    ("artikel 1F Duisternisverdrag",
     [("artikel 1F Duisternisverdrag", "unknown: Duisternisverdrag", ["article 1F"])]),
    ("artikel 7 wet op de seinen", [("artikel 7 wet op de seinen", CODE, ["article 7"])]),
    (
        "artikel 162 van Boek 6 van het Seinenwetboek en artikel 10 van Boek 2",
        [("artikel 162 van Boek 6 van het Seinenwetboek", "BWBR9900016", ["article 162"]),
         ("artikel 10 van Boek 2", "BWBR9900012", ["article 10"])],
    ),
    (
        "artikel 3 van Boek 2 van het Seinenwetboek en artikel 4 van dat boek",
        [("artikel 3 van Boek 2 van het Seinenwetboek", "BWBR9900012", ["article 3"]),
         ("artikel 4 van dat boek", "BWBR9900012", ["article 4"])],
    ),
    ("het Tweede Boek van het Seinenwetboek",
     [("Tweede Boek van het Seinenwetboek", "BWBR9900012", [])]),
    (
        "artikel III van de wet van 13 december 2067 (Stb. 614)",
        [("artikel III van de wet van 13 december 2067", "stb-2067-614", ["article III"]),
         ("Stb. 614", "", ["stb-2067-614"])],
    ),
    (
        "artikel 7 van de Wet op de seinen, zoals dit artikel luidde op 1 mei 2091",
        [("artikel 7 van de Wet op de seinen", CODE, ["article 7"]), ("dit artikel", CODE, ["article 7"])],
    ),
    (
        "de Wet op de seinen, met uitzondering van hoofdstuk 3, is van toepassing",
        [("Wet op de seinen", CODE, []), ("hoofdstuk 3", CODE, ["chapter 3"])],
    ),
    (
        "het eerste en tweede lid; deze leden gelden niet",
        [
            ("eerste en tweede lid", "", ["paragraph 1", "paragraph 2"]),
            ("deze leden", "", ["paragraph 1", "paragraph 2"]),
        ],
    ),
    ("artikel II-B3, onder a", [("artikel II-B3, onder a", "", ["article II-B3, point a"])]),
    ("zie C2/5.1", [("C2/5.1", "", ["subsection C2/5.1"])]),
    ("artikel\u00a03", [("artikel\u00a03", "", ["article 3"])]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_a_reference_is_read_as_a_lawyer_reads_it(text: str, expected: object) -> None:
    assert [shown(c) for c in find(text, NAMES)] == expected


NONE = (
    "binnen 5 dagen na 3 januari 2091 en onder 18 jaar",
    "de leden van de Kamer en het lid Bakenaar",
    "een titel, een boek of een deel daarvan; de wet van de zwaartekracht",
    "in de paragraaf hierna en op de bijlage wordt gewezen",
    "Onze Minister stelt een besluit vast en de regeling treedt in werking",
    "Zij wordt aangehaald als: Lampenwet 2091.",
    "indien een artikel vervalt, wordt dat artikel niet meer genoemd; het model met de letter f",
    "Een bindende EU-verordening geldt. De bijlage bij dit advies telt mee.",
)


@pytest.mark.parametrize("text", NONE)
def test_ordinary_words_are_no_reference(text: str) -> None:
    assert [c.text for c in find(text, NAMES)] == []


def test_that_article_and_that_act_go_back_to_what_was_mentioned() -> None:
    text = "Artikel 3 van de Lampenwet 2091 geldt. Dat artikel, tweede lid, en artikel 9 van die wet ook."
    assert [shown(c)[1:] for c in find(text, NAMES)] == [
        (LAMP, ["article 3"]),
        (LAMP, ["article 3, paragraph 2"]),
        (LAMP, ["article 9"]),
    ]


def test_that_regulation_goes_back_to_the_regulation_with_a_number() -> None:
    text = "Regulation (EU) 2090/9001 applies. Article 4(1) of that Regulation does not."
    assert shown(find(text)[1])[1:] == (FIRE, ["article 4, paragraph 1"])


def test_the_longest_name_is_taken_and_a_shared_name_keeps_all_its_bearers() -> None:
    longest, shared = find("de Wet op de seinen en bakens en het Bakenbesluit", NAMES)
    assert longest.text == "Wet op de seinen en bakens"
    assert shared.act is not None
    assert [i.value for i in shared.act.identifiers] == ["BWBR9900004", "BWBR9900005"]


def test_offsets_are_those_of_the_given_text_even_when_it_is_wrapped() -> None:
    text = "Zie artikel 3,\n      tweede lid, van de\n      Lampenwet 2091, en artikel\u00a04."
    found = find(text, NAMES)
    assert [" ".join(text[c.start : c.end].split()) for c in found] == [
        "artikel 3, tweede lid, van de Lampenwet 2091",
        "artikel 4",
    ]
    assert all(text[c.start : c.end] == c.text for c in found)


def test_a_reference_does_not_run_on_into_the_next_block() -> None:
    assert [c.text for c in find("artikel 3\nLampenwet 2091", NAMES)] == ["artikel 3", "Lampenwet 2091"]
