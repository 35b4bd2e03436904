"""Which mails are no message of an asker: what machines send says so in its headers (RFC 3834, RFC 3464, RFC 2919).

A subject alone leaves a mail out only when all of it has the form that mail programs give it: people write about
absence and cancelled meetings too, and one message too many is rejected in the console, while one too few is missed.
"""

from __future__ import annotations

import re
from email.message import Message

from bot.mailbox.bodies import Body
from bot.mailbox.headers import addresses, header
from bot.mailbox.own import Own
from bot.mailbox.problems import MailKind

_AUTOMATIC = re.compile(
    r"(?:automatisch antwoord|automatische (?:reactie|beantwoording|bevestiging|antwort)"
    r"|automatic (?:reply|response)|auto-?(?:reply|response|antwoord)|réponse automatique"
    r"|out of (?:the )?office(?: (?:auto-?)?(?:reply|response|message))?)\s*(?::.*)?",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"(?:afwezig(?:heid)?(?:s(?:bericht|melding|assistent))?|absence|abwesenheit)\s*(?::.*)?",
    re.IGNORECASE,
)
_SAYS_AWAY = re.compile(
    r"\b(?:afwezig|niet (?:op kantoor|aanwezig|bereikbaar)|(?:met|in) (?:verlof|vakantie)|out of (?:the )?office"
    r"|absente?|en congé|abwesend)\b",
    re.IGNORECASE,
)
_RETURNED = re.compile(
    r"(?:undeliver(?:able|ed)|onbestelbaar|niet bezorgd|mislukte bezorging|non remis|returned mail"
    r"|mail delivery (?:failed|failure|system)|failure notice|delivery status notification)\s*(?:[:(].*)?"
    r"|undelivered mail returned to sender",
    re.IGNORECASE,
)
_READ = re.compile(r"(?:gelezen|read|lu|niet gelezen|not read)\s?:.*", re.IGNORECASE)
_SAYS_READ = re.compile(
    r"\bis (?:ongelezen |niet )?(?:gelezen|verwijderd)\b|\bwas (?:read|deleted)\b|\ba été lu\b",
    re.IGNORECASE,
)
SHORT = 600
"""Characters of a text that only says that somebody is away, or read a mail."""

_MACHINES = ("mailer-daemon@", "postmaster@", "mailerdaemon@")


def kind_of(message: Message, body: Body, own: Own) -> MailKind:
    """What a mail is; when no sign says otherwise, it is a message of a person."""
    sender = next(iter(addresses(message, "From", "Sender")), "")
    subject = header(message, "Subject").strip()
    if body.report == "disposition-notification" or (
        _READ.fullmatch(subject) and _only_says(_SAYS_READ, body)
    ):
        return MailKind.RECEIPT
    if (
        body.report
        or sender.startswith(_MACHINES)
        or message.get("X-Failed-Recipients") is not None
        or _RETURNED.fullmatch(subject)
    ):
        return MailKind.BOUNCE
    if own.holds(sender):
        return MailKind.OWN
    if body.calendar:
        return MailKind.INVITATION
    if _is_automatic(message, subject, body):
        return MailKind.AUTO_REPLY
    return MailKind.NEWSLETTER if _is_to_many(message, own) else MailKind.MESSAGE


def _is_automatic(message: Message, subject: str, body: Body) -> bool:
    submitted = header(message, "Auto-Submitted").partition(";")[0].strip().lower()
    return (
        submitted not in ("", "no")
        or message.get("X-Autoreply") is not None
        or message.get("X-Autorespond") is not None
        or header(message, "Precedence").lower() in ("auto_reply", "auto-reply")
        or header(message, "Return-Path") == "<>"
        or _AUTOMATIC.fullmatch(subject) is not None
        or (_AWAY.fullmatch(subject) is not None and _only_says(_SAYS_AWAY, body))
    )


def _only_says(what: re.Pattern[str], body: Body) -> bool:
    """Whether that is all: a short text that asks nothing."""
    return len(body.text) <= SHORT and "?" not in body.text and what.search(body.text) is not None


def _is_to_many(message: Message, own: Own) -> bool:
    listed = header(message, "List-Id").lower()
    # A shared mailbox may itself be a list: what comes through it is meant for the helpdesk.
    if listed and own.names(listed):
        return False
    return (
        bool(listed)
        or message.get("List-Unsubscribe") is not None
        or header(message, "Precedence").lower() in ("bulk", "list", "junk")
    )
