"""The texts of which paragraphs were labelled: any sample file or fictional example, with the names it is
read with.

The names are those that the links of the samples teach, the abbreviations of the circular, the books of the
Civil Code under the titles they are published with, and the names of a manifest for the fictional texts. They
stand for what an installation has.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from corpus.citations import Name, Names
from corpus.citations.name_sources import of_manifest
from corpus.dossier.manifest import read_manifest
from corpus.provision import Provision
from corpus.readers import read
from corpus.reading import Identifier, WorkKind
from corpus.resolving import Shelf
from tests.quality.citation_gold import names_of, toestanden
from tests.quality.union_sample import union_act

_EXAMPLES = Path(__file__).parents[2] / "corpus" / "dossiers"
_EXAMPLE, _UNION = "VOORBEELD-1/", "eu-pact-json/"
_OWN_SCHEMES = ("bwb", "celex", "op")
_BOOKS = {
    "1": "BWBR0002656", "2": "BWBR0003045", "3": "BWBR0005291", "4": "BWBR0002761", "5": "BWBR0005288",
    "6": "BWBR0005289", "7": "BWBR0005290", "8": "BWBR0005034", "10": "BWBR0030068",
}  # fmt: skip
_SHORT = {"Vw": "BWBR0011823", "Vb": "BWBR0011825", "VV": "BWBR0012002"}


@dataclass(frozen=True)
class Source:
    """A text to search, who it is itself, and the names to search it with."""

    own: Identifier
    kind: WorkKind
    provisions: tuple[Provision, ...]
    names: Names

    @cached_property
    def shelf(self) -> Shelf:
        """The text itself, to look into."""
        return Shelf({self.own: self.provisions})


@lru_cache(maxsize=4)
def source(samples: Path, file: str) -> Source:
    """The text of a labelled file."""
    if file.startswith(_UNION):
        act = union_act(samples / file)
        return Source(act.identifier, act.kind, act.provisions, _table(samples, file))
    path = samples / file
    if file.startswith(_EXAMPLE):
        path = _EXAMPLES / file.replace(_EXAMPLE, f"{_EXAMPLE}FICTIEVE-VOORBEELDTEKST-")
    reading = read(path.read_bytes())
    known = {i.scheme: i.value for i in reading.identifiers}
    scheme = next((s for s in _OWN_SCHEMES if s in known), "")
    own = Identifier(scheme or "work", known.get(scheme, file))
    titles = [Name(reading.short_title, own)] if reading.short_title else []
    return Source(own, reading.kind, reading.provisions, _table(samples, file).with_more(titles))


def _table(samples: Path, file: str) -> Names:
    return _fictional() if file.startswith(_EXAMPLE) else _real(samples)


@lru_cache(maxsize=1)
def _real(samples: Path) -> Names:
    short = (Name(text, Identifier("bwb", act)) for text, act in _SHORT.items())
    books = (
        Name(f"Burgerlijk Wetboek Boek {number}", Identifier("bwb", act)) for number, act in _BOOKS.items()
    )
    return names_of(toestanden(samples)).with_more((*short, *books))


@lru_cache(maxsize=1)
def _fictional() -> Names:
    return Names.of(of_manifest(read_manifest(_EXAMPLES / "VOORBEELD-1")))
