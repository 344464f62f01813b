"""A comparison as HTML: stands alone, without script, with every word of both sides."""

from hypothesis import HealthCheck, given, settings
from lxml import html

from corpus.exporters import comparison_html
from corpus.provision import Provision
from corpus.provision import words as words_of
from tests.corpus.diff.trees import amended

from .compared import exported, lamps

OLD, NEW = lamps()


def side(source: bytes, gone: str) -> list[str]:
    """The words of the law without those under one kind of mark; what is said about a change is no law."""
    root = html.fromstring(source.decode())
    for small in list(root.iter("small")):
        small.drop_tree()
    for mark in list(root.iter(gone)):
        mark.drop_tree()
    found: list[str] = []
    for section in root.iter("section"):
        found += [w for e in section.iter("p", "h2", "td") for w in e.text_content().split()]
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(amended())
def test_it_holds_every_word_of_both_sides(
    pair: tuple[tuple[Provision, ...], tuple[Provision, ...]],
) -> None:
    source = comparison_html.export(exported(*pair))
    assert sorted(side(source, "del")) == sorted(words_of(pair[1]))
    assert sorted(side(source, "ins")) == sorted(words_of(pair[0]))


def test_it_stands_alone_and_every_change_can_be_linked_to() -> None:
    compared = exported(OLD, NEW, fictional=True)
    text = comparison_html.export(compared).decode()
    root = html.fromstring(text)
    assert not list(root.iter("script", "link", "img"))
    assert "http" not in text
    ids = {e.get("id") for e in root.iter("div")}
    assert ids == {change.id for change in compared.comparison.changes}
    assert "FICTIEVE VOORBEELDTEKST" in root.findtext(".//title")
    assert root.find(".//meta[@name='robots']").get("content") == "noindex"
    said = [small.text_content() for small in root.iter("small")]
    assert "verplaatst, vernummerd, van artikel 2, tweede lid" in said


def test_a_table_is_a_table_with_changes_in_its_cells() -> None:
    root = html.fromstring(comparison_html.export(exported(OLD, NEW)).decode())
    (table,) = root.iter("table")
    assert len(list(table.iter("tr"))) == 4
    assert [e.text for e in table.iter("del")][:1] == ["5"]


def test_words_of_the_law_are_never_markup() -> None:
    text = comparison_html.export(exported(OLD, NEW)).decode()
    assert "&lt;als bedoeld in lid 1&gt; &amp; tijdig" in text
