"""What the outline of an opinion in plain text does not show: detection, notes, words, a wrapped page."""

import pytest

from corpus.errors import WetgevingError
from corpus.provision import walk, words
from corpus.readers import read, recognise

HEAD = "Advies Afdeling advisering van de Raad van State\n\nNo.W99.91.00098/I\n\n"
OPINIONS = [
    HEAD,
    "No.W99.91.00098/I\n\n's-Gravenhage, 3 mei 2091",
    "Bij Kabinetsmissive van 3 mei 2091, no.1, heeft Uwe Majesteit aanhangig gemaakt een voorstel.",
    "Nr. 4 Advies Afdeling advisering Raad van State en nader rapport",
    "Spoedadvies van de Afdeling advisering",
    "# Voorlichting Afdeling advisering",
    "Nader rapport\n\nHet advies geeft mij aanleiding tot een opmerking.",
]
OTHERS = [
    "Wet op de hoeden\n\nAlzo Wij in overweging genomen hebben, de Afdeling advisering van de Raad van State "
    "gehoord;\n\nArtikel 1\n\nEen hoed is zwart.",
    "Artikel 1\n\nDe Afdeling advisering van de Raad van State geeft advies.",
]


@pytest.mark.parametrize("text", OPINIONS)
def test_an_opinion_is_known_by_its_first_lines(text: str) -> None:
    assert recognise(text.encode()).name == "opinion-text"


@pytest.mark.parametrize("text", OTHERS)
def test_a_law_that_names_the_afdeling_is_no_opinion(text: str) -> None:
    assert recognise(text.encode()).name == "plain-text"


def test_words_about_an_opinion_are_refused() -> None:
    with pytest.raises(WetgevingError) as refused:
        read(b"De minister wacht op het advies van de Afdeling advisering van de Raad van State.")
    assert refused.value.code == "unknown-format"


def test_no_word_is_lost_but_the_signs_of_markdown() -> None:
    text = f"{HEAD}1. Kop\n\n*De hoed* waait af. De bol_maat_ en 2 * 3 en artikel 2a* blijven.\n"
    expected = text.replace("*De hoed*", "De hoed").split()
    assert list(words(read(text.encode()).provisions)) == expected


def test_long_notes_below_each_other_stay_apart() -> None:
    notes = [f"Noot {n} die lang genoeg is om voor een afgebroken regel te worden gehouden" for n in (1, 2)]
    text = f"{HEAD}Een hoed. [1]\n\nEen muts. [2]\n\n[1] {notes[0]}\n[2] {notes[1]}\n"
    found = [note.text for p in walk(read(text.encode()).provisions) for note in p.notes]
    assert found == [f"1 {notes[0]}", f"2 {notes[1]}"]


def test_a_note_without_a_mark_in_the_text_stays_text() -> None:
    text = f"{HEAD}Een hoed.\n\n[3] Los.\n"
    assert "[3] Los." in read(text.encode()).provisions[-1].full_text()
