"""The id of a claim: the same statement from the same origin has the same id, however often it is read.

It hangs on who says it, in which work, of which Union provision, naming which national provisions; not on
versions, words of explanation or rows of a database, so that what a person said of it stays with it.
"""

import hashlib
import json
from collections.abc import Iterable

from corpus.transposition.values import Claimant, EuPlace, NationalPlace

_LENGTH = 16


def claim_id(
    claimant: Claimant, eu: EuPlace, national: Iterable[NationalPlace], *, origin: str, told: str = ""
) -> str:
    """The id; `origin` is the work or source that says it, `told` what tells two such statements apart."""
    named = sorted({(place.work, place.eid or place.said) for place in national})
    made_of = [claimant.value, eu.act, eu.eid, origin, named, told]
    content = json.dumps(made_of, ensure_ascii=False, separators=(",", ":"))
    return f"t-{hashlib.sha256(content.encode()).hexdigest()[:_LENGTH]}"
