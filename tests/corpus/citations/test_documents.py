"""What only a whole document tells: names it defines, its legal basis, acts under which articles are
listed."""

from corpus import eid
from corpus.citations.defined import with_defined
from corpus.citations.document import cited
from corpus.provision import Provision, ProvisionKind
from tests.corpus.citations.fictional import NAMES, shown

LAMP, CODE = "BWBR9900001", "BWBR9900002"


def _found(*provisions: Provision) -> list[tuple[str, str, list[str]]]:
    return [shown(c) for _, found in cited(eid.assign(provisions), NAMES) for c in found]


def _article(number: str, *texts: str) -> Provision:
    points = tuple(Provision(ProvisionKind.POINT, num=f"{n}.", text=t) for n, t in enumerate(texts, 1))
    return Provision(ProvisionKind.ARTICLE, num=number, children=points)


def test_a_defined_name_holds_in_the_whole_text() -> None:
    found = _found(_article("1", "de wet: de Lampenwet 2091;"), _article("2", "artikel 3 van de wet"))
    assert found[-1] == ("artikel 3 van de wet", LAMP, ["article 3"])


def test_a_name_given_with_hereafter_counts() -> None:
    names = with_defined(NAMES, ["Verordening (EU) 2090/9001 (hierna: de Vlamverordening) geldt."])
    assert [n.text for n in names if n.local] == ["Vlamverordening"]


def test_a_term_that_is_no_act_defines_no_name() -> None:
    names = with_defined(NAMES, ["baken: een toestel als bedoeld in artikel 3 van de Lampenwet 2091;"])
    assert [n.text for n in names if n.local] == []


def test_the_act_of_the_legal_basis_is_the_act_when_none_is_defined() -> None:
    basis = Provision(ProvisionKind.RECITAL, text="Gelet op artikel 4 van de Lampenwet 2091;")
    assert _found(basis, _article("2", "artikel 3 van de Wet"))[-1] == (
        "artikel 3 van de Wet",
        LAMP,
        ["article 3"],
    )


def test_a_text_without_articles_calls_the_act_it_names_first_the_act() -> None:
    first = Provision(ProvisionKind.DIVISION, num="1", text="De Lampenwet 2091 is gewijzigd.")
    second = Provision(ProvisionKind.DIVISION, num="2", text="Zie artikel 3 van de wet.")
    assert _found(first, second)[-1] == ("artikel 3 van de wet", LAMP, ["article 3"])


def test_a_long_title_that_prints_its_own_name_refers_to_nothing() -> None:
    own = Provision(ProvisionKind.LONG_TITLE, text="Wet op de seinen")
    dated = Provision(ProvisionKind.LONG_TITLE, text="Wet van 3 mei 2091, houdende regels (Lampenwet 2091)")
    assert _found(own) == _found(dated) == []


def test_articles_listed_under_an_act_are_of_that_act() -> None:
    annex = Provision(
        ProvisionKind.ATTACHMENT,
        children=(
            Provision(ProvisionKind.SLOT, text="Wet op de seinen:"),
            Provision(ProvisionKind.POINT, num="a.", text="de artikelen 3 en 4"),
        ),
    )
    assert [shown[1] for shown in _found(annex)] == [CODE, CODE, CODE]
    assert [s[1] for s in _found(_article("1", "Lampenwet 2091: artikel 8"), _article("2", "artikel 9"))] == [
        LAMP,
        LAMP,
        "",
    ]
