"""The form in which the tree of a version and its account are kept: compact JSON in which texts are numbers.

A node is `[kind, eid, num, heading, text id, children, details]`, empty ends left off. Details are marks
(`m`), notes (`n`), source id (`i`), status (`s`) and entry into force (`f`). This form is on disk: another
form gets another number under `form`, and this one stays readable.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from corpus.provision import Mark, Note, Provision, ProvisionKind
from corpus.reading import Dropped, Guessed
from wetgeving.store.errors import CorruptContentError

Node = list[Any]
_FORM = 1
_KINDS = {kind.value: kind for kind in ProvisionKind}
_DEFAULTS: tuple[Any, ...] = ("", "", "", "", 0, [], {})
_EMPTY: tuple[Any, ...] = ("", 0, [], {})


def tree_bytes(provisions: Iterable[Provision], ids: Mapping[str, int]) -> bytes:
    """The tree, with the texts replaced by their ids; links are left out, they are derived from the bytes."""
    return _dump({"form": _FORM, "tree": [_node(p, ids) for p in provisions]})


def tree_nodes(content: bytes) -> list[Node]:
    """The root nodes of a tree."""
    nodes: list[Node] = _load(content)["tree"]
    return nodes


def text_ids(nodes: Iterable[Node]) -> Iterator[int]:
    """The ids of all texts below and in these nodes."""
    for node in nodes:
        if len(node) > 4:
            yield node[4]
            if len(node) > 5:
                yield from text_ids(node[5])


def node_with(nodes: Iterable[Node], eid: str) -> Node | None:
    """The node with this eId."""
    for node in nodes:
        if len(node) > 1 and node[1] == eid:
            return node
        found = node_with(node[5], eid) if len(node) > 5 else None
        if found is not None:
            return found
    return None


def provision(node: Node, texts: Mapping[int, str]) -> Provision:
    """The provision of a node, with everything below it."""
    kind, eid, num, heading, text, children, details = (*node, *_DEFAULTS[len(node) :])
    below = tuple([provision(child, texts) for child in children])
    return Provision(_KINDS[kind], eid, num, heading, texts[text], below, **_details(details))


def account_bytes(dropped: Iterable[Dropped], guessed: Iterable[Guessed]) -> bytes | None:
    """The account of a reading; None when nothing was dropped and nothing guessed."""
    left_out = [[d.rule, d.text, d.at] for d in dropped]
    decided = [[g.rule, g.eid, g.detail] for g in guessed]
    if not left_out and not decided:
        return None
    return _dump({"form": _FORM, "dropped": left_out, "guessed": decided})


def account(content: bytes) -> tuple[tuple[Dropped, ...], tuple[Guessed, ...]]:
    """What was dropped and what was guessed."""
    kept = _load(content)
    return tuple(Dropped(*d) for d in kept["dropped"]), tuple(Guessed(*g) for g in kept["guessed"])


def _node(p: Provision, ids: Mapping[str, int]) -> Node:
    children = [_node(child, ids) for child in p.children]
    node: Node = [p.kind.value, p.eid, p.num, p.heading, ids[p.text], children, _packed_details(p)]
    while node[-1] in _EMPTY:
        node.pop()
    return node


def _packed_details(p: Provision) -> dict[str, Any]:
    details = {
        "m": [[m.start, m.end, m.style] for m in p.marks],
        "n": [[n.offset, n.kind, n.text] for n in p.notes],
        "i": p.source_id,
        "s": p.status,
        "f": p.in_force_on.isoformat() if p.in_force_on else "",
    }
    return {name: detail for name, detail in details.items() if detail}


def _details(kept: Mapping[str, Any]) -> dict[str, Any]:
    if not kept:
        return {}
    return {
        "marks": tuple(Mark(*m) for m in kept.get("m", ())),
        "notes": tuple(Note(*n) for n in kept.get("n", ())),
        "source_id": kept.get("i", ""),
        "status": kept.get("s", ""),
        "in_force_on": date.fromisoformat(kept["f"]) if "f" in kept else None,
    }


def _dump(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _load(content: bytes) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(content)
    if loaded["form"] != _FORM:
        raise CorruptContentError(
            "De boom van een versie staat in een onbekende vorm.", value=str(loaded["form"])
        )
    return loaded
