"""A provider of OpenID Connect on loopback: pyop decides everything, this only carries it over HTTPS.

Run as a program of its own: `python -m tests.people.openid_provider BACK CERTIFICATE`. It writes a
certificate to trust, prints its address, and signs in whoever was last named at `/as/<user>`. `/forge/<how>`
makes it lie from then on: "key" signs with a key that is not published, "audience" vouches to someone else,
"nonce" answers another question; "" is honest again.
"""

import json
import ssl
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

from Cryptodome.PublicKey import RSA
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from jwkest.jwk import RSAKey
from pyop.authz_state import AuthorizationState
from pyop.exceptions import OAuthError
from pyop.provider import Provider
from pyop.subject_identifier import HashBasedSubjectIdentifierFactory
from pyop.userinfo import Userinfo

CLIENT, SECRET, OTHER = "wetgeving", "geheim-van-de-proef", "een-ander"
PEOPLE = {"jansen": {"preferred_username": "P. Jansen", "email": "jansen@proef.example"}, "smit": {}}


class Liar(Provider):  # type: ignore[misc]  # pyop is untyped
    """pyop's own provider, which can be made to put something else into what it signs."""

    forged = ""

    def _create_signed_id_token(self, client_id: str, sub: str, *said: Any, **more: Any) -> str:
        claims, nonce, *rest = said
        client_id = OTHER if self.forged == "audience" else client_id
        nonce = "een-andere" if self.forged == "nonce" else nonce
        token: str = super()._create_signed_id_token(client_id, sub, claims, nonce, *rest, **more)
        return token


class Site:
    """The provider as a WSGI application."""

    def __init__(self, address: str, back: str) -> None:
        self._user = "jansen"
        known = {
            "redirect_uris": [back],
            "response_types": ["code"],
            "client_secret": SECRET,
            "token_endpoint_auth_method": "client_secret_basic",
            "subject_type": "public",
        }
        published = {
            "issuer": address,
            "authorization_endpoint": f"{address}/authorize",
            "token_endpoint": f"{address}/token",
            "jwks_uri": f"{address}/keys",
            "scopes_supported": ["openid", "profile", "email"],
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
        }
        state = AuthorizationState(HashBasedSubjectIdentifierFactory("zout"))
        self._key, self._other = (RSAKey(key=RSA.generate(2048), alg="RS256", kid="k1") for _ in "ab")
        self._provider = Liar(self._key, published, state, {CLIENT: known, OTHER: {}}, Userinfo(PEOPLE))

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        length = int(environ.get("CONTENT_LENGTH") or 0)
        sent = environ["wsgi.input"].read(length).decode() if length else environ.get("QUERY_STRING", "")
        try:
            status, headers, body = self._answer(
                path, sent, {"Authorization": environ.get("HTTP_AUTHORIZATION", "")}
            )
        except OAuthError as error:
            status, headers, body = "400 Bad Request", {}, {"error": error.oauth_error}
        start(status, [("Content-Type", "application/json"), *headers.items()])
        return [json.dumps(body).encode()]

    def _answer(self, path: str, sent: str, headers: dict[str, str]) -> tuple[str, dict[str, str], Any]:
        _, first, *rest = path.split("/")
        if first == "as":
            self._user = rest[0]
        elif first == "forge":
            self._forge(rest[0])
        elif path == "/.well-known/openid-configuration":
            return "200 OK", {}, self._provider.provider_configuration.to_dict()
        elif first == "keys":
            return "200 OK", {}, {"keys": [self._key.serialize()]}
        elif first == "authorize":
            asked = self._provider.parse_authentication_request(sent)
            answer = self._provider.authorize(asked, self._user, extra_id_token_claims=PEOPLE[self._user])
            return "302 Found", {"Location": answer.request(asked["redirect_uri"])}, {}
        elif first == "token":
            return "200 OK", {}, self._token(sent, headers)
        return "200 OK", {}, {}

    def _token(self, sent: str, headers: dict[str, str]) -> Any:
        claims = PEOPLE[self._user]
        return self._provider.handle_token_request(sent, headers, extra_id_token_claims=claims).to_dict()

    def _forge(self, how: str) -> None:
        self._provider.forged = how
        self._provider.signing_key = self._other if how == "key" else self._key


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def certificate(to: Path) -> ssl.SSLContext:
    """A certificate for this machine, good for an hour; written with its key to one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "proef")])
    now, here = datetime.now(UTC), x509.IPAddress(IPv4Address("127.0.0.1"))
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([here]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    to.write_bytes(pem + made.public_bytes(Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(to)
    return context


def main(back: str, to: str) -> None:
    """Serve until stopped."""
    server = make_server("127.0.0.1", 0, None, handler_class=_Quiet)
    server.socket = certificate(Path(to)).wrap_socket(server.socket, server_side=True)
    address = f"https://127.0.0.1:{server.server_port}"
    server.set_app(Site(address, back))
    print(address, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
