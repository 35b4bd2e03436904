"""A real server refuses, is slow or is spoken to by somebody with bad intentions."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from bot.mail.settings import MailSettings
from bot.mail.smtp import NotSent, send
from bot.mail.texts import Letter, message
from tests.common.mailserver import PASSWORD, Mailbox, listening, refuse, settings
from tests.common.server import free_port


def letter(
    found: MailSettings, *, to: str = "an@proefgemeente.be", subject: str = "x", body: str = "y"
) -> EmailMessage:
    return message(found, Letter(to, subject, body), id="x", at=datetime.now(UTC))


async def always() -> bool:
    return True


async def test_a_wrong_password_is_told_without_it():
    port = free_port()
    found = settings(port, WEGWIJS_SMTP_URL=f"smtp://wegwijs:{PASSWORD}@127.0.0.1:{port}")
    about = {"authenticator": refuse, "auth_require_tls": False}
    async with listening(Mailbox(), port, **about):
        with pytest.raises(NotSent, match="wachtwoord") as error:
            await send(found, letter(found), handing=always)
    assert PASSWORD not in str(error.value)
    assert PASSWORD not in repr(found)
    assert not error.value.final


@pytest.mark.parametrize(
    ("box", "final", "told"),
    [
        (
            Mailbox(rcpt="550 onbekend: an@proefgemeente.be"),
            True,
            "weigert de ontvanger (code 550)",
        ),
        (Mailbox(rcpt="450 straks"), False, "weigert de ontvanger (code 450)"),
        (Mailbox(data="554 geen post van u"), True, "weigert de mail (code 554)"),
        (Mailbox(data="451 straks"), False, "weigert de mail (code 451)"),
    ],
)
async def test_a_refusal_is_told_in_our_own_words(box: Mailbox, final: bool, told: str):
    found = settings(free_port())
    async with listening(box, found.port):
        with pytest.raises(NotSent) as error:
            await send(found, letter(found), handing=always)
    assert told in error.value.detail
    assert error.value.final == final
    assert "an@proefgemeente.be" not in error.value.detail


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x0b", "\u2028"])
def test_no_line_end_gets_into_a_header(end: str):
    found = settings(free_port())
    bad = f"an@proefgemeente.be{end}Bcc: kwaad@elders.be"
    with pytest.raises(ValueError):
        letter(found, to=bad).as_bytes()
    if end in "\r\n":
        with pytest.raises(ValueError):
            letter(found, subject=bad)


async def test_a_body_stays_a_body():
    found, box = settings(free_port()), Mailbox()
    body = "Dag\n.\r\n.\nMAIL FROM:<kwaad@elders.be>\n\nBcc: kwaad@elders.be\nénéé " + "z" * 2000
    async with listening(box, found.port):
        assert await send(found, letter(found, body=body), handing=always)
    (sent,) = box.mails
    assert sent.get_content().split() == body.split()
    assert sent["Bcc"] is None
    assert box.recipients == [["an@proefgemeente.be"]]


async def test_a_server_without_starttls_elsewhere_gets_nothing(monkeypatch: pytest.MonkeyPatch):
    found, box = settings(free_port()), Mailbox()
    monkeypatch.setattr(MailSettings, "loopback", False)
    async with listening(box, found.port):
        with pytest.raises(NotSent, match="STARTTLS"):
            await send(found, letter(found), handing=always)
    assert box.mails == []
