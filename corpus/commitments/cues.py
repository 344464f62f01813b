"""The words by which a Dutch sentence promises, aims or does neither. One table, one rule a line.

A promise says "zeg toe", or that the speaker will do something ("ik zal"), or tells the House what it will
get and when. Aims ("streven", "voornemens", "verwacht") are no promise; neither are refusals, questions,
quoted words, what was promised earlier, and sentences that only point the way through the letter itself.
"""

import re

from corpus.commitments.values import Rule, Sureness

I_WE = r"(?:ik|wij|we|het kabinet|de regering)"
_HOUSE = (
    r"(?:uw Kamer|de Kamer|de (?:Tweede|Eerste) Kamer|u|uw commissie|de Kamer van \w+|beide Kamers|"
    r"het parlement)"
)
_NEAR = r"[^.;:?!]{0,80}?"
_TOE = (
    r"(?<!\bnu )(?<!\ben )(?<!\baan )(?<!\bnaar )(?<!\bhier)(?<!\bdaar)\btoe\b(?! dat ik het (?:niet )?weet)"
)
_TELLS = (
    r"(?:informeer|informeren|bericht|berichten|rapporteer|rapporteren|zend|zenden|stuur|sturen|"
    r"breng|brengen|leg|leggen|bied|bieden|doe|doen|deel|delen|meld|melden|kom|komen|ontvang|ontvangen|"
    r"geef|geven)"
)

PROMISES: tuple[tuple[Rule, Sureness, re.Pattern[str]], ...] = tuple(
    (rule, sureness, re.compile(pattern, re.I))
    for rule, sureness, pattern in (
        (
            Rule.PLEDGE,
            Sureness.CERTAIN,
            rf"\b{I_WE} (?:zeg|zeggen|zegt) (?!niet\b){_NEAR}{_TOE}|\b(?:zeg|zeggen|zegt) {I_WE} "
            rf"(?!niet\b){_NEAR}{_TOE}|\b(?:doe|doen|doet) {I_WE} (?:\w+ ){{0,3}}(?:de |deze )?toezegging\b|"
            rf"\b{I_WE} (?:doe|doen|doet) (?:\w+ ){{0,3}}de toezegging\b",
        ),
        (
            Rule.PLEDGE,
            Sureness.CERTAIN,
            rf"\b{I_WE} (?:beloof|beloven|belooft|verbind(?:en|t)? (?:mij|ons|zich) ertoe|"
            rf"garandeer|garanderen|sta(?:an|at)? (?:ervoor in|er garant voor))\b|"
            rf"\b(?:beloof|beloven|belooft) {I_WE}\b|"
            rf"\bverbind(?:en|t)? {I_WE} (?:mij|ons|zich) ertoe\b|\bU kunt {_NEAR}tegemoetzien\b|"
            rf"\b{_HOUSE} kan {_NEAR}tegemoetzien\b|\bkan {_HOUSE} {_NEAR}tegemoetzien\b|"
            r"\b(?:hierbij|hiermee) wordt toegezegd\b",
        ),
        (
            Rule.FIRST_PERSON_FUTURE,
            Sureness.CERTAIN,
            rf"\b(?:ik|wij|we) (?:zal|zullen) {_NEAR}\b(?:{_HOUSE})\b|"
            rf"\b(?:zal|zullen) (?:ik|wij|we) {_NEAR}\b(?:{_HOUSE})\b",
        ),
        (
            Rule.FIRST_PERSON_FUTURE,
            Sureness.LIKELY,
            rf"\b{I_WE} zal\b|\bzal {I_WE}\b|\b(?:wij|we) zullen\b|\bzullen (?:wij|we)\b",
        ),
        (
            Rule.ADDRESSED,
            Sureness.LIKELY,
            rf"\b{I_WE} (?:ga|gaan|gaat) {_NEAR}\b(?:{_HOUSE}|laten)\b|"
            rf"\b(?:ga|gaan|gaat) {I_WE} {_NEAR}\b(?:{_HOUSE}|laten)\b",
        ),
        (
            Rule.THIRD_PERSON_PLEDGE,
            Sureness.LIKELY,
            rf"\b(?P<who>(?:de|het) [A-Za-z][\w-]*(?: (?:van|voor)(?: de| het)?(?: [A-Z][\w-]*)+)?) zegt "
            rf"(?!niet\b){_NEAR}{_TOE}",
        ),
    )
)

ADDRESSED_WITH_TERM: tuple[tuple[Rule, Sureness, re.Pattern[str]], ...] = tuple(
    (rule, sureness, re.compile(pattern, re.I))
    for rule, sureness, pattern in (
        (
            Rule.RECEIVES,
            Sureness.CERTAIN,
            rf"\b{_HOUSE} (?:ontvangt|krijgt)\b|\b(?:ontvangt|krijgt) {_HOUSE}\b|"
            rf"\b(?:{_HOUSE} wordt|wordt {_HOUSE})\b{_NEAR}\b(?:geïnformeerd|bericht|ingelicht|"
            rf"gemeld|toegezonden|aangeboden|voorgelegd|op de hoogte)\b",
        ),
        (
            Rule.ADDRESSED,
            Sureness.LIKELY,
            rf"\b{I_WE} {_TELLS}t? {_NEAR}\b{_HOUSE}\b|\b{_TELLS}t? {I_WE} {_NEAR}\b{_HOUSE}\b|"
            rf"\b{_HOUSE} {_NEAR}\b{_TELLS}t? {I_WE}\b|\b(?:kom|komen|komt) {I_WE} {_NEAR}terug\b|"
            rf"\b{I_WE} (?:kom|komen|komt) {_NEAR}terug\b",
        ),
    )
)
"""Present tense: a promise only with a term that lies ahead ("uw Kamer ontvangt in juli")."""

AIMS = re.compile(
    rf"\b(?:{I_WE} )?(?:streef|streven|streeft)\b|\b(?:het|ons|mijn) (?:streven|voornemen|doel|plan) is\b|"
    rf"\bvoornemens\b|\b(?:beoog|beogen|beoogt)\b|\b(?:is|zijn) beoogd\b|\bbeoogd (?:is|wordt)\b|"
    rf"\b(?:mijn|onze) inzet is\b|"
    rf"\b{I_WE} (?:wil|willen|hoop|hopen|verwacht|verwachten|overweeg|overwegen|denk|denken)\b|"
    rf"\b(?:wil|willen|hoop|hopen|verwacht|verwachten|overweeg) {I_WE}\b|"
    rf"\b(?:zet|zetten) {I_WE} (?:mij|ons|zich) ervoor in\b|\b{I_WE} (?:zet|zetten) (?:mij|ons|zich)\b|"
    rf"\b(?:zal|zullen) (?:{I_WE} )?{_NEAR}\b(?:streven|trachten|proberen|inspannen|inzetten|overwegen|"
    rf"bevorderen)\b|"
    rf"\b(?:ernaar te|te) streven\b",
    re.I,
)

NOT_NOW = re.compile(
    r"\b(?:hierbij|bij dezen|bijgaand|bijgevoegd|hieronder|hierna|hiernavolgend|in het navolgende|"
    r"in het vervolg van deze|achtereenvolgens|met deze brief|in de bijlage|"
    r"in deze (?:brief|paragraaf|nota)|eerst ingaan|"
    r"vervolgens ingaan|hierboven|in paragraaf \d|(?:zal|zullen) (?:\w+ ){0,8}?(?:ingaan|stilstaan|schetsen|"
    r"vertellen|zeggen|stemmen)|we maar zeggen)\b",
    re.I,
)
"""What happens in this letter itself is done when it is read."""

DENIALS = re.compile(
    rf"\b(?:zal|zullen) (?:{I_WE} )?(?:\w+ ){{0,4}}?(?:niet|geen|niets|nooit|nimmer)\b|"
    rf"\b(?:kan|kunnen|wil|willen|kon|konden|mag|hoef|hoeven) (?:{I_WE} )?(?:\w+ ){{0,5}}?(?:niet|geen)\b|"
    rf"\b(?:niet|geen) (?:\w+ )?(?:toe|toezeggen|toezegging(?:en)?|toegezegd|beloven)\b|"
    rf"\b(?:zeg|zeggen|beloof) (?:{I_WE} )?(?:(?!toe\b|dat\b)\w+ ){{0,4}}?(?:niet|geen|niets)\b|"
    rf"\b(?:ga|gaan|gaat) (?:{I_WE} )?(?:\w+ ){{0,3}}?(?:niet|geen|niets|nooit)\b|"
    r"\bzonder (?:\w+ )?(?:toe te zeggen|toezegging)\b|\b(?:zou|zouden)\b(?! het)|"
    r"\b(?:zal|zullen) (?:\w+ ){0,5}?(?:moeten|mogen)\b",
    re.I,
)

EARLIER = re.compile(
    rf"\b(?:heb|hebben|heeft|had|hadden|is|was|werd|zijn) (?:{I_WE} )?{_NEAR}\b(?:toegezegd|beloofd)\b|"
    rf"\b(?:zegde|zegden|beloofde|beloofden)\b|\b(?:toegezegd|beloofd) (?:heb|hebben|heeft|had)\b|"
    rf"\b(?:eerder|reeds|destijds|toen) toegezegd",
    re.I,
)
"""A commitment of before; this letter only recalls it."""

CONDITIONS = re.compile(
    r"\b(?:indien|als|mocht|wanneer|mits|tenzij|zo nodig|desgewenst|waar (?:mogelijk|nodig)|indien nodig|"
    r"voor zover|eventueel|afhankelijk van)\b",
    re.I,
)
"""The promise holds only then; a person has to look."""

QUOTES = re.compile(r"[„“\"«‘'](?P<words>[^„“”\"»«’]{2,})[”\"»’']")
