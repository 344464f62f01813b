"""The words by which the Afdeling asks and by which a government or initiator answers.

A strong cue is a sentence only an answer says; a weak one ("De regering acht ...") is also how an opinion
tells what the government thinks, so that it counts only after the request. Checked on written examples only.
"""

import re

_ACTOR = (
    r"(?:regering|initiatiefnemers?|indieners?|minister|staatssecretaris|bewindslieden|kabinet|"
    r"ondergetekenden?)"
)
_ADVICE = (
    r"(?:advies(?:punt)?|opmerking(?:en)?|suggestie(?:s)?|aanbeveling(?:en)?|kanttekening(?:en)?|punt(?:en)?)"
)
_DONE = (
    r"(?:gevolgd|opgevolgd|overgenomen|verwerkt|aangepast|aangevuld|gewijzigd|verduidelijkt|toegelicht|"
    r"ingegaan|verbeterd|heroverwogen|geschrapt|toegevoegd|opgenomen)"
)
_STRONG = re.compile(
    r"(?:"
    rf"(?:Dit|Deze) {_ADVICE} (?:is|zijn|wordt|worden|zal|heeft|geeft|hebben|geven|heb) |"
    rf"(?:Het|De) {_ADVICE}(?: van de (?:Afdeling|Raad van)[^.]{{0,40}}?)? "
    rf"(?:is|zijn|wordt|worden|zal|heeft|geeft|hebben|geven|heb) [^.]{{0,80}}(?:{_DONE}|aanleiding|gevolg)|"
    rf"Aan (?:dit|het|deze|de|beide) {_ADVICE}\b[^.]{{0,80}}\b(?:gevolg|gehoor|tegemoet)|"
    rf"(?:Naar aanleiding van|Ingevolge|Conform|Overeenkomstig|In overeenstemming met|Gevolg gevend aan|"
    rf"In reactie op|In navolging van|In lijn met|Op grond van|Anders dan) (?:dit|het|deze|de|hetgeen)? ?"
    rf"(?:{_ADVICE}|Afdeling)\b|"
    rf"(?:Dit|Het|Deze|De) {_ADVICE} (?:volg|neem|deel|onderschrijf)|"
    rf"(?:Met|Anders dan) de Afdeling (?:ben ik|is de {_ACTOR}|is het kabinet|zijn de)|"
    rf"(?:De|Op de|Ten aanzien van de|Met betrekking tot de) (?:punten|onderdelen|adviespunten|opmerkingen) "
    rf"[\da-z]{{1,3}}[^.]{{0,60}}\b(?:gezamenlijk|tezamen|samen|samenhang|tegelijk|ineens)|"
    rf"(?:Ik|Wij) |Hierbij merk ik|Graag (?:ga ik|gaan)|"
    rf"[^.]{{3,160}}\b(?:is|zijn|wordt|worden)\b[^.]{{0,30}}\b(?:op dit punt|in deze zin|in die zin|hierop|"
    rf"daarop|dienovereenkomstig|alsnog|naar aanleiding (?:hiervan|daarvan|van dit advies))\b[^.]{{0,60}}"
    rf"\b{_DONE})"
)
_FIRST_PERSON = re.compile(r"(?<![«\"'‘“„\w])(?:ik|mij|mijns inziens)\b(?! ?[»\"”])")
_WEAK = re.compile(
    rf"(?:De|Het|Onze) {_ACTOR}\b|(?:Het kabinet)\b|"
    rf"(?:De|Het|In de|Paragraaf|Artikel|Aan|Onderdeel|In artikel)\b[^.]{{0,160}}\b(?:is|zijn|wordt|worden)\b"
    rf"[^.]{{0,80}}\b{_DONE}|(?:Dit|Het) voorstel is\b|Hiervoor is gekozen|Daartoe is\b"
)
_REQUEST = re.compile(
    r"\b(?:de (?:Afdeling|Raad)|het college|zij|en)\b[^.;]{0,120}?"
    r"\b(?:adviseert|beveelt aan|geeft in overweging|geeft het college)"
    r"|\badviseert (?:de Afdeling|de Raad|zij)\b|\bgeeft de (?:Afdeling|Raad)\b[^.;]{0,60}\boverweging\b"
    r"|\bbehoeft (?:nadere |een )?(?:dragende )?(?:motivering|toelichting|aanvulling|aanpassing|"
    r"verduidelijking|heroverweging)|\b(?:dient|dienen) [^.;]{0,80} te worden "
    r"(?:aangepast|aangevuld|gemotiveerd|toegelicht|heroverwogen|geschrapt|verduidelijkt)",
    re.I,
)
_AFDELING = re.compile(
    r"(?:De Afdeling|De Raad)\b(?! bestuursrechtspraak)|(?:Voorts|Daarnaast|Tevens|Ook|Verder|Bovendien|"
    r"Gelet|In het licht|Daarom|Om die reden|Tot slot)\b[^.;]{0,80}\b(?:de Afdeling|adviseert|zij)\b"
)
_LABEL = re.compile(
    r"(?:Reactie|Antwoord|Nader rapport|Reactie nader rapport)"
    r"(?: (?:van )?(?:de |het )?(?:regering|kabinet|minister|staatssecretaris|initiatiefnemers?|indieners?))?"
    r"(?: op (?:het advies|dit punt|(?:punt|onderdeel) \w{1,3}))?\s*[:.]?"
)
_MARK = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.)]\s+")


def is_answer(sentence: str) -> bool:
    """Whether only an answer says this."""
    words = _bare(sentence)
    return _STRONG.match(words) is not None or _FIRST_PERSON.search(words) is not None


def may_be_answer(sentence: str) -> bool:
    """Whether an answer says this, and an opinion may."""
    return _WEAK.match(_bare(sentence)) is not None


def is_request(sentence: str) -> bool:
    """Whether the Afdeling asks for something here."""
    return _REQUEST.search(sentence) is not None


def is_of_afdeling(sentence: str) -> bool:
    """Whether a sentence opens as the Afdeling speaks."""
    return _AFDELING.match(_bare(sentence)) is not None


def is_answer_label(line: str) -> bool:
    """Whether a line is nothing but the heading of an answer."""
    return _LABEL.fullmatch(line.strip()) is not None


def _bare(sentence: str) -> str:
    return _MARK.sub("", sentence.strip()).lstrip("–-• «\"'‘“„")
