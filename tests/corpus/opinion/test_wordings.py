"""Tables of single sentences: what is asked, what an answer says, which words are an answer."""

import pytest

from corpus.opinion import Asked, Outcome
from corpus.opinion.answers import said_outcome
from corpus.opinion.cues import is_answer, is_answer_label, is_request
from corpus.opinion.requests import what_is_asked
from corpus.opinion.sentences import sentences

REQUESTS = [
    ("De Afdeling adviseert de toelichting aan te vullen.", [Asked.MEMORANDUM]),
    ("De Afdeling adviseert in de toelichting op de kosten in te gaan.", [Asked.MEMORANDUM]),
    ("De Afdeling adviseert dit dragend te motiveren.", [Asked.MEMORANDUM]),
    ("Dit behoeft nadere motivering.", [Asked.MEMORANDUM]),
    ("De Afdeling adviseert artikel 4 aan te passen.", [Asked.TEXT]),
    ("De Afdeling adviseert in het voorstel een termijn op te nemen.", [Asked.TEXT]),
    ("De Afdeling adviseert de toelichting aan te vullen en zo nodig artikel 4 te wijzigen.",
     [Asked.MEMORANDUM, Asked.TEXT]),
    ("De Afdeling adviseert de delegatie nader te bezien.", [Asked.RECONSIDER]),
    ("De Afdeling adviseert het voorstel te heroverwegen.", [Asked.RECONSIDER]),
    ("De Afdeling adviseert van het voorstel af te zien.", [Asked.REFRAIN]),
    ("De Afdeling adviseert artikel 9 te schrappen.", [Asked.REFRAIN]),
    ("De Afdeling adviseert de redactionele opmerkingen in de bijlage over te nemen.", [Asked.EDITORIAL]),
    ("De Raad geeft in overweging de bepaling nader te bezien.", [Asked.RECONSIDER]),
    ("De Afdeling adviseert alsnog met de gemeenten te overleggen.", [Asked.UNKNOWN]),
    ("De regering wil dat imkers een hoed dragen.", [Asked.NOTHING]),
    ("De Afdeling merkt op dat hoeden afwaaien.", [Asked.NOTHING]),
]  # fmt: skip
ANSWERS = [
    ("Dit advies is overgenomen.", Outcome.FOLLOWED),
    ("Het advies van de Afdeling is opgevolgd.", Outcome.FOLLOWED),
    ("Aan dit advies is gevolg gegeven.", Outcome.FOLLOWED),
    ("Naar aanleiding van deze opmerking is de toelichting aangevuld.", Outcome.FOLLOWED),
    ("De regering volgt dit advies.", Outcome.FOLLOWED),
    ("Het advies is deels gevolgd.", Outcome.PARTLY),
    ("Het advies is gevolgd voor zover het de motivering betreft.", Outcome.PARTLY),
    ("Dit advies is niet gevolgd.", Outcome.NOT_FOLLOWED),
    ("De regering ziet hierin geen aanleiding het voorstel te wijzigen.", Outcome.NOT_FOLLOWED),
    ("De regering volgt het advies op dit punt niet.", Outcome.NOT_FOLLOWED),
    ("Aan de aanbeveling is geen gevolg gegeven.", Outcome.NOT_FOLLOWED),
    ("Over enkele jaren wordt de wet geëvalueerd.", Outcome.UNKNOWN),
    ("Hoeden zijn er in vele maten.", Outcome.UNKNOWN),
]
SPOKEN = [
    ("Dit advies is overgenomen.", True),
    ("Aan dit advies is gevolg gegeven.", True),
    ("Naar aanleiding van het advies van de Afdeling is artikel 2 gewijzigd.", True),
    ("Ik ga hier graag op in.", True),
    ("De uitkomst daarvan zend ik aan de Kamer.", True),
    ("Met de Afdeling ben ik van oordeel dat dit anders moet.", True),
    ("De regering is van mening dat een hoed volstaat.", False),
    ("De Afdeling merkt op dat een hoed afwaait.", False),
    ("Het advies van de Raad voor de hoeden is bijgevoegd.", False),
    ("Het advies van de Afdeling is in de toelichting verwerkt.", True),
    ("De wet kent een regeling voor hoeden.", False),
    ("Een aanvrager die zegt «ik draag een hoed» krijgt een vergunning.", False),
]
LABELS = [
    ("Reactie", True),
    ("Reactie van de regering", True),
    ("Reactie van de initiatiefnemers op punt 3", True),
    ("Nader rapport:", True),
    ("Reactie op de consultatie", False),
    ("Reactie van de regering was er niet.", False),
]
SENTENCES = [
    ("Zie artikel 3, onder b. Dat volstaat.", 2),
    ("Bij brief van d.d. 3 mei, nr. 4. De Afdeling heeft dat gezien.", 2),
    ("Het voorstel is ingediend.De vice-president tekent.", 2),
    ("1. De Afdeling adviseert niets.", 1),
    ("De wet van mr. De Wit geldt.", 1),
    ("Kamerstukken II 2090/91, 1, nr. 3, p. 4.", 1),
]


@pytest.mark.parametrize(("text", "asked"), REQUESTS)
def test_a_request_asks_what_its_words_say(text: str, asked: list[Asked]) -> None:
    assert list(what_is_asked(text)) == asked
    assert is_request(text) is (asked != [Asked.NOTHING])


@pytest.mark.parametrize(("response", "outcome"), ANSWERS)
def test_an_answer_says_what_becomes_of_the_advice(response: str, outcome: Outcome) -> None:
    assert said_outcome(response) is outcome


@pytest.mark.parametrize(("sentence", "answers"), SPOKEN)
def test_some_sentences_only_an_answer_says(sentence: str, answers: bool) -> None:
    assert is_answer(sentence) is answers


@pytest.mark.parametrize(("line", "label"), LABELS)
def test_a_line_can_be_nothing_but_the_heading_of_an_answer(line: str, label: bool) -> None:
    assert is_answer_label(line) is label


@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    assert len(sentences(text)) == count
