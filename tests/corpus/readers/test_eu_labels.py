"""Headings of Union law in four languages, taken apart and given their eId token; kinds of act by title."""

import pytest

from corpus.numbering import number_token
from corpus.provision import ProvisionKind
from corpus.readers.eu_labels import act_kind, label, short_title
from corpus.reading import WorkKind

K = ProvisionKind
HEADINGS = [
    ("CHAPTER IVa", K.CHAPTER, "CHAPTER IVa", "", "IVa"),
    ("KAPITEL 1", K.CHAPTER, "KAPITEL 1", "", "1"),
    ("HOOFDSTUK II", K.CHAPTER, "HOOFDSTUK II", "", "II"),
    ("Section A. List of plants", K.SECTION, "Section A.", "List of plants", "A"),
    ("Section B — Plants", K.SECTION, "Section B —", "Plants", "B"),
    ("Unterabschnitt 2", K.SUBSECTION, "Unterabschnitt 2", "", "2"),
    ("ABSCHNITT 2", K.SECTION, "ABSCHNITT 2", "", "2"),
    ("PART ONE", K.PART, "PART ONE", "", "ONE"),
    ("TEIL 1", K.PART, "TEIL 1", "", "1"),
    ("TITLE I", K.TITLE, "TITLE I", "", "I"),
    ("TITEL XII SCHLUSS", K.TITLE, "TITEL XII", "SCHLUSS", "XII"),
    ("‘Article 5a", K.ARTICLE, "‘Article 5a", "", "5a"),
    ("„Artikel 13", K.ARTICLE, "„Artikel 13", "", "13"),
    ("ANNEX X Tall hedges", K.ATTACHMENT, "ANNEX X", "Tall hedges", "X"),
    ("ANHANG", K.ATTACHMENT, "ANHANG", "", ""),
    ("BIJLAGE I", K.ATTACHMENT, "BIJLAGE I", "", "I"),
]


@pytest.mark.parametrize(("text", "kind", "num", "heading", "token"), HEADINGS)
def test_a_heading_is_taken_apart(text: str, kind: K, num: str, heading: str, token: str) -> None:
    found = label(text)
    assert found is not None
    assert (found.kind, found.num, found.heading) == (kind, num, heading)
    assert number_token(found.num) == token


@pytest.mark.parametrize(
    "text",
    ["Section headings shall be green", "Introduction", "ANHÄNGE", "Annexes are green", "Titeltuin 3", ""],
)
def test_other_text_is_no_heading(text: str) -> None:
    assert label(text) is None


TITLES = [
    ("Commission Implementing Regulation (EU) 2099/1 amending Directive 1", WorkKind.EU_REGULATION),
    ("Durchführungsbeschluss (EU) 2099/1 zur Verordnung 2", WorkKind.EU_DECISION),
    ("UITVOERINGSVERORDENING (EU) 2099/1", WorkKind.EU_REGULATION),
    ("Richtlijn 2098/3/EU", WorkKind.EU_DIRECTIVE),
    ("Rahmenbeschluss des Rates", WorkKind.EU_DECISION),
    ("Gemeinsame Maßnahme", WorkKind.UNKNOWN),
]


@pytest.mark.parametrize(("title", "kind"), TITLES)
def test_an_act_is_what_its_title_names_first(title: str, kind: WorkKind) -> None:
    assert act_kind(title) is kind


NAMES = [
    ("Richtlijn (EU) 2099/1 tot intrekking van Richtlijn 2098/1 (Tuin 2-richtlijn)", "Tuin 2-richtlijn"),
    ("Regulation (EU) 2099/1 on hedges (Hedge Act) (Text with EEA relevance)", "Hedge Act"),
    ("Verordening (EU) 2099/1 betreffende hagen (Voor de EER relevante tekst)", ""),
    ("Directive (EU) 2099/1 on hedges (recast)", ""),
    ("Richtlijn (EU) 2099/1 betreffende hagen (herschikking)", ""),
    ("Regulation (EU) 2099/1 amending Regulation (EU) 2098/3 (HAGEN)", ""),
    ("Regulation (EU) 2099/1 amending Regulation (EC) No 2", ""),
    ("", ""),
]


@pytest.mark.parametrize(("title", "name"), NAMES)
def test_the_name_that_a_title_gives_stands_between_its_last_parentheses(title: str, name: str) -> None:
    assert short_title(title) == name
