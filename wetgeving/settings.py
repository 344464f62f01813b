"""Where everything lives, from the environment: `WETGEVING_HOME`, `DATABASE_URL`, `INDEX_URL` and the like.

Read once, by `bootstrap`; nothing else looks at the environment.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.limits import DEEPEST, Limits
from wetgeving.services.access import AccessLimits
from wetgeving.services.errors import InvalidValueError
from wetgeving.services.openid import Provider
from wetgeving.services.people import role_of

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Addresses of the database (SQLAlchemy form) and of the index (`whoosh:///absolute/path` or `tantivy:///...`)."""

    home: Path
    database_url: str
    index_url: str
    actor: str
    uploads: bool = False
    examples: bool = True
    reading_closed: bool = False
    proxies: int = 0
    limits: Limits = field(default_factory=Limits)
    access: AccessLimits = field(default_factory=AccessLimits)
    openid: Provider | None = None

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
            examples=_examples(env),
            reading_closed=_reading_closed(env),
            limits=_limits(env),
            proxies=_whole(env, "WETGEVING_PROXIES", 0, least=0),
            access=_access(env),
            openid=_provider(env),
        )


def _default_home(env: Mapping[str, str]) -> Path:
    return Path(env.get("XDG_DATA_HOME") or "~/.local/share") / "wetgeving"


def _examples(env: Mapping[str, str]) -> bool:
    """Are fictional examples shown on the pages? Another word than the two is refused."""
    said = env.get("WETGEVING_EXAMPLES") or "on"
    if said not in ("on", "off"):
        raise InvalidValueError(
            "Voorbeelden worden getoond of niet.",
            value=said[:40],
            where="WETGEVING_EXAMPLES",
            remedy="Schrijf on of off.",
        )
    return said == "on"


def _reading_closed(env: Mapping[str, str]) -> bool:
    """Is everything for people who signed in? Another word than the two is refused: it might mean closed."""
    said = env.get("WETGEVING_READING") or "open"
    if said not in ("open", "closed"):
        raise InvalidValueError("WETGEVING_READING is open of closed.", value=said)
    return said == "closed"


def _limits(env: Mapping[str, str]) -> Limits:
    usual = Limits()
    return Limits(
        file_bytes=_whole(env, "WETGEVING_MAX_FILE_MB", usual.file_bytes // _MEGABYTE) * _MEGABYTE,
        unpacked_bytes=_whole(env, "WETGEVING_MAX_UNPACKED_MB", usual.unpacked_bytes // _MEGABYTE)
        * _MEGABYTE,
        depth=_whole(env, "WETGEVING_MAX_DEPTH", usual.depth, most=DEEPEST),
        seconds=_whole(env, "WETGEVING_MAX_SECONDS", int(usual.seconds)),
    )


def _provider(env: Mapping[str, str]) -> Provider | None:
    """The provider people may sign in with, when one is named; then its client must be named too."""
    issuer = env.get("WETGEVING_OIDC_ISSUER", "")
    if not issuer:
        return None
    client, secret = (env.get(f"WETGEVING_OIDC_CLIENT_{part}", "") for part in ("ID", "SECRET"))
    if not client or not secret:
        raise InvalidValueError(
            "Bij een aanbieder van OpenID Connect horen een client-id en een geheim.",
            value=issuer,
            remedy="Zet WETGEVING_OIDC_CLIENT_ID en WETGEVING_OIDC_CLIENT_SECRET.",
        )
    role = env.get("WETGEVING_OIDC_ROLE", "")
    return Provider(issuer, client, secret, role_of(role) if role else None)


def _access(env: Mapping[str, str]) -> AccessLimits:
    usual = AccessLimits()
    return AccessLimits(
        failures=_whole(env, "WETGEVING_LOCK_AFTER", usual.failures),
        lock_minutes=_whole(env, "WETGEVING_LOCK_MINUTES", usual.lock_minutes),
        session_hours=_whole(env, "WETGEVING_SESSION_HOURS", usual.session_hours),
        tries_per_minute=_whole(env, "WETGEVING_SIGN_INS_PER_MINUTE", usual.tries_per_minute),
    )


def _whole(env: Mapping[str, str], name: str, usual: int, *, least: int = 1, most: int = 99_999) -> int:
    said = env.get(name) or str(usual)
    if not (said.isascii() and said.isdigit() and len(said) < 10 and least <= int(said) <= most):
        raise InvalidValueError(
            "Dit is geen bruikbaar aantal.",
            value=said[:40],
            where=name,
            remedy=f"Schrijf een heel getal van {least} tot en met {most}.",
        )
    return int(said)
