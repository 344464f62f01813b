"""A text of one's own beside a stored version. Nothing of it is stored, indexed or remembered.

It is read within the same limits as a file that is taken in, and is compared outside the memory of earlier
comparisons, so that it is gone with the answer.
"""

from dataclasses import dataclass

from corpus.diff import Comparison, compare
from corpus.reading import Reading
from wetgeving.services.catalogue import Catalogue, VersionText
from wetgeving.services.comparing import says_fictional
from wetgeving.services.errors import FictionalComparisonError
from wetgeving.services.patient_reading import read_within


@dataclass(frozen=True, slots=True)
class OwnComparison:
    """A text of one's own compared with a stored version; `own_is_old` is what the person chose."""

    name: str
    reading: Reading
    text: VersionText
    own_is_old: bool
    comparison: Comparison


class OwnTexts:
    """Compares texts of one's own."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def compare(self, content: bytes, name: str, *, version: str, own_is_old: bool) -> OwnComparison:
        """Read and compare; a text that does not say that it is an example is not laid beside one."""
        text = self._catalogue.text(version)
        reading = read_within(content)
        if says_fictional(name, reading) != text.work.fictional:
            raise FictionalComparisonError.of("eigen tekst", text.listed.version.version)
        sides = (reading.provisions, text.provisions)
        old, new = sides if own_is_old else sides[::-1]
        return OwnComparison(name, reading, text, own_is_old, compare(old, new))
