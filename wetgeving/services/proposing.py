"""What a file seems to be, before anyone says so: its reading, and the work, stage and dates to propose.

Nothing is stored. A person corrects and confirms; `IngestService` then takes in what that person said.
"""

from dataclasses import dataclass

from corpus.hashing import sha256
from corpus.readers.decision_note import storable
from corpus.reading import Guessed, Reading
from wetgeving.services.catalogue import Catalogue
from wetgeving.services.errors import NotFoundError
from wetgeving.services.ingest import UNSPECIFIED, IngestService, Statement, dates_of
from wetgeving.services.patient_reading import read_within
from wetgeving.store.values import VersionDates, Work


@dataclass(frozen=True, slots=True)
class Proposal:
    """A reading and what could be stored of it; `known` is the work it would be a version of, if any.

    `content` is what may be shown and kept: of a decision note only the public part.
    """

    name: str
    content: bytes
    sha256: str
    byte_count: int
    reading: Reading
    guessed: tuple[Guessed, ...]
    work: str
    stage: str
    dates: VersionDates
    known: Work | None


class Proposing:
    """Reads a file on behalf of someone who has yet to decide."""

    def __init__(self, catalogue: Catalogue, ingesting: IngestService) -> None:
        self._catalogue, self._ingesting = catalogue, ingesting

    def propose(self, content: bytes, name: str) -> Proposal:
        """Read a file; raises the same named errors as taking it in."""
        reading = read_within(content)
        content = storable(content, reading)
        dates, guessed = dates_of(reading, name, Statement())
        said = self._ingesting.identified(reading, name, Statement())
        return Proposal(
            name=name,
            content=content,
            sha256=sha256(content),
            byte_count=len(content),
            reading=reading,
            guessed=(*reading.guessed, *guessed),
            work=said.work,
            stage=said.stage or reading.stage or UNSPECIFIED,
            dates=dates,
            known=self._known(said.work),
        )

    def _known(self, work: str) -> Work | None:
        try:
            return self._catalogue.work(work) if work else None
        except NotFoundError:
            return None
