"""What the memoranda of a dossier say of an article. Changes nothing.

A memorie van toelichting explains the bill of its dossier, a nota van toelichting the decree; of any other
text it speaks only where it names it. Which passages those are is decided in `corpus.explanation`.
"""

from dataclasses import dataclass

from corpus.explanation import Explained, Passage, about, passages
from corpus.numbering import label
from corpus.provision import Provision
from wetgeving.services.catalogue import Catalogue, ListedVersion, VersionText, path_to
from wetgeving.services.errors import NotFoundError
from wetgeving.store.values import Work

MEMORANDUM = "memorandum"
_EXPLAINED = (("nota van toelichting", "decree"), ("toelichting", "ministerial-regulation"))


@dataclass(frozen=True, slots=True)
class Explanation:
    """A version of a memorandum, and its passages about one provision; in order, the latest version first."""

    memorandum: VersionText
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ExplainedProvision:
    """A provision with what every memorandum of its dossiers says of it; `searched` are all of those."""

    text: VersionText
    provision: Provision
    label: str
    found: tuple[Explanation, ...]
    searched: tuple[ListedVersion, ...]


class Explaining:
    """Looks explanation up."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def of_provision(self, key: str, eid: str) -> ExplainedProvision:
        """What is said of one provision."""
        text = self._catalogue.text(key)
        path = path_to(text.provisions, eid)
        if not path:
            raise NotFoundError(
                "Deze bepaling staat niet in deze versie.", value=eid[:120], where=text.listed.version.version
            )
        searched = self.memoranda(text.work)
        texts = [self._catalogue.text(listed.version.version) for listed in searched]
        said = ((memorandum, about(explained_by(memorandum, text), eid)) for memorandum in texts)
        found = tuple(Explanation(memorandum, spoken) for memorandum, spoken in said if spoken)
        return ExplainedProvision(text, path[-1], label(path), found, searched)

    def memoranda(self, work: Work) -> tuple[ListedVersion, ...]:
        """The versions of the memoranda in the dossiers of a work, per memorandum the latest first."""
        if not work.dossiers:
            return ()
        return tuple(
            listed
            for found in self._catalogue.works()
            if found.work.kind == MEMORANDUM
            and found.work.fictional == work.fictional
            and set(found.work.dossiers) & set(work.dossiers)
            for listed in reversed(self._catalogue.versions(found.work.key))
        )


def explained_by(memorandum: VersionText, text: VersionText) -> tuple[Passage, ...]:
    """The passages of a memorandum, with what they speak of in this text."""
    work = text.work
    if work.kind == _kind_explained(memorandum.work):
        return passages(memorandum.provisions, Explained(text.provisions))
    names = tuple(filter(None, (work.short_title, work.title))) or (work.key,)
    return passages(memorandum.provisions, Explained(text.provisions, names))


def _kind_explained(memorandum: Work) -> str:
    called = (memorandum.title or memorandum.short_title).casefold()
    return next((kind for start, kind in _EXPLAINED if called.startswith(start)), "bill")
