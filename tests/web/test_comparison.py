"""A comparison: every word of both texts in either view, the older one left, and what it must warn of."""

import pytest
from flask.testing import FlaskClient

from corpus.diff import Change, ChangeKind, Row, Side
from corpus.provision import words
from wetgeving.bootstrap import Application
from wetgeving.web.comparison_view import ShownRow

from .conftest import Read
from .page import Node
from .shelf import FICTIONAL, FORMER, NEW, OLD, RESPELLED, SAME, UNDATED, comparison

PAIRS = [(OLD, NEW), (NEW, SAME), UNDATED, FICTIONAL, (UNDATED[0], OLD), (NEW, RESPELLED)]
ASIDE = ("stamp", "side-name", "absent", "gutter", "vh")


def _words(shelf: Application, key: str) -> list[str]:
    with shelf.reading() as services:
        return sorted(words(services.catalogue.text(key).provisions))


def _rows(tree: Node) -> Node:
    return next(tree.all(css="comparison"))


def _shown(tree: Node, side: str, without: str) -> list[str]:
    """The words of one side: its own cells, and the rows that are equal on both."""
    other = "new-print" if side == "old" else "old-print"
    found: list[str] = []
    for row in _rows(tree).all(css="row"):
        for cell in (*row.all(css=side), *row.all(css="both")):
            found += _without(cell, without).words(without=(*ASIDE, other))
    return sorted(found)


def _without(node: Node, tag: str) -> Node:
    kept = [c for c in node.children if isinstance(c, str) or c.tag != tag]
    inner = [c if isinstance(c, str) else _without(c, tag) for c in kept]
    return Node(node.tag, node.attributes, inner)


@pytest.mark.parametrize(("old", "new"), PAIRS)
@pytest.mark.parametrize("view", ["naast-elkaar", "doorlopend"])
@pytest.mark.parametrize(
    "narrowed",
    [
        "",
        "&soort=modified&zoek=mist",
        "&zoek=bestaatniet",
        "&tekst=heel",
        "&tekst=heel&zoek=mist",
        "&verberg=gevolg",
        "&soort=renumbered&soort=inserted&in=vervallen&zoek=%22iedere+week+met%22",
    ],
)
def test_both_views_hold_every_word_of_both_versions(
    shelf: Application, page: Read, old: str, new: str, view: str, narrowed: str
) -> None:
    tree = page(f"{comparison(old, new)}?weergave={view}{narrowed}")
    with shelf.reading() as services:
        compared = services.comparing.chronological(old, new)
    left, right = (t.listed.version.version for t in (compared.old, compared.new))
    assert _shown(tree, "old", "ins") == _words(shelf, left)
    assert _shown(tree, "new", "del") == _words(shelf, right)


def test_the_older_text_is_left_and_a_swap_is_said_in_words(page: Read) -> None:
    straight, swapped = page(comparison(OLD, NEW)), page(comparison(NEW, OLD))
    sides = [" ".join(next(tree.all(css="sides")).words()) for tree in (straight, swapped)]
    assert sides[0] == sides[1]
    assert sides[0].index("1 januari 2001") < sides[0].index("1 januari 2002")
    assert "Omgewisseld." in swapped.text()
    assert "Omgewisseld." not in straight.text()
    assert [i.text() for i in _rows(straight).all("ins")] == [i.text() for i in _rows(swapped).all("ins")]


def test_an_undecided_order_is_said(page: Read) -> None:
    assert "Volgorde onbeslist." in page(comparison(*UNDATED)).text()
    assert "Volgorde onbeslist." not in page(comparison(OLD, NEW)).text()


def test_skipped_versions_are_named_with_the_comparison_of_each_step(page: Read) -> None:
    tree = page(f"{comparison(OLD, SAME)}?weergave=doorlopend")
    assert "1 versie overgeslagen." in tree.text()
    steps = list(next(tree.all("ol", "skipped")).all("li"))
    assert [step.text() for step in steps] == [
        "1 januari 2001 → 1 januari 2002",
        "1 januari 2002 → 1 juni 2003: zelfde woorden",
    ]
    links = [a.attributes["href"] for step in steps for a in step.all("a")]
    assert links == [f"{comparison(OLD, NEW)}?weergave=doorlopend"]
    assert "overgeslagen" not in page(comparison(OLD, NEW)).text()


def test_equal_texts_say_that_there_is_no_difference(page: Read) -> None:
    tree = page(comparison(NEW, SAME))
    assert "Geen verschil: dezelfde woorden." in tree.text()
    assert not list(tree.all(css="changed"))
    assert "met zichzelf" in page(comparison(OLD, OLD)).text()


@pytest.mark.parametrize("view", ["naast-elkaar", "doorlopend"])
def test_a_number_that_is_only_written_otherwise_is_no_change_and_both_prints_are_shown(
    page: Read, view: str
) -> None:
    tree = page(f"{comparison(NEW, RESPELLED)}?weergave={view}")
    assert "Nummers anders geschreven. In 2 regels" in " ".join(tree.words())
    assert not list(tree.all(css="changed"))
    assert [n.text() for n in tree.all(css="old-print")] == ["1", "2"]
    assert [n.text() for n in tree.all(css="new-print")] == ["1.", "2."]


def test_the_head_counts_articles_by_what_happened_and_names_the_first_change(page: Read) -> None:
    lead = " ".join(next(page(comparison(OLD, NEW)).all(css="lead")).words())
    assert "3 artikelen met wijzigingen" in lead
    assert "2 gewijzigd" in lead
    assert "1 vernummerd" in lead
    assert "Eerste inhoudelijke wijziging: artikel 1, eerste lid" in lead


def test_every_change_is_an_anchor_with_its_own_link_and_words(shelf: Application, page: Read) -> None:
    with shelf.reading() as services:
        changes = services.comparing.chronological(OLD, NEW).comparison.changes
    rows = {row.attributes["id"]: row for row in page(comparison(OLD, NEW)).all(css="changed")}
    assert list(rows) == [change.id for change in changes]
    for change, row in rows.items():
        what = next(row.all(css="what"))
        assert what.attributes["href"] == f"#{change}"
        assert next(what.all("strong")).words()


def test_what_did_not_change_is_folded_to_a_line_that_says_how_much(page: Read) -> None:
    summaries = [next(fold.all("summary")).text() for fold in page(comparison(OLD, NEW)).all(css="fold")]
    assert "2 artikelen en 1 ander onderdeel ongewijzigd (artikel 4 tot en met artikel 5)" in summaries


def test_a_filter_folds_what_it_leaves_out_and_says_so(page: Read) -> None:
    tree = page(f"{comparison(OLD, NEW)}?zoek=mist")
    steps = [row for row in tree.all(css="row") if "data-step" in row.attributes]
    assert len(steps) == 1
    assert "1 wijziging van 4 (gefilterd)" in " ".join(tree.words())
    assert [f for f in tree.all(css="fold") if "buiten het filter" in f.text()]


def test_a_filter_that_finds_nothing_says_what_to_do(page: Read) -> None:
    assert "Geen wijziging past bij dit filter." in page(f"{comparison(OLD, NEW)}?zoek=bestaatniet").text()


def _steps(tree: Node) -> list[str]:
    return [row.attributes["id"] for row in tree.all(css="row") if "data-step" in row.attributes]


def test_several_kinds_can_be_asked_for_at_once(page: Read) -> None:
    one, other, both = (
        _steps(page(f"{comparison(OLD, NEW)}?{asked}"))
        for asked in ("soort=renumbered", "soort=modified", "soort=renumbered&soort=modified")
    )
    assert 0 < len(one) < len(both)
    assert set(both) == set(one) | set(other)


def test_search_is_in_inserted_deleted_or_all_changed_text(page: Read) -> None:
    found = {
        within: len(_steps(page(f"{comparison(OLD, NEW)}?zoek=%22iedere+week%22&in={within}")))
        for within in ("alles", "ingevoegd", "vervallen")
    }
    assert found == {"alles": 1, "ingevoegd": 0, "vervallen": 1}
    tree = page(f"{comparison(OLD, NEW)}?zoek=%22iedere+week%22&in=vervallen")
    assert "".join(m.text() for m in _rows(tree).all("mark")) == "iedere week"


def test_the_whole_text_folds_nothing_and_says_what_is_outside_the_filter(page: Read) -> None:
    tree = page(f"{comparison(OLD, NEW)}?tekst=heel&zoek=mist")
    assert not list(_rows(tree).all(css="fold"))
    assert len(_steps(tree)) == 1
    assert len(list(_rows(tree).all(css="outside"))) == 3


def test_the_overview_lists_the_articles_that_changed_and_follows_the_filter(page: Read) -> None:
    def lines(asked: str) -> list[str]:
        (listed,) = page(f"{comparison(OLD, NEW)}?{asked}").all("nav", "overview")
        return [" ".join(line.words()) for line in listed.all("li")]

    assert lines("") == [
        "artikel 1 gewijzigd (2)",
        "artikel 2a (was: artikel 2) vernummerd",
        "artikel 3 gewijzigd",
    ]
    assert lines("zoek=mist") == ["artikel 1 gewijzigd"]
    assert lines("soort=renumbered") == ["artikel 2a (was: artikel 2) vernummerd"]


def test_every_line_of_the_overview_leads_to_a_change_that_is_shown(page: Read) -> None:
    for asked in ("", "?zoek=mist", "?tekst=heel"):
        tree = page(f"{comparison(OLD, NEW)}{asked}")
        for listed in (*tree.all("nav", "overview"), *tree.all("details", "overview-top")):
            assert {a.attributes["href"][1:] for a in listed.all("a")} <= set(_steps(tree))


def test_a_pinned_version_stays_in_the_address_and_every_other_can_be_chosen(
    client: FlaskClient, page: Read
) -> None:
    tree = page(f"{comparison(OLD, NEW)}?vast={OLD}&weergave=doorlopend")
    form = next(tree.all("form", "chooser"))
    offered = [option.attributes["value"] for option in form.all("option")]
    assert offered == [NEW, SAME]
    hidden = {i.attributes["name"]: i.attributes["value"] for i in form.all("input")}
    assert hidden == {"vast": OLD, "oud": OLD, "weergave": "doorlopend"}
    response = client.get("/vergelijken", query_string={**hidden, "nieuw": SAME})
    assert (
        response.location
        == f"{comparison(OLD, SAME)}?weergave=doorlopend&vast={OLD.replace('@', '%40')}".replace("%40", "@")
    )
    assert "Vast:" in page(response.location).text()


def test_a_pinned_version_that_turns_out_to_be_the_newer_one_is_on_the_right_and_that_is_said(
    page: Read,
) -> None:
    tree = page(f"{comparison(SAME, OLD)}?vast={SAME}")
    assert "Omgewisseld." in tree.text()
    sides = [" ".join(side.words()) for side in next(tree.all(css="sides")).all("p")]
    assert [" vast " in side for side in sides] == [False, True]


@pytest.mark.parametrize(
    "asked",
    ["vast=LICHT@consolidated-2002-01-01", "in=elders", "verberg=alles", "tekst=half", "soort=verzonnen"],
)
def test_a_choice_that_does_not_exist_is_refused(client: FlaskClient, asked: str) -> None:
    assert client.get(f"{comparison(OLD, NEW)}?{asked}").status_code == 400


def test_a_row_without_words_that_marks_where_moved_text_stood_names_its_new_place() -> None:
    was, now = Side("art_1__para_2", "artikel 1, tweede lid", ""), Side("art_9", "artikel 9", "Een lamp.")
    change = Change("w-1", (ChangeKind.MOVED,), (was,), (now,), (("=", "Een lamp."),), "elsewhere")
    marker, moved = Row(was, None, 1, "art_1", change, moved_to=now), Row(was, now, 0, "art_9", change)
    assert ShownRow(marker).moved_to == now
    assert ShownRow(moved).moved_to is None


def test_a_former_key_leads_to_the_present_one_and_keeps_the_view(client: FlaskClient) -> None:
    response = client.get(f"{comparison(OLD, FORMER)}?weergave=doorlopend&zoek=mist&_external=1")
    assert response.status_code == 302
    assert response.location == f"{comparison(OLD, SAME)}?weergave=doorlopend&zoek=mist"


def test_the_form_leads_to_the_address_of_the_comparison(client: FlaskClient) -> None:
    response = client.get(f"/vergelijken?oud={OLD}&nieuw={NEW}&weergave=doorlopend")
    assert response.location == f"{comparison(OLD, NEW)}?weergave=doorlopend"


def test_hostile_text_stays_text(client: FlaskClient) -> None:
    html = client.get(f"{comparison(OLD, NEW)}?zoek=%22%3E%3Cscript%3E").get_data(as_text=True)
    assert "<script>alert" not in html
    assert '"><script>' not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
