"""Opinions of the Afdeling advisering of the Council of State, read from any reading of their paper.

`dictum` and `dictum_wordings` read the verdict, `point_marks`, `series` and `points` the remarks, `voices`,
`split` and `cues` tell opinion from answer, `nader_rapport` a report apart, `closing` what follows the
points, `paper_facts` number, missive and dates. `opinion_of` puts them together. Nothing is compared with a
bill here and nothing is known of other papers. Accuracy is measured on written examples.
"""

from corpus.opinion.paper import NoOpinionError, opinion_of
from corpus.opinion.values import (
    NO_VERDICT,
    Asked,
    Certainty,
    Dates,
    Editorial,
    Opinion,
    OpinionKind,
    Outcome,
    Point,
    Sign,
    System,
    Verdict,
)

__all__ = [
    "NO_VERDICT",
    "Asked",
    "Certainty",
    "Dates",
    "Editorial",
    "NoOpinionError",
    "Opinion",
    "OpinionKind",
    "Outcome",
    "Point",
    "Sign",
    "System",
    "Verdict",
    "opinion_of",
]
