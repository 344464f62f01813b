"""What references mean in a place: found, ambiguous or not found, and by which rule."""

import pytest

from corpus import eid
from corpus.citations import find
from corpus.provision import Provision, ProvisionKind
from corpus.reading import Identifier, WorkKind
from corpus.resolving import Context, Reason, Resolution, Rule, Shelf, Status, Target, resolve
from tests.corpus.citations.fictional import CODE, LAMP, NAMES

_ARTICLE, _PARAGRAPH, _POINT = ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.POINT


def _law(*numbers: str) -> tuple[Provision, ...]:
    """Articles with two leden; the first lid has points a to c."""
    points = tuple(Provision(_POINT, num=f"{letter}.") for letter in "abc")
    leden = (Provision(_PARAGRAPH, num="1.", children=points), Provision(_PARAGRAPH, num="2."))
    return eid.assign(Provision(_ARTICLE, num=number, children=leden) for number in numbers)


SHELF = Shelf(
    {LAMP: _law("1", "2", "2a", "3"), CODE: _law("7"), Identifier("bwb", "BWBR9900004"): _law("11")}
)
HERE = Context(LAMP, eid="art_2__para_1__point_b", kind=WorkKind.ACT, dossier="99001")


def _resolved(text: str, context: Context = HERE) -> Resolution:
    (*_, citation) = find(text, NAMES)
    return resolve(citation, context, SHELF)


FOUND = (
    ("artikel 3, tweede lid", ["BWBR9900001 art_3__para_2"]),
    ("de artikelen 1 tot en met 2a", ["BWBR9900001 art_1", "BWBR9900001 art_2", "BWBR9900001 art_2a"]),
    ("het tweede lid", ["BWBR9900001 art_2__para_2"]),
    ("onderdeel c", ["BWBR9900001 art_2__para_1__point_c"]),
    ("de onderdelen a tot en met c", [f"BWBR9900001 art_2__para_1__point_{x}" for x in "abc"]),
    ("dit artikel", ["BWBR9900001 art_2"]),
    ("het vorige artikel", ["BWBR9900001 art_1"]),
    ("deze wet", ["BWBR9900001"]),
    ("artikel 7, eerste lid, van de Wet op de seinen", ["BWBR9900002 art_7__para_1"]),
    ("artikel 4, eerste lid, van de Vuurverordening", ["32090R9001 art_4__para_1"]),
    ("stuk nr. 12", ["kst-99001-12"]),
    ("eli/reg/2090/9001/oj", ["32090R9001"]),
    ("jci1.3:c:BWBR9900002&artikel=7&lid=2", ["BWBR9900002 art_7__para_2"]),
)


@pytest.mark.parametrize(("text", "targets"), FOUND, ids=[text for text, _ in FOUND])
def test_a_reference_leads_to_its_provision(text: str, targets: list[str]) -> None:
    found = _resolved(text)
    assert found.status is Status.FOUND
    assert [f"{t.id} {t.provision}".strip() for t in found.targets] == targets


def test_the_previous_sentence_is_in_the_lid_it_is_said_in() -> None:
    found = _resolved("de vorige volzin")
    assert [t.provision for t in found.targets] == ["art_2__para_1"]


def test_an_article_of_the_act_named_later_in_the_sentence_is_that_acts() -> None:
    citation = find("Wat in artikel 7 en in artikel 8 van de Wet op de seinen staat, geldt.", NAMES)[0]
    found = resolve(citation, HERE, SHELF)
    assert (found.rule, [t.id for t in found.targets]) == (Rule.ACT_NAMED_LATER, [CODE.value])


def test_an_annex_that_is_not_there_is_not_looked_for_in_another_act() -> None:
    found = _resolved("De Wet op de seinen geldt, en wat in bijlage 4 staat.")
    assert found.status is Status.NOT_FOUND


def test_this_treaty_in_an_act_is_not_the_act() -> None:
    assert _resolved("artikel 7 van dit verdrag").reason is Reason.UNKNOWN_ACT


MISSING = (
    ("artikel 99", Reason.NO_SUCH_PROVISION),
    ("artikel 3, negende lid", Reason.NO_SUCH_PROVISION),
    ("artikel 5 van de Duisterniswet", Reason.UNKNOWN_ACT),
    ("artikel 5 van die verordening", Reason.NO_ANTECEDENT),
)


@pytest.mark.parametrize(("text", "reason"), MISSING)
def test_what_is_not_there_is_not_found_and_says_why(text: str, reason: Reason) -> None:
    found = _resolved(text)
    assert (found.status, found.reason, found.targets) == (Status.NOT_FOUND, reason, ())


def test_of_a_lid_that_is_not_there_the_article_is_nearest() -> None:
    assert _resolved("artikel 3, negende lid").nearest == Target("bwb", LAMP.value, "art_3", checked=True)


def test_only_a_text_at_hand_is_checked() -> None:
    assert _resolved("artikel 3").targets[0].checked
    assert not _resolved("artikel 4 van de Vuurverordening").targets[0].checked


def test_a_name_with_two_bearers_is_ambiguous_unless_only_one_has_the_provision() -> None:
    assert _resolved("het Bakenbesluit").status is Status.AMBIGUOUS
    shelf = Shelf({Identifier("bwb", n): _law(a) for n, a in (("BWBR9900004", "11"), ("BWBR9900005", "12"))})
    (citation,) = find("artikel 12 van het Bakenbesluit", NAMES)
    found = resolve(citation, HERE, shelf)
    assert (found.rule, [t.id for t in found.targets]) == (Rule.ONLY_ONE_HAS_IT, ["BWBR9900005"])


def test_an_article_that_only_the_act_mentioned_before_has_is_that_acts() -> None:
    found = _resolved("De Wet op de seinen geldt, met uitzondering van artikel 7.")
    assert (found.rule, found.targets[0].id) == (Rule.ACT_MENTIONED_BEFORE, CODE.value)


def test_a_lid_that_is_not_there_is_not_looked_for_in_another_act() -> None:
    found = _resolved("De Wet op de seinen geldt, met uitzondering van artikel 3, negende lid.")
    assert found.status is Status.NOT_FOUND


def test_this_regulation_in_an_act_is_the_regulation_mentioned() -> None:
    found = _resolved("Verordening (EU) 2090/9001 geldt. Artikel 4 van deze verordening ook.")
    assert (found.targets[0].id, found.rule) == ("32090R9001", Rule.ACT_MENTIONED_BEFORE)


def test_in_a_text_that_is_not_at_hand_the_lid_is_named_by_convention() -> None:
    elsewhere = Context(Identifier("bwb", "BWBR9900009"), eid="art_2__para_1")
    found = _resolved("het tweede lid", elsewhere)
    assert [(t.provision, t.checked) for t in found.targets] == [("art_2__para_2", False)]


def _circular() -> Shelf:
    below = Provision(ProvisionKind.DIVISION, num="5.1")
    five = Provision(ProvisionKind.DIVISION, num="5", children=(below,))
    chapter = Provision(ProvisionKind.DIVISION, num="2", children=(five,))
    title = Provision(ProvisionKind.LONG_TITLE, text="Voorbeeldcirculaire (C)")
    return Shelf({LAMP: eid.assign((title, chapter))})


def test_a_part_of_a_circular_is_its_division_and_one_of_another_letter_is_not_guessed() -> None:
    context = Context(LAMP, kind=WorkKind.CIRCULAR)
    own, other, treaty = (
        resolve(find(text, NAMES)[0], context, _circular()) for text in ("C2/5.1", "B2/5.1", "artikel 1F")
    )
    assert [t.provision for t in own.targets] == ["dvs_2__dvs_5__dvs_5-1"]
    assert own.targets[0].checked
    assert (other.status, other.reason) == (Status.NOT_FOUND, Reason.UNKNOWN_ACT)
    assert (treaty.status, treaty.reason) == (Status.NOT_FOUND, Reason.UNKNOWN_ACT)
