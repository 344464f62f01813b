"""The Dutch words for values of a closed vocabulary: kinds of work, change kinds, rules of an account.

The terms are those of `docs/begrippen.md`; stages have theirs in `corpus/tracks.toml`. A value without a
word is shown as it is, never left out.
"""

from corpus.exporters.change_words import CHANGE_KINDS as CHANGE_KINDS
from corpus.exporters.change_words import MATCH_RULES as MATCH_RULES
from corpus.exporters.change_words import change_kind as change_kind
from corpus.exporters.change_words import match_rule as match_rule
from corpus.track import stage_term

WORK_KINDS = {
    "act": "wet",
    "decree": "algemene maatregel van bestuur of ander besluit",
    "ministerial-regulation": "ministeriële regeling",
    "circular": "circulaire of beleidsregel",
    "treaty": "verdrag",
    "bill": "voorstel van wet",
    "memorandum": "toelichting",
    "opinion": "advies Afdeling advisering",
    "amending-memorandum": "nota van wijziging",
    "amendment": "amendement",
    "motion": "motie",
    "letter": "brief",
    "report": "verslag of nota naar aanleiding van het verslag",
    "parliamentary-paper": "Kamerstuk",
    "proceedings": "Handelingen",
    "notice": "mededeling",
    "decision-note": "beslisnota",
    "eu-regulation": "EU-verordening",
    "eu-directive": "EU-richtlijn",
    "eu-decision": "EU-besluit",
    "unknown": "soort niet opgegeven",
}

DIRECTIONS = {"inserted": "erin gekomen", "deleted": "eruit gegaan"}

CERTAINTIES = {
    "stated": "volgens het bestand zelf",
    "given": "opgegeven bij het opnemen",
    "guessed": "geraden, niet bevestigd",
    "unknown": "geen datum bekend",
}

NOTE_KINDS = {
    "image": "afbeelding niet opgenomen",
    "redactie": "redactie",
    "noot": "voetnoot",
    "geschrapt": "geschrapt in het bestand",
    "geschrapte noot": "geschrapte voetnoot",
    "geschrapt in noot": "geschrapt in een voetnoot",
    "alinea-einde ingevoegd": "alinea-einde ingevoegd in het bestand",
    "nummer voor wijziging": "nummer voor de wijziging in het bestand",
    "opschrift voor wijziging": "opschrift voor de wijziging in het bestand",
    "histnoot": "Kamerstukken",
    "wijziging": "laatst gewijzigd",
}

HIDDEN_KINDS = {
    "author": "maker",
    "last-editor": "laatste bewerker",
    "people": "namenlijst van bewerkers",
    "property": "ingevulde eigenschappen",
    "comment": "opmerkingen",
    "tracked-change": "bijgehouden wijzigingen",
    "hidden-text": "verborgen tekst",
    "annotation": "aantekeningen",
    "attachment": "bijgevoegde bestanden",
    "metadata": "metagegevens",
    "unreadable": "onleesbaar onderdeel",
}

EVENT_KINDS = {
    "added": "versie opgenomen",
    "further-source": "bronbestand toegevoegd",
    "refreshed": "opnieuw gelezen",
    "withdrawn": "versie ingetrokken",
    "removed": "tekst verwijderd",
    "base-removed": "versie waarvan deze is afgeleid verwijderd",
    "example-removed": "voorbeeld verwijderd",
    "corrected": "gegevens gecorrigeerd",
}

ROLES = {"reader": "lezer", "editor": "redacteur", "admin": "beheerder"}

ACTIONS = {
    "user.add": "account gemaakt",
    "user.role": "rol gewijzigd",
    "user.password": "wachtwoord gewijzigd",
    "user.disable": "account uitgezet",
    "user.enable": "account aangezet",
    "token.add": "token gemaakt",
    "token.revoke": "token ingetrokken",
    "concordance.correct": "concordantie verbeterd",
    "concordance.take-back": "verbetering van concordantie teruggenomen",
    "delegation.judge": "kandidaat uit het delegatieoverzicht beoordeeld",
    "opinion.judge": "opvolging van een adviespunt vastgesteld",
    "commitment.judge": "toezegging beoordeeld",
    "transposition.claim": "claim over een EU-bepaling toegevoegd",
    "transposition.review": "claim over een EU-bepaling beoordeeld",
    "dossier.close": "dossier afgesloten",
    "dossier.open": "dossier geopend",
    "dossier.member": "lid toegevoegd",
    "dossier.no-member": "lid verwijderd",
}


def work_kind(kind: str) -> str:
    """What a kind of work is called."""
    return WORK_KINDS.get(kind, kind)


def direction(value: str) -> str:
    """What happened to the words of a change."""
    return DIRECTIONS.get(value, value)


def stage(stage: str, kind: str = "") -> str:
    """What a stage is called on the track of a kind of work, or on any track."""
    return stage_term(kind, stage)


def certainty(value: str) -> str:
    """How well the dates of a version are known."""
    return CERTAINTIES.get(value, value)


def hidden_kind(kind: str) -> str:
    """What a file carries besides its text."""
    return HIDDEN_KINDS.get(kind, kind)


def event_kind(kind: str) -> str:
    """What happened."""
    return EVENT_KINDS.get(kind, kind)


def role_name(role: str) -> str:
    """What a role is called."""
    return ROLES.get(role, role)


def action_name(action: str) -> str:
    """What was done, as the log calls it."""
    return ACTIONS.get(action) or event_kind(action.removeprefix("text."))
