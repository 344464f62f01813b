"""One address of the API as a value, and the parameters that many addresses have."""

from collections.abc import Callable
from dataclasses import dataclass, field

from wetgeving.web.api.answers import JSON, Answer, Elsewhere
from wetgeving.web.api.asked import Parameter, Schema

View = Callable[..., Answer | Elsewhere]

KEY: Schema = {"type": "string", "minLength": 1, "maxLength": 200, "pattern": r"^[^/\x00-\x1f\x7f]+$"}
VERSION_KEY: Schema = {**KEY, "pattern": r"^[^@/\x00-\x1f\x7f]+@[^@/\x00-\x1f\x7f]+$"}
EID_PATTERN: Schema = {**KEY, "pattern": r"^[A-Za-z0-9_~.-]+$"}
WORD: Schema = {"type": "string", "minLength": 1, "maxLength": 200, "pattern": r"^[^\x00-\x1f\x7f]+$"}
DAY: Schema = {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
FLAG: Schema = {"type": "string", "enum": ["0", "1"], "default": "0"}

WORK = Parameter("work", "Het kenmerk van een regeling.", KEY, "path", True, "BWBR0011823")
VERSION = Parameter(
    "version",
    "De sleutel van een versie: WORK@fase-datum.",
    VERSION_KEY,
    "path",
    True,
    "BWBR0011823@consolidated-2019-02-27",
)
OLD = Parameter("old", "De oude versie.", VERSION_KEY, "path", True)
NEW = Parameter("new", "De nieuwe versie.", VERSION_KEY, "path", True)
EID = Parameter("eid", "De eId van een bepaling.", EID_PATTERN, "path", True, "art_29__para_2")
SHA256 = Parameter(
    "sha256",
    "De SHA-256 van een bestand: 64 tekens.",
    {"type": "string", "pattern": "^[0-9a-f]{64}$", "minLength": 64, "maxLength": 64},
    "path",
    True,
)
DOSSIER = Parameter("number", "Het nummer van een dossier.", KEY, "path", True)


@dataclass(frozen=True, slots=True)
class Route:
    """One address: its path with `{names}`, what it gives, and the schema of that."""

    path: str
    name: str
    summary: str
    schema: str
    view: View
    parameters: tuple[Parameter, ...] = ()
    media_types: tuple[str, ...] = (JSON,)
    errors: tuple[int, ...] = field(default=(400,))
    moves: bool = False

    @property
    def rule(self) -> str:
        """The path as Flask writes it."""
        return self.path.replace("{", "<").replace("}", ">")
