"""Where a reference in the law's own text leads: inside this version, or to a known site outside.

Only what the source marks is a link, and only schemes that are known; a target is hostile until it fits.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, quote

from corpus.numbering import number_token
from corpus.provision import Link, Provision, walk
from wetgeving.web.addresses import provision_url

_JCI = re.compile(r"(?:jci)?1\.\d+:[cv]:(?P<work>BWB[A-Z]\d{7})(?:&(?P<place>[^\s<>\"']*))?")
_CELEX = re.compile(r"[0-9][0-9A-Z()/]{4,30}")
_URL = re.compile(r"https?://[^\s<>\"']+")


@dataclass(frozen=True, slots=True)
class References:
    """Resolves the references of one version."""

    version: str
    work: str
    eids: frozenset[str]

    @classmethod
    def of(cls, version: str, work: str, provisions: tuple[Provision, ...]) -> "References":
        """References over the provisions of a version."""
        return cls(version, work, frozenset(p.eid for p in walk(provisions)))

    def url(self, link: Link) -> str:
        """The address of a reference, or "" when it leads nowhere that we know."""
        target = link.target.strip()
        if link.scheme == "jci" and (match := _JCI.fullmatch(target)):
            return self._law(match["work"], match["place"] or "", target)
        if link.scheme == "celex" and _CELEX.fullmatch(target):
            return f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{quote(target)}"
        return target if link.scheme == "url" and _URL.fullmatch(target) else ""

    def _law(self, work: str, place: str, target: str) -> str:
        if work == self.work:
            number = next(iter(parse_qs(place).get("artikel", [])), "")
            eid = f"art_{number_token(number)}"
            return provision_url(self.version, eid) if eid in self.eids else ""
        jci = target if target.startswith("jci") else f"jci{target}"
        return f"https://wetten.overheid.nl/{quote(jci, safe=':&=')}"
