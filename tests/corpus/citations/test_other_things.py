"""Union acts, papers, journals and codes: what each is called by its own scheme."""

import pytest

from corpus.citations import CitationKind, find

UNION = (
    ("Verordening (EU) 2090/9001", ["32090R9001"]),
    ("verordening (EU) nr. 910/2010", ["32010R0910"]),
    ("verordening (EEG) nr. 2719/92", ["31992R2719"]),
    ("Verordening (EU) nr. 2017/1129", ["32017R1129"]),
    ("Verordening (EU) 2018/1999", ["32018R1999"]),
    ("richtlijn nr. 2003/109/EG", ["32003L0109"]),
    ("Richtlijn (EU) 2090/9002", ["32090L9002"]),
    ("Richtlijnen 64/221/EEG, 68/360/EEG en 93/96/EEG", ["31964L0221", "31968L0360", "31993L0096"]),
    ("Kaderbesluit 2002/584/JBZ", ["32002F0584"]),
    ("Uitvoeringsbesluit (EU) 2022/382", ["32022D0382"]),
    ("Regulations (EU) 2090/9001 and (EU) 2090/9003", ["32090R9001", "32090R9003"]),
    ("Aanbeveling 2090/361/EG", ["32090H0361"]),
    ("Council Directive 2001/55/EC", ["32001L0055"]),
)


@pytest.mark.parametrize(("text", "numbers"), UNION)
def test_a_union_act_has_its_celex_number(text: str, numbers: list[str]) -> None:
    found = [i.value for c in find(text) if c.act for i in c.act.identifiers]
    assert found == numbers


OTHER: tuple[tuple[str, CitationKind, list[str]], ...] = (
    ("Kamerstukken II 2091/92, 99 001, nr. 3, p. 5", CitationKind.PAPER, ["kst-99001-3"]),
    ("Kamerstukken I 2091/92, 99 001, C", CitationKind.PAPER, ["kst-99001-C"]),
    ("Kamerstukken II 2091-2092, 99 700-VIII, nr. 32", CitationKind.PAPER, ["kst-99700-VIII-32"]),
    (
        "kamerstukken II 2091/92, 99 001, nrs. 1–3",
        CitationKind.PAPER,
        ["kst-99001-1", "kst-99001-2", "kst-99001-3"],
    ),
    ("(39001, nr. 35)", CitationKind.PAPER, ["kst-39001-35"]),
    ("wetsvoorstel 99 001", CitationKind.DOSSIER, ["99001"]),
    ("stuk nr. 12", CitationKind.PAPER, ["12"]),
    ("Stb. 2091, 12", CitationKind.PUBLICATION, ["stb-2091-12"]),
    ("Staatscourant 2091, 22337", CitationKind.PUBLICATION, ["stcrt-2091-22337"]),
    ("Trb. 1954, 88", CitationKind.PUBLICATION, ["trb-1954-88"]),
    ("(PbEU 2091, L 168)", CitationKind.PUBLICATION, ["pb-2091-L-168"]),
    ("ECLI:NL:RVS:2091:1234", CitationKind.DECISION, ["ECLI:NL:RVS:2091:1234"]),
    ("W99.91.00165/II", CitationKind.OPINION, ["W99.91.00165/II"]),
    ("advies van 3 mei 2091 (W99.91.00165/II)", CitationKind.OPINION, ["W99.91.00165/II"]),
    ("W99.91.00165/1/K", CitationKind.OPINION, ["W99.91.00165/I/K"]),
    ("zaak 209101234/1/V2", CitationKind.DECISION, ["209101234/1/V2"]),
    ("ECLI:EU:C:2091:12", CitationKind.DECISION, ["ECLI:EU:C:2091:12"]),
    ("LJN AB1234", CitationKind.DECISION, ["AB1234"]),
    ("Kamerstukken I 2091/92, 99 001, AA", CitationKind.PAPER, ["kst-99001-AA"]),
    ("Kamerstukken I 2091/92, 99 001, nr. B", CitationKind.PAPER, ["kst-99001-B"]),
    ("Kamerstukken II 2091/92, 99 001 (R2064), nr. 3", CitationKind.PAPER, ["kst-99001-3"]),
    ("29501-08 , nr. 722", CitationKind.PAPER, ["kst-29501-08-722"]),
    ("GEDRUKT ONDER NR. 3420", CitationKind.PAPER, ["3420"]),
    ("het besluit nr. 5 van 3 mei 2091, Stcrt. 238", CitationKind.PUBLICATION, ["stcrt-2091-238"]),
    ("(Stb. 614)", CitationKind.PUBLICATION, []),
    ("(PbEU 2091, L 382/1)", CitationKind.PUBLICATION, ["pb-2091-L-382-1"]),
    ("jci1.3:c:BWBR9900001&hoofdstuk=3&artikel=29&lid=2&z=2091-01-01&g=2091-01-01",
     CitationKind.IDENTIFIER,
     ["jci1.3:c:BWBR9900001&hoofdstuk=3&artikel=29&lid=2&z=2091-01-01&g=2091-01-01"]),
    ("32090L9002", CitationKind.IDENTIFIER, ["32090L9002"]),
    ("32090R9001R(02)", CitationKind.IDENTIFIER, ["32090R9001R(02)"]),
    ("02090R9001-20910101", CitationKind.IDENTIFIER, ["02090R9001-20910101"]),
    ("eli/dir/2090/9002/oj", CitationKind.IDENTIFIER, ["eli/dir/2090/9002/oj"]),
    ("BWBR9900001", CitationKind.IDENTIFIER, ["BWBR9900001"]),
    ("Handelingen II 2091/92, nr. 3, item 12, p. 5", CitationKind.PROCEEDINGS, ["h-tk-20912092-3-12"]),
    ("jci1.3:c:BWBR9900001&artikel=29", CitationKind.IDENTIFIER, ["jci1.3:c:BWBR9900001&artikel=29"]),
    ("CELEX: 32090R9001", CitationKind.IDENTIFIER, ["32090R9001"]),
    ("http://data.europa.eu/eli/reg/2090/9001/oj", CitationKind.IDENTIFIER,
     ["http://data.europa.eu/eli/reg/2090/9001/oj"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "values"), OTHER)
def test_a_paper_journal_or_code_has_its_own_identifier(text: str, kind: str, values: list[str]) -> None:
    (citation,) = find(f"Zie {text}.")
    assert (citation.kind, [i.value for i in citation.identifiers]) == (kind, values)


def test_two_papers_of_one_dossier_are_two_references() -> None:
    found = find("Kamerstukken II 2091/92, 99 001, nr. 4, p. 12 en 13, en nr. 6")
    assert [i.value for c in found for i in c.identifiers] == ["kst-99001-4", "kst-99001-6"]


def test_an_ecli_in_small_letters_is_none() -> None:
    assert find("ECLI:EU:C:1984:ab3254") == ()


def test_proceedings_are_no_paper() -> None:
    assert {c.kind for c in find("Handelingen II 2091-2092, 99 001, nr. 3, p. 14")} == {
        CitationKind.PROCEEDINGS
    }
