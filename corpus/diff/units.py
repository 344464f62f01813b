"""What a comparison speaks of at depth 0: articles, and containers without what is in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.provision import CONTAINERS, Provision


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision that is aligned as a whole, and the containers around it, the outermost first."""

    provision: Provision
    above: tuple[Provision, ...]

    @property
    def container(self) -> str:
        """The eId of the container it stands in; "" at the top."""
        return self.above[-1].eid if self.above else ""


def units(provisions: Sequence[Provision], above: tuple[Provision, ...] = ()) -> Iterator[Unit]:
    """The tree as a sequence: containers without their children, everything else with all below it."""
    for p in provisions:
        if p.kind in CONTAINERS:
            yield Unit(p.placed(p.eid, ()), above)
            yield from units(p.children, (*above, p))
        else:
            yield Unit(p, above)
