"""Places as tables print them, and what is understood: a table that a lawyer can check line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citations.citation import Step
from corpus.provision import ProvisionKind
from corpus.transposition.saying import Said, places

CASES = [
    ("artikel 2, onder a", "2/a"),
    ("artikel 10, lid 2, aanhef", "10/2/aanhef"),
    ("artikel 10, lid 2, aanhef en onder a", "10/2/aanhef; 10/2/a"),
    ("artikel 4, lid 1, onder b", "4/1/b"),
    ("artikel 4, eerste lid, onderdeel a, onder 2°", "4/1/a/2"),
    ("artikel 3, leden 1 tot en met 3", "3/1; 3/2; 3/3"),
    ("artikel 3, lid 1 en 2", "3/1; 3/2"),
    ("artikel 8, derde en vierde lid", "8/3; 8/4"),
    ("artikelen 3, lid 1, en 4, lid 2", "3/1; 4/2"),
    ("artt. 5 t/m 7", "5; 6; 7"),
    ("artikelen 16 en 36 tot en met 38", "16; 36; 37; 38"),
    ("artikel 14a tot en met 16", "14a-16"),
    ("art. 5(2)(a)", "5/2/a"),
    ("Article 10(2), second subparagraph, point (a)", "10/2/a"),
    ("5, lid 2, onder b, ii)", "5/2/b/ii"),
    ("bijlage II", "II"),
    ("artikel 10, tweede lid, eerste volzin", "10/2"),
    ("artikel 5, tweede lid (onderdeel B)", "5/2 door onderdeel B"),
    ("artikel 59b Vw 2000 (artikel I, onderdeel AB)", "59b van [Vw 2000] door artikel I, onderdeel AB"),
    ("artikel 2, tweede lid, onderdeel b (bestaand)", "2/2/b bestaand"),
    ("artikel 1, gestrande schepeling (bestaand)", "1=gestrande schepeling bestaand"),
    ("artikelen 1, seingrens, en 38 (onderdeel M)", "1=seingrens door onderdeel M; 38 door onderdeel M"),
    ("artikelen 32, 33 en 36, onderdeel a (bestaand)", "32 bestaand; 33 bestaand; 36/a bestaand"),
    (
        "artikelen 20a, derde lid (onderdeel H), en 23, tweede lid (bestaand)",
        "20a/3 door onderdeel H; 23/2 bestaand",
    ),
    (
        "artikel 29, eerste lid, onderdelen g (bestaand) en h (onderdeel K)",
        "29/1/g bestaand; 29/1/h door onderdeel K",
    ),
    (
        "artikelen 9, eerste lid, en 12, eerste en tweede lid (bestaand)",
        "9/1 bestaand; 12/1 bestaand; 12/2 bestaand",
    ),
    ("artikel 49, tweede lid, tabel (onderdeel P)", "49/2 door onderdeel P"),
    (
        "artikelen 30b, eerste lid, onderdeel h, en 30c van de Vreemdelingenwet 2000",
        "30b/1/h van [van de Vreemdelingenwet 2000]; 30c van [van de Vreemdelingenwet 2000]",
    ),
    ("artikel V van dit voorstel", "V van [van dit voorstel]"),
    ("hoofdstuk 2 van het Voorbeeldbesluit", "2 van [van het Voorbeeldbesluit]"),
    ("geen", ""),
    ("", ""),
    ("zie de tabel hierboven", ""),
]


def shown(said: Said) -> str:
    """One place as one word and what is said of it."""
    numbers = [step.number for step in said.steps] + (["aanhef"] if said.intro else [])
    where = "/".join(numbers) + (f"-{said.until}" if said.until else "")
    parts = [where + (f"={said.term}" if said.term else "")]
    parts += [f"van [{said.act}]"] if said.act else []
    parts += [f"door {said.via}"] if said.via else []
    parts += ["bestaand"] if said.existing else []
    return " ".join(parts)


@pytest.mark.parametrize(("cell", "meant"), CASES)
def test_a_cell_is_understood_as_a_lawyer_reads_it(cell: str, meant: str) -> None:
    assert "; ".join(shown(said) for said in places(cell) if said.steps) == meant


def test_a_cell_without_an_article_is_of_the_article_of_the_row_above() -> None:
    article = (Step(ProvisionKind.ARTICLE, "7"),)
    assert [shown(said) for said in places("lid 2", within=article)] == ["7/2"]
    assert [shown(said) for said in places("onder b", within=article)] == ["7/b"]


@given(st.text(alphabet="artikel lden1230ab,.()°;–IVX\n\t", max_size=60))
def test_no_cell_whatever_is_printed_in_it_stops_the_reading(cell: str) -> None:
    for said in places(cell):
        assert all(step.number for step in said.steps)


@given(st.integers(1, 60), st.integers(1, 9), st.sampled_from("abcdefgh"))
def test_the_dutch_and_the_union_way_of_citing_are_one_place(article: int, lid: int, point: str) -> None:
    dutch = places(f"artikel {article}, lid {lid}, onder {point}")
    union = places(f"Article {article}({lid})({point})")
    assert [said.steps for said in dutch] == [said.steps for said in union]
