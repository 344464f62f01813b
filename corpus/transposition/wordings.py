"""The wordings by which a table says why no national provision is needed, and what a provision does.

One table of cases, each with the rule's name; Dutch as ministries print it, after Aanwijzing 9.12. A wording
that is not in it is OTHER with its words kept: a person says what it is worth.
"""

import re

from corpus.transposition.values import NoProvision, Relation

REASONS = (
    (
        NoProvision.DIRECTLY_APPLICABLE,
        r"rechtstreekse? (?:toepasselijk|werk|van toepassing)|werkt rechtstreeks|directe? werking|"
        r"directly applicable",
    ),
    (NoProvision.FACTUAL_CONDUCT, r"feitelijke? (?:handel|uitvoering)|behoeft feitelijk"),
    (
        NoProvision.FACULTATIVE,
        r"\b(?:facultatie(?:f|ve)|opti(?:e|oneel)|bevoegdheid|(?:keuze)?mogelijkheid|kan-bepaling)\b[^.;]*\b"
        r"(?:niet (?:benut|gebruikt)|geen gebruik|niet gebruikgemaakt)|"
        r"(?:wordt|is) (?:hiervan |daarvan )?geen gebruik ?gemaakt",
    ),
    (
        NoProvision.INSTITUTIONS,
        r"(?:ge)?richt (?:zich )?(?:uitsluitend )?(?:tot|aan) (?:de |het )?(?:europese |eu[- ]?)?"
        r"(?:commissie|uniebureau|bureau|agentschap|parlement|raad\b|instelling|europol|eu-lisa|frontex|"
        r"asielagentschap)|instellingen van de (?:europese )?unie|"
        r"(?:bevoegdheid|verplichting|taak|opdracht) (?:van|voor|aan) de (?:europese )?commissie",
    ),
    (
        NoProvision.BY_NATURE,
        r"naar (?:zijn|haar|de) aard|betreft de (?:verordening|richtlijn) zelf|"
        r"(?:omschrijft|bevat|betreft) (?:het |de )?(?:onderwerp|doel|slotbepaling|overgangsbepaling|"
        r"inwerkingtreding|adressa|intrekking)|"
        r"behoeft (?:geen|niet) (?:te worden )?(?:implementatie|omzetting|uitvoering|omgezet)",
    ),
    (
        NoProvision.EXISTING_LAW,
        r"(?:reeds|al) (?:geregeld|geïmplementeerd|omgezet|opgenomen|voorzien)|"
        r"bestaande? (?:recht|wetgeving|regelgeving|bepaling)|geldend recht",
    ),
)
_REASONS = tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in REASONS)
_NOTHING = re.compile(
    r"(?:geen(?: (?:nationale |afzonderlijke |nadere )?(?:bepaling|implementatie|omzetting|uitvoering)"
    r"(?: nodig| vereist)?)?|n\.?v\.?t\.?|niet van toepassing|nihil|[-–—/]+|none|n/?a)\.?",
    re.IGNORECASE,
)
_LAPSES = re.compile(
    r"\b(?:vervalt|vervallen|komt te vervallen|komen te vervallen|wordt ingetrokken|worden ingetrokken|"
    r"wordt geschrapt|worden geschrapt)\b",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"\b(?:bevoegdheid, geen plicht|facultatie(?:f|ve)|optie|kan-bepaling|is niet verplicht|"
    r"kortere duur|keuzemogelijkheid|lidstaten? (?:kan|kunnen|mag|mogen))\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"\b(?:gunstiger|strenger|gaat verder|verdergaand)", re.IGNORECASE)
_USED_IN = re.compile(r"\b(?:gebruikt|benut|toegepast)\b[^.;]*?\bin (?:de |het )?(artikel.*)", re.IGNORECASE)
_MAY = re.compile(r"\blidstaten? (?:kan|kunnen|mag|mogen)\b|\bmember states? may\b", re.IGNORECASE)


def is_nothing(cell: str) -> bool:
    """Does a cell say "geen", in whatever words?"""
    return bool(_NOTHING.fullmatch(" ".join(cell.split())))


def lapses(cell: str) -> str | None:
    """The cell without the words that say that something goes; None when it says no such thing."""
    without = _LAPSES.sub("", cell)
    return without if without != cell else None


def reasons(words: str) -> tuple[NoProvision, ...]:
    """The reasons that these words give, in the order of the table; empty when no wording of it is there."""
    return tuple(reason for reason, pattern in _REASONS if pattern.search(words))


def used_in(words: str) -> str:
    """The places of which a choice says that the room was used there; "" when it says no such thing."""
    match = _USED_IN.search(words)
    return match[1] if match else ""


def relation(kind: str, *, room: str, choice: str, text: str) -> Relation:
    """What a national provision does, by the kind of act and by what is said of the room it leaves.

    `text` is that of the Union provision: "de lidstaten kunnen" makes it an option.
    """
    directive = kind == "eu-directive"
    if directive and (_FURTHER.search(choice) or (_FURTHER.search(room) and not is_nothing(room))):
        return Relation.GOES_FURTHER
    if _OPTION.search(room) or _MAY.search(text):
        return Relation.USES_OPTION
    return Relation.TRANSPOSES if directive else Relation.EXECUTES
