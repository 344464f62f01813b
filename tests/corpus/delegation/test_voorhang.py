"""Parliament's part: the models of Aanwijzingen 2.36 to 2.40, and which delegations a clause is about."""

import pytest

from corpus.delegation import Chambers, Delegation, Involvement, Start, find_delegations, find_voorhang
from corpus.provision import Provision, ProvisionKind

DELEGATES = "Bij algemene maatregel van bestuur worden regels gesteld over het blussen van lantaarns."
LAID = (
    "De voordracht voor een krachtens {} vast te stellen algemene maatregel van bestuur wordt"
    " niet eerder gedaan"
    " dan vier weken nadat het ontwerp aan beide kamers der Staten-Generaal is overgelegd."
)
CASES = (
    (
        LAID.format("het eerste lid"),
        (Involvement.CONTROLLED, Chambers.BOTH, "vier weken", Start.DRAFT_LAID),
    ),
    (
        "De voordracht voor een krachtens het eerste lid vast te stellen algemene maatregel van"
        " bestuur wordt niet"
        " gedaan dan nadat het ontwerp in de Staatscourant is bekendgemaakt en aan een ieder de"
        " gelegenheid is"
        " geboden om binnen zes weken wensen ter kennis van Onze Minister te brengen. Gelijktijdig met de"
        " bekendmaking wordt het ontwerp aan de beide kamers der Staten-Generaal overgelegd.",
        (Involvement.CONTROLLED, Chambers.BOTH, "zes weken", Start.DRAFT_PUBLISHED),
    ),
    (
        "Het ontwerp van een krachtens het eerste lid vast te stellen algemene maatregel van"
        " bestuur wordt aan de"
        " Tweede Kamer der Staten-Generaal overgelegd. De maatregel wordt niet eerder vastgesteld"
        " dan twee weken"
        " daarna.",
        (Involvement.CONTROLLED, Chambers.LOWER, "twee weken", Start.DRAFT_LAID),
    ),
    (
        "Een krachtens het eerste lid vastgestelde algemene maatregel van bestuur wordt aan de"
        " beide kamers der"
        " Staten-Generaal overgelegd. Hij treedt in werking op een tijdstip dat, nadat vier weken"
        " na de overlegging"
        " zijn verstreken, bij koninklijk besluit wordt vastgesteld, tenzij binnen die termijn de"
        " wens te kennen"
        " wordt gegeven dat het onderwerp bij wet wordt geregeld.",
        (Involvement.CONDITIONAL, Chambers.BOTH, "vier weken", Start.RULE_LAID),
    ),
    (
        "Na de plaatsing in het Staatsblad van een krachtens het eerste lid vastgestelde algemene"
        " maatregel van"
        " bestuur wordt een voorstel van wet zo spoedig mogelijk bij de Tweede Kamer der"
        " Staten-Generaal ingediend.",
        (Involvement.TEMPORARY, Chambers.LOWER, "", Start.RULE_PUBLISHED),
    ),
    (
        "Na het tot stand komen van een krachtens het eerste lid vastgestelde algemene maatregel"
        " van bestuur wordt"
        " uiterlijk binnen acht weken een voorstel van wet tot goedkeuring van de maatregel bij de"
        " Tweede Kamer der"
        " Staten-Generaal ingediend.",
        (Involvement.APPROVAL, Chambers.LOWER, "acht weken", Start.RULE_MADE),
    ),
)


def _article(*lids: str) -> tuple[Provision, ...]:
    children = tuple(
        Provision(ProvisionKind.PARAGRAPH, f"art_1__para_{n}", f"{n}.", text=text)
        for n, text in enumerate(lids, 1)
    )
    return (Provision(ProvisionKind.ARTICLE, "art_1", "1", children=children),)


def _only(tree: tuple[Provision, ...]) -> Delegation:
    (found,) = find_delegations(tree)
    return found


@pytest.mark.parametrize(("clause", "expected"), CASES)
def test_a_model_gives_form_chambers_period_and_start(
    clause: str, expected: tuple[Involvement, Chambers, str, Start]
) -> None:
    (said,) = _only(_article(DELEGATES, clause)).voorhang
    assert (said.form, said.chambers, said.period, said.runs_from) == expected
    assert said.eid == "art_1__para_2"


def test_a_clause_is_about_the_lid_it_names_and_no_other() -> None:
    tree = _article(DELEGATES, DELEGATES, LAID.format("het tweede lid"))
    first, second = find_delegations(tree)
    assert (first.voorhang, len(second.voorhang)) == ((), 1)


def test_a_clause_about_dit_artikel_is_about_all_of_it() -> None:
    found = find_delegations(_article(DELEGATES, DELEGATES, LAID.format("dit artikel")))
    assert [len(d.voorhang) for d in found] == [1, 1]


def test_a_clause_about_deze_wet_is_about_every_delegation() -> None:
    tree = (
        *_article(DELEGATES),
        Provision(ProvisionKind.ARTICLE, "art_2", "2", text=LAID.format("deze wet")),
    )
    assert len(_only(tree).voorhang) == 1


def test_a_clause_about_a_lid_that_is_not_there_is_about_nothing() -> None:
    tree = _article(DELEGATES, LAID.format("het zevende lid"))
    (clause,) = find_voorhang(tree, find_delegations(tree))
    assert clause.about == ()
    assert _only(tree).voorhang == ()


@pytest.mark.parametrize(
    "text",
    [
        "Een krachtens het eerste lid vastgestelde algemene maatregel van bestuur vervalt na twee jaar.",
        "De voordracht wordt gedaan door Onze Minister.",
        "Onze Minister zendt beide kamers der Staten-Generaal ieder jaar een verslag.",
    ],
)
def test_what_gives_parliament_no_part_in_the_rule_is_no_voorhang(text: str) -> None:
    assert find_voorhang(_article(DELEGATES, text)) == ()
