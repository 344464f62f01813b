"""The references inside the six English acts of the sample: how many lead to a provision that is there.

Nobody annotated these acts. What is measured is whether a reference to one of the six, found in one of the
six, resolves to a provision of its text; one that does not is a misreading of ours, or a slip of the source,
which lost part of the quoted law of amending articles. Chapters and annexes are not in the source.
"""

from dataclasses import dataclass, field
from pathlib import Path

from corpus.citations import CitationKind
from corpus.citations.document import cited
from corpus.provision import ProvisionKind
from corpus.resolving import Context, Shelf, Status, resolve
from tests.quality.union_sample import union_acts

_KINDS = (ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.POINT, ProvisionKind.RECITAL)


@dataclass
class Standing:
    """References to provisions of the acts at hand, and those that lead to one."""

    references: int = 0
    elsewhere: int = 0
    standing: int = 0
    missing: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Of the references those that lead to a provision that is there."""
        return self.standing / self.references if self.references else 1.0


def standing(samples: Path) -> Standing:
    """All references to provisions in the six acts."""
    acts = tuple(union_acts(samples))
    shelf = Shelf({act.identifier: act.provisions for act in acts})
    at_hand = {act.identifier.value for act in acts}
    result = Standing()
    for act in acts:
        for provision, found in cited(act.provisions):
            here = Context(act.identifier, provision.eid, act.kind)
            for citation in found:
                if (
                    citation.kind is not CitationKind.PROVISION
                    or citation.places[0].steps[0].kind not in _KINDS
                ):
                    continue
                meant = resolve(citation, here, shelf)
                first = next(iter(meant.targets), meant.nearest)
                if first is None or first.id not in at_hand:
                    result.elsewhere += 1
                    continue
                result.references += 1
                result.standing += meant.status is Status.FOUND
                if meant.status is not Status.FOUND:
                    result.missing.append(f"{act.identifier.value} {provision.eid}: {citation.text}")
    return result
