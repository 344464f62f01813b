"""Passwords: hashed with Argon2id at the library's recommended cost, and never kept. The only door to argon2.

Checking takes the same time whether or not there is anyone by that name. The rule is one of length alone
(NIST SP 800-63B, 3.1.1.2): no signs that must be in it, no date on which it expires.
"""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from wetgeving.services.errors import InvalidValueError

SHORTEST, LONGEST = 12, 1000

_HASHER = PasswordHasher()


def hashed(password: str) -> str:
    """What is kept of a password; one of an impossible length is refused, and never repeated in the error."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise InvalidValueError(
            "Dit wachtwoord is te kort of te lang.",
            value=f"{len(password)} tekens",
            remedy=f"Neem er een van {SHORTEST} tot {LONGEST} tekens, bijvoorbeeld vier losse woorden.",
        )
    return _HASHER.hash(password)


def is_right(password: str, password_hash: str | None) -> bool:
    """Does the password belong to the hash? Without a hash it takes as long, and the answer is no."""
    if len(password) > LONGEST:
        return False
    try:
        _HASHER.verify(password_hash or _of_nobody(), password)
    except (VerifyMismatchError, VerificationError, InvalidHashError):
        return False
    return password_hash is not None


@cache
def _of_nobody() -> str:
    return _HASHER.hash("niemand heeft dit wachtwoord")
