"""The ID token: who signed it, for whom, when, and in answer to which login (OpenID Connect Core §3.1.3.7)."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Any

import jwt

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA")
"""Signatures with a public key; never `none`, never one with a shared secret."""
LEEWAY = 60
"""Seconds that two clocks may differ."""
LONGEST = 255
"""Characters of a subject (OpenID Connect Core §2)."""


class Refused(Exception):
    """A login that fails; the reason is for the log and holds nothing of the token."""


@dataclass(frozen=True)
class Identity:
    """Who the provider says somebody is."""

    issuer: str
    subject: str
    email: str | None
    """Only when the provider has verified it; lower case."""
    name: str | None
    claims: dict[str, Any]


def key_id(token: str) -> str | None:
    """Which key a token says it was signed with; raises Refused."""
    try:
        kid = jwt.get_unverified_header(token).get("kid")
    except jwt.PyJWTError as error:
        raise Refused(type(error).__name__) from error
    return kid if isinstance(kid, str) else None


def verify(
    token: str, keys: list[dict[str, Any]], *, issuer: str, client_id: str, nonce: str
) -> Identity:
    """Who a token is about; raises Refused."""
    try:
        algorithm = jwt.get_unverified_header(token).get("alg")
        if algorithm not in ALGORITHMS:
            raise Refused("algorithm")
        claims = jwt.decode(
            token,
            jwt.PyJWK(_key(keys, key_id(token)), algorithm),
            algorithms=list(ALGORITHMS),
            issuer=issuer,
            audience=client_id,
            leeway=LEEWAY,
            options={"require": ["iss", "sub", "aud", "exp", "iat", "nonce"]},
        )
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        raise Refused(type(error).__name__) from error
    audience, authorised = claims["aud"], claims.get("azp")
    if authorised not in (None, client_id) or (
        isinstance(audience, list) and audience != [client_id]
    ):
        raise Refused("audience")
    if not isinstance(claims["nonce"], str) or not hmac.compare_digest(
        claims["nonce"].encode(), nonce.encode()
    ):
        raise Refused("nonce")
    if not 1 <= len(claims["sub"]) <= LONGEST:
        raise Refused("subject")
    return Identity(issuer, claims["sub"], _email(claims), _text(claims, "name"), claims)


def _key(keys: list[dict[str, Any]], kid: str | None) -> dict[str, Any]:
    """The key that is named, or the only one there is when none is."""
    usable = [one for one in keys if one.get("use", "sig") == "sig" and one.get("kty") != "oct"]
    fitting = usable if kid is None else [one for one in usable if one.get("kid") == kid]
    if len(fitting) != 1:
        raise Refused("unknown key")
    return fitting[0]


def _email(claims: dict[str, Any]) -> str | None:
    email = _text(claims, "email")
    return email.casefold() if email and claims.get("email_verified") is True else None


def _text(claims: dict[str, Any], name: str) -> str | None:
    value = claims.get(name)
    return value.strip() if isinstance(value, str) and value.strip() else None
