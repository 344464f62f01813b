"""Who asks: found out once per request, from a token, a session, or from being at this machine before anyone
has an account. Everything else asks `reading.viewer()`.

The cookie holds a random secret and nothing else. It is out of reach of scripts, is not sent along from other
sites, and travels over https only, unless both ends are this machine.
"""

from datetime import UTC, datetime

from flask import Flask, Response, current_app, g, request

from corpus.errors import WetgevingError
from wetgeving.services.access import SignedIn
from wetgeving.services.errors import NotSignedInError
from wetgeving.store.viewer import ANYONE, Role, Viewer
from wetgeving.web.reading import reading, uploads_allowed

COOKIE = "wetgeving"
FIRST_RUN = Viewer(role=Role.EDITOR)
"""Someone at this machine while there are no accounts: they may take texts in, as the command line may."""
_LOOPBACK = frozenset({"127.0.0.1", "::1"})
_LOCAL_NAMES = _LOOPBACK | {"localhost"}


def register(app: Flask) -> None:
    """Find out who asks before anything else is done."""
    app.before_request(_find_out)


def session_secret() -> str:
    """The secret of the session at hand; "" for who did not sign in with one."""
    secret: str = g.get("session_secret", "")
    return secret


def at_this_machine() -> bool:
    """Did the request come from this machine, straight and under a name that only means this machine?"""
    forwarded = any(name in request.headers for name in ("Forwarded", "X-Forwarded-For"))
    host = request.host.rpartition(":")[0] if request.host.rpartition(":")[2].isdigit() else request.host
    return request.remote_addr in _LOOPBACK and not forwarded and host.strip("[]") in _LOCAL_NAMES


def give_session(response: Response, signed_in: SignedIn) -> Response:
    """Let the browser keep its session."""
    lasting = int((signed_in.until - datetime.now(UTC)).total_seconds())
    return set_cookie(response, signed_in.secret, seconds=lasting)


def take_session(response: Response) -> Response:
    """Let the browser forget its session."""
    return set_cookie(response, "", seconds=0)


def set_cookie(response: Response, value: str, *, seconds: int, name: str = COOKIE) -> Response:
    """Set a cookie in the safest way that works here."""
    response.set_cookie(
        _named(name), value, max_age=seconds, path="/", secure=_is_safe(), httponly=True, samesite="Lax"
    )
    return response


def cookie(name: str) -> str:
    """What the browser sent back of a cookie of ours."""
    return request.cookies.get(_named(name), "")


def people_exist() -> bool:
    """Does anyone have an account? Accounts are never removed, so a yes is remembered."""
    known = current_app.extensions.setdefault("people", {"exist": False})
    if not known["exist"]:
        with reading() as services:
            known["exist"] = services.people.exist()
    return bool(known["exist"])


def is_first_run() -> bool:
    """May who is at this machine work without signing in, because nobody can sign in?"""
    try:
        return uploads_allowed() and at_this_machine() and not people_exist()
    except WetgevingError:  # a database that does not answer is told of by the page that needs it
        return False


def _find_out() -> None:
    if request.endpoint in ("static", "health.alive"):
        return
    g.viewer = _by_token() or _by_session() or (FIRST_RUN if is_first_run() else ANYONE)


def _by_token() -> Viewer | None:
    given = request.authorization
    if given is None or given.type != "bearer":
        return None
    with reading() as services:
        found = services.access.by_token(given.token or "")
    if found is None:
        raise NotSignedInError(
            "Dit token is niet geldig.", remedy="Maak een nieuw token met `wetgeving token add`."
        )
    g.by_token = True
    return found


def _by_session() -> Viewer | None:
    secret = cookie(COOKIE)
    if not secret:
        return None
    with reading() as services:
        found = services.access.by_session(secret)
    g.session_secret = secret if found else ""
    return found


def _named(name: str) -> str:
    """With the prefix that makes browsers refuse it from another host or over http."""
    return f"__Host-{name}" if _is_safe() else name


def _is_safe() -> bool:
    return request.is_secure or not at_this_machine()
