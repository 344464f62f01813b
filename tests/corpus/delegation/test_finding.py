"""Where in a text delegations are found: in lists, not in preambles, and in quoted law with a mark."""

from corpus.delegation import Force, Level, Rule, find_delegations
from corpus.provision import Provision, ProvisionKind

SENTENCE = "Bij ministeriële regeling worden regels gesteld over touw."


def _provision(kind: ProvisionKind, eid: str, text: str = "", *children: Provision) -> Provision:
    return Provision(kind, eid, text=text, children=children)


def test_a_list_that_ends_with_over_is_one_delegation_about_its_onderdelen() -> None:
    points = [
        _provision(ProvisionKind.POINT, f"art_1__point_{n}", text)
        for n, text in (("a", "het glas;"), ("b", "de pit."))
    ]
    opening = "Bij of krachtens algemene maatregel van bestuur worden regels gesteld over:"
    (found,) = find_delegations((_provision(ProvisionKind.ARTICLE, "art_1", opening, *points),))
    assert (found.eid, found.level, found.subject) == ("art_1", Level.BY_OR_UNDER_DECREE, "het glas; de pit")


def test_onderdelen_that_begin_with_the_verb_delegate_each_for_itself() -> None:
    points = [
        _provision(ProvisionKind.POINT, "art_1__point_a", "worden regels gesteld over het glas;"),
        _provision(ProvisionKind.POINT, "art_1__point_b", "kunnen regels worden gesteld over de pit."),
    ]
    opening = "Bij algemene maatregel van bestuur:"
    found = find_delegations((_provision(ProvisionKind.ARTICLE, "art_1", opening, *points),))
    assert [(d.eid, d.force, d.rule) for d in found] == [
        ("art_1__point_a", Force.DUTY, Rule.LISTED),
        ("art_1__point_b", Force.POWER, Rule.LISTED),
    ]
    assert found[0].sentence == f"{opening} worden regels gesteld over het glas;"


def test_the_span_is_the_instrument_in_the_text_as_it_is_printed() -> None:
    text = "De lamp brandt.  Bij ministeriële\u00a0regeling worden regels gesteld over touw."
    (found,) = find_delegations((_provision(ProvisionKind.ARTICLE, "art_1", text),))
    assert text[found.start : found.end] == "Bij ministeriële\u00a0regeling"


def test_preambles_and_explanations_do_not_delegate() -> None:
    kinds = (
        ProvisionKind.RECITAL,
        ProvisionKind.EXPLANATION,
        ProvisionKind.LONG_TITLE,
        ProvisionKind.CONCLUSIONS,
    )
    assert find_delegations([_provision(kind, f"x_{kind}", SENTENCE) for kind in kinds]) == ()


def test_quoted_law_delegates_once_it_is_law_and_says_so() -> None:
    quoted = _provision(
        ProvisionKind.MOD, "mod_1", "", _provision(ProvisionKind.PARAGRAPH, "mod_1__para_2", SENTENCE)
    )
    (found,) = find_delegations((_provision(ProvisionKind.ARTICLE, "art_I", "Na het eerste lid:", quoted),))
    assert found.quoted


def test_words_with_de_mention_what_the_same_article_delegates() -> None:
    mention = "De dienst meldt dit aan de bij ministeriële regeling aangewezen havens."
    lids = [
        _provision(
            ProvisionKind.PARAGRAPH, "art_1__para_1", "Bij ministeriële regeling worden havens aangewezen."
        ),
        _provision(ProvisionKind.PARAGRAPH, "art_1__para_2", mention),
    ]
    assert [d.eid for d in find_delegations((_provision(ProvisionKind.ARTICLE, "art_1", "", *lids),))] == [
        "art_1__para_1"
    ]
    (alone,) = find_delegations((_provision(ProvisionKind.ARTICLE, "art_2", mention),))
    assert alone.rule is Rule.DEFINITE
