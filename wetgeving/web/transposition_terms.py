"""The Dutch words of a transponeringstabel (EU) for the templates; they are those of every file as well."""

from datetime import date

from corpus.exporters.change_words import CHANGE_KINDS
from corpus.exporters.dutch_date import dutch_date
from corpus.exporters.transposition_words import CLAIMANTS as CLAIMANTS
from corpus.exporters.transposition_words import DOUBTS as DOUBTS
from corpus.exporters.transposition_words import NOT_EXAMINED as NOT_EXAMINED
from corpus.exporters.transposition_words import NOTHING_FOUND as NOTHING_FOUND
from corpus.exporters.transposition_words import REASONS as REASONS
from corpus.exporters.transposition_words import RELATIONS as RELATIONS
from corpus.exporters.transposition_words import SIDES as SIDES
from corpus.exporters.transposition_words import VERDICTS as VERDICTS
from corpus.exporters.transposition_words import doing as doing
from corpus.exporters.transposition_words import done as done
from corpus.exporters.transposition_words import eu_label as eu_label
from corpus.exporters.transposition_words import eu_place as eu_place
from corpus.exporters.transposition_words import is_directive as is_directive
from corpus.exporters.transposition_words import reasons as reasons
from corpus.exporters.transposition_words import relations as relations
from corpus.exporters.transposition_words import standing as standing
from corpus.exporters.transposition_words import statuses as statuses
from corpus.exporters.transposition_words import verdict as verdict
from corpus.transposition.values import NoProvision, Recheck
from wetgeving.web.operations_view import between as between

HAPPENED = {
    "claim": "claim",
    "review": "oordeel",
    "change": "wijziging van een tekst",
    "version": "nieuwe versie",
    "table": "tabel",
}
"""What an entry of what happened since a day is about."""
RULES = {
    "table-row": "rij van een tabel",
    "table-row-article-of-row-above": "rij van een tabel, bij het artikel van de rij erboven",
    "table-row-used-in": "rij van een tabel, volgens de toelichting op de keuze",
    "fact-of-the-dossier": "feit met bron",
    "names-the-provision": "noemt de EU-bepaling",
    "shares-rare-words": "deelt zeldzame woorden",
}
"""What a rule by which a claim was read is called; another one is shown by its own name."""


def known(given: tuple[NoProvision, ...]) -> tuple[NoProvision, ...]:
    """The reasons that are one: what was only kept as words is none."""
    return tuple(reason for reason in given if reason is not NoProvision.OTHER)


def rule(name: str) -> str:
    """What a rule is called."""
    return RULES.get(name, name)


def changed(recheck: Recheck) -> str:
    """What happened to a provision, in one phrase."""
    words = {str(kind): word for kind, word in CHANGE_KINDS.items()}
    return ", ".join(words.get(kind, kind) for kind in recheck.kinds)


def day(text: str) -> str:
    """A date as it is read, from its text; what is no date stays as it is."""
    try:
        return dutch_date(date.fromisoformat(text[:10])) if text else ""
    except ValueError:
        return text
