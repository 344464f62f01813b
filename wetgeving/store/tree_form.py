"""The form in which the tree of a version and its account are kept: compact JSON in which texts are numbers.

A node is `[kind, eid, num, heading, text id, children, details]`, empty ends left off. Details are marks
(`m`), marks of the heading (`h`), notes (`n`: offset, kind, text and, if it has any, marks), source id (`i`),
status (`s`), entry into force (`f`) and the name of its commencement (`c`). Form 1 is a tree that states
none; form 2 has them beside the tree (`commencement_form`). These forms are on disk: another form gets
another number under `form`, and these stay readable.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from corpus.commencement import Commencement
from corpus.provision import Mark, Note, Provision, ProvisionKind
from corpus.reading import Dropped, Guessed
from wetgeving.store import commencement_form
from wetgeving.store.errors import CorruptContentError

Node = list[Any]
Commencements = Mapping[str, Commencement]
_FORM, _WITH_COMMENCEMENTS = 1, 2
_KINDS = {kind.value: kind for kind in ProvisionKind}
_DEFAULTS: tuple[Any, ...] = ("", "", "", "", 0, [], {})
_EMPTY: tuple[Any, ...] = ("", 0, [], {})


def tree_bytes(provisions: Iterable[Provision], ids: Mapping[str, int]) -> bytes:
    """The tree, with the texts replaced by their ids; links are left out, they are derived from the bytes."""
    provisions = tuple(provisions)
    names = commencement_form.named(provisions)
    tree = [_node(p, ids, names) for p in provisions]
    if not names:
        return _dump({"form": _FORM, "tree": tree})
    kept = {name: commencement_form.packed(c) for c, name in names.items()}
    return _dump({"form": _WITH_COMMENCEMENTS, "commencements": kept, "tree": tree})


def tree_nodes(content: bytes) -> list[Node]:
    """The root nodes of a tree."""
    nodes: list[Node] = _load(content)["tree"]
    return nodes


def tree(content: bytes) -> tuple[list[Node], Commencements]:
    """The root nodes of a tree, and the commencements that they name."""
    kept = _load(content)
    named = kept.get("commencements", {})
    return kept["tree"], {name: commencement_form.unpacked(c) for name, c in named.items()}


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


def provision(node: Node, texts: Mapping[int, str], named: Commencements) -> Provision:
    """The provision of a node, with everything below it; `named` are the commencements of its tree."""
    kind, eid, num, heading, text, children, details = (*node, *_DEFAULTS[len(node) :])
    below = tuple([provision(child, texts, named) for child in children])
    return Provision(_KINDS[kind], eid, num, heading, texts[text], below, **_details(details, named))


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


def _node(p: Provision, ids: Mapping[str, int], names: Mapping[Commencement, str]) -> Node:
    children = [_node(child, ids, names) for child in p.children]
    node: Node = [p.kind.value, p.eid, p.num, p.heading, ids[p.text], children, _packed_details(p, names)]
    while node[-1] in _EMPTY:
        node.pop()
    return node


def _packed_details(p: Provision, names: Mapping[Commencement, str]) -> dict[str, Any]:
    details = {
        "m": _packed_marks(p.marks),
        "h": _packed_marks(p.heading_marks),
        "n": [[n.offset, n.kind, n.text, *([_packed_marks(n.marks)] if n.marks else ())] for n in p.notes],
        "i": p.source_id,
        "s": p.status,
        "f": p.in_force_on.isoformat() if p.in_force_on else "",
        "c": names[p.commencement] if p.commencement else "",
    }
    return {name: detail for name, detail in details.items() if detail}


def _packed_marks(marks: Iterable[Mark]) -> Node:
    return [[m.start, m.end, m.style] for m in marks]


def _marks(kept: Iterable[Node]) -> tuple[Mark, ...]:
    return tuple(Mark(*m) for m in kept)


def _note(offset: int, kind: str, text: str, marks: Iterable[Node] = ()) -> Note:
    return Note(offset, kind, text, _marks(marks))


def _details(kept: Mapping[str, Any], named: Commencements) -> dict[str, Any]:
    if not kept:
        return {}
    return {
        "marks": _marks(kept.get("m", ())),
        "heading_marks": _marks(kept.get("h", ())),
        "notes": tuple(_note(*n) for n in kept.get("n", ())),
        "source_id": kept.get("i", ""),
        "status": kept.get("s", ""),
        "in_force_on": date.fromisoformat(kept["f"]) if "f" in kept else None,
        "commencement": named[kept["c"]] if "c" in kept else None,
    }


def _dump(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _load(content: bytes) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(content)
    if loaded["form"] not in (_FORM, _WITH_COMMENCEMENTS):
        raise CorruptContentError(
            "De boom van een versie staat in een onbekende vorm.", value=str(loaded["form"])
        )
    return loaded
