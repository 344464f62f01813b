"""What every answer tells the browser: nothing from elsewhere, no frames, no guessing of types.

What is shown to someone who signed in is kept by nobody in between.
"""

from flask import Flask, Response, request

from wetgeving.store.viewer import ANYONE
from wetgeving.web.reading import viewer

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def register(app: Flask) -> None:
    """Put them on every answer."""
    app.after_request(_with_headers)


def _with_headers(response: Response) -> Response:
    response.headers.update(HEADERS)
    if viewer() != ANYONE:
        if not response.cache_control.no_store:
            response.headers["Cache-Control"] = "private, no-cache"
        response.headers.add("Vary", "Cookie, Authorization")
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    return response
