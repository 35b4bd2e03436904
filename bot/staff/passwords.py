"""Passwords: argon2id with OWASP's parameters (19 MiB, two passes), two at a time: logins cannot starve the chat."""

from __future__ import annotations

import asyncio

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bot.errors import InvalidInput

SHORTEST, LONGEST = 12, 200
"""Characters of a password (NIST SP 800-63B asks for at least 8, and for no rules of composition)."""

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_SLOTS = asyncio.Semaphore(2)

_NOBODY = _HASHER.hash("nobody has this password")
"""Checked for an unknown login, so that the time tells nothing."""


def hashed(password: str) -> str:
    """The hash to store; raises InvalidInput when the password is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise InvalidInput(f"Een wachtwoord telt {SHORTEST} tot {LONGEST} tekens.")
    return _HASHER.hash(password)


async def fits(password: str, stored: str | None) -> bool:
    """Whether a password belongs to a stored hash; takes as long when there is none."""
    async with _SLOTS:
        return await asyncio.to_thread(_fits, password, stored or _NOBODY) and stored is not None


def _fits(password: str, stored: str) -> bool:
    try:
        return _HASHER.verify(stored, password[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False
