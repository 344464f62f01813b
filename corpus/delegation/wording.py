"""The words that delegations are drafted in, as pieces of patterns (Aanwijzingen 2.26 to 2.32 and older law).

No names of ministers, bodies or acts, but for a few that are written without a noun that tells their kind.
"""

import re

from corpus.delegation.delegation import Level

_LEAD = r"(?P<lead>[Bb]ij of krachtens?|[Bb]ij en krachtens|[Bb]ij|[Kk]rachtens)"
_INSTRUMENTS: tuple[tuple[Level, str], ...] = (
    (Level.DECREE, r"(?:een )?(?:algemene maatregel(?:en)?(?: van (?:rijks)?bestuur)?|[Aa][Mm][Vv][Bb])"),
    (
        Level.MINISTERIAL,
        r"(?:een )?(?:gezamenlijke )?(?:ministeri[eë]le (?:regeling|verordening|beschikking)(?:en)?"
        r"|regeling(?:en)? van (?:Onze|de) [^.,;:]{0,30}?(?:Ministers?|Staatssecretaris)\b)",
    ),
    (Level.ROYAL_DECREE, r"(?:een )?(?:klein )?koninklijk besluit"),
    (Level.ORDINANCE, r"(?:een )?(?:gemeentelijke |provinciale )?verordening(?! ?\(| nr| \d)"),
    (Level.LAW, r"(?:de |een )?(?:rijks)?wet(?! van \d| op| in )"),
)
INSTRUMENT = re.compile(
    rf"(?<![\w-])(?:door Ons )?{_LEAD} (?:"
    + "|".join(rf"(?P<{level.name}>{words})" for level, words in _INSTRUMENTS)
    + r")(?![\w-])"
)

MINISTER = (
    r"(?:Onze|de|De) (?:voornoemde |betrokken |genoemde |in het \w+ lid bedoelde )?"
    r"(?:Ministers?|minister|Staatssecretaris)(?: (?:van|voor) [A-Z][\w-]*"
    r"(?:(?:,| en| voor| van)? [A-Z][\w-]*)*)?"
)
LOCAL = (
    r"(?:(?:[Dd]e|[Hh]et) )?(?:gemeenteraad|raad|eilandsraad|provinciale staten|[Pp]rovinciale [Ss]taten|"
    r"gemeentebestuur|algemeen bestuur|burgemeester en wethouders|"
    r"college(?: van burgemeester en wethouders)?|"
    r"gedeputeerde staten|waterschapsbestuur)"
)
BODY = (
    r"(?:[Dd]e|[Hh]et) (?:[a-z]*autoriteit|(?!Minister|Staatssecretaris|Koning|Kamer|Raad\b|College\b|Staten|"
    r"Kroon|Wet\b)[A-Z][\w-]+(?: [\w-]+){0,4}?)"
)

MAY, MUST = ("kan", "kunnen", "mag", "mogen"), ("wordt", "worden", "dient", "dienen", "moet", "moeten")
_MAKES = ("stelt", "stellen", "bepaalt", "bepalen", "wijst", "wijzen", "geeft", "geven", "regelt", "regelen")
FINITE = re.compile(rf"(?<![\w-])(?:{'|'.join((*MAY, *MUST, *_MAKES))})(?![\w-])")
MODAL = re.compile(rf"(?<![\w-])(?:{'|'.join((*MAY, *MUST))})(?![\w-])")
MORE_FINITE = re.compile(
    rf"(?<![\w-])(?:en|alsmede|of|dan wel)(?: voorts| tevens)? (?P<finite>{'|'.join((*MAY, *MUST))})(?![\w-])"
)

RULES = r"(?<![\w-])(?:regels|regelen|voorschriften|uitvoeringsvoorschriften)(?![\w-])"
DONE = (
    r"(?:gesteld|gegeven|vastgesteld|bepaald|aangewezen|geregeld|aangepast|gewijzigd|vervangen|verhoogd|"
    r"verlaagd|herzien|herberekend|afgeweken|uitgebreid|beperkt|aangevuld|opgedragen|voorzien|uitgezonderd|"
    r"vrijgesteld|getroffen|ingesteld|ingedeeld|vastgelegd|opgelegd|omschreven|aangeduid|verklaard|gesteld|"
    r"voorgeschreven|verlengd|verkort|buiten werking gesteld|in werking gesteld|toegevoegd|aangegeven|"
    r"verdeeld|toegelaten|belast|genoemd|overgedragen|ingevoerd|ingetrokken|uitgesloten|geschieden|verboden|toegestaan|onderworpen)"
)
DO = (
    r"(?:stellen|geven|vaststellen|bepalen|aanwijzen|regelen|wijzigen|vervangen|verhogen|verlagen|verlenen|"
    r"vrijstellen|uitzonderen|voorschrijven|beperken)"
)
_FILL = r"(?:(?!,? (?:kan|kunnen|wordt|worden|is|zijn|een door|door|teneinde)\b)[ ,]+[\w’'-]+){0,14}?"
GERUNDIVE = re.compile(
    rf"{_FILL}[ ,]+(?:(?:aan|vast|op|in|uit|toe|voor|af|vast te leggen of) )?te (?:bepalen|stellen|geven|"
    r"wijzen|leggen|regelen|noemen|nemen|duiden|schrijven|omschrijven|berekenen|houden|"
    r"onderscheiden)(?: (?=\w)|$)"
)
EMPOWERED = re.compile(r"(?<!\w)bevoegd(?!\w)[^.;:]*$")
EXTENDED = re.compile(
    r"(?:Bij of krachtens|Bij|In) (?:de|die|deze|een) (?P<noun>algemene maatregel van (?:rijks)?bestuur|"
    r"maatregel|ministeri[eë]le regeling|regeling)(?: of de \w+)?(?:,? (?:als )?bedoeld in [^;:]*?)?,? "
    r"(?=(?:kan|kunnen|wordt|worden)(?![\w-]))"
)
SILENCED = re.compile(r"(?<!\w)de wens te kennen|Algemene maatregelen van bestuur worden")
PARTICIPLE = re.compile(
    r",? (?:nader |jaarlijks |daartoe |anders |daarvoor )?(?:bepaalde|aangewezen|gestelde|vastgestelde|"
    r"genoemde|gegeven|geregelde|omschreven|aangeduide|voorgeschreven|aangegeven|toegelaten)"
    r"(?! (?:is|zijn|wordt|worden|kan|kunnen|en|of|voor|door|in|op|aan|dat)\b) (?=\w)"
)
PARTICIPLE_LATER = re.compile(
    rf"{_FILL} (?:bepaald|bepaalde|aangewezen|vastgesteld|vastgestelde|gestelde) (?=\w)"
)
MADE_BEFORE = re.compile(
    rf"(?<!\w)(?:die|dat|welke|waarvan|waarop|waarin|waarvoor)(?: [\w-]+){{0,5}}? "
    rf"(?:(?:is|zijn) {DONE}|{DONE} (?:is|zijn)) $"
)
DEFINITE = re.compile(r"(?<![\w-])(?:[Dd]e|[Hh]et|[Dd]eze|[Dd]it|[Dd]ie|[Dd]at|[Zz]ijn|[Hh]aar)(?: \w+e)? $")
MENTIONED = re.compile(r",? (?:als )?(?:bedoeld|genoemd) in |,? (?:vastgesteld|gebaseerd) op grond van ")
NOT_NEW = re.compile(
    r"(?:De|Een|Het) (?:voordracht|ontwerp)|(?:Een|De) (?:krachtens|op grond van) "
    r"[^.;]{0,120}?(?:vast|gestelde )|(?:Een )?[Vv]oordracht|"
    r"Na de plaatsing in |Na het tot stand komen van |Indien het voorstel"
)
SUBORDINATE = re.compile(
    r"(?:, (?:die|dat|welke)|(?<!\w)waar(?:in|bij|op|voor|van|mee|aan|door|uit|onder|over|tegen|omtrent)"
    r"|(?<!\w)(?:indien|tenzij|voor ?zover|nadat|wanneer|zodra|mits|opdat|zoals))(?!\w)"
)
CONDITION = re.compile(
    r"(?<!\w)(?:[Ii]ndien|[Ww]anneer|[Zz]odra|[Nn]adat|[Aa]ls|[Ii]ngeval|[Zz]olang|[Hh]etgeen|[Ww]at|"
    r"omdat|doordat)(?!\w)(?! niet)[^,;:]*$"
)
RELATIVE = re.compile(
    r"(?P<definite>(?<![\w-])(?:[Dd]e|[Hh]et|[Dd]eze|[Dd]ie|[Dd]at)(?: [\w-]+){1,3})?,? ?(?<!\w)"
    r"(?:die|dat|welke|waarin|waarvoor|waarop|waarvan|waarbij|waaraan|waarmee|waaronder|waartoe|"
    r"de wijze waarop)"
    r"(?: [\w’'-]+){0,6}? ?$"
)
OTHERWISE = re.compile(r"(?<!\w)(?:[Tt]enzij|[Vv]oor ?zover|[Bb]ehoudens|zolang|mits)(?!\w)[^;:]{0,200}$")
ENDS = re.compile(
    rf"(?P<can>(?:kan|kunnen) worden {DONE}|{DONE} (?:kan|kunnen) worden|worden {DONE} (?:kan|kunnen))"
    rf"|(?P<is>{DONE} (?:is|zijn)|(?:is|zijn) {DONE})"
    rf"|(?P<must>{DONE} (?:wordt|worden)|(?:wordt|worden) {DONE})"
)
ABOUT = re.compile(
    r"(?<![\w-])(?:over|omtrent|inzake|betreffende|met betrekking tot|ten aanzien van|aangaande|"
    r"ter zake van|terzake van)(?![\w-]):? ?"
)
