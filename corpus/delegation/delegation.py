"""What a text leaves to other rules: by whom, how, and whether it must. Values only.

A delegation is what the words say. Duty and power follow the verb ("worden", "kunnen"); of a form without
one ("volgens bij amvb te stellen regels") the rule that decided is named. Levels after the Aanwijzingen voor
de regelgeving 2.26 to 2.28; parliament's part after 2.36 to 2.40.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Level(StrEnum):
    """The kind of rule that a delegation asks for."""

    LAW = "law"
    DECREE = "amvb"
    BY_OR_UNDER_DECREE = "by-or-under-amvb"
    MINISTERIAL = "ministerial-regulation"
    ROYAL_DECREE = "royal-decree"
    INDEPENDENT_BODY = "independent-body"
    ORDINANCE = "ordinance"


class Force(StrEnum):
    """Must it be made, or may it be."""

    DUTY = "duty"
    POWER = "power"


class Rule(StrEnum):
    """By which form of words a delegation was found."""

    FRONTED = "fronted"
    PASSIVE = "passive"
    LISTED = "listed"
    GERUNDIVE = "gerundive"
    PARTICIPLE = "participle"
    RELATIVE = "relative"
    OTHERWISE = "unless-provided-otherwise"
    EMPOWERED = "empowered"
    EXTENDED = "extended"
    DEFINITE = "definite"
    MAKES_RULES = "makes-rules"
    COMMENCEMENT = "commencement"


class Involvement(StrEnum):
    """How parliament takes part: beforehand, with a veto, for the time being, or by approval."""

    CONTROLLED = "controlled"
    CONDITIONAL = "conditional"
    TEMPORARY = "temporary"
    APPROVAL = "approval"


class Chambers(StrEnum):
    """Which chambers."""

    BOTH = "both"
    LOWER = "lower"
    UPPER = "upper"
    UNSTATED = "unstated"


class Start(StrEnum):
    """From when the period runs."""

    DRAFT_LAID = "draft-laid-before-parliament"
    DRAFT_PUBLISHED = "draft-published"
    RULE_LAID = "rule-laid-before-parliament"
    RULE_PUBLISHED = "rule-published"
    RULE_MADE = "rule-made"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Voorhang:
    """A clause that gives parliament a part: where it stands, and for which delegations (their eIds).

    `period` as printed ("vier weken"), "" where none is; `about` is empty when that could not be settled.
    """

    eid: str
    start: int
    end: int
    sentence: str
    form: Involvement
    chambers: Chambers
    period: str
    runs_from: Start
    about: tuple[str, ...] = ()
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Delegation:
    """One delegation: `start` and `end` are the words of the instrument in the own text of `eid`.

    `sentence` is printed; of a form that runs over a list it is the opening words with the onderdeel.
    """

    eid: str
    start: int
    end: int
    sentence: str
    level: Level
    force: Force
    subdelegation: bool
    rule: Rule
    subject: str = ""
    quoted: bool = False
    voorhang: tuple[Voorhang, ...] = ()

    @property
    def starts_law(self) -> bool:
        """Is it only about the day on which something starts or ends?"""
        return self.rule is Rule.COMMENCEMENT

    def with_voorhang(self, clause: Voorhang) -> "Delegation":
        """The same delegation under one more clause."""
        return replace(self, voorhang=(*self.voorhang, clause))
