"""Ids and secret tokens. A conversation is reached with its token, never by its id alone."""

from __future__ import annotations

import hashlib
import secrets
from typing import NewType

ConversationId = NewType("ConversationId", str)
Token = NewType("Token", str)


def new_id() -> ConversationId:
    """A random id of 128 bits."""
    # Hexadecimal: an id never begins with a dash, which a command line would take for an option.
    return ConversationId(secrets.token_hex(16))


def new_token() -> Token:
    """A random secret of 256 bits."""
    return Token(secrets.token_urlsafe(32))


def digest(token: str) -> str:
    """What is stored of a token: its SHA-256, hexadecimal."""
    # A header that is no UTF-8 arrives with lone surrogates.
    return hashlib.sha256(token.encode(errors="surrogateescape")).hexdigest()
