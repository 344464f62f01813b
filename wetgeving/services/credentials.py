"""Secrets that we hand out: sessions and tokens. They are random, so that a plain SHA-256 keeps them safe."""

import hashlib
import hmac
import secrets

TOKEN_PREFIX = "wetg_"  # noqa: S105 - what scanners of leaked secrets recognise, not a secret


def new_secret() -> str:
    """256 bits, in signs that an address and a header can carry."""
    return secrets.token_urlsafe(32)


def fingerprint(secret: str) -> bytes:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).digest()


def derived(secret: str, purpose: str) -> str:
    """Another secret that only who holds the first one can make, as 64 hexadecimal signs."""
    return hmac.new(secret.encode(), purpose.encode(), hashlib.sha256).hexdigest()


def equal(one: str, other: str) -> bool:
    """Are they the same? How long the answer takes does not say how much of it was."""
    return hmac.compare_digest(one.encode(), other.encode())
