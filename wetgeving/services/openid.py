"""Signing in at a provider of OpenID Connect: which provider, and what it says of someone.

The library that speaks the protocol is an optional extra (`pip install 'wetgeving[oidc]'`): it is imported
when a provider is named in the settings, and only then.
"""

from dataclasses import dataclass, field
from typing import Protocol

from corpus.errors import WetgevingError


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider and our account there; `role` is what who is new gets (None: they get no account)."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Vouched:
    """Someone the provider vouches for: by what it calls them for ever, and how they are called."""

    subject: str
    name: str


class OpenIdError(WetgevingError):
    """The provider did not vouch for anyone, or not in a way that can be believed."""

    code = "openid"


class ProviderAwayError(WetgevingError):
    """The provider does not answer."""

    code = "openid-unreachable"


class OpenId(Protocol):
    """What signing in needs of a provider. `secret` is what the browser keeps between the two steps."""

    def address(self, secret: str, back: str) -> str:
        """Where the browser is to go; the provider sends it on to `back`."""
        ...

    def vouched(self, answer: dict[str, str], *, secret: str, back: str) -> Vouched:
        """Who the provider says this is; `OpenIdError` when the answer does not belong to the question."""
        ...


def open_provider(provider: Provider) -> OpenId:
    """The provider, ready to be asked; nothing is sent before that."""
    try:
        from wetgeving.services.openid_client import OpenIdClient
    except ImportError as error:
        raise OpenIdError(
            "Voor aanmelden bij een aanbieder ontbreekt een onderdeel van het programma.",
            value=str(error),
            remedy="Installeer het met: pip install 'wetgeving[oidc]'.",
        ) from error
    return OpenIdClient(provider)
