"""One provision over all versions of its work: which provision it was in each, and what changed at each step.

Identity follows the alignment of `corpus.diff` from version to neighbouring version, so that a renumbered
article stays the same strip. Where it has no counterpart the strip ends: a later article with the same number
is not taken for it. Changes nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.diff import Change, Comparison
from corpus.numbering import label
from corpus.provision import Provision
from wetgeving.services.catalogue import Catalogue, ListedVersion, path_to
from wetgeving.services.comparing import Comparing
from wetgeving.services.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """A version with the provision in it (None: not there), and the changes since the version before it.

    `compared_with` is the key of that version; "" for the first. `back_to` is the key of the latest earlier
    version in which the provision had these words, when those of the version in between were others; else "".
    """

    listed: ListedVersion
    provision: Provision | None
    label: str
    compared_with: str
    changes: tuple[Change, ...]
    back_to: str = ""


class ProvisionHistory:
    """Follows provisions through the versions of their work."""

    def __init__(self, catalogue: Catalogue, comparing: Comparing) -> None:
        self._catalogue, self._comparing = catalogue, comparing

    def of(self, key: str, eid: str) -> tuple[HistoryStep, ...]:
        """The history of a provision of a version, oldest first, from its first appearance to its last."""
        start = self._catalogue.version(key)
        versions = self._catalogue.versions(start.version.work)
        at = next(i for i, v in enumerate(versions) if v.version.version == start.version.version)
        if not path_to(self._catalogue.text(start.version.version).provisions, eid):
            raise NotFoundError(
                "Deze bepaling staat niet in deze versie.", value=eid[:120], where=start.version.version
            )
        eids: list[str | None] = [None] * len(versions)
        eids[at] = eid
        for i in range(at, len(versions) - 1):
            eids[i + 1] = self._counterpart(versions[i], versions[i + 1], eids[i], forward=True)
        for i in range(at, 0, -1):
            eids[i - 1] = self._counterpart(versions[i - 1], versions[i], eids[i], forward=False)
        return self._steps(versions, eids)

    def _counterpart(
        self, old: ListedVersion, new: ListedVersion, eid: str | None, *, forward: bool
    ) -> str | None:
        """The eId of the same provision in the neighbouring version, or None."""
        if eid is None:
            return None
        if old.version.tree_hash == new.version.tree_hash:
            return eid
        return self._comparison(old, new).counterpart(eid, forward=forward)

    def _steps(
        self, versions: Sequence[ListedVersion], eids: Sequence[str | None]
    ) -> tuple[HistoryStep, ...]:
        present = [i for i, eid in enumerate(eids) if eid is not None]
        last = min(present[-1] + 1, len(versions) - 1)
        return tuple(_returning(self._step(versions, eids, i) for i in range(present[0], last + 1)))

    def _step(self, versions: Sequence[ListedVersion], eids: Sequence[str | None], at: int) -> HistoryStep:
        listed, eid = versions[at], eids[at]
        path = path_to(self._catalogue.text(listed.version.version).provisions, eid) if eid else ()
        before = versions[at - 1] if at and (eids[at - 1] is not None or eid is not None) else None
        changes = _touching(self._comparison(before, listed), eids[at - 1], eid) if before else ()
        return HistoryStep(
            listed=listed,
            provision=path[-1] if path else None,
            label=label(path) if path else "",
            compared_with=before.version.version if before else "",
            changes=changes,
        )

    def _comparison(self, old: ListedVersion, new: ListedVersion) -> Comparison:
        return self._comparing.as_given(old.version.version, new.version.version).comparison


def _returning(steps: Iterable[HistoryStep]) -> Iterator[HistoryStep]:
    """The steps, each saying when its words are those of an earlier version again."""
    seen: dict[tuple[str, ...], str] = {}
    before: tuple[str, ...] | None = None
    for step in steps:
        words = _words(step.provision) if step.provision else None
        again = seen.get(words, "") if words and words != before else ""
        yield replace(step, back_to=again) if again else step
        if words:
            seen[words] = step.listed.version.version
        before = words


def _words(provision: Provision) -> tuple[str, ...]:
    """What a provision says, without its own number: another number is not another text."""
    return tuple(replace(provision, num="").words())


def _touching(comparison: Comparison, old: str | None, new: str | None) -> tuple[Change, ...]:
    """The changes in this provision or below it, on either side."""
    return tuple(
        change
        for change in comparison.changes
        if any(_within(side.eid, old) for side in change.old)
        or any(_within(side.eid, new) for side in change.new)
    )


def _within(eid: str, outer: str | None) -> bool:
    return outer is not None and (eid == outer or eid.startswith(f"{outer}__"))
