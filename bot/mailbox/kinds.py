"""Which mails are no message of an asker: what machines send says so in its headers (RFC 3834, RFC 3464, RFC 2919)."""

from __future__ import annotations

import re
from email.message import Message

from bot.mailbox.bodies import Body
from bot.mailbox.headers import addresses, header
from bot.mailbox.own import Own
from bot.mailbox.problems import MailKind

_AWAY = re.compile(
    r"^\W*(?:automatische? (?:antwoord|reactie|beantwoording|bevestiging)"
    r"|auto(?:matic)?[- ]?(?:reply|response|antwoord)"
    r"|out of (?:the )?office|afwezig(?:heid)?(?:s\w*)?\b|réponse automatique|absence\b|abwesenheit)",
    re.IGNORECASE,
)
_RETURNED = re.compile(
    r"^\W*(?:undeliver(?:able|ed)|onbestelbaar|niet bezorgd|mail delivery (?:failed|failure|system)|delivery status"
    r"|returned mail|failure notice|mislukte bezorging|non remis)",
    re.IGNORECASE,
)
_READ = re.compile(r"^\W*(?:gelezen|read|lu|niet gelezen|not read)\s?:", re.IGNORECASE)
_INVITES = re.compile(
    r"^\W*(?:geaccepteerd|geweigerd|voorlopig geaccepteerd|accepted|declined|tentative|geannuleerd|canceled)\s?:",
    re.IGNORECASE,
)
_MACHINES = ("mailer-daemon@", "postmaster@", "mailerdaemon@")


def kind_of(message: Message, body: Body, own: Own) -> MailKind:
    """What a mail is; when no sign says otherwise, it is a message of a person."""
    sender = next(iter(addresses(message, "From", "Sender")), "")
    subject = header(message, "Subject")
    if body.report == "disposition-notification" or _READ.match(subject):
        return MailKind.RECEIPT
    if (
        body.report
        or sender.startswith(_MACHINES)
        or message.get("X-Failed-Recipients") is not None
        or _RETURNED.match(subject)
    ):
        return MailKind.BOUNCE
    if own.holds(sender):
        return MailKind.OWN
    if body.calendar or _INVITES.match(subject):
        return MailKind.INVITATION
    if _is_automatic(message, subject):
        return MailKind.AUTO_REPLY
    return MailKind.NEWSLETTER if _is_to_many(message, own) else MailKind.MESSAGE


def _is_automatic(message: Message, subject: str) -> bool:
    submitted = header(message, "Auto-Submitted").partition(";")[0].strip().lower()
    return (
        submitted not in ("", "no")
        or message.get("X-Autoreply") is not None
        or message.get("X-Autorespond") is not None
        or header(message, "Precedence").lower() in ("auto_reply", "auto-reply")
        or header(message, "Return-Path") == "<>"
        or _AWAY.match(subject) is not None
    )


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
