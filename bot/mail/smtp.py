"""Handing one mail to the SMTP server, and saying in Dutch why it was not taken, without what the server answered."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import suppress
from email.message import EmailMessage

import aiosmtplib

from bot.errors import WegwijsError
from bot.mail.settings import MailSettings

LONGEST = 120.0
"""Seconds that one mail may take; shorter than the lease on it."""


class NotSent(WegwijsError):
    """The server did not take a mail, as far as is known."""

    title = "Mail niet verstuurd"

    def __init__(self, detail: str, *, final: bool = False) -> None:
        """`final`: another try is of no use."""
        super().__init__(detail)
        self.final = final


async def send(settings: MailSettings, message: EmailMessage) -> None:
    """Send a mail to its one recipient; returns once the server accepted it. Raises NotSent."""
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
    try:
        async with asyncio.timeout(LONGEST):
            await client.connect()
            await client.send_message(message)
    except (aiosmtplib.SMTPException, OSError) as error:
        client.close()
        # Not `from error`: what the server answered may repeat what was sent to it.
        raise _reason(error) from None
    # The mail is accepted: a farewell that fails must not make it seem otherwise.
    with suppress(aiosmtplib.SMTPException, OSError):
        await client.quit()
    client.close()


def _reason(error: Exception) -> NotSent:
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        code = max(one.code for one in error.recipients)
        return NotSent(f"De mailserver weigert de ontvanger (code {code}).", final=code >= 500)
    return NotSent(_words(error))


def _words(error: Exception) -> str:
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return f"De mailserver weigert de naam of het wachtwoord (code {error.code})."
    if isinstance(error, aiosmtplib.SMTPSenderRefused):
        return f"De mailserver weigert de afzender WEGWIJS_MAIL_FROM (code {error.code})."
    if isinstance(error, aiosmtplib.SMTPNotSupported):
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
