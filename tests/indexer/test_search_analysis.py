"""Which words a text has: a table that a lawyer can check."""

import pytest

from indexer.analysis import regular_stem
from indexer.dutch import stem, tokens, words
from indexer.stemming import lemma_stems

TOKENS = [
    ("De Minister", ["de", "minister"]),
    ("Coördinatie, één; ÉÉN", ["coordinatie", "een", "een"]),
    ("artikel 59b, eerste lid", ["artikel", "59b", "eerste", "lid"]),
    ("art.59b", ["art", "59b"]),
    ("artikelen 3:15 en 420bis.1.", ["artikelen", "3:15", "en", "420bis.1"]),
    ("Artikel 2a* (nieuw)", ["artikel", "2a", "nieuw"]),
    ("1°. en 2º;", ["1", "en", "2"]),
    ("de EU-burgers", ["de", "eu-burgers", "eu", "burgers"]),
    ("niet\u2011ontvankelijk", ["niet-ontvankelijk", "niet", "ontvankelijk"]),
    ("asiel- en migratiepact", ["asiel", "en", "migratiepact"]),
    ("foto’s en foto's", ["foto's", "en", "foto's"]),
    ("ver\u00adgunning", ["vergunning"]),
    ("co\u0308peratie", ["coperatie"]),
    ("W03.25.00165/II", ["w03", "25.00165", "ii"]),
    ("Verordening (EU) 2024/1348 en/of", ["verordening", "eu", "2024/1348", "2024", "1348", "en", "of"]),
    ("Kamerstukken 36 871, nr. 4", ["kamerstukken", "36871", "36", "871", "nr", "4"]),
    ("€ 10\u00a0000,- of 12 3456", ["10000", "10", "000", "of", "12", "3456"]),
    ("onderdeel a, onder 1°", ["onderdeel", "a", "onder", "1"]),
    ("a\x00b — ‘c’ <d>", ["a", "b", "c", "d"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_a_text_has_these_words(text: str, expected: list[str]) -> None:
    assert [token.word for token in tokens(text)] == expected


def test_a_token_points_at_the_word_as_printed() -> None:
    text = "De Coördinator én EU-burgers"
    assert [text[t.start : t.end] for t in tokens(text)] == [
        "De", "Coördinator", "én", "EU-burgers", "EU", "burgers",
    ]  # fmt: skip


def test_parts_of_a_hyphenated_word_stand_in_the_row_and_the_whole_beside_them() -> None:
    assert [(t.word, t.position) for t in tokens("de EU-burger is")] == [
        ("de", 0), ("eu-burger", 1), ("eu", 1), ("burger", 2), ("is", 3),
    ]  # fmt: skip
    assert words("de EU-burger is") == ("de", "eu", "burger", "is")


TOGETHER = [
    "lid leden",
    "stad steden",
    "kind kinderen",
    "gegeven gegevens",
    "verlenen verleent verleend verlening",
    "besluit besluiten",
    "beslissen beslist beslissing",
    "wijzigen wijzigt gewijzigd wijziging",
    "indienen ingediend indiening",
    "intrekken ingetrokken intrekking",
    "overdragen overgedragen overdracht",
    "verblijf verblijven",
    "grens grenzen",
    "advies adviezen",
    "eu-burger eu-burgers",
    "foto foto's",
    "bewaren bewaard",
    "bewaring bewaringen",
    "verzoeken verzocht",
    "terugkeer terugkeren teruggekeerd",
]
APART = ["bewaring bewaren", "wet weten", "openbaar open", "59b 59", "3:15 3:1", "artikel art"]


@pytest.mark.parametrize("row", TOGETHER)
def test_these_forms_are_one_word(row: str) -> None:
    assert len({stem(form) for form in row.split()}) == 1


@pytest.mark.parametrize("row", APART)
def test_these_words_are_kept_apart(row: str) -> None:
    assert len({stem(form) for form in row.split()}) == 2


def test_the_table_of_stems_holds_only_what_the_stemmer_does_not_do_by_itself() -> None:
    assert {form for form, expected in lemma_stems().items() if regular_stem(form) == expected} == set()
