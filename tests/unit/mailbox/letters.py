"""Mails to import, written in a line or two."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

from bot.mailbox.mails import Mail, read
from bot.mailbox.own import Own
from bot.mailbox.reading import RawMail

OWN = Own.of(["helpdesk@vvsg.be"])
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def letter(
    text: str = "Wat is een LIVC?",
    *,
    sender: str = "An <an@mechelen.be>",
    to: str = "helpdesk@vvsg.be",
    subject: str = "Vraag",
    id: str | None = "een@mechelen.be",
    before: str = "",
    date: str | None = "Tue, 10 Nov 2026 10:00:00 +0100",
    **headers: str,
) -> EmailMessage:
    """A mail with what matters to a test."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    if date is not None:
        mail["Date"] = date
    if id is not None:
        mail["Message-ID"] = f"<{id}>"
    if before:
        mail["In-Reply-To"] = f"<{before}>"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail


def mail_of(message: EmailMessage | bytes, own: Own = OWN) -> Mail:
    """A mail as it is read."""
    data = message if isinstance(message, bytes) else message.as_bytes()
    found = read(RawMail(data, cut=False), own, now=NOW)
    assert found is not None
    return found


def mail(*args: Any, **about: Any) -> Mail:
    """A mail that was written and read."""
    return mail_of(letter(*args, **about))


def mbox(*messages: EmailMessage | bytes) -> bytes:
    """Mails as one file."""
    envelope = b"From an@mechelen.be Tue Nov 10 09:00:00 2026\n"
    parts = (one if isinstance(one, bytes) else one.as_bytes() for one in messages)
    return b"".join(envelope + one.rstrip(b"\n") + b"\n\n" for one in parts)
