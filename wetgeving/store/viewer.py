"""On whose behalf the store is asked: a name, a role, and the closed dossiers they belong to.

A role says what someone may do, a membership what they may see: an admin who is no member of a closed dossier
does not see its texts (ADR 0006).
"""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What someone may do; each role includes those before it."""

    ANYONE = "anyone"
    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"

    def includes(self, needed: "Role") -> bool:
        """May one with this role do what `needed` may do?"""
        order = tuple(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True)
class Viewer:
    """Someone who asks. `dossiers` are the numbers of the closed dossiers they are a member of; without
    `examples` nothing fictional is shown.
    """

    name: str = ""
    role: Role = Role.ANYONE
    dossiers: frozenset[str] = frozenset()
    sees_all: bool = False
    examples: bool = True


ANYONE = Viewer()
OPERATOR = Viewer(role=Role.ADMIN, sees_all=True)
"""Who works on the machine itself: the database file is theirs to read anyway."""
