"""What an answer says became of the advice, by its own words; the first clear statement counts.

This is what the government says, not what happened: whether text and memorandum bear it out is for the
register. An answer that argues without saying so is `unknown`, never a refusal.
"""

import re

from corpus.opinion.values import Outcome

_FOLLOWED = r"(?:gevolgd|opgevolgd|overgenomen|verwerkt)"
_IS = r"(?:is|zijn|wordt|worden)"
_CHANGED = (
    r"(?:aangevuld|aangepast|gewijzigd|verduidelijkt|geschrapt|toegevoegd|vervallen|ingegaan|opgenomen)"
)
_PATTERNS = tuple(
    (outcome, re.compile(words, re.I))
    for outcome, words in (
        (
            Outcome.PARTLY,
            r"\b(?:deels|gedeeltelijk|ten dele|voor een deel|grotendeels|voor zover|in zoverre)\b[^.]{0,60}"
            rf"\b{_FOLLOWED}|\b{_FOLLOWED}\b[^.]{{0,20}}\b(?:voor zover|in zoverre|met dien verstande)\b"
            r"|\bdeels gevolg gegeven\b",
        ),
        (
            Outcome.NOT_FOLLOWED,
            rf"\b(?:advies|opmerking|suggestie|aanbeveling)\w*\b[^.]{{0,60}}\bniet\b[^.]{{0,20}}\b{_FOLLOWED}"
            rf"|\b(?:volgt|volg|volgen|neemt|neem|nemen)\b[^.]{{0,60}}\badvies\b[^.]{{0,30}}\bniet\b"
            r"|\bgeen gevolg\b|\bgeen aanleiding (?:tot|om|voor)\b|\bblijf(?:t|ven)? (?:van oordeel|bij)\b"
            r"|\bzie(?:t|n)? (?:daarom |hierin |daarin )?geen (?:aanleiding|reden)\b",
        ),
        (
            Outcome.FOLLOWED,
            rf"\b(?:advies|adviespunt|opmerking|suggestie|aanbeveling|kanttekening|punt)\w*\b[^.]{{0,80}}\b{_FOLLOWED}"
            r"|\b(?:gevolg|gehoor) gegeven\b|\btegemoet ?gekomen\b"
            r"|\b(?:volgt|volg|volgen|neemt|neem|nemen)\b[^.]{0,40}\badvies\b(?![^.]{0,30}\bniet\b)"
            r"|\b(?:naar aanleiding van|conform|overeenkomstig|in navolging van|in lijn met)\b[^.]{0,60}"
            rf"\b{_IS}\b[^.]{{0,100}}\b{_CHANGED}\b"
            r"|\b(?:toelichting|voorstel|artikel \w+|onderdeel \w+|paragraaf [\d.]+)\b[^.]{0,80}"
            rf"\b{_IS}\b[^.]{{0,60}}\b{_CHANGED}\b",
        ),
    )
)  # fmt: skip


def said_outcome(response: str) -> Outcome:
    """What this answer says it does with the advice."""
    for outcome, pattern in _PATTERNS:
        if pattern.search(response):
            return outcome
    return Outcome.UNKNOWN
