"""Whether one provision is law on a day, by its own dates: geldend, nog niet in werking, vervallen.

A provision without a date of its own says nothing: its version does. The status of the source (`vervallen`,
`nogniet`) counts where no date does.
"""

from datetime import date
from enum import StrEnum

from corpus.commencement import law_from
from corpus.provision import Provision

LAPSED, NOT_YET = "vervallen", "nogniet"
"""The words by which a BWB file gives the status of a provision."""


class ProvisionStanding(StrEnum):
    """What a provision is on a day."""

    IN_FORCE = "in-force"
    NOT_YET = "not-yet-in-force"
    LAPSED = "lapsed"
    UNKNOWN = "unknown"


def provision_standing(p: Provision, day: date) -> ProvisionStanding:
    """Whether a provision is law on a day, retroactive effect of the whole of it included."""
    since = law_from(p.in_force_on, p.commencement)
    if since is not None and since > day:
        return ProvisionStanding.NOT_YET
    if lapsed(p):
        return ProvisionStanding.LAPSED
    if since is not None:
        return ProvisionStanding.IN_FORCE
    return ProvisionStanding.NOT_YET if p.status == NOT_YET else ProvisionStanding.UNKNOWN


def lapsed(p: Provision) -> bool:
    """Does the source say that this provision ended? Its date is then the day from which it is no more."""
    return LAPSED in (p.status, p.commencement.effect if p.commencement else "")
