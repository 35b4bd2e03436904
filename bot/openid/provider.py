"""The provider over HTTP: its discovery document, its keys, and the exchange of a code for a token.

Only addresses of the configured issuer's own document are asked; redirects are not followed, answers are bounded.
https://openid.net/specs/openid-connect-discovery-1_0.html
"""

from __future__ import annotations

import json
import logging
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import aiohttp

from bot.errors import Unavailable
from bot.openid.settings import OpenId, is_safe
from bot.openid.token import Refused

log = logging.getLogger(__name__)

FRESH = 3600.0
"""Seconds that the document and the keys are used before they are asked again."""
BETWEEN = 10.0
"""Seconds between two looks for a key that is not known: a forged token cannot make Wegwijs ask without end."""
LARGEST = 512 * 1024
"""Bytes of an answer."""
TIMEOUT = aiohttp.ClientTimeout(total=10, connect=5)

DOWN = "De aanmelddienst van uw organisatie antwoordt niet. Probeer het straks opnieuw."


@dataclass(frozen=True)
class Document:
    """What the provider says about itself."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    end_session_endpoint: str | None
    secret_in_body: bool
    """Whether the provider takes the secret in the form only."""
    names_itself: bool
    """Whether it adds its name to the way back (RFC 9207)."""


class Provider:
    """The provider that the settings name."""

    def __init__(self, settings: OpenId) -> None:
        self.settings = settings
        self._http: aiohttp.ClientSession | None = None
        self._document: tuple[float, Document] | None = None
        self._keys: tuple[float, list[dict[str, Any]]] | None = None

    async def close(self) -> None:
        """Close the connections."""
        if self._http is not None:
            await self._http.close()

    async def document(self) -> Document:
        """The discovery document; raises Unavailable."""
        if self._document is None or time.monotonic() - self._document[0] > FRESH:
            address = self.settings.issuer.rstrip("/") + "/.well-known/openid-configuration"
            told = await self._ask("GET", address)
            self._document = time.monotonic(), self._read(told)
        return self._document[1]

    async def keys(self, kid: str | None) -> list[dict[str, Any]]:
        """The public keys; asked again when `kid` is not among them. Raises Unavailable."""
        age = FRESH if self._keys is None else time.monotonic() - self._keys[0]
        known = self._keys is not None and any(one.get("kid") == kid for one in self._keys[1])
        if self._keys is None or age >= FRESH or (not known and age >= BETWEEN):
            told = await self._ask("GET", (await self.document()).jwks_uri)
            keys = told.get("keys")
            if not isinstance(keys, list):
                raise _down("keys are no list")
            self._keys = time.monotonic(), [one for one in keys if isinstance(one, dict)]
        return self._keys[1]

    async def exchange(self, code: str, verifier: str) -> str:
        """The ID token for a code; raises Refused when the provider does not take it, or Unavailable."""
        document, mine = await self.document(), self.settings
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": mine.redirect_uri,
            "code_verifier": verifier,
        }
        auth = None
        if mine.client_secret is None or document.secret_in_body:
            form["client_id"] = mine.client_id
            if mine.client_secret is not None:
                form["client_secret"] = mine.client_secret
        else:
            # RFC 6749 §2.3.1: both are form-encoded before they become a user and a password.
            auth = aiohttp.encode_basic_auth(
                quote(mine.client_id, safe=""), quote(mine.client_secret, safe="")
            )
        told = await self._ask("POST", document.token_endpoint, form=form, auth=auth)
        token = told.get("id_token")
        if not isinstance(token, str):
            raise Refused("no id_token")
        return token

    async def _ask(
        self,
        method: str,
        address: str,
        *,
        form: dict[str, str] | None = None,
        auth: str | None = None,
    ) -> dict[str, Any]:
        """A JSON object; raises Refused for a refused form, Unavailable for all else that is wrong."""
        if self._http is None:
            self._http = aiohttp.ClientSession(timeout=TIMEOUT, cookie_jar=aiohttp.DummyCookieJar())
        headers = {"Accept": "application/json"} | ({} if auth is None else {"Authorization": auth})
        try:
            async with self._http.request(
                method, address, data=form, headers=headers, allow_redirects=False
            ) as response:
                body = await _bounded(response)
                status = response.status
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise _down(type(error).__name__) from error
        try:
            told = json.loads(body)
        except ValueError as error:
            raise _down(f"status {status}, no JSON") from error
        if not isinstance(told, dict):
            raise _down("no object")
        if status == 200:
            return told
        if form is not None and told.get("error") == "invalid_grant":
            raise Refused("code not taken")
        raise _down(f"status {status}, {told.get('error')!r:.60}")

    def _read(self, told: dict[str, Any]) -> Document:
        if told.get("issuer") != self.settings.issuer:
            raise _down("the document is of another issuer than WEGWIJS_OIDC_ISSUER")
        end = told.get("end_session_endpoint")
        ways = told.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        return Document(
            authorization_endpoint=_address(told, "authorization_endpoint"),
            token_endpoint=_address(told, "token_endpoint"),
            jwks_uri=_address(told, "jwks_uri"),
            end_session_endpoint=end if isinstance(end, str) and is_safe(end) else None,
            secret_in_body="client_secret_basic" not in ways,
            names_itself=told.get("authorization_response_iss_parameter_supported") is True,
        )


async def _bounded(response: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for chunk in response.content.iter_chunked(16 * 1024):
        body += chunk
        if len(body) > LARGEST:
            raise ValueError("too large")
    return bytes(body)


def _address(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str) or not is_safe(value):
        raise _down(f"{name} is no https address")
    return value


def _down(reason: str) -> Unavailable:
    """For who logs in one sentence, for the administrator a line in the log."""
    log.warning("OpenID Connect provider: %s", reason)
    return Unavailable(DOWN)
