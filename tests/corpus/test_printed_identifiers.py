"""What a masthead prints, and what is only cited."""

import pytest

from corpus.printed_identifiers import printed_identifiers
from corpus.provision import Provision, ProvisionKind
from corpus.reading import Reading, WorkKind

MASTHEAD = (
    "Eilandkamer\nVergaderjaar 2092-2093\n99 901 Wijziging van de Lantaarnwet\nNr. 3 MEMORIE VAN TOELICHTING"
)


def reading(text: str, kind: WorkKind = WorkKind.UNKNOWN) -> Reading:
    roots = (Provision(ProvisionKind.SLOT, text=text),)
    return Reading("plain-text", 1, "text/plain", kind, roots)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (MASTHEAD, [("dossier", "99901"), ("ondernummer", "3")]),
        ("99 901-XX Begroting\nLetter F\nNr. F", [("dossier", "99901-XX"), ("ondernummer", "F")]),
        ("Bij dossier 99 901, nr. 3, is gezegd dat", []),
        ("99 901\nzonder nummer", []),
        ("Zie kst-99901-8 voor het amendement", [("op", "kst-99901-8")]),
        ("\n".join(["regel"] * 60) + "\n" + MASTHEAD, []),
    ],
)
def test_the_masthead_of_a_paper_identifies_it(text: str, found: list[tuple[str, str]]) -> None:
    assert [(i.scheme, i.value) for i in printed_identifiers(reading(text))] == found


def test_an_opinion_number_identifies_an_opinion_and_nothing_else() -> None:
    text = "No. W99.92.0001/II\nAdvies over het voorstel"
    assert [i.value for i in printed_identifiers(reading(text, WorkKind.OPINION))] == ["W99.92.0001/II"]
    assert printed_identifiers(reading(text, WorkKind.LETTER)) == ()
