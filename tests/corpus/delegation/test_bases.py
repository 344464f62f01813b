"""The bases that a rule names: "Gelet op" with every article and lid, and "berust op" in running text."""

from datetime import date

import pytest

from corpus.citations import Name, Names
from corpus.delegation.bases import How, NamedBasis, named_bases
from corpus.delegation.established import written_for
from corpus.provision import Provision, ProvisionKind
from corpus.reading import Identifier, WorkKind

LAMP = Identifier("work", "LAMPWET")
DECREE = Identifier("work", "LAMPBESLUIT")
NAMES = Names.of(
    (Name("Lampwet", LAMP), Name("Lampbesluit 2091", DECREE), Name("Oliewet", Identifier("work", "OLIE")))
)
REGARD = (
    ("Gelet op artikel 3 van de Lampwet;", ["3"]),
    ("Gelet op artikel 3, tweede lid, van de Lampwet;", ["3/2"]),
    ("Gelet op artikel 18, tweede en derde lid, van de Lampwet;", ["18/2", "18/3"]),
    ("Gelet op de artikelen 14, derde lid, en 24, eerste lid, van de Lampwet;", ["14/3", "24/1"]),
    (
        "Gelet op de artikelen 2, eerste lid, onder b, vierde en zesde lid, 15, 16, tweede lid, en"
        " 36 van de Lampwet;",
        ["2/1/b", "2/4", "2/6", "15", "16/2", "36"],
    ),
    ("Gelet op artikel 8, onder f en g, van de Lampwet;", ["8/f", "8/g"]),
    ("Gelet op artikel 3 van de Lampwet en artikel 9, eerste lid, van de Oliewet;", ["3", "9/1"]),
    ("Gelet op de artikelen 3 van de Lampwet en 9, eerste lid, van de Oliewet;", ["3", "9/1"]),
    (
        "Gelet op artikel 3 van de Wet Vuurtorens, 18, eerste lid, van de Wet Zeelichten, 8,"
        " eerste lid, van de"
        " Wet op het touw;",
        ["3", "18/1", "8/1"],
    ),
    ("Gelet op de Lampwet;", [""]),
    ("Gezien het advies; gelet op artikel 3 van de Lampwet;", ["3"]),
)


def _decree(preamble: str, *articles: str) -> tuple[Provision, ...]:
    recital = Provision(ProvisionKind.RECITAL, "recital_n1", text=preamble)
    rest = tuple(
        Provision(ProvisionKind.ARTICLE, f"art_{n}", str(n), text=text) for n, text in enumerate(articles, 1)
    )
    return (Provision(ProvisionKind.PREAMBLE, "preamble", children=(recital,)), *rest)


def _place(basis: NamedBasis) -> str:
    places = basis.citation.places
    return "/".join(step.number for step in places[0].steps) if places else ""


@pytest.mark.parametrize(("preamble", "places"), REGARD)
def test_gelet_op_gives_every_article_and_lid(preamble: str, places: list[str]) -> None:
    found = named_bases(_decree(preamble), NAMES, WorkKind.DECREE)
    assert [_place(basis) for basis in found] == places
    assert {basis.how for basis in found} == {How.REGARD}
    assert all(preamble[basis.start : basis.end] == basis.text for basis in found)


@pytest.mark.parametrize("kind", [WorkKind.CIRCULAR, WorkKind.ACT, WorkKind.LETTER])
def test_a_circular_is_policy_and_has_no_basis(kind: WorkKind) -> None:
    assert named_bases(_decree("Gelet op artikel 3 van de Lampwet;"), NAMES, kind) == ()


def test_gelet_op_in_an_article_names_no_basis() -> None:
    tree = _decree("", "Gelet op artikel 3 van de Lampwet kan de wacht het licht doven.")
    assert named_bases(tree, NAMES, WorkKind.DECREE) == ()


def test_a_name_is_completed_by_the_year_of_its_publication() -> None:
    preamble = "Gelet op de artikelen 2 en 3, eerste lid, van het Lampbesluit (Stb. 2091, 12);"
    found = named_bases(_decree(preamble), NAMES, WorkKind.MINISTERIAL_REGULATION)
    assert [(b.citation.act and b.citation.act.identifiers, b.by_year) for b in found] == [
        ((DECREE,), True)
    ] * 2


@pytest.mark.parametrize(
    ("text", "places", "also"),
    [
        ("Deze regeling berust op artikel 3, tweede lid, van de Lampwet.", ["3/2"], False),
        ("Dit besluit berust mede op de artikelen 3 en 5, eerste lid, van de Lampwet.", ["3", "5/1"], True),
        (
            "Deze regeling berust op de artikelen 3.1, eerste lid, en 3.2 van de Lampwet.",
            ["3.1/1", "3.2"],
            False,
        ),
    ],
)
def test_a_rule_may_say_in_an_article_what_it_rests_on(text: str, places: list[str], also: bool) -> None:
    found = named_bases(_decree("", text), NAMES, WorkKind.MINISTERIAL_REGULATION)
    assert [(_place(b), b.how, b.also, b.about) for b in found] == [(p, How.RESTS, also, "") for p in places]


@pytest.mark.parametrize(
    "text",
    [
        "Na de inwerkingtreding van deze wet berust het Lampbesluit 2091 op artikel 24, vierde"
        " lid, van deze wet.",
        "Het Lampbesluit 2091 berust na inwerkingtreding van deze wet op artikel 24, vierde lid.",
    ],
)
def test_an_act_may_say_what_a_rule_rests_on_from_then_on(text: str) -> None:
    (basis,) = named_bases(_decree("", text), NAMES, WorkKind.ACT)
    assert (_place(basis), basis.how, basis.rules) == ("24/4", How.RESTS_AFTER, (DECREE,))


@pytest.mark.parametrize(
    "text",
    [
        "Een besluit dient te berusten op een deugdelijke motivering.",
        "De sleutels berusten bij twee verschillende ambtenaren.",
        "In deze wet en de daarop berustende bepalingen wordt verstaan onder:",
    ],
)
def test_other_things_that_rest_are_no_basis(text: str) -> None:
    assert named_bases(_decree("", text), NAMES, WorkKind.DECREE) == ()


@pytest.mark.parametrize(
    ("title", "entered", "expected"),
    [
        ("Besluit van 23 november 2090, houdende regels", None, date(2090, 11, 23)),
        ("Besluit van 23 november 2090, houdende regels", date(2091, 4, 1), date(2091, 4, 1)),
        ("Besluit van 23 november 2090, houdende regels", date(2099, 4, 1), date(2090, 11, 23)),
        ("Lampbesluit", None, None),
        ("Besluit van 31 februari 2090", None, None),
    ],
)
def test_a_preamble_is_written_for_the_day_the_rule_first_worked(
    title: str, entered: date | None, expected: date | None
) -> None:
    tree = (Provision(ProvisionKind.ARTICLE, "art_1", "1", in_force_on=entered),)
    assert written_for(title, tree) == expected
