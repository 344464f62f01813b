"""A form that writes is only accepted from our own pages: no other site can make a browser send one.

Two checks. The browser must not say that the request comes from elsewhere (`Sec-Fetch-Site`, else `Origin`;
https://www.w3.org/TR/fetch-metadata/). And who is signed in must send a token that only a page of their own
session holds. A program with an API token has no cookie that could be abused, and needs neither.
"""

from flask import Flask, g, request
from markupsafe import Markup

from wetgeving.services.credentials import derived, equal
from wetgeving.services.errors import NotAllowedError
from wetgeving.web.signing_in import session_secret

FIELD = "csrf"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def register(app: Flask) -> None:
    """Check every request that writes, and give templates the field for their forms."""
    app.before_request(_check)
    app.jinja_env.globals["csrf"] = field


def field() -> Markup:
    """The hidden field of every form that writes; nothing for who has no session."""
    secret = session_secret()
    if not secret:
        return Markup()
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, token(secret))


def token(secret: str) -> str:
    """The token that belongs to a session."""
    return derived(secret, "formulier")


def sent_by_another_site() -> bool:
    """A browser says where a form came from; with our referrer policy its `Origin` is `null`, this is not."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site != "same-origin"
    here = request.host_url.rstrip("/")
    return request.headers.get("Origin", here) != here


def _check() -> None:
    if request.method in SAFE or g.get("by_token"):
        return
    secret = session_secret()
    forged = bool(secret) and not equal(request.form.get(FIELD, ""), token(secret))
    if forged or sent_by_another_site():
        raise NotAllowedError(
            "Dit formulier is niet van deze pagina's verstuurd, of het is verouderd.",
            remedy="Open de pagina opnieuw en probeer het nog eens.",
        )
