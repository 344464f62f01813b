"""What an opinion of the Council of State says, as frozen values.

Only what the paper prints: what became of a point is for the register, and a fact that is not printed is None
or "". The six older verdicts have a rank of their own and never stand on the axis from A to D.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OpinionKind(StrEnum):
    """What kind of paper it is."""

    OPINION = "opinion"
    WITH_REPORT = "opinion-and-further-report"
    WITH_REACTION = "opinion-and-reaction-of-initiators"
    GUIDANCE = "voorlichting"
    UNASKED = "unasked-opinion"
    WITHDRAWN = "request-withdrawn"
    REPORT = "further-report"


class System(StrEnum):
    """The series of verdicts to which a wording belongs."""

    LETTERS = "A-D"
    SIX = "six-wordings"
    NONE = "none"


class Sign(StrEnum):
    """By what the words of the Afdeling were told from the answer."""

    ITALICS = "italics"
    WORDING = "wording"
    NUMBERING = "numbering"


class Certainty(StrEnum):
    """How sure a split is: the print says it, the words say it, or something speaks against it."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


class Asked(StrEnum):
    """What a point asks for, by its wording; `NOTHING` is a point without a request."""

    MEMORANDUM = "supplement-memorandum"
    TEXT = "change-text"
    RECONSIDER = "reconsider"
    REFRAIN = "refrain"
    EDITORIAL = "editorial"
    UNKNOWN = "unknown"
    NOTHING = "nothing"


class Outcome(StrEnum):
    """What the answer says of itself; whether the text bears it out is not judged here."""

    FOLLOWED = "followed"
    PARTLY = "partly-followed"
    NOT_FOLLOWED = "not-followed"
    NO_RESPONSE = "no-response-found"
    NO_REPORT = "no-further-report-yet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One printed dictum: `letter` or `rank`, of which `instrument`, its sentence, where it stands.

    `by_minister` is a repetition outside the words of the Afdeling.
    """

    system: System
    letter: str
    rank: int | None
    instrument: str
    wording: str
    where: str
    by_minister: bool = False

    @property
    def grade(self) -> str:
        """Letter or rank as one word, for comparison within one system."""
        return self.letter or str(self.rank or "")


NO_VERDICT = Verdict(System.NONE, "", None, "", "", "")


@dataclass(frozen=True, slots=True)
class Point:
    """One numbered remark. `number` is bare ("2", "a"), `label` whole ("2a").

    `response` is None when none was found; `undecided` holds words of which it is not known who speaks them.
    `answered_with` names the points with which it was answered at once. The eIds are those of the opinion.
    """

    number: str
    label: str
    heading: str
    text: str
    points: tuple["Point", ...] = ()
    response: str | None = None
    undecided: str = ""
    answered_with: tuple[str, ...] = ()
    sign: Sign | None = None
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""
    asks: tuple[Asked, ...] = (Asked.NOTHING,)
    outcome: Outcome = Outcome.UNKNOWN
    notes: tuple[str, ...] = ()
    response_notes: tuple[str, ...] = ()
    eids: tuple[str, ...] = ()
    response_eids: tuple[str, ...] = ()

    def walk(self) -> Iterator["Point"]:
        """This point and those below it."""
        yield self
        for point in self.points:
            yield from point.walk()


@dataclass(frozen=True, slots=True)
class Dates:
    """The days the paper prints; None where it prints none."""

    pending: date | None = None
    adopted: date | None = None
    published: date | None = None
    further_report: date | None = None


@dataclass(frozen=True, slots=True)
class Editorial:
    """The editorial remarks: where the opinion refers to them, each remark, and the answer."""

    reference: str = ""
    remarks: tuple[str, ...] = ()
    response: str = ""


@dataclass(frozen=True, slots=True)
class Opinion:
    """One paper. `repeated` are further verdicts it prints, `conflicts` those that differ from `dictum`.

    `undivided_report` are the words of a further report that no number gives to a point.
    """

    kind: OpinionKind
    number: str
    missive: str
    dates: Dates
    subject: str
    ministry: str
    ministry_code: str
    section: str
    urgent: bool
    dictum: Verdict
    points: tuple[Point, ...]
    editorial: Editorial = Editorial()
    further_changes: tuple[str, ...] = ()
    closing: str = ""
    undivided_report: str = ""
    repeated: tuple[Verdict, ...] = ()
    conflicts: tuple[Verdict, ...] = ()
    abstentions: tuple[str, ...] = ()

    def all_points(self) -> Iterator[Point]:
        """Every point and sub-point in the order of the paper."""
        for point in self.points:
            yield from point.walk()
