"""Which articles of a Union act ask nothing of a Member State, by their heading alone.

Subject matter, entry into force, repeal, amendments of other Union acts, procedure of committees and so on:
they are counted apart and are no gap, but nothing is concluded about how they are met. In Dutch and English.
"""

import re

from corpus.exporters.exported_version import FICTIONAL

CLOSING_HEADINGS = (
    r"onderwerp(?: en (?:toepassingsgebied|doel))?|doel|subject matter(?: and scope)?|purpose.*",
    r"(?:inwerkingtreding|entry into force)\b.*",
    r"(?:intrekking|repeal)\b.*",
    r"(?:adressat(?:en|ie)|addressees)",
    r"(?:wijziging(?:en)? van|amendments? to) .*"
    r"(?:verordening|richtlijn|besluit|regulation|directive|decision).*",
    r"(?:comitéprocedure|committee procedure)",
    r"(?:uitoefening van de bevoegdheidsdelegatie|exercise of the delegation)",
    r"(?:evaluatie|toetsing|evaluation)(?: (?:en|and) (?:evaluatie|toetsing|review))?|review|reports",
    r"verwijzingen naar verordening.*|references to regulation.*",
)
_CLOSING = re.compile("|".join(f"(?:{pattern})" for pattern in CLOSING_HEADINGS), re.IGNORECASE)


def asks_something(heading: str) -> bool:
    """May an article with this heading ask something of a Member State? One without a heading may."""
    words = " ".join(heading.replace(f"({FICTIONAL})", "").split())
    return not (words and _CLOSING.fullmatch(words))
