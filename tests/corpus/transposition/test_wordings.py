"""The wordings by which a table says why there is no provision, and what a provision does."""

import pytest

from corpus.transposition.values import NoProvision, Relation
from corpus.transposition.wordings import is_nothing, lapses, reasons, relation, used_in

REASONS = [
    ("rechtstreeks toepasselijk; zie paragraaf 3.1", "directly-applicable"),
    ("Werkt rechtstreeks.", "directly-applicable"),
    ("feitelijk handelen: middelen worden op de begroting uitgetrokken", "factual-conduct"),
    ("wordt door feitelijke uitvoering geïmplementeerd", "factual-conduct"),
    ("facultatieve bepaling; van deze mogelijkheid wordt geen gebruik gemaakt", "facultative-not-used"),
    ("de bevoegdheid wordt niet benut", "facultative-not-used"),
    ("richt zich tot de Commissie", "addressed-to-institutions"),
    ("verplichting voor de Europese Commissie", "addressed-to-institutions"),
    ("omschrijft het onderwerp; behoeft naar zijn aard geen uitvoering", "by-nature"),
    ("betreft de richtlijn zelf", "by-nature"),
    ("richt zich tot de lidstaten; behoeft geen omzetting", "by-nature"),
    ("al geregeld in hoofdstuk 4", "existing-law"),
    (
        "richt zich tot het Uniebureau; gegevens verstrekken is feitelijk handelen",
        "factual-conduct, addressed-to-institutions",
    ),
    ("ten minste jaarlijks, schriftelijk en openbaar; zie paragraaf 2.5", ""),
    ("wordt in de praktijk ingevuld", ""),
    ("de vuurwacht", ""),
]


@pytest.mark.parametrize(("words", "meant"), REASONS)
def test_a_reason_is_read_by_its_words_and_an_unknown_one_is_none(words: str, meant: str) -> None:
    assert ", ".join(reason.value for reason in reasons(words)) == meant


def test_every_reason_but_two_has_a_case_in_the_table() -> None:
    covered = {word for _, meant in REASONS for word in meant.split(", ")}
    assert covered - {""} == set(NoProvision) - {NoProvision.LAPSES, NoProvision.OTHER}


@pytest.mark.parametrize("cell", ["geen", "Geen.", "n.v.t.", "-", "–", "geen nationale bepaling nodig"])
def test_nothing_is_said_in_many_ways(cell: str) -> None:
    assert is_nothing(cell)


@pytest.mark.parametrize("cell", ["geen; artikel 31 vervalt", "artikel 5", "geenszins artikel 3"])
def test_what_says_more_is_not_nothing(cell: str) -> None:
    assert not is_nothing(cell)


def test_what_lapses_is_told_from_what_comes() -> None:
    assert lapses("artikelen 43 en 44 vervallen (onderdeel N)") == "artikelen 43 en 44  (onderdeel N)"
    assert lapses("artikel 5 (onderdeel B)") is None


def test_room_that_is_used_elsewhere_names_where() -> None:
    assert used_in("gebruikt in de artikelen 32, 34 en 35") == "artikelen 32, 34 en 35"
    assert used_in("de brief en het seinbericht") == ""


@pytest.mark.parametrize(
    ("kind", "room", "choice", "text", "does"),
    [
        ("eu-regulation", "", "de vuurwacht", "De lidstaten wijzen autoriteiten aan.", Relation.EXECUTES),
        ("eu-directive", "", "komt overeen", "Noodzakelijke zorg is kosteloos.", Relation.TRANSPOSES),
        ("eu-regulation", "", "drie jaar", "De lidstaten kunnen korter vaststellen.", Relation.USES_OPTION),
        ("eu-directive", "bevoegdheid, geen plicht", "al gebruikt", "", Relation.USES_OPTION),
        ("eu-directive", "gunstiger bepaling toegestaan", "een dag", "", Relation.GOES_FURTHER),
        ("eu-regulation", "", "gunstiger dan eerst", "", Relation.EXECUTES),
    ],
)
def test_a_regulation_is_executed_and_a_directive_transposed(
    kind: str, room: str, choice: str, text: str, does: Relation
) -> None:
    assert relation(kind, room=room, choice=choice, text=text) is does
