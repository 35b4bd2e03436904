"""Wrong settings of mail are told in Dutch, by name, and never with the password."""

from __future__ import annotations

import pytest

from bot.errors import ConfigurationError
from bot.mail.settings import MailSettings
from tests.common.mailserver import PASSWORD, settings

RIGHT = {
    "WEGWIJS_SMTP_URL": f"smtp://wegwijs:{PASSWORD}@mail.proefgemeente.be",
    "WEGWIJS_MAIL_FROM": "wegwijs@proefgemeente.be",
    "WEGWIJS_MAIL_STAFF": "helpdesk@proefgemeente.be, preventie@proefgemeente.be",
    "WEGWIJS_PUBLIC_URL": "https://wegwijs.proefgemeente.be",
}


def test_right_settings_are_taken_and_the_password_is_not_shown():
    found = MailSettings.from_environment({**RIGHT, "WEGWIJS_MAIL_DIGEST": "ja"})
    assert found is not None
    assert (found.host, found.port, found.user, found.password) == (
        "mail.proefgemeente.be",
        587,
        "wegwijs",
        PASSWORD,
    )
    assert found.staff == ("helpdesk@proefgemeente.be", "preventie@proefgemeente.be")
    assert (found.tls, found.loopback, found.digest, found.reply_to) == (False, False, True, None)
    assert PASSWORD not in repr(found)


def test_a_password_with_signs_is_written_in_percents():
    found = settings(25, WEGWIJS_SMTP_URL="smtps://a%40b:p%2Fq%3A@mail.proefgemeente.be")
    assert (found.user, found.password, found.port, found.tls) == ("a@b", "p/q:", 465, True)


def test_without_settings_there_is_no_mail():
    assert MailSettings.from_environment({}) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WEGWIJS_SMTP_URL", "mail.proefgemeente.be"),
        ("WEGWIJS_SMTP_URL", f"http://wegwijs:{PASSWORD}@mail.proefgemeente.be"),
        ("WEGWIJS_SMTP_URL", f"smtp://wegwijs:{PASSWORD}@mail.proefgemeente.be:post"),
        ("WEGWIJS_SMTP_URL", f"smtp://wegwijs:{PASSWORD}#@mail.proefgemeente.be"),
        ("WEGWIJS_SMTP_URL", f"smtp://{PASSWORD}@mail.proefgemeente.be"),
        ("WEGWIJS_MAIL_FROM", ""),
        ("WEGWIJS_MAIL_FROM", "wegwijs"),
        ("WEGWIJS_MAIL_FROM", "wegwijs@proefgemeente.be\r\nBcc: kwaad@elders.be"),
        ("WEGWIJS_MAIL_STAFF", ""),
        ("WEGWIJS_MAIL_STAFF", "helpdesk@proefgemeente.be, geen adres"),
        ("WEGWIJS_MAIL_REPLY_TO", "geen adres"),
        ("WEGWIJS_MAIL_REPORT_TO", "directie@proefgemeente.be, geen adres"),
        ("WEGWIJS_MAIL_DIGEST", "misschien"),
        ("WEGWIJS_PUBLIC_URL", ""),
        ("WEGWIJS_PUBLIC_URL", "wegwijs.proefgemeente.be"),
        ("WEGWIJS_PUBLIC_URL", f"https://wegwijs:{PASSWORD}@proefgemeente.be"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str):
    with pytest.raises(ConfigurationError, match=name) as error:
        MailSettings.from_environment({**RIGHT, name: value})
    assert PASSWORD not in error.value.detail


def test_settings_that_would_do_nothing_are_told():
    with pytest.raises(ConfigurationError, match="WEGWIJS_MAIL_STAFF doet niets zonder"):
        MailSettings.from_environment({"WEGWIJS_MAIL_STAFF": "helpdesk@proefgemeente.be"})
