"""The Dutch words of the register of opinions for the templates; they are those of every file as well."""

from corpus.dossier.facts import Certainty
from corpus.exporters.opinion_words import ABOUT as ABOUT
from corpus.exporters.opinion_words import ASKED as ASKED
from corpus.exporters.opinion_words import CERTAINTIES as CERTAINTIES
from corpus.exporters.opinion_words import KINDS as KINDS
from corpus.exporters.opinion_words import LETTERS as LETTERS
from corpus.exporters.opinion_words import OLDER as OLDER
from corpus.exporters.opinion_words import OUTCOMES as OUTCOMES
from corpus.exporters.opinion_words import SYSTEMS as SYSTEMS
from corpus.exporters.opinion_words import asked as asked
from corpus.exporters.opinion_words import change_line as change_line
from corpus.exporters.opinion_words import grade as grade
from corpus.follow_up.values import AccountKind, Opvolging

FACT_CERTAINTIES = {
    Certainty.CONFIRMED: "",
    Certainty.ONE_SOURCE: "volgens één bron",
    Certainty.DERIVED: "afgeleid",
    Certainty.NOT_FOUND: "niet gevonden",
}
"""How well a fact of a dossier is known."""

ACCOUNTS = {
    AccountKind.POINT: "punt",
    AccountKind.EDITORIAL: "redactionele opmerking",
    AccountKind.FURTHER: "verder gewijzigd volgens het nader rapport",
}

CHOICES = tuple(outcome for outcome in Opvolging if outcome is not Opvolging.UNDECIDED)
"""What a person may say of a point; abstaining is for the machine."""


def outcome(value: Opvolging) -> str:
    """What an opvolging is called."""
    return OUTCOMES[value]


def account_kind(kind: AccountKind) -> str:
    """What in the paper accounts for a change."""
    return ACCOUNTS[kind]
