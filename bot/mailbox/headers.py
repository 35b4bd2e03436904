"""Headers of a mail, read so that nothing a sender wrote breaks the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

LONGEST = 2000
"""Characters of a header that are read."""
MOST = 200
"""Values of one header that are read."""

_ID = re.compile(r"<([^<>\s]{1,500})>")
_ADDRESS = re.compile(r"[^\s<>@,;:\"()]{1,100}@[^\s<>@,;:\"()]{1,200}")
_ENVELOPE_DATE = re.compile(r"^From \S+\s+(.+)$")
EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
"""A mail from before is one whose clock was wrong."""


def header(message: Message, name: str) -> str:
    """A header in readable characters; empty when it is not there."""
    raw = next(iter(_all(message, name)), "")
    try:
        parts = decode_header(raw)
    except Exception:
        # The standard library refuses some broken encodings with errors of several kinds.
        return _one_line(raw)
    return _one_line("".join(_decoded(text, charset) for text, charset in parts))


def _decoded(text: str | bytes, charset: str | None) -> str:
    if isinstance(text, str):
        return text
    for name in (charset or "utf-8", "utf-8"):
        try:
            return text.decode(name)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return text.decode("cp1252", "replace")


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _all(message: Message, name: str) -> Iterator[str]:
    for one in (message.get_all(name) or [])[:MOST]:
        try:
            # Bytes that no character set explains are kept by Python as half characters.
            text = str(one).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        except (UnicodeError, ValueError):
            continue
        yield text[:LONGEST] if name.lower() != "references" else text[-LONGEST * 5 :]


def addresses(message: Message, *names: str) -> list[str]:
    """The addresses in headers, in lower case, each once."""
    given = [one for name in names for one in _all(message, name)]
    try:
        found = [address for _, address in getaddresses(given)]
    except Exception:
        found = []
    if not any("@" in one for one in found):
        found = [match for one in given for match in _ADDRESS.findall(one)]
    return list(dict.fromkeys(one.strip().lower() for one in found if "@" in one))


def ids(message: Message, *names: str) -> list[str]:
    """The message ids in headers, oldest first."""
    return [match for name in names for one in _all(message, name) for match in _ID.findall(one)]


def own_id(message: Message) -> str | None:
    """The id of the mail; None when it has none that can be used."""
    found = ids(message, "Message-ID")
    if found:
        return found[0]
    bare = header(message, "Message-ID").strip("<> ")
    return bare or None


def moment(message: Message, envelope: str, *, now: datetime) -> datetime | None:
    """When it was sent: its date, else when a server received it, else what the mbox says; None when nobody tells."""
    noted = _ENVELOPE_DATE.match(envelope)
    told = [
        *_all(message, "Date"),
        *(one.rpartition(";")[2] for one in _all(message, "Received")),
        *([noted[1]] if noted else []),
    ]
    return next(filter(None, (_parsed(one, now) for one in told)), None)


def _parsed(text: str, now: datetime) -> datetime | None:
    try:
        found = parsedate_to_datetime(text.strip())
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError, AttributeError):
        return None
    return found if EARLIEST <= found <= now + timedelta(days=1) else None
