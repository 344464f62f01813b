"""Hashes of words: when two texts are the same, and when two trees are.

`text_hash` sees words only, so that an XML and a Markdown file of one law can be two sources of one version;
`tree_hash` also sees kinds, eIds, block boundaries and nesting, and is what a comparison is keyed by. Notes,
marks, links and dates (`in_force_on`, `commencement`) are in neither: a comparison of the same words stays
good when only a day moves, and a refresh compares the dates by themselves.
"""

import hashlib
import json
from collections.abc import Iterable

from corpus.provision import Provision, walk, words


def sha256(content: bytes) -> str:
    """SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def text_hash(provisions: Iterable[Provision]) -> str:
    """SHA-256 over the words in document order, separated by one space."""
    return sha256(" ".join(words(provisions)).encode())


def tree_hash(provisions: Iterable[Provision]) -> str:
    """SHA-256 over kind, eId, number, heading, text and number of children of every provision, in order."""
    digest = hashlib.sha256()
    for p in walk(provisions):
        row = [p.kind.value, p.eid, p.num, p.heading, p.text, len(p.children)]
        digest.update(json.dumps(row).encode())
    return digest.hexdigest()
