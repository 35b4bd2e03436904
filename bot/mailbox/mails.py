"""One mail, read: who, when, what it belongs to and what it says. It lives in memory only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import Message
from hashlib import sha256

from bot.mailbox import headers
from bot.mailbox.bodies import Body, body_of
from bot.mailbox.kinds import kind_of
from bot.mailbox.own import Own
from bot.mailbox.problems import MailKind, Problem
from bot.mailbox.quotes import Said, own_words
from bot.mailbox.reading import RawMail

LONGEST = 100_000
"""Characters of a text in which the sender's own words are looked for."""

_PREFIX = re.compile(
    r"^\s*(?:(?P<reply>re|antw|aw|sv|betr|réf|ref)|fwd?|tr|doorst|wg)\s*(?:\[\d+\])?\s*:\s*", re.I
)


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail of which the words are the sender's own."""

    id: str
    """Message id, or a fingerprint of the mail when it has none."""
    before: tuple[str, ...]
    """Ids of the mails it answers."""
    subject: str
    """Without "Re:" and the like, folded."""
    title: str
    """As it was written, without "Re:" and the like."""
    replies: bool
    """Whether its subject said that it answers another."""
    sender: str
    people: frozenset[str]
    """Addresses of sender and receivers, the helpdesk's own left out."""
    receivers: tuple[str, ...]
    at: datetime | None
    kind: MailKind
    said: Said
    attachments: int
    problems: frozenset[Problem]


def read(raw: RawMail, own: Own, *, now: datetime) -> Mail | None:
    """Read a mail; None when it is none."""
    try:
        message = message_from_bytes(raw.data)
        return _read(message, raw, own, now) if message.keys() else None
    except (Exception, RecursionError):
        # The standard library raises errors of many kinds on broken mails: one of them must not stop the others.
        return None


def _read(message: Message, raw: RawMail, own: Own, now: datetime) -> Mail:
    body = body_of(message)
    kind = kind_of(message, body, own)
    said = _said(body)
    sender = next(iter(headers.addresses(message, "From", "Sender", "Reply-To")), "")
    receivers = headers.addresses(message, "To", "Cc", "Delivered-To")
    title, replies = _without_prefixes(headers.header(message, "Subject"))
    at = headers.moment(message, raw.envelope, now=now)
    id = headers.own_id(message)
    return Mail(
        id=id or f"zonder:{sha256(raw.data).hexdigest()}",
        before=tuple(dict.fromkeys(headers.ids(message, "References", "In-Reply-To"))),
        subject=title.casefold(),
        title=title,
        replies=replies,
        sender=sender,
        people=frozenset(one for one in (sender, *receivers) if one and not own.holds(one)),
        receivers=tuple(receivers),
        at=at,
        kind=kind,
        said=said,
        attachments=body.attachments,
        problems=frozenset(
            body.problems
            | _found(
                {
                    Problem.HUGE: raw.cut,
                    Problem.MALFORMED: bool(message.defects) and not raw.cut,
                    Problem.NO_DATE: at is None,
                    Problem.NO_ID: id is None,
                    Problem.NO_SENDER: not sender,
                    Problem.EMPTY: not said.text,
                }
            )
        ),
    )


def _found(signs: dict[Problem, bool]) -> set[Problem]:
    return {one for one, there in signs.items() if there}


def _said(body: Body) -> Said:
    """The sender's words; of a mail that only passes another on, the words of that one."""
    said = own_words(body.text[:LONGEST])
    if not said.text and body.quoted:
        said = own_words(body.quoted[:LONGEST])
    if not said.text and body.nested:
        inner = own_words(body_of(body.nested[0]).text[:LONGEST])
        said = Said(inner.text, inner.signature, forwarded=True)
    return said


def _without_prefixes(subject: str) -> tuple[str, bool]:
    replies = False
    while found := _PREFIX.match(subject):
        replies = replies or found["reply"] is not None
        subject = subject[found.end() :]
    return re.sub(r"\s+", " ", subject).strip(), replies
