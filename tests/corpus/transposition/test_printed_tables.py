"""Tables in a memorandum: which are one of these, what their rows are, and that none is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import eid
from corpus.provision import Provision, ProvisionKind
from corpus.resolving import Outline
from corpus.transposition.pointers import Pointers
from corpus.transposition.printed_tables import PrintedTable, columns, tables
from corpus.transposition.table_claims import Read, Sides, Text, read_rows
from corpus.transposition.values import NoProvision, Passage

HEADER = "EU-bepaling\tnationale bepaling\tbeleidsruimte\tkeuze/toelichting"
ICER = (
    "Bepaling EU-regeling\tBepaling in implementatieregeling of in bestaande regelgeving; toelichting indien "
    "niet geïmplementeerd of uit zijn aard geen implementatie behoeft\tOmschrijving beleidsruimte\t"
    "Toelichting op de keuze(n) bij de invulling van beleidsruimte"
)


def memorandum(*lines: str) -> tuple[Provision, ...]:
    """A memorandum with one table under one heading."""
    text = "\n".join(lines)
    division = Provision(ProvisionKind.DIVISION, num="III.", heading="Lampenrichtlijn", text=text)
    explained = Provision(
        ProvisionKind.DIVISION,
        num="3.2",
        children=(Provision(ProvisionKind.POINT, num="a.", text="vier weken"),),
    )
    return eid.assign((explained, division))


def law(*articles: tuple[str, int]) -> Outline:
    """A law of articles with so many leden."""
    return Outline(
        eid.assign(
            Provision(
                ProvisionKind.ARTICLE,
                num=f"Artikel {number}",
                children=tuple(
                    Provision(ProvisionKind.PARAGRAPH, num=f"{n}.", text=f"Lid {n}.")
                    for n in range(1, leden + 1)
                ),
            )
            for number, leden in articles
        )
    )


def read(*rows: str, header: str = HEADER) -> Read:
    """The claims of rows under a header, over a small directive and a small law."""
    text = memorandum("Lampenrichtlijn", header, *rows)
    (table,) = tables(text)
    own = Text("WET", "WET@x", law(("1", 2), ("2", 3)), after=True)
    sides = Sides(
        act="RL",
        kind="eu-directive",
        eu=law(("1", 2), ("2", 2), ("3", 0)),
        own=own,
        former=own,
        bill=Text(""),
        named=lambda words: Text("BESLUIT") if "Lampenbesluit" in words else None,
        origin="mvt",
        pointers=Pointers("mvt@x", text),
    )
    return read_rows(((row, Passage("mvt@x", table.eid, "", row.line)) for row in table.rows), sides)


def found(*lines: str) -> PrintedTable:
    """The only table of some lines."""
    (table,) = tables(memorandum(*lines))
    return table


@pytest.mark.parametrize("header", [HEADER, ICER, "Artikel\tImplementatie in\tBeleidsruimte\tToelichting"])
def test_a_table_is_known_by_its_header_in_any_of_its_forms(header: str) -> None:
    table = found("Transponeringstabel", header, "artikel 1\tartikel 2\tgeen\tkomt overeen")
    (row,) = table.rows
    assert (row.eu, row.national, row.policy_room, row.choice) == (
        "artikel 1", "artikel 2", "geen", "komt overeen",
    )  # fmt: skip


def test_columns_may_stand_in_another_order() -> None:
    assert columns(["Nationale bepaling", "Richtlijn"]) == {"national": 0, "eu": 1}


def test_another_table_is_none_of_these() -> None:
    assert tables(memorandum("Kosten", "jaar\tbedrag", "2091\t100")) == ()
    assert tables(memorandum("Overtreding van\tOmschrijving\tBoete", "artikel 5\tniet melden\t100")) == ()


def test_the_caption_above_the_header_is_nearest_and_the_heading_comes_after() -> None:
    table = found("Tabel bij Richtlijn 2091/1", HEADER, "artikel 1\tgeen\tgeen\tfeitelijk handelen")
    assert table.captions == ("Tabel bij Richtlijn 2091/1", "Lampenrichtlijn")


def test_a_header_that_is_repeated_on_the_next_page_is_no_row() -> None:
    table = found(HEADER, "artikel 1\tartikel 1\tgeen\ta", HEADER, "artikel 2\tartikel 2\tgeen\tb")
    assert [row.eu for row in table.rows] == ["artikel 1", "artikel 2"]


def test_a_row_without_columns_and_a_heading_among_the_rows_are_kept_with_the_reason() -> None:
    table = found(HEADER, "Hoofdstuk II\t\t\t", "artikel 1\tgeen\tgeen\tx", "Losse regel")
    assert [(cells[0], why) for _, cells, why in table.unread] == [
        ("Hoofdstuk II", "Een tussenkop: alleen de eerste kolom is gevuld."),
        ("Losse regel", "Deze regel heeft geen kolommen."),
    ]


def test_a_row_that_cannot_be_read_is_kept_as_it_is_printed() -> None:
    result = read("iets anders\tartikel 1\tgeen\tkomt overeen", "artikel 1\tartikel 1\tgeen\tx")
    assert [(u.cells[0], u.why) for u in result.unread] == [
        ("iets anders", "De EU-bepaling in deze rij is niet te lezen.")
    ]
    assert [c.eu.eid for c in result.claims] == ["art_1"]


def test_an_empty_left_cell_and_a_bare_lid_go_with_the_row_above() -> None:
    result = read(
        "artikel 1, lid 1\tartikel 1\tgeen\tx", "lid 2\tartikel 2\tgeen\ty", "\tartikel 2, derde lid\t\tz"
    )
    assert [(c.eu.eid, c.national[0].eid) for c in result.claims] == [
        ("art_1__para_1", "art_1"),
        ("art_1__para_2", "art_2"),
        ("art_1", "art_2__para_3"),
    ]


def test_a_national_provision_that_the_text_does_not_have_is_said_to_be_not_found() -> None:
    (claim,) = read("artikel 1, lid 1\tartikel 9, tweede lid\tgeen\tx").claims
    assert [(p.eid, p.found) for p in claim.national] == [("art_9__para_2", False)]


def test_a_cell_may_name_provisions_of_several_acts() -> None:
    (claim,) = read(
        "artikel 3\tartikelen 1, eerste lid, en 2; artikel 4 van het Lampenbesluit\tgeen\tx"
    ).claims
    assert [(p.work, p.eid, p.found) for p in claim.national] == [
        ("WET", "art_1__para_1", True),
        ("WET", "art_2", True),
        ("BESLUIT", "art_4", None),
    ]


def test_words_that_are_no_place_stay_as_they_are_printed() -> None:
    (claim,) = read("artikel 3\tde algemene bepalingen over toezicht\tgeen\tx").claims
    assert [(p.work, p.said) for p in claim.national] == [("", "de algemene bepalingen over toezicht")]


def test_an_unknown_reason_is_other_and_its_words_are_kept() -> None:
    (claim,) = read("artikel 3\tgeen\twijze van verslag\tjaarlijks; zie paragraaf 3.2, onder a").claims
    assert claim.reasons == (NoProvision.OTHER,)
    assert (claim.policy_room, claim.choice) == ("wijze van verslag", "jaarlijks; zie paragraaf 3.2, onder a")
    assert claim.pointer
    assert (claim.pointer.words, claim.pointer.eid) == ("zie paragraaf 3.2, onder a", "dvs_3-2__point_a")


def test_a_pointer_to_what_is_not_there_keeps_its_words() -> None:
    (claim,) = read("artikel 3\tgeen\tgeen\trechtstreeks toepasselijk; zie paragraaf 9.9").claims
    assert claim.pointer
    assert (claim.pointer.words, claim.pointer.eid) == ("zie paragraaf 9.9", "")


def test_the_same_row_printed_twice_is_two_claims_with_ids_of_their_own() -> None:
    result = read("artikel 3\tartikel 1\tgeen\tx", "artikel 3\tartikel 1\tgeen\ty")
    first, second = (claim.id for claim in result.claims)
    assert second == f"{first}-2"


def test_the_id_of_a_claim_does_not_hang_on_rows_or_words_around_it() -> None:
    (alone,) = read("artikel 3\tartikel 1\tgeen\tx").claims
    among = read(
        "artikel 2\tgeen\tgeen\tfeitelijk handelen", "artikel 3\tartikel 1\tgeen\tandere woorden"
    ).claims
    assert alone.id == among[-1].id


CELL = st.text(alphabet="artikel 123,lid()bestaandgeen;", max_size=30)


@given(st.lists(st.tuples(CELL, CELL, CELL, CELL), max_size=6))
def test_every_row_becomes_a_claim_or_is_reported(rows: list[tuple[str, ...]]) -> None:
    lines = ["\t".join(cells) for cells in rows]
    text = memorandum("Lampenrichtlijn", HEADER, *lines)
    (table,) = tables(text)
    result = read(*lines)
    kept = {c.source.line for c in result.claims} | {u.source.line for u in result.unread}
    kept |= {line for line, _, _ in table.unread}
    printed = {at for at, line in enumerate(lines, start=3) if line.strip()}
    assert printed <= kept
