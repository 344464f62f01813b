"""The concordance of two versions: which old provisions became which new ones, n to m.

A row holds everything that hangs together: an article that was divided has two new labels, articles that
became one have two old ones. What has no partner has a row with an empty side. Containers have rows too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.diff.comparison import Comparison
from corpus.diff.layout import Step
from corpus.diff.node import Node
from corpus.provision import ProvisionKind

LEVELS = {
    "article": (ProvisionKind.ARTICLE,),
    "paragraph": (ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.POINT),
}
"""How far down a concordance goes, to the kinds of provision it then has rows for."""


@dataclass(frozen=True, slots=True)
class Place:
    """A provision of one version, as it is cited."""

    eid: str
    label: str
    kind: ProvisionKind


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Old provisions and the new ones they became; `matched_by` names the rules that say so.

    `pairs` are the eIds that belong together one by one: not every old one with every new one.
    """

    old: tuple[Place, ...]
    new: tuple[Place, ...]
    matched_by: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...] = ()


def concordance(
    comparison: Comparison, kinds: Iterable[ProvisionKind] = (ProvisionKind.ARTICLE,)
) -> tuple[Correspondence, ...]:
    """The rows for provisions of these kinds, in reading order."""
    wanted = frozenset(kinds)
    rows: list[_Row] = []
    holding: dict[Node, _Row] = {}
    for step in _steps(comparison):
        nodes = (*step.all_old, *step.all_new)
        if nodes[-1].provision.kind not in wanted and nodes[0].provision.kind not in wanted:
            continue
        row = next((holding[n] for n in nodes if n in holding), None)
        if row is None:
            row = _Row()
            rows.append(row)
        row.take(step)
        holding.update(dict.fromkeys(nodes, row))
    for old, new in comparison.links.gave_parts:
        if old in holding and new in holding:
            holding[old].join(holding[new], (old, new))
            holding.update(dict.fromkeys(holding[new].nodes(), holding[old]))
    kept = dict.fromkeys(holding[next(iter(row.nodes()))] for row in rows)
    return tuple(row.frozen() for row in kept)


class _Row:
    def __init__(self) -> None:
        self.old: dict[Node, None] = {}
        self.new: dict[Node, None] = {}
        self.rules: dict[str, None] = {}
        self.pairs: dict[tuple[str, str], None] = {}

    def take(self, step: Step) -> None:
        self.old.update(dict.fromkeys(step.all_old))
        self.new.update(dict.fromkeys(step.all_new))
        found = [step.rule] if step.rule else []
        found += ["split"] if len(step.all_new) > 1 else []
        found += ["merged"] if len(step.all_old) > 1 else []
        self.rules.update(dict.fromkeys(found))
        self.pairs.update({(o.eid, n.eid): None for o in step.all_old for n in step.all_new})

    def nodes(self) -> Iterator[Node]:
        yield from (*self.old, *self.new)

    def join(self, other: "_Row", pair: tuple[Node, Node]) -> None:
        """Take in a row that hangs together with this one by a pair."""
        if other is not self:
            for name in ("old", "new", "rules", "pairs"):
                getattr(self, name).update(getattr(other, name))
        self.rules["parts"] = None
        self.pairs[pair[0].eid, pair[1].eid] = None

    def frozen(self) -> Correspondence:
        old, new = (
            tuple(Place(n.eid, n.label, n.provision.kind) for n in nodes) for nodes in (self.old, self.new)
        )
        return Correspondence(old, new, tuple(self.rules), tuple(self.pairs))


def _steps(comparison: Comparison) -> Iterator[Step]:
    """All steps; what is in a piece without a partner has none either."""
    for step in comparison.steps:
        yield step
        if step.whole:
            yield from (Step((n,), (), None, step.depth) for node in step.old for n in node.below())
            yield from (Step((), (n,), None, step.depth) for node in step.new for n in node.below())
