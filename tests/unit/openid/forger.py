"""A provider that signs whatever a test tells it to: what a real one never does, an attacker may."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import jwt
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.openid.settings import CALLBACK

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER = rsa.generate_private_key(public_exponent=65537, key_size=2048)
PUBLIC: dict[str, Any] = {
    **json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key())),
    "kid": "een",
    "use": "sig",
    "alg": "RS256",
}
Forge = Callable[[dict[str, Any]], str]


def signed(claims: dict[str, Any], *, key: Any = KEY, alg: str = "RS256", kid: str = "een") -> str:
    """A token; by default a good one."""
    return jwt.encode(claims, key, algorithm=alg, headers={"kid": kid})


class Forger:
    """Answers as a provider; `forge` makes the token out of what a good one would hold."""

    def __init__(self) -> None:
        self.forge: Forge = signed
        self.nonce = ""
        self.document: dict[str, Any] = {}
        self.asked: list[str] = []
        app = web.Application()
        app.router.add_get("/.well-known/openid-configuration", self._discover)
        app.router.add_get("/keys", self._keys)
        app.router.add_post("/token", self._token)
        self.server = TestServer(app)

    @property
    def issuer(self) -> str:
        """Its name."""
        return str(self.server.make_url("")).rstrip("/")

    @property
    def environment(self) -> dict[str, str]:
        """The settings with which Wegwijs uses it."""
        return {
            "WEGWIJS_OIDC_ISSUER": self.issuer,
            "WEGWIJS_OIDC_CLIENT_ID": "wegwijs",
            "WEGWIJS_OIDC_REDIRECT_URI": f"https://wegwijs.example{CALLBACK}",
        }

    @property
    def claims(self) -> dict[str, Any]:
        """What a good token holds."""
        now = int(time.time())
        return {
            "iss": self.issuer,
            "aud": "wegwijs",
            "sub": "sub-anna",
            "iat": now,
            "exp": now + 300,
            "nonce": self.nonce,
        }

    async def _discover(self, request: web.Request) -> web.Response:
        self.asked.append("document")
        document = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "authorization_response_iss_parameter_supported": True,
        }
        return web.json_response(document | self.document)

    async def _keys(self, request: web.Request) -> web.Response:
        self.asked.append("keys")
        return web.json_response({"keys": [PUBLIC]})

    async def _token(self, request: web.Request) -> web.Response:
        self.asked.append("token")
        return web.json_response({"id_token": self.forge(self.claims)})
