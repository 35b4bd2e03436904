"""One login under way: its state, nonce and verifier, kept in the browser that began it until it comes back."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from bot.openid.provider import Provider
from bot.openid.token import Identity, Refused, key_id, verify

LONGEST_CODE = 4096


@dataclass(frozen=True)
class Attempt:
    """What ties the way back to the way out. All three are drawn at random."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def new(cls) -> Attempt:
        """Draw one."""
        return cls(*(secrets.token_urlsafe(32) for _ in range(3)))

    @classmethod
    def from_cookie(cls, text: str) -> Attempt | None:
        """Read what `as_cookie` wrote."""
        parts = text.split(".")
        return cls(*parts) if len(parts) == 3 and all(parts) else None

    def as_cookie(self) -> str:
        """For the browser, which alone can read it."""
        return f"{self.state}.{self.nonce}.{self.verifier}"

    @property
    def challenge(self) -> str:
        """What the provider holds the verifier against (RFC 7636, S256)."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


async def way_out(provider: Provider, attempt: Attempt) -> str:
    """Address of the provider's login page; raises Unavailable."""
    mine = provider.settings
    address = (await provider.document()).authorization_endpoint
    asked = {
        "response_type": "code",
        "client_id": mine.client_id,
        "redirect_uri": mine.redirect_uri,
        "scope": mine.scopes,
        "state": attempt.state,
        "nonce": attempt.nonce,
        "code_challenge": attempt.challenge,
        "code_challenge_method": "S256",
    }
    return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(asked)}"


async def way_back(
    provider: Provider, attempt: Attempt, *, state: str, code: str, issuer: str | None
) -> Identity:
    """Who comes back; raises Refused or Unavailable."""
    if not hmac.compare_digest(state.encode(), attempt.state.encode()):
        raise Refused("state")
    mine = provider.settings
    named = (await provider.document()).names_itself
    if issuer != mine.issuer and (named or issuer is not None):
        raise Refused("issuer of the answer")
    if not 1 <= len(code) <= LONGEST_CODE:
        raise Refused("no code")
    token = await provider.exchange(code, attempt.verifier)
    keys = await provider.keys(key_id(token))
    return verify(token, keys, issuer=mine.issuer, client_id=mine.client_id, nonce=attempt.nonce)
