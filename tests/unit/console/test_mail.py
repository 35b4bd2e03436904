"""Answering a request by mail from the console, through the outbox, to a real mail server; and mail that got stuck."""

from __future__ import annotations

import asyncio
import dataclasses
import re
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import select, update

from bot.gateway.app import create_app
from bot.gateway.keys import DATABASE, SETTINGS, VAULT
from bot.mail import sending
from bot.mail.models import MailState, OutgoingMail
from bot.requests.kinds import Status
from bot.requests.models import ContactDetails, RequestRecord
from bot.settings import Settings
from tests.common.databases import lay_down
from tests.common.mailserver import Mailbox, listening, settings
from tests.common.requests import add_request
from tests.common.server import free_port
from tests.unit.console.desk import Desk
from tests.unit.conversations.talk import Talk
from tests.unit.gateway.conftest import NoEngines

ADDRESS = "an.peeters@voorbeeld.be"
TEXT = "U vindt het draaiboek op onze site.\nWe bellen u volgende week niet meer."


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
async def client(
    tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[TestClient]:
    """A gateway that sends mail, and looks often."""
    monkeypatch.setattr(sending, "BETWEEN", 0.05)
    about = dataclasses.replace(
        Settings.from_environment({"WEGWIJS_VAR": str(tmp_path)}),
        database_url=lay_down(tmp_path / "wegwijs.sqlite"),
        mail=settings(port),
    )
    async with TestClient(TestServer(create_app(about, engines=NoEngines()))) as opened:
        yield opened


@pytest.fixture
def request_id(client: TestClient) -> str:
    vault = client.app[VAULT]
    return client.app[DATABASE].run(lambda session: add_request(session, vault))


@dataclasses.dataclass
class Form:
    """The page on which an answer is written."""

    desk: Desk
    request: str

    async def open(self) -> tuple[int, str]:
        status, html = await self.desk.get(f"/aanvragen/{self.request}/antwoord")
        found = re.search(r'name="client_id" value="([^"]+)"', html)
        self.client_id = found[1] if found else ""
        return status, html

    async def send(self, text: str = TEXT, *, to: str = "done") -> tuple[int, str]:
        return await self.desk.post(
            f"/aanvragen/{self.request}/antwoord",
            antwoord=text,
            toestand=to,
            client_id=self.client_id,
        )


@pytest.fixture
async def form(anna: Desk, request_id: str) -> Form:
    opened = Form(anna, request_id)
    assert (await opened.open())[0] == 200
    return opened


def mails(desk: Desk) -> list[OutgoingMail]:
    return desk.read(lambda session: list(session.scalars(select(OutgoingMail))))


def holding(folder: Path, *texts: str) -> list[str]:
    """Names of the files in which one of the texts can be read."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    return [one.name for one in files if any(text.encode() in one.read_bytes() for text in texts)]


async def until(true: Callable[[], bool]) -> None:
    for _ in range(500):
        if true():
            return
        await asyncio.sleep(0.02)
    raise TimeoutError


async def test_an_answer_reaches_who_asked_and_its_address_is_gone(
    anna: Desk, form: Form, port: int
):
    box = Mailbox()
    async with listening(box, port):
        status, html = await form.send()
        assert status == 200
        assert "vertrekt per mail" in html
        await until(lambda: mails(anna)[0].state == MailState.SENT)
    (sent,) = box.mails
    assert box.recipients == [[ADDRESS]]
    assert TEXT in sent.get_content().replace("\r\n", "\n")
    assert sent["Auto-Submitted"] == "auto-generated"
    (mail,) = mails(anna)
    assert (mail.recipient, mail.sealed, mail.key_id) == (None, None, None)
    assert anna.read(lambda session: session.query(ContactDetails).count()) == 0
    record = anna.read(lambda session: session.get(RequestRecord, form.request))
    assert record.status == Status.DONE
    assert anna.audited() == [
        ("geantwoord", f"aanvraag:{form.request}", True),
        ("bekeken", "aanvragen", True),
    ]
    assert "Verstuurd op" in (await anna.get("/aanvragen?toestand=done"))[1]


async def test_until_it_is_sent_nothing_of_it_is_readable(anna: Desk, form: Form, tmp_path: Path):
    await form.send()
    await until(lambda: bool(mails(anna)[0].attempts))
    (mail,) = mails(anna)
    assert mail.sealed is not None
    assert holding(tmp_path, ADDRESS, "draaiboek op onze site") == []


async def test_the_page_does_not_show_the_address(anna: Desk, form: Form):
    _, html = await form.open()
    assert ADDRESS not in html
    assert "na de zomer" in html


async def test_what_the_filter_changes_is_shown_before_it_goes(anna: Desk, form: Form):
    _, html = await form.send("Mail naar piet.janssens@voorbeeld.be.")
    assert "Nog niet verstuurd" in html
    assert "Mail naar [EMAIL-1]." in html
    assert "piet.janssens" not in html
    assert mails(anna) == []
    await form.send("Mail naar de helpdesk.")
    assert len(mails(anna)) == 1


async def test_a_form_that_is_sent_twice_is_one_mail(anna: Desk, form: Form):
    await form.send(to="planned")
    await form.send(to="planned")
    assert len(mails(anna)) == 1
    record = anna.read(lambda session: session.get(RequestRecord, form.request))
    assert record.status == Status.PLANNED
    assert anna.read(lambda session: session.query(ContactDetails).count()) == 1


@pytest.mark.parametrize(("text", "to"), [("", "done"), (TEXT, "refused"), (TEXT, "weg")])
async def test_what_cannot_be_is_refused(anna: Desk, form: Form, text: str, to: str):
    status, _ = await form.send(text, to=to)
    assert status == 400
    assert mails(anna) == []
    assert anna.audited() == [("geantwoord", f"aanvraag:{form.request}", False)]


async def test_a_request_without_an_address_or_already_closed_cannot_be_answered(
    anna: Desk, form: Form
):
    anna.client.app[DATABASE].run(
        lambda session: session.execute(update(ContactDetails).values(email=False))
    )
    status, html = await form.open()
    assert (status, "geen e-mailadres" in html) == (409, True)
    assert "Antwoord per mail" not in (await anna.get("/aanvragen"))[1]
    await anna.post(f"/aanvragen/{form.request}/toestand", toestand="done")
    assert (await form.open())[0] == 409


async def test_without_a_mail_server_nothing_is_offered(anna: Desk, form: Form):
    object.__setattr__(anna.client.app[SETTINGS], "mail", None)
    assert "Antwoord per mail" not in (await anna.get("/aanvragen"))[1]
    status, html = await form.send()
    assert (status, "verstuurt geen mails" in html) == (409, True)
    assert mails(anna) == []


async def test_a_visitor_who_waits_shows_up_in_the_staff_mailbox(client: TestClient, port: int):
    box, opened = Mailbox(), await client.post("/api/conversations", json={"site": "demo"})
    about = await opened.json()
    token = {"Authorization": f"Bearer {about['token']}"}
    async with listening(box, port):
        asked = await client.post(f"/api/conversations/{about['id']}/handover", headers=token)
        assert asked.status == 202
        await until(lambda: len(box.mails) == 1)
    assert f"/console/gesprek/{about['id']}" in box.mails[0].get_content()


async def test_a_mail_in_doubt_is_shown_and_goes_again_on_a_button_only(
    anna: Desk, client: TestClient, port: int
):
    box, talk = Mailbox(hang_up=1), Talk(client.app[DATABASE])
    async with listening(box, port):
        talk.hand_over()
        await until(lambda: mails(anna)[0].state == MailState.HANDED)
        await until(lambda: mails(anna)[0].problem is not None)
        _, html = await anna.get("/mails")
        assert "Niet zeker of hij aankwam" in html
        assert "1 mail gaat niet vanzelf verder" in (await anna.get("/aanvragen"))[1]
        await asyncio.sleep(0.3)
        assert len(box.mails) == 1
        await anna.post(f"/mails/{mails(anna)[0].id}/opnieuw")
        await until(lambda: mails(anna)[0].state == MailState.SENT)
    assert len(box.mails) == 2
    assert ("gewijzigd", f"mail:{mails(anna)[0].id}", True) in anna.audited()


async def test_a_refused_mail_can_be_dropped_and_one_that_went_cannot(
    anna: Desk, client: TestClient, port: int
):
    talk = Talk(client.app[DATABASE])
    async with listening(Mailbox(rcpt="550 weg"), port):
        talk.hand_over()
        await until(lambda: mails(anna)[0].state == MailState.FAILED)
    _, html = await anna.get("/mails")
    assert "weigert de ontvanger (code 550)" in html
    await anna.post(f"/mails/{mails(anna)[0].id}/laten-vallen")
    assert mails(anna) == []
    async with listening(Mailbox(), port):
        Talk(client.app[DATABASE]).hand_over()
        await until(lambda: mails(anna)[0].state == MailState.SENT)
    assert (await anna.post(f"/mails/{mails(anna)[0].id}/laten-vallen"))[0] == 409
    assert (await anna.post("/mails/geen/opnieuw"))[0] == 404


async def test_the_page_says_when_a_server_that_is_down_is_tried_again(
    anna: Desk, client: TestClient
):
    Talk(client.app[DATABASE]).hand_over()
    await until(lambda: mails(anna)[0].problem is not None)
    _, html = await anna.get("/mails")
    assert "Wordt opnieuw geprobeerd vanaf" in html
    assert "niet te bereiken" in html
    due = mails(anna)[0].due_at
    assert due is not None
    assert due < datetime.now(UTC) + timedelta(minutes=2)
