"""The rows of a table before anything is said: the articles of a Union act and what is in them.

From the text when it is at hand, else from the numbers and headings in the dossier; and a row for each place
that a claim names and neither has. In the order of the act.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.dossier.facts import EuArticle
from corpus.exporters.exported_version import FICTIONAL
from corpus.numbering import label, number_token, ordinal_lid, sort_key
from corpus.provision import Provision, ProvisionKind, articles
from corpus.transposition.placing import base
from corpus.transposition.substance import asks_something
from corpus.transposition.values import INTRO

_BELOW = (ProvisionKind.PARAGRAPH, ProvisionKind.POINT)
_NAMES = {
    "art": "artikel",
    "point": "onderdeel",
    "att": "bijlage",
    "recital": "overweging",
    "chp": "hoofdstuk",
}


@dataclass(frozen=True, slots=True)
class Node:
    """One row to be: where it is, and what is printed there; `listed`: the text or the dossier has it."""

    eid: str
    label: str
    num: str
    heading: str
    text: str
    depth: int
    substance: bool
    in_text: bool
    listed: bool = True


def nodes(
    provisions: Sequence[Provision], listed: Sequence[EuArticle], named: Iterable[str]
) -> tuple[Node, ...]:
    """The rows of an act; `named` are the eIds of the claims."""
    known = list(_of_text(provisions)) if provisions else list(_of_list(listed))
    for eid in sorted(set(named), key=_order):
        if eid and all(node.eid != eid for node in known):
            _put(known, eid)
    return tuple(known)


def _of_text(provisions: Sequence[Provision]) -> Iterator[Node]:
    for article in articles(provisions):
        substance = asks_something(article.heading)
        yield from _below(article, (), substance=substance)


def _below(provision: Provision, path: tuple[Provision, ...], *, substance: bool) -> Iterator[Node]:
    here = (*path, provision)
    yield Node(
        eid=provision.eid,
        label=label(here),
        num=provision.num,
        heading=_plain(provision.heading),
        text=provision.text,
        depth=len(path),
        substance=substance,
        in_text=True,
    )
    for child in provision.children:
        if child.kind in _BELOW:
            yield from _below(child, here, substance=substance)


def _of_list(listed: Sequence[EuArticle]) -> Iterator[Node]:
    for article in listed:
        eid = f"art_{number_token(article.num)}"
        name = f"artikel {article.num}"
        substance = asks_something(article.heading)
        yield Node(eid, name, f"Artikel {article.num}", article.heading, "", 0, substance, False)


def _put(known: list[Node], eid: str) -> None:
    """Put a place that only a claim names where it belongs: an aanhef first, the rest by number."""
    parent = next((i for i, n in enumerate(known) if n.eid == eid.rpartition("__")[0]), None)
    if parent is None and "__" in eid and not eid.startswith(("att_", "chp_")):
        above = eid.rpartition("__")[0]
        _put(known, above)
        parent = next(i for i, n in enumerate(known) if n.eid == above)
    intro = eid.endswith(f"__{INTRO}")
    outer = known[parent] if parent is not None else None
    node = Node(
        eid=eid,
        label=eid_label(eid),
        num="",
        heading="",
        text=outer.text if outer and intro else "",
        depth=outer.depth + 1 if outer else 0,
        substance=outer.substance if outer else True,
        in_text=bool(outer and outer.in_text and intro),
        listed=False,
    )
    known.insert(_place(known, node, parent), node)


def _place(known: list[Node], node: Node, parent: int | None) -> int:
    if parent is None:
        later = (i for i, n in enumerate(known) if n.depth == 0 and _order(n.eid) > _order(node.eid))
        return next(later, len(known))
    if node.eid.endswith(f"__{INTRO}"):
        return parent + 1
    at = parent + 1
    while at < len(known) and known[at].eid.startswith(f"{known[parent].eid}__"):
        if known[at].depth == node.depth and _order(known[at].eid) > _order(node.eid):
            break
        at += 1
    return at


def _order(eid: str) -> tuple[tuple[tuple[int, str], ...], ...]:
    return tuple(sort_key(part.partition("_")[2]) for part in base(eid).split("__"))


def eid_label(eid: str) -> str:
    """How a place is cited of which no text is at hand: "artikel 10, tweede lid, onderdeel a"."""
    words = []
    for part in eid.split("__"):
        kind, _, number = part.partition("_")
        if part == INTRO:
            words.append("aanhef")
        elif kind == "para":
            words.append(ordinal_lid(number))
        else:
            words.append(f"{_NAMES.get(kind, kind)} {number}".strip())
    return ", ".join(words) or "de handeling als geheel"


def _plain(heading: str) -> str:
    return " ".join(heading.replace(f"({FICTIONAL})", "").split())
