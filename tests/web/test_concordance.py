"""The concordance page: what became of each provision, on what ground, the older version on the left."""

from flask.testing import FlaskClient

from .conftest import Read
from .page import Node
from .shelf import FICTIONAL, NEW, OLD, comparison


def _rows(tree: Node) -> list[list[str]]:
    table = next(tree.all("tbody"))
    return [[cell.text() for cell in row.children if isinstance(cell, Node)] for row in table.all("tr")]


def test_every_article_of_both_versions_is_in_exactly_one_row(page: Read) -> None:
    rows = _rows(page(f"{comparison(OLD, NEW)}/concordantie"))
    olds = [row[0] for row in rows if row[0] != "geen"]
    news = [row[1] for row in rows if row[1] != "geen"]
    assert len(olds) == len(set(olds))
    assert len(news) == len(set(news))
    assert all(row[3] for row in rows)


def test_the_older_version_is_left_and_a_swap_is_said(page: Read) -> None:
    given, turned = (page(f"{comparison(*pair)}/concordantie") for pair in ((OLD, NEW), (NEW, OLD)))
    assert _rows(given) == _rows(turned)
    assert "Omgewisseld" in turned.text()
    assert "Omgewisseld" not in given.text()


def test_only_an_editor_sees_the_form(page: Read) -> None:
    assert not [
        f
        for f in page(f"{comparison(OLD, NEW)}/concordantie").all("form")
        if f.attributes.get("method") == "post"
    ]


def test_an_example_is_stamped(page: Read) -> None:
    assert "FICTIEVE VOORBEELDTEKST" in page(f"{comparison(*FICTIONAL)}/concordantie?niveau=leden").text()


def test_an_unknown_level_is_named(client: FlaskClient) -> None:
    response = client.get(f"{comparison(OLD, NEW)}/concordantie?niveau=woorden")
    assert response.status_code == 400
    assert "woorden" in response.get_data(as_text=True)
