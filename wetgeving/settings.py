"""Where everything lives, from the environment: `WETGEVING_HOME`, `DATABASE_URL`, `INDEX_URL` and the like.

Read once, by `bootstrap`; nothing else looks at the environment.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Addresses of the database (SQLAlchemy form) and of the index (`whoosh:///absolute/path`)."""

    home: Path
    database_url: str
    index_url: str
    actor: str
    uploads: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Settings with their defaults: both the database and the index live in `WETGEVING_HOME`."""
        env = os.environ if environment is None else environment
        home = Path(env.get("WETGEVING_HOME") or _default_home(env)).expanduser().absolute()
        return cls(
            home=home,
            database_url=env.get("DATABASE_URL") or f"sqlite:///{home / 'wetgeving.db'}",
            index_url=env.get("INDEX_URL") or f"whoosh://{home / 'index'}",
            actor=env.get("WETGEVING_ACTOR") or env.get("USER") or "onbekend",
            uploads=env.get("WETGEVING_UPLOADS") == "1",
        )


def _default_home(env: Mapping[str, str]) -> Path:
    return Path(env.get("XDG_DATA_HOME") or "~/.local/share") / "wetgeving"
