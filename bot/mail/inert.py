"""Text of which no mail program makes a link: what a visitor typed goes to an address that nobody verified."""

from __future__ import annotations

import re

_LINK = re.compile(r"(?:\b[a-z][a-z0-9+.-]{1,15}:/{1,3}|\bwww\.)\S+", re.IGNORECASE)
_SCHEME = re.compile(r"\b(?:mailto|tel|javascript|data):(?=\S)", re.IGNORECASE)
_DOMAIN = re.compile(r"(?<=[^\W_])\.(?=[^\W\d_]{2})")

REMOVED = "[link weggelaten]"


def inert(text: str) -> str:
    """Links are left out; a name such as voorbeeld.be keeps its letters and loses its dot as a sign."""
    without = _SCHEME.sub(lambda found: f"{found[0]} ", _LINK.sub(REMOVED, text))
    return _DOMAIN.sub("[.]", without)
