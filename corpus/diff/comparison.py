"""Two trees compared: the changes, and on demand the rows that hold every word of both.

Nothing is said here of which version is the older one. What is equal costs one comparison of its text, until
the rows are asked for.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from corpus.diff.alignment import align, comes_second
from corpus.diff.blocks import text_difference
from corpus.diff.change import Change, ChangeKind, Row, Side
from corpus.diff.consequence import Consequences
from corpus.diff.correction import Correction, settle
from corpus.diff.ends import whole_ends
from corpus.diff.layout import Layout, Step
from corpus.diff.links import Links
from corpus.diff.node import Node, tree
from corpus.numbering import number_token
from corpus.provision import Provision, ProvisionKind

Alignment = tuple[tuple[str | None, str | None, str | None], ...]


@dataclass(frozen=True)
class Comparison:
    """The changes in reading order; on demand the alignment of the articles, and the rows."""

    changes: tuple[Change, ...]
    links: Links = field(repr=False, compare=False)
    layout: Layout = field(repr=False, compare=False)
    unused_corrections: tuple[Correction, ...] = ()
    """Those that name a provision that is not there, or that an earlier one named."""

    @cached_property
    def alignment(self) -> Alignment:
        """The articles of both versions: old eId, new eId and rule, one row for each pair."""
        return tuple(_alignment(self.layout.steps(only_changed=False), self.links))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All steps of the view: every word of both versions exactly once."""
        return tuple(row for row in self.marked_rows if row.moved_to is None)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The step that each of the rows shows, in the same order."""
        return tuple(s for s in self.layout.steps(only_changed=False) if not s.left_here)

    @cached_property
    def marked_rows(self) -> tuple[Row, ...]:
        """The rows, and among them a mark without words wherever the old version had what moved away."""
        changes = {c.id: c for c in self.changes}
        steps = tuple(self.layout.steps(only_changed=False))
        shown = {n: step for step in steps if not step.left_here for n in step.old}
        return tuple(_mark(s, changes, shown) if s.left_here else _row(s, changes) for s in steps)

    def counterpart(self, eid: str, *, forward: bool) -> str | None:
        """The eId on the other side; of a piece that came off another provision, that of the whole."""
        for row in self.rows:
            here, there = (row.old, row.new) if forward else (row.new, row.old)
            if here and there and here.eid == eid:
                return there.eid
        for change in self.changes:
            sides, others = (change.old, change.new) if forward else (change.new, change.old)
            if others and any(side.eid == eid for side in sides):
                return others[0].eid
        return None


def compare(
    old: Sequence[Provision], new: Sequence[Provision], corrections: Iterable[Correction] = ()
) -> Comparison:
    """Compare two trees; `old` and `new` are taken as given, and what an editor said before any rule."""
    left, right = tree(old), tree(new)
    settled, unused = settle(corrections, left, right)
    links = align(left, right, mirror=comes_second(old, new), settled=settled)
    layout = Layout(left, right, links)
    consequences = Consequences(left, right, links)
    steps = layout.steps(only_changed=True)
    changes = (_change(step, links, consequences) for step in steps)
    return Comparison(tuple(filter(None, changes)), links, layout, unused)


def _row(step: Step, changes: Mapping[str, Change]) -> Row:
    node = (*step.new, *step.old)[0]
    change = None if step.equal else changes.get(_change_id(step))
    return Row(_shown(step.old, step), _shown(step.new, step), step.depth, node.unit.eid, change)


def _mark(step: Step, changes: Mapping[str, Change], shown: Mapping[Node, Step]) -> Row:
    old, new = step.old[0], step.named_new[0]
    change = changes.get(_change_id(shown[old]))
    here, there = (Side(n.eid, n.label, "") for n in (old, new))
    return Row(here, None, step.depth, old.unit.eid, change, moved_to=there)


def _shown(nodes: Sequence[Node], step: Step) -> Side | None:
    if not nodes:
        return None
    label = nodes[0].label if len(nodes) == 1 else f"{nodes[0].label} tot en met {nodes[-1].label}"
    return Side(nodes[0].eid, label, "\n".join(_text(n, step) for n in nodes))


def _text(node: Node, step: Step) -> str:
    return node.provision.full_text() if step.whole else node.provision.printed()


def _change(step: Step, links: Links, consequences: Consequences) -> Change | None:
    kinds = tuple(_kinds(step, links))
    if not kinds:
        return None
    if consequences.explain(step, kinds):
        kinds = (*kinds, ChangeKind.CONSEQUENTIAL)
    texts = ["\n".join(_text(n, step) for n in nodes) for nodes in (step.old, step.new)]
    old, new = (
        tuple(Side(n.eid, n.label, _text(n, step) if n in shown else "") for n in nodes)
        for nodes, shown in ((step.all_old, step.old), (step.all_new, step.new))
    )
    return Change(_change_id(step), kinds, old, new, text_difference(*texts), step.rule)


def _change_id(step: Step) -> str:
    sides = (",".join(n.name for n in nodes) for nodes in (step.all_old, step.all_new))
    return f"w-{hashlib.sha256('|'.join(sides).encode()).hexdigest()[:12]}"


def _kinds(step: Step, links: Links) -> Iterator[ChangeKind]:
    """A number is the same number however a source prints it: "1." against "1" is no change."""
    if len(step.all_new) > 1:
        yield ChangeKind.SPLIT
    if len(step.all_old) > 1:
        yield ChangeKind.MERGED
    if not step.old or not step.new:
        if len(step.all_old) + len(step.all_new) == 1:
            yield ChangeKind.DELETED if step.old else ChangeKind.INSERTED
        return
    if step.moved:
        yield ChangeKind.MOVED
    link = next(links.of_new[n] for n in step.new if n in links.of_new)
    old, new = link.old.provision, link.new.provision
    if number_token(old.num) != number_token(new.num):
        yield ChangeKind.RENUMBERED
    yield from _text_kinds(step)


def _text_kinds(step: Step) -> Iterator[ChangeKind]:
    headings, texts = (
        [" ".join(getattr(n.provision, part) for n in nodes) for nodes in (step.old, step.new)]
        for part in ("heading", "text")
    )
    if headings[0] != headings[1] and headings[0].split() != headings[1].split():
        yield ChangeKind.HEADING
    if texts[0] != texts[1] and texts[0].split() != texts[1].split():
        yield ChangeKind.PUNCTUATION if _same_letters(*texts) else ChangeKind.MODIFIED


def _same_letters(old: str, new: str) -> bool:
    """Are the words equal, but for punctuation? "€ 5,-" and "€ 5" are, "a.b" and "ab" are not."""
    start, end = whole_ends(old, new)
    middle = old[start : len(old) - end], new[start : len(new) - end]
    return re.findall(r"\w+", middle[0]) == re.findall(r"\w+", middle[1])


def _alignment(steps: Iterable[Step], links: Links) -> Iterator[tuple[str | None, str | None, str | None]]:
    for step in steps:
        if (
            step.depth
            or step.left_here
            or (*step.new, *step.old)[0].provision.kind is not ProvisionKind.ARTICLE
        ):
            continue
        for old in step.all_old or (None,):
            for new in step.all_new or (None,):
                pair = old.eid if old else None, new.eid if new else None
                if old is None or new is None or links.joined(old, new):
                    rule = step.rule
                else:
                    rule = "split" if len(step.all_new) > 1 else "merged"
                if rule == step.rule and not (step.old and step.new) and old and new:
                    continue
                yield *pair, rule
