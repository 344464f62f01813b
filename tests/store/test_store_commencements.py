"""Commencements are kept with a tree, each once; a tree of before them is still read."""

import json
from dataclasses import replace
from datetime import date

from corpus.commencement import Commencement
from corpus.provision import Provision, ProvisionKind
from wetgeving.store import tree_form

_FIRST = Commencement(
    source="Stcrt.2090-1",
    published_on=date(2090, 3, 10),
    retroactive_to=date(2090, 3, 5),
    retroactive_scope="tot en met",
    beside=(Commencement(source="Stcrt.2090-2", signed_on=date(2090, 3, 9)),),
)
_SAME_SOURCE = replace(_FIRST, retroactive_to=None)
_UNNAMED = Commencement(effect="wijziging", overtaken_back_to=date(2090, 1, 1))


def _law(*commencements: Commencement | None) -> tuple[Provision, ...]:
    return tuple(
        Provision(ProvisionKind.ARTICLE, f"art_{n}", str(n), commencement=c)
        for n, c in enumerate(commencements, 1)
    )


def _back(content: bytes) -> tuple[Provision, ...]:
    nodes, named = tree_form.tree(content)
    return tuple(tree_form.provision(node, {0: ""}, named) for node in nodes)


def test_every_commencement_comes_back_at_its_own_provision() -> None:
    law = _law(_FIRST, None, _SAME_SOURCE, _UNNAMED, _FIRST, Commencement())
    assert _back(tree_form.tree_bytes(law, {"": 0})) == law


def test_equal_commencements_are_kept_once() -> None:
    content = tree_form.tree_bytes(_law(*[_FIRST] * 50), {"": 0})
    assert content.count(b"2090-03-10") == 1
    assert json.loads(content)["form"] == 2


def test_a_tree_without_commencements_keeps_its_old_form() -> None:
    content = tree_form.tree_bytes(_law(None), {"": 0})
    assert content == b'{"form":1,"tree":[["article","art_1","1"]]}'
    assert _back(content) == _law(None)


def test_the_name_of_a_commencement_does_not_change_when_a_later_source_is_added() -> None:
    later = replace(_UNNAMED, source="Stcrt.2091-1")
    before, after = (json.loads(tree_form.tree_bytes(_law(*x), {"": 0})) for x in ([_FIRST], [_FIRST, later]))
    assert after["commencements"].items() >= before["commencements"].items()
