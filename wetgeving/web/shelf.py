"""All works, and all their versions: read once for every list that shows them while nothing is committed."""

from wetgeving.services.catalogue import ListedWork, ShelvedWork
from wetgeving.web import remembering
from wetgeving.web.reading import reading


def listed() -> tuple[ListedWork, ...]:
    """Every work that the viewer sees, real ones first, with its last version."""
    return remembering.value("listed works", _listed)


def shelf() -> tuple[ShelvedWork, ...]:
    """The same works with every version, which takes twice as long to read."""
    return remembering.value("shelf", _shelf)


def _listed() -> tuple[ListedWork, ...]:
    with reading() as services:
        return services.catalogue.works()


def _shelf() -> tuple[ShelvedWork, ...]:
    with reading() as services:
        return services.catalogue.shelf()
