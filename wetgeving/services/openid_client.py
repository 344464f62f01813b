"""OpenID Connect, the code flow with PKCE, by Authlib: the only door to authlib, joserfc and requests.

Specification: OpenID Connect Core 1.0, 3.1; RFC 7636 (PKCE), RFC 9207 (`iss` in the answer), RFC 9700. State,
nonce and verifier are derived from one secret that only the browser has. An identity token is believed when
its signature is by a key the issuer publishes, in an algorithm with a public key, and it names us and our
nonce.
"""

from typing import Any
from urllib.parse import urlsplit

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry
from requests import RequestException

from wetgeving.services.credentials import derived, equal
from wetgeving.services.openid import OpenIdError, Provider, ProviderAwayError, Vouched

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
_SCOPE = "openid profile email"
_SECONDS = 10
_LEEWAY = 60
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class OpenIdClient:
    """One provider; what it publishes of itself is asked for at every sign-in, so that keys may change."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        _require_safe(provider.issuer)

    def address(self, secret: str, back: str) -> str:
        """Where the browser is to go to be asked who it is."""
        with self._session(back) as session:
            address, _ = session.create_authorization_url(
                self._published(session)["authorization_endpoint"],
                state=derived(secret, "state"),
                code_verifier=derived(secret, "verifier"),
                nonce=derived(secret, "nonce"),
            )
        return str(address)

    def vouched(self, answer: dict[str, str], *, secret: str, back: str) -> Vouched:
        """Exchange the code in the answer for an identity token, and believe it after every check."""
        if not equal(answer.get("state", ""), derived(secret, "state")):
            raise OpenIdError("Dit antwoord hoort niet bij uw vraag.", remedy="Begin opnieuw bij Aanmelden.")
        if "error" in answer:
            raise OpenIdError("De aanbieder meldt u niet aan.", value=answer["error"][:80])
        if answer.get("iss", self._provider.issuer) != self._provider.issuer:
            raise OpenIdError("Dit antwoord is van een andere aanbieder.", value=answer["iss"][:200])
        with self._session(back) as session:
            published = self._published(session)
            try:
                token = session.fetch_token(
                    published["token_endpoint"],
                    code=answer.get("code", ""),
                    code_verifier=derived(secret, "verifier"),
                    timeout=_SECONDS,
                )
                claims = self._claims(session, published, token, derived(secret, "nonce"))
            except (AuthlibBaseError, JoseError, RequestException, KeyError, ValueError) as error:
                raise OpenIdError("Het antwoord van de aanbieder klopt niet.", value=_told(error)) from error
        return Vouched(f"{self._provider.issuer} {claims['sub']}", _name(claims))

    def _claims(
        self, session: OAuth2Session, published: dict[str, Any], token: dict[str, Any], nonce: str
    ) -> dict[str, Any]:
        keys = KeySet.import_key_set({"keys": _json(session, published["jwks_uri"])["keys"]})
        signed = jwt.decode(
            token["id_token"],
            key=keys,
            registry=JWSRegistry(algorithms=list(ALGORITHMS), strict_check_header=False),
        )
        wanted = {"iss": {"essential": True, "value": self._provider.issuer}}
        wanted["aud"] = {"essential": True, "value": self._provider.client_id}
        known = {"nonce": nonce, "client_id": self._provider.client_id, "access_token": token["access_token"]}
        claims = CodeIDToken(signed.claims, signed.header, wanted, known)
        claims.validate(leeway=_LEEWAY)
        return dict(claims)

    def _published(self, session: OAuth2Session) -> dict[str, Any]:
        """What the issuer says of itself, at the address that the specification gives it."""
        issuer = self._provider.issuer
        try:
            published = _json(session, issuer.rstrip("/") + "/.well-known/openid-configuration")
        except (RequestException, ValueError) as error:
            raise ProviderAwayError(
                "De aanbieder is niet bereikbaar.",
                value=issuer,
                where=_told(error),
                remedy="Probeer het later.",
            ) from error
        needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        if published.get("issuer") != issuer or not all(isinstance(published.get(n), str) for n in needed):
            raise OpenIdError(
                "De aanbieder noemt zichzelf anders dan wij.", value=str(published.get("issuer"))[:200]
            )
        for name in needed:
            _require_safe(published[name])
        return published

    def _session(self, back: str) -> OAuth2Session:
        provider = self._provider
        return OAuth2Session(
            provider.client_id,
            provider.client_secret,
            scope=_SCOPE,
            redirect_uri=back,
            code_challenge_method="S256",
        )


def _json(session: OAuth2Session, address: str) -> dict[str, Any]:
    response = session.request("GET", address, withhold_token=True, timeout=_SECONDS, allow_redirects=False)
    response.raise_for_status()
    found = response.json()
    if not isinstance(found, dict):
        raise ValueError("geen JSON-object")
    return found


def _require_safe(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise OpenIdError("Een aanbieder wordt alleen over https gevraagd.", value=address[:200])


def _name(claims: dict[str, Any]) -> str:
    """How someone is called there; no ground for anything, only a name to show."""
    names = (claims.get(key) for key in ("preferred_username", "email", "sub"))
    return next(str(name) for name in names if name)


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]
