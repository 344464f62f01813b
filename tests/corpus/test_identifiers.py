"""Identifiers as a lawyer writes them, and what each names. All numbers of dossiers are made up."""

from datetime import date

import pytest

from corpus.identifiers import SCHEMES, Named, Paper, parse
from corpus.provision import ProvisionKind

ARTICLE, PARAGRAPH, CHAPTER = ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.CHAPTER


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("BWBR9990001", Named("bwb", ("BWBR9990001",))),
        ("bwbv9990001", Named("bwb", ("BWBV9990001",))),
        ("jci1.3:c:BWBR9990001", Named("jci", ("BWBR9990001",))),
        (
            "jci1.3:c:BWBR9990001&artikel=29&lid=2",
            Named("jci", ("BWBR9990001",), place=((ARTICLE, "29"), (PARAGRAPH, "2"))),
        ),
        (
            "jci1.3:c:BWBR9990001&hoofdstuk=3&artikel=3%3A15&z=2091-02-27&g=2091-01-01",
            Named(
                "jci",
                ("BWBR9990001",),
                place=((CHAPTER, "3"), (ARTICLE, "3:15")),
                in_force_on=date(2091, 1, 1),
                as_known_on=date(2091, 2, 27),
            ),
        ),
        ("1.0:v:BWBR9990001&artikel=46", Named("jci", ("BWBR9990001",), place=((ARTICLE, "46"),))),
        ("32024R9356", Named("celex", ("32024R9356",))),
        ("celex:32024l9033", Named("celex", ("32024L9033",))),
        ("32024R9356R(01)", Named("celex", ("32024R9356R(01)",))),
        (
            "02013R9604-20130629",
            Named("celex", ("02013R9604-20130629", "32013R9604"), in_force_on=date(2013, 6, 29)),
        ),
        ("W03.91.00165/II", Named("opinion", ("W03.91.00165/II", "W03.91.0165/II"))),
        ("W03.91.00165-II", Named("opinion", ("W03.91.00165/II", "W03.91.0165/II"))),
        ("kst-99001-2", Named("kamerstuk", ("kst-99001-2",), (Paper("99001", "2"),))),
        ("99001-2", Named("kamerstuk", ("kst-99001-2",), (Paper("99001", "2"),))),
        ("99001, nr. 2", Named("kamerstuk", ("kst-99001-2",), (Paper("99001", "2"),))),
        ("99001-a", Named("kamerstuk", ("kst-99001-A",), (Paper("99001", "A"),))),
        ("99600-XX-12", Named("kamerstuk", ("kst-99600-XX-12",), (Paper("99600-XX", "12"),))),
        ("99600-XX", Named("kamerstuk", ("kst-99600-XX",), (Paper("99600", "XX"),), "99600-XX")),
        ("21501-02-7", Named("kamerstuk", ("kst-21501-02-7",), (Paper("21501-02", "7"),))),
        ("99001", Named("dossier", (), dossier="99001")),
        ("  BWBR9990001 ", Named("bwb", ("BWBR9990001",))),
    ],
)
def test_an_identifier_names_what_it_says(text: str, named: Named) -> None:
    assert parse(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "",
        "LAMP",
        "ECLI:NL:RVS:2091:1",
        "BWBR123",
        "jci1.3:c:BWBR9990001&onbekend=1",
        "jci1.3:c:BWBR9990001&artikel=1&g=morgen",
        "02013R9604-20139999",
        "990012",
        "W3.91.165",
    ],
)
def test_what_is_no_identifier_names_nothing(text: str) -> None:
    assert parse(text) is None


def test_the_first_part_of_an_opinion_may_be_written_as_a_one() -> None:
    for text in ("W04.91.00001/1", "W04.91.00001/I"):
        named = parse(text)
        assert named is not None
        assert {"W04.91.00001/I", "W04.91.00001/1"} <= set(named.values)


def test_every_scheme_is_known_by_what_it_names() -> None:
    examples = ("jci1.3:c:BWBR9990001", "BWBR9990001", "32024R9356", "W03.91.00165/II", "kst-99001-2")
    named = [parse(text) for text in examples]
    assert [n.scheme for n in named if n] == list(SCHEMES)
