"""Mails as they come: in HTML, with wrong characters, with attachments, without a date, or broken."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from bot.mailbox.mails import read
from bot.mailbox.problems import MailKind, Problem
from bot.mailbox.reading import RawMail
from tests.unit.mailbox.letters import NOW, OWN, letter, mail, mail_of

ASKED = "Wat is een LIVC?"


def with_html(html: str) -> EmailMessage:
    message = letter()
    message.clear_content()
    message.set_content(html, subtype="html")
    return message


def test_a_mail_in_html_alone_is_read_without_its_quote():
    html = f"<style>p{{}}</style><p>Dag</p><div>{ASKED}</div><div class='gmail_quote'>Op 5 nov schreef Jan</div>"
    found = mail_of(with_html(html))
    assert found.said.text == f"Dag\n\n{ASKED}"
    assert Problem.HTML_ONLY in found.problems


def test_of_plain_text_and_html_the_plain_text_is_read():
    message = letter()
    message.add_alternative("<p>iets anders</p>", subtype="html")
    assert mail_of(message).said.text == ASKED


@pytest.mark.parametrize(
    ("charset", "data", "problem"),
    [
        ("iso-8859-1", "Financiën € “ja”".encode("cp1252"), False),
        ("utf-8", "Financiën € “ja”".encode("cp1252"), True),
        ("bestaat-niet", "Financiën € “ja”".encode(), False),
        ("utf-8", "Financiën € “ja”".encode(), False),
    ],
)
def test_characters_are_read_whatever_is_declared(charset: str, data: bytes, problem: bool):
    head = (
        "From: an@x.be\nSubject: x\nMessage-ID: <a@b>\n"
        f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64\n\n"
    )
    found = mail_of(head.encode() + base64.b64encode(data))
    assert found.said.text == "Financiën € “ja”"
    assert (Problem.ENCODING in found.problems) == problem


def test_attachments_are_counted_and_not_read():
    message = letter()
    message.add_attachment(b"geheim", maintype="application", subtype="pdf", filename="a.pdf")
    message.add_attachment("geheim", filename="b.txt")
    message.add_attachment(letter("Iets anders?"))
    found = mail_of(message)
    assert (found.said.text, found.attachments) == (ASKED, 3)


def test_a_mail_that_only_holds_another_mail_has_the_words_of_that_one():
    message = letter("")
    message.add_attachment(letter(ASKED))
    assert mail_of(message).said.text == ASKED


@pytest.mark.parametrize(
    ("headers", "moment"),
    [
        ({"date": "Tue, 10 Nov 2026 10:00:00 +0100"}, datetime(2026, 11, 10, 9, tzinfo=UTC)),
        ({"date": "gisteren"}, None),
        ({"date": None}, None),
        ({"date": "Tue, 10 Nov 2099 10:00:00 +0100"}, None),
        ({"date": "Tue, 10 Nov 1970 10:00:00 +0100"}, None),
        (
            {"date": None, "Received": "from a by b; Tue, 10 Nov 2026 10:00:00 +0100"},
            datetime(2026, 11, 10, 9, tzinfo=UTC),
        ),
    ],
)
def test_a_date_comes_from_a_header_or_not_at_all(headers: dict[str, str], moment: datetime | None):
    found = mail(**headers)
    assert found.at == moment
    assert (Problem.NO_DATE in found.problems) == (moment is None)


def test_without_a_date_the_one_of_the_mbox_counts():
    raw = RawMail(
        letter(date=None).as_bytes(), cut=False, envelope="From an@x.be Tue Nov 10 09:00:00 2026"
    )
    found = read(raw, OWN, now=NOW)
    assert found is not None
    assert found.at == datetime(2026, 11, 10, 9, tzinfo=UTC)


KINDS = {
    "gewoon": ({}, MailKind.MESSAGE),
    "eigen": ({"sender": "Helpdesk <helpdesk@vvsg.be>"}, MailKind.OWN),
    "automatisch": ({"Auto_Submitted": "auto-replied"}, MailKind.AUTO_REPLY),
    "automatisch nee": ({"Auto_Submitted": "no"}, MailKind.MESSAGE),
    "afwezig": ({"subject": "Automatisch antwoord: Vraag"}, MailKind.AUTO_REPLY),
    "afwezig fr": ({"subject": "Réponse automatique : Vraag"}, MailKind.AUTO_REPLY),
    "onbestelbaar": ({"sender": "MAILER-DAEMON@x.be"}, MailKind.BOUNCE),
    "onbestelbaar nl": ({"subject": "Onbestelbaar: Vraag"}, MailKind.BOUNCE),
    "nieuwsbrief": ({"List_Unsubscribe": "<https://x.be>"}, MailKind.NEWSLETTER),
    "bulk": ({"Precedence": "bulk"}, MailKind.NEWSLETTER),
    "eigen lijst": ({"List_Id": "<helpdesk.vvsg.be>", "List_Unsubscribe": "<x>"}, MailKind.MESSAGE),
    "gelezen": (
        {"subject": "Gelezen: Vraag", "text": "Uw bericht is gelezen op 10 november."},
        MailKind.RECEIPT,
    ),
    "gelezen en gevraagd": ({"subject": "Gelezen: de handvatten"}, MailKind.MESSAGE),
    "afwezig kort": (
        {"subject": "Afwezig: Vraag", "text": "Ik ben met verlof tot 20 november."},
        MailKind.AUTO_REPLY,
    ),
    "afwezige leerling": (
        {"subject": "Afwezigheid van een leerling na contact met ronselaars"},
        MailKind.MESSAGE,
    ),
    "afwezig met vraag": (
        {"subject": "Afwezig: leerling", "text": "Een leerling is afwezig. Wie helpt ons?"},
        MailKind.MESSAGE,
    ),
    "buiten kantooruren": ({"subject": "Out of office hours: who"}, MailKind.MESSAGE),
    "geannuleerd met vraag": (
        {"subject": "Geannuleerd: studiedag? Hoe vragen we de Handvatten aan"},
        MailKind.MESSAGE,
    ),
    "geaccepteerd zonder agenda": ({"subject": "Geaccepteerd: overleg"}, MailKind.MESSAGE),
    "onbestelbare post": ({"subject": "Niet bezorgd pakket met pamfletten"}, MailKind.MESSAGE),
}  # fmt: skip


@pytest.mark.parametrize(("about", "kind"), KINDS.values(), ids=KINDS)
def test_what_machines_send_is_no_message(about: dict[str, str], kind: MailKind):
    assert mail(**about).kind is kind


def test_an_invitation_for_a_calendar_is_no_message():
    message = letter()
    message.add_alternative("BEGIN:VCALENDAR", subtype="calendar")
    assert mail_of(message).kind is MailKind.INVITATION


def test_a_subject_is_known_without_what_mail_programs_add():
    found = mail(subject="RE: FW: Antw:  Vraag   over X")
    assert (found.subject, found.replies) == ("vraag over x", True)


def test_a_mail_without_an_id_is_known_by_its_contents():
    first, again, other = mail(id=None), mail(id=None), mail("Iets anders?", id=None)
    assert first.id == again.id != other.id
    assert Problem.NO_ID in first.problems


def test_parts_within_parts_without_end_do_not_stop_the_reader():
    deep = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (one, one) for one in range(400)
    )
    raw = RawMail(b"From: an@x.be\n" + deep + b"\nWat?", cut=False)
    found = read(raw, OWN, now=NOW)
    assert found is None or found.problems
