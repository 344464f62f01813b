"""BWB identifiers: `BWBR0011823` (regulation), `BWBV...` (treaty), `BWBW...` (policy rule)."""

import re

from corpus.identifiers.named import Named

_BWB = re.compile(r"BWB[RVW]\d{7}", re.IGNORECASE)


def parse(text: str) -> Named | None:
    """The regulation with this number."""
    return Named("bwb", (text.upper(),)) if _BWB.fullmatch(text) else None
