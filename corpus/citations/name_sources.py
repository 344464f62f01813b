"""Names of acts out of what is at hand: stored works and the manifest of a dossier, as a table for
`find`.

A short title, and a title that is short enough to be cited by; for a Union act every name the manifest
gives. The identifier is the one references are resolved to: BWB, CELEX, or the key where a work has
neither.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from corpus.citations.names import Name
from corpus.dossier.facts import EuAct
from corpus.dossier.manifest import DossierManifest
from corpus.reading import Identifier, Reading

_LONGEST_TITLE = 160
_AS_CITED = ("bwb", "celex")
_SHAPES = {"bwb": re.compile(r"BWB[RVW]\d{7}"), "celex": re.compile(r"\d\d{4}[A-Z]{1,2}\d{4}")}
_REMARK = re.compile(r" \((?:FICTIEVE VOORBEELDTEKST|fictief)\)$")


def of_reading(reading: Reading) -> Iterator[Name]:
    """The names that a file gives itself."""
    own = identifier_of("", {i.scheme: i.value for i in reading.identifiers})
    if own.value:
        yield from named((reading.short_title, reading.title), own)


def of_manifest(manifest: DossierManifest) -> Iterator[Name]:
    """The names of the works and Union acts of a dossier."""
    known = {work.key: identifier_of(work.key, work.identifiers) for work in manifest.works}
    for work in manifest.works:
        yield from named((work.short_title, work.title), known[work.key])
    for _, fact in manifest.facts:
        if isinstance(fact, EuAct):
            own = known.get(fact.key) or identifier_of(fact.key, {})
            yield from named((*fact.names, fact.number), own)


def named(texts: Iterable[str], identifier: Identifier) -> Iterator[Name]:
    """Names for one act, without what is too long to be a name."""
    for text in dict.fromkeys(_REMARK.sub("", t.strip()) for t in texts):
        if 2 < len(text) <= _LONGEST_TITLE:
            yield Name(text, identifier)


def identifier_of(key: str, identifiers: Mapping[str, str]) -> Identifier:
    """The identifier references are resolved to."""
    for scheme in _AS_CITED:
        if identifiers.get(scheme):
            return Identifier(scheme, identifiers[scheme])
    scheme = next((s for s, shape in _SHAPES.items() if shape.fullmatch(key)), "work")
    return Identifier(scheme, key)
