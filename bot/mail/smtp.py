"""Handing one mail to the SMTP server, and saying in Dutch why it was not taken, without what the server answered."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP

import aiosmtplib

from bot.errors import WegwijsError
from bot.mail.settings import MailSettings

LONGEST = 120.0
"""Seconds that one mail may take; shorter than the lease on it."""

Handing = Callable[[], Awaitable[bool]]
"""Asked just before the content goes; False: it must not go."""


class NotSent(WegwijsError):
    """The server did not take a mail, and it is sure of that."""

    title = "Mail niet verstuurd"

    def __init__(self, detail: str, *, final: bool = False) -> None:
        """`final`: another try is of no use."""
        super().__init__(detail)
        self.final = final


class InDoubt(WegwijsError):
    """The content went to the server and its answer did not come: nobody knows whether it took the mail."""

    title = "Niet zeker of de mail verstuurd is"


async def send(settings: MailSettings, message: EmailMessage, *, handing: Handing) -> bool:
    """Send a mail to its one recipient; True once the server accepted it, False when `handing` said no.

    Raises NotSent or InDoubt.
    """
    client = aiosmtplib.SMTP(
        hostname=settings.host,
        port=settings.port,
        username=settings.user,
        password=settings.password,
        use_tls=settings.tls,
        # A certificate on this computer's own server is rarely one that can be verified.
        start_tls=not settings.tls and not settings.loopback,
        timeout=30,
    )
    content_went = False
    try:
        async with asyncio.timeout(LONGEST):
            await client.connect()
            await client.mail(settings.sender)
            await client.rcpt(message["To"].addresses[0].addr_spec)
            if not await handing():
                return False
            content_went = True
            await client.data(message.as_bytes(policy=SMTP))
    except (aiosmtplib.SMTPException, OSError) as error:
        # Not `from error`: what the server answered may repeat what was sent to it.
        if content_went and not isinstance(error, aiosmtplib.SMTPDataError):
            raise InDoubt(_words(error)) from None
        raise _refusal(error) from None
    else:
        # The mail is accepted: a farewell that fails must not make it seem otherwise.
        with suppress(aiosmtplib.SMTPException, OSError):
            await client.quit()
        return True
    finally:
        client.close()


def _refusal(error: Exception) -> NotSent:
    if isinstance(error, aiosmtplib.SMTPRecipientRefused):
        return NotSent(
            f"De mailserver weigert de ontvanger (code {error.code}).", final=error.code >= 500
        )
    if isinstance(error, aiosmtplib.SMTPDataError):
        return NotSent(_words(error), final=error.code >= 500)
    return NotSent(_words(error))


def _words(error: Exception) -> str:
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return f"De mailserver weigert de naam of het wachtwoord (code {error.code})."
    if isinstance(error, aiosmtplib.SMTPSenderRefused):
        return f"De mailserver weigert de afzender WEGWIJS_MAIL_FROM (code {error.code})."
    # The library has no class of its own for a server without STARTTLS.
    if isinstance(error, aiosmtplib.SMTPNotSupported) or type(error) is aiosmtplib.SMTPException:
        return "De mailserver kent geen STARTTLS of aanmelden; gebruik een poort die dat wel kan."
    if isinstance(error, ssl.SSLError) or isinstance(error.__cause__, ssl.SSLError):
        return "De beveiligde verbinding met de mailserver lukt niet (TLS of certificaat)."
    if isinstance(error, aiosmtplib.SMTPResponseException):
        return f"De mailserver weigert de mail (code {error.code})."
    if isinstance(error, aiosmtplib.SMTPServerDisconnected):
        return "De mailserver verbrak de verbinding."
    if isinstance(error, TimeoutError):
        return "De mailserver antwoordt niet op tijd."
    return "De mailserver is niet te bereiken; kloppen de naam en de poort?"
