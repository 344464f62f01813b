"""Sentences of a nader rapport that promise a change, and sentences that look like it."""

import pytest

from corpus.follow_up.claims import claims_in
from corpus.follow_up.values import About

TEXT, MEMORANDUM = (About.TEXT,), (About.MEMORANDUM,)
PROMISES = (
    ("Artikel 6a, eerste lid, luidt nu dat er een mechanisme is.", TEXT),
    ("In artikel 3 is een tweede lid ingevoegd.", TEXT),
    ("Artikel 12 zal worden aangepast.", TEXT),
    ("Het voorstel is op dit punt gewijzigd.", TEXT),
    ("Onderdeel F is daartoe aangevuld.", TEXT),
    ("Naar aanleiding hiervan is artikel 8 geschrapt.", TEXT),
    ("Paragraaf 3.1 van de memorie van toelichting is in deze zin aangevuld.", MEMORANDUM),
    (
        "Aan de toelichting bij artikel 20a wordt een zin toegevoegd waarin staat wie dit kan ontvangen.",
        MEMORANDUM,
    ),
    ("De toelichting bij onderdeel Q gaat nu in op de samenhang met artikel 53.", MEMORANDUM),
    ("De memorie van toelichting zal op dit punt worden verduidelijkt.", MEMORANDUM),
    ("De toelichting is aangevuld.", MEMORANDUM),
    ("In de toelichting op artikel 4 is dit nader toegelicht.", MEMORANDUM),
    ("Het voorstel en de toelichting zijn aangepast.", (About.TEXT, About.MEMORANDUM)),
)
NO_PROMISES = (
    "Een ministeriële regeling kan binnen enkele weken worden aangepast.",
    "Artikel 5 is niet gewijzigd.",
    "De toelichting behoeft geen aanvulling.",
    "Dit advies is overgenomen.",
    "Twee weken zou betekenen dat artikel 7 moet worden gewijzigd.",
    "Artikel 9 blijft ongewijzigd.",
    "De uitkomst daarvan zend ik aan de Kamer.",
    "De Lantaarndienst brengt in 2093 een volledige uitvoeringstoets uit.",
    "De hoofdregel staat in de wet zelf, in het eerste lid.",
    "Indien nodig wordt artikel 3 later aangepast.",
)


@pytest.mark.parametrize(("sentence", "about"), PROMISES)
def test_a_promise_says_of_which_text_it_is(sentence: str, about: tuple[About, ...]) -> None:
    (claim,) = claims_in(sentence, ())
    assert claim.about == about


@pytest.mark.parametrize("sentence", NO_PROMISES)
def test_what_may_be_or_is_not_changed_is_no_promise(sentence: str) -> None:
    assert claims_in(sentence, ()) == ()
