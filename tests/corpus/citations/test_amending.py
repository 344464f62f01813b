"""Amending law: what instructions and the law they quote belong to, act and place."""

import pytest

from corpus import eid
from corpus.citations.document import cited
from corpus.provision import Provision, ProvisionKind
from tests.corpus.citations.fictional import CODE, LAMP, NAMES, shown

_ARTICLE, _PARAGRAPH, _POINT, _MOD = (
    ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.POINT, ProvisionKind.MOD,
)  # fmt: skip
LW, WS = LAMP.value, CODE.value


def _mod(*children: Provision) -> Provision:
    return Provision(_MOD, children=children)


def _paragraph(number: str, text: str, *children: Provision) -> Provision:
    return Provision(_PARAGRAPH, num=number, text=text, children=children)


def _point(number: str, text: str, *children: Provision) -> Provision:
    return Provision(_POINT, num=number, text=text, children=children)


def _found(*provisions: Provision) -> list[tuple[str, str, list[str]]]:
    return [shown(c) for _, found in cited(eid.assign(provisions), NAMES) for c in found]


LEAD = "De Lampenwet 2091 wordt als volgt gewijzigd:"
INSTRUCTIONS = (
    ("Het tweede lid vervalt.", [("tweede lid", LW, ["article 10, paragraph 2"])]),
    (
        "In het derde lid (nieuw) wordt «het eerste lid» vervangen door «het tweede lid».",
        [
            ("derde lid", LW, ["article 10, paragraph 3"]),
            ("eerste lid", LW, ["article 10, paragraph 1"]),
            ("tweede lid", LW, ["article 10, paragraph 2"]),
        ],
    ),
    (
        "In het eerste lid wordt «dit artikel» vervangen door «deze wet».",
        [("eerste lid", LW, ["article 10, paragraph 1"]), ("dit artikel", LW, ["article 10"]),
         ("deze wet", LW, [])],
    ),
    (
        "Met ingang van de inwerkingtreding van deze wet wordt onderdeel b vervangen.",
        [("deze wet", "this: deze wet", []), ("onderdeel b", LW, ["article 10, point b"])],
    ),
    ("«artikel 7 van de Wet op de seinen» vervalt.",
     [("artikel 7 van de Wet op de seinen", WS, ["article 7"])]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INSTRUCTIONS, ids=[text for text, _ in INSTRUCTIONS])
def test_an_instruction_speaks_of_the_article_it_stands_under(text: str, expected: object) -> None:
    letter = _point("A", "Artikel 10 wordt als volgt gewijzigd:", _point("1.", text))
    found = _found(Provision(_ARTICLE, num="I", text=LEAD, children=(letter,)))
    assert found[2:] == expected


def test_quoted_law_is_of_the_amended_act_and_its_leden_of_the_amended_article() -> None:
    quoted = _mod(
        _paragraph("2.", "Het eerste lid geldt, en artikel 3 van deze wet.", _point("a.", "onderdeel b"))
    )
    instruction = _point("1.", "Het tweede lid komt te luiden:", quoted)
    letter = _point("A", "Artikel 10 wordt als volgt gewijzigd:", instruction)
    found = _found(Provision(_ARTICLE, num="I", text=LEAD, children=(letter,)))
    assert found[3:] == [
        ("eerste lid", LW, ["article 10, paragraph 1"]),
        ("artikel 3 van deze wet", LW, ["article 3"]),
        ("onderdeel b", LW, ["article 10, paragraph 2, point b"]),
    ]


def test_a_quoted_article_is_the_article_of_its_own_leden() -> None:
    article = Provision(
        _ARTICLE, num="Artikel 10a", children=(_paragraph("2.", "het eerste lid; dit artikel"),)
    )
    letter = _point("A", "Na artikel 10 wordt een artikel ingevoegd, luidende:", _mod(article))
    found = _found(Provision(_ARTICLE, num="I", text=LEAD, children=(letter,)))
    assert found[2:] == [
        ("eerste lid", LW, ["article 10a, paragraph 1"]),
        ("dit artikel", LW, ["article 10a"]),
    ]


def test_the_act_may_be_named_in_the_instruction_itself() -> None:
    text = "In artikel 1, eerste lid, van de Wet op de seinen wordt een onderdeel toegevoegd, luidende:"
    found = _found(
        Provision(
            _ARTICLE,
            num="V",
            text=text,
            children=(
                _mod(
                    _point("c.", "artikel 5"),
                ),
            ),
        )
    )
    assert found[1] == ("artikel 5", WS, ["article 5"])


def test_an_act_that_no_table_knows_is_not_taken_for_the_amending_act() -> None:
    text = "De Wet bevordering duisternis wordt als volgt gewijzigd:"
    letter = _point("A", "Artikel 4 komt te luiden:", _mod(Provision(_ARTICLE, num="4", text="artikel 5")))
    found = _found(Provision(_ARTICLE, num="I", text=text, children=(letter,)))
    assert [act for _, act, _ in found if act] == [act for _, act, _ in found]


def test_quoted_law_under_no_named_act_is_in_an_act_that_is_not_known() -> None:
    assert _found(_mod(_paragraph("1.", "artikel 5"))) == [("artikel 5", "unknown: ", ["article 5"])]


def test_articles_outside_an_instruction_are_the_amending_acts_own() -> None:
    law = Provision(_ARTICLE, num="I", text=LEAD)
    assert _found(law, Provision(_ARTICLE, num="II", text="Artikel I, onderdeel A, werkt terug."))[1:] == [
        ("Artikel I, onderdeel A", "", ["article I, point A"])
    ]


def test_amending_acts_of_the_union_are_read_alike() -> None:
    point = _point("(1)", "in Article 36, paragraph 2 is replaced by the following:",
                   _mod(_paragraph("2.", "paragraph 1 of this Article and this Regulation")))  # fmt: skip
    article = Provision(
        _ARTICLE, num="82", text="Regulation (EU) 2090/9001 is amended as follows:", children=(point,)
    )
    act = "32090R9001"
    assert _found(article) == [
        ("Regulation (EU) 2090/9001", act, []),
        ("Article 36, paragraph 2", act, ["article 36, paragraph 2"]),
        ("paragraph 1 of this Article", act, ["article 36, paragraph 1"]),
        ("this Regulation", act, []),
    ]
