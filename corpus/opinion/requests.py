"""What a point asks for, by the wording of its requests: memorandum, text, reconsider, refrain, editorial.

One request can ask for more than one thing ("aan te passen, dan wel in de toelichting te motiveren"). A
request in other words is `unknown`; a point without any asks `nothing`.
"""

import re

from corpus.opinion.cues import is_request
from corpus.opinion.sentences import sentences
from corpus.opinion.values import Asked

_ASKS = (
    (Asked.EDITORIAL, r"\bredactione\w+"),
    (
        Asked.REFRAIN,
        r"\baf te zien\b|\bafzien\b|\bte schrappen\b|\bte laten vervallen\b|\bachterwege te laten\b|"
        r"\bniet (?:op te nemen|in te dienen)\b",
    ),
    (
        Asked.RECONSIDER,
        r"\b(?:nader|opnieuw)? ?te bezien\b|\bte overwegen\b|\b(?:te )?heroverwe\w+",
    ),
    (
        Asked.MEMORANDUM,
        r"\btoelichting\b|\btoelichtende nota\b|\bte motiveren\b|\btoe te lichten\b|\bmotivering\b|"
        r"\bin te gaan\b|\buiteen te zetten\b|\bte verklaren\b|\binzichtelijk te maken\b|\bte onderbouwen\b|"
        r"\bte verduidelijken waarom\b",
    ),
    (
        Asked.TEXT,
        r"\b(?:aan te passen|te wijzigen|te bepalen|te regelen|op te nemen|te beperken|te verlengen|"
        r"te verkorten|te vervangen|te voorzien in|te preciseren|te formuleren|aanpassing)\b|"
        r"\bin (?:het voorstel|de wet)\b|"
        r"\b(?:artikel|onderdeel|lid) [\w:]{1,6}(?:, [^,]{1,40},)? (?:aan te vullen|te verduidelijken)\b",
    ),
)
_MEMORANDUM_ONLY = re.compile(
    r"\btoelichting\b[^.;]{0,60}\b(?:aan te (?:passen|vullen)|op te nemen|te verduidelijken)\b", re.I
)
_PATTERNS = tuple((asked, re.compile(words, re.I)) for asked, words in _ASKS)


def what_is_asked(text: str) -> tuple[Asked, ...]:
    """What the requests in a text of the Afdeling ask for, in a fixed order."""
    requests = [s for line in text.split("\n") for s in sentences(line) if is_request(s)]
    if not requests:
        return (Asked.NOTHING,)
    found = {asked for request in requests for asked in _asked(request)}
    return tuple(asked for asked in Asked if asked in found) or (Asked.UNKNOWN,)


def _asked(request: str) -> set[Asked]:
    found = {asked for asked, pattern in _PATTERNS if pattern.search(request)}
    rest = _MEMORANDUM_ONLY.sub("toelichting", request)
    if Asked.TEXT in found and not dict(_PATTERNS)[Asked.TEXT].search(rest):
        found.discard(Asked.TEXT)
    if Asked.RECONSIDER in found or Asked.REFRAIN in found:
        found &= {Asked.RECONSIDER, Asked.REFRAIN, Asked.MEMORANDUM}
    return found
