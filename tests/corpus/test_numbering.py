"""Numbers as the State prints them: what an eId makes of them, how they sort and how they are cited."""

import pytest

from corpus.numbering import bare_number, label, number_token, ordinal_lid, sort_key
from corpus.provision import Provision, ProvisionKind

K = ProvisionKind

# as printed, without label and signs, inside an eId
NUMBERS = [
    ("Artikel 1", "1", "1"),
    ("Artikel 1.", "1", "1"),
    ("ARTIKEL I", "I", "I"),
    ("Artikel 59b", "59b", "59b"),
    ("Artikel 3:15", "3:15", "3-15"),
    ("Artikel 4:8.", "4:8", "4-8"),
    ("Artikel 420bis.1", "420bis.1", "420bis-1"),
    ("Artikel 11.a1", "11.a1", "11-a1"),
    ("Artikel 2.1.1a", "2.1.1a", "2-1-1a"),
    ("Art. 12", "12", "12"),
    ("Artikelen II–IV", "II–IV", "II-IV"),
    ("Artikelen 5 t/m 7", "5 t/m 7", "5-t-m-7"),
    ("103a", "103a", "103a"),
    ("28y", "28y", "28y"),
    ("2a*", "2a", "2a"),
    ("Artikel 3 (nieuw)", "3", "3"),
    ("Artikel 3 (nieuw).", "3", "3"),
    ("(nieuw)", "", ""),
    ("A 16 i", "A 16 i", "A-16-i"),
    ("Artikel\u00a07", "7", "7"),
    ("[9]", "9", "9"),
    ("1°.", "1", "1"),
    ("1°", "1", "1"),
    ("1º.", "1", "1"),
    ("a.", "a", "a"),
    ("a)", "a", "a"),
    ("(a)", "a", "a"),
    ("a°.", "a", "a"),
    ("Ab", "Ab", "Ab"),
    ("onderdeel A", "A", "A"),
    ("Lid 3", "3", "3"),
    ("§ 2.1", "2.1", "2-1"),
    ("§2", "2", "2"),
    ("Paragraaf 4a", "4a", "4a"),
    ("Sub-paragraaf 3", "3", "3"),
    ("HOOFDSTUK IV", "IV", "IV"),
    ("Titel 7.1", "7.1", "7-1"),
    ("Afdeling 3A", "3A", "3A"),
    ("Boek 2", "2", "2"),
    ("Deel B", "B", "B"),
    ("Bijlage 7d2", "7d2", "7d2"),
    ("Bijlage", "", ""),
    ("Bijlage:", "", ""),
    ("Tabel II", "Tabel II", "Tabel-II"),
    ("Titelloos", "Titelloos", "Titelloos"),
    ("Artikel 5²", "5²", "5-2"),
    ("Artikel 5é", "5é", "5e"),
    ("Artikel 3_b", "3_b", "3b"),
    ("Enig artikel", "enig", "enig"),
    ("ENIG ARTIKEL.", "enig", "enig"),
    ("Artikel enig", "enig", "enig"),
    ("Aanwijzing 3.29", "3.29", "3-29"),
    ("–", "", ""),
    ("•", "", ""),
    ("□", "", ""),
    ("*", "", ""),
    ("-", "", ""),
    ("", "", ""),
    ("   ", "", ""),
]


@pytest.mark.parametrize(("printed", "bare", "token"), NUMBERS)
def test_a_printed_number_loses_its_label_and_signs(printed: str, bare: str, token: str) -> None:
    assert bare_number(printed) == bare
    assert number_token(printed) == token


ASCENDING = [
    ["1", "2", "9", "10", "10a", "10b", "11"],
    ["1", "1a", "1aa", "1ab", "1b", "2"],
    ["3:9", "3:9a", "3:10", "3:100", "4:1"],
    ["1.1", "1.2", "1.2a", "1.10", "2.1"],
    ["420bis", "420bis.1", "420bis.2", "420ter"],
    ["11.a1", "11.a2", "11.1", "11a.1", "12"],
    ["I", "II", "IIA", "III", "IV", "V", "VI", "IX", "X", "XI", "XL", "XLIX", "LI", "XC", "CXIV"],
    ["a", "b", "z"],
    ["A", "B", "C", "D", "E"],
    ["A 9 a", "A 10 a", "A 16 i", "B 1"],
    ["1°", "2°", "10°"],
]


@pytest.mark.parametrize("numbers", ASCENDING, ids=lambda numbers: "-".join(numbers[:4]))
def test_numbers_sort_as_a_lawyer_reads_them(numbers: list[str]) -> None:
    backwards = numbers[::-1]
    assert sorted(backwards, key=sort_key) == numbers
    assert len({sort_key(n) for n in numbers}) == len(numbers)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Artikel 3:15", "3.15"), ("1°.", "1"), ("2a*", "2a"), ("ARTIKEL IV", "IV"), ("IV", "4")],
)
def test_two_ways_to_print_one_number_sort_alike(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


# In letters up to twintigste, as the State prints them; above that the digits and what is spoken.
LEDEN = [
    ("1", "eerste lid"),
    ("1.", "eerste lid"),
    ("2", "tweede lid"),
    ("3", "derde lid"),
    ("7", "zevende lid"),
    ("8", "achtste lid"),
    ("12", "twaalfde lid"),
    ("19", "negentiende lid"),
    ("20", "twintigste lid"),
    ("21", "21ste lid"),  # eenentwintigste
    ("22", "22ste lid"),
    ("28", "28ste lid"),
    ("30", "30ste lid"),
    ("38", "38ste lid"),
    ("99", "99ste lid"),
    ("100", "100ste lid"),  # honderdste
    ("101", "101ste lid"),  # honderdeerste
    ("102", "102de lid"),  # honderdtweede
    ("108", "108ste lid"),
    ("109", "109de lid"),
    ("112", "112de lid"),
    ("119", "119de lid"),
    ("120", "120ste lid"),
    ("3a", "lid 3a"),
    ("2*", "tweede lid"),
    ("0", "lid 0"),
    ("01", "lid 01"),
    ("A 16 i", "lid A 16 i"),
    ("", "ongenummerd lid"),
    ("–", "ongenummerd lid"),
]


@pytest.mark.parametrize(("printed", "cited"), LEDEN)
def test_a_lid_is_cited_by_its_rangtelwoord(printed: str, cited: str) -> None:
    assert ordinal_lid(printed) == cited


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("beheerder: degene die is belast;", "artikel 1, begripsbepaling van beheerder"),
        ("gestrande schepeling: opvarende;", "artikel 1, begripsbepaling van gestrande schepeling"),
        ("In afwijking van het eerste lid, tenzij: niets", "artikel 1, ongenummerd onderdeel"),
        ("artikel 3:15 geldt", "artikel 1, ongenummerd onderdeel"),
        ("de volgende gegevens:", "artikel 1, ongenummerd onderdeel"),
    ],
)
def test_a_definition_without_a_number_is_cited_by_its_term(text: str, cited: str) -> None:
    path = [Provision(K.ARTICLE, num="Artikel 1"), Provision(K.POINT, text=text)]
    assert label(path) == cited


def _path(*steps: tuple[ProvisionKind, str]) -> list[Provision]:
    return [Provision(kind, num=num) for kind, num in steps]


CITATIONS = [
    (
        "artikel 30b, eerste lid, onderdeel a",
        _path((K.CHAPTER, "Hoofdstuk 3"), (K.ARTICLE, "Artikel 30b"), (K.PARAGRAPH, "1"), (K.POINT, "a.")),
    ),
    (
        "artikel 10, onderdeel a, onder 2°",
        _path((K.ARTICLE, "Artikel 10"), (K.POINT, "a."), (K.POINT, "2°.")),
    ),
    (
        "artikel 1, ongenummerd onderdeel, onder 1°",
        _path((K.ARTICLE, "Artikel 1"), (K.POINT, "–"), (K.POINT, "1°.")),
    ),
    (
        "artikel 1, onderdeel a, ongenummerd onderdeel",
        _path((K.ARTICLE, "Artikel 1"), (K.POINT, "a."), (K.POINT, "•")),
    ),
    (
        "bijlage 2, artikel 1",
        _path((K.ATTACHMENT, "Bijlage 2"), (K.DIVISION, "Hoofdstuk 1"), (K.ARTICLE, "Artikel 1")),
    ),
    (
        "aangehaalde tekst, artikel 59b, tweede lid",
        _path((K.MOD, ""), (K.ARTICLE, "Artikel 59b"), (K.PARAGRAPH, "2")),
    ),
    (
        "artikel I, onderdeel A, artikel 59b, tweede lid",
        _path(
            (K.ARTICLE, "Artikel I"),
            (K.POINT, "A"),
            (K.MOD, ""),
            (K.ARTICLE, "Artikel 59b"),
            (K.PARAGRAPH, "2"),
        ),
    ),
    ("hoofdstuk 3, afdeling 4", _path((K.CHAPTER, "Hoofdstuk 3"), (K.SECTION, "Afdeling 4"))),
    ("overweging", _path((K.PREAMBLE, ""), (K.RECITAL, ""))),
    ("overweging 12", _path((K.PREAMBLE, ""), (K.RECITAL, "(12)"))),
    ("artikel I, onderdeel Ab", _path((K.ARTICLE, "ARTIKEL I"), (K.POINT, "Ab"))),
    ("artikel 2a", _path((K.ARTICLE, "Artikel 2a*"))),
    ("artikel", _path((K.ARTICLE, ""))),
    ("enig artikel, tweede lid", _path((K.ARTICLE, "Enig artikel"), (K.PARAGRAPH, "2."))),
    ("artikel 3, slot", _path((K.ARTICLE, "Artikel 3"), (K.SLOT, ""))),
    ("opschrift", _path((K.LONG_TITLE, ""))),
    ("", []),
]


@pytest.mark.parametrize(("cited", "path"), CITATIONS, ids=[c[0] for c in CITATIONS])
def test_a_provision_is_cited_in_the_form_of_aanwijzing_3_29(cited: str, path: list[Provision]) -> None:
    assert label(path) == cited
