"""A dossier as its manifest describes it: values in, values out.

`facts` says what can be known of a dossier and on what ground, `manifest` reads it from TOML, `written` turns
one fact into plain data and back. Nothing here knows a particular dossier, and nothing is stored.
"""

from corpus.dossier.facts import PARTS, Fact
from corpus.dossier.manifest import DossierManifest, read_manifest
from corpus.dossier.written import ManifestError, from_json, to_json

__all__ = ["PARTS", "DossierManifest", "Fact", "ManifestError", "from_json", "read_manifest", "to_json"]
