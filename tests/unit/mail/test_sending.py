"""The helpdesk is mailed once about what waits, later when the server is down, and reads nothing of a conversation."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from bot.conversations import takeover
from bot.conversations.models import State
from bot.database.connection import Database
from bot.engine.protocol import RequestMade
from bot.mail import outbox
from bot.mail.models import MailKind, MailState
from bot.mail.sending import queue_digest
from bot.requests.kinds import RequestKind
from bot.requests.store import Asker, store_request
from tests.common.mailserver import Mailbox
from tests.unit.mail.conftest import CANARY, Post

AT = "https://wegwijs.proefgemeente.be/console"


async def test_who_waits_is_mailed_once_with_a_link_and_nothing_they_wrote(post: Post):
    box, talk = Mailbox(), post.waiting()
    async with post.server(box):
        await post.look()
        await post.look()
    (sent,) = box.mails
    assert f"{AT}/gesprek/{talk.id}" in sent.get_content()
    assert box.recipients == [["helpdesk@proefgemeente.be"]]
    assert CANARY not in sent.as_string() + sent.get_content()
    assert talk.token not in sent.as_string() + sent.get_content()
    assert post.row().state == MailState.SENT


async def test_a_new_request_is_mailed_with_a_link_to_it(post: Post):
    talk, box = post.waiting(), Mailbox()
    made = RequestMade(kind=RequestKind.TERUGBELLEN.value, subject=CANARY)

    def store(session: Session) -> None:
        store_request(session, Asker(talk.id, None), made, at=datetime.now(UTC))

    post.database.run(store)
    async with post.server(box):
        await post.look()
    (about,) = [one for one in box.mails if one["Subject"] == "Nieuwe aanvraag"]
    (request,) = [one.request_id for one in post.rows() if one.kind == MailKind.REQUEST]
    assert f"{AT}/aanvragen#r{request}" in about.get_content()
    assert CANARY not in about.as_string() + about.get_content()


async def test_who_is_given_back_to_the_queue_is_mailed_again_but_not_at_once(post: Post):
    box, talk = Mailbox(), post.waiting()
    async with post.server(box):
        await post.look()
        post.database.run(lambda session: takeover.claim(session, talk.id, "anna"))
        post.database.run(
            lambda session: takeover.release(session, talk.id, "anna", to=State.WAITING)
        )
        await post.look()
        assert len(box.mails) == 1
        (again,) = [one for one in post.rows() if one.state == MailState.QUEUED]
        assert again.due_at is not None
        assert again.due_at > datetime.now(UTC) + timedelta(minutes=9)
        post.make_due()
        await post.look()
    assert len(box.mails) == 2


def test_who_goes_back_to_the_assistant_calls_nobody(post: Post):
    talk = post.waiting()
    post.database.run(lambda session: takeover.claim(session, talk.id, "anna"))
    post.database.run(lambda session: takeover.release(session, talk.id, "anna", to=State.BOT))
    assert len(post.rows()) == 1


def test_without_a_server_nothing_is_queued(post: Post):
    post.database._info = None
    post.waiting()
    assert post.rows() == []


async def test_a_server_that_was_down_gets_the_mail_later(post: Post):
    box = Mailbox()
    post.waiting()
    await post.look()
    row = post.row()
    assert (row.attempts, row.state) == (1, MailState.QUEUED)
    assert row.problem is not None
    assert "niet te bereiken" in row.problem
    assert row.due_at is not None
    assert row.due_at > datetime.now(UTC)
    post.make_due()
    async with post.server(box):
        await post.look()
    assert len(box.mails) == 1
    assert post.row().problem is None


async def test_each_wait_for_a_server_is_longer_and_the_last_try_is_told(post: Post):
    post.waiting()
    waits = []
    for _ in outbox.BACKOFF:
        post.make_due()
        await post.look()
        due = post.row().due_at
        assert due is not None
        waits.append(due - datetime.now(UTC))
    assert waits == sorted(waits)
    post.make_due()
    await post.look()
    assert (post.row().state, post.row().due_at) == (MailState.FAILED, None)


async def test_nobody_is_called_for_who_no_longer_waits(post: Post):
    box = Mailbox()
    post.waiting().close()
    async with post.server(box):
        await post.look()
    assert (box.mails, post.rows()) == ([], [])


async def test_an_erased_conversation_leaves_no_mail(post: Post):
    box = Mailbox()
    post.waiting().erase()
    assert post.row().conversation_id is None
    async with post.server(box):
        await post.look()
    assert (box.mails, post.rows()) == ([], [])


async def test_the_overview_is_queued_once_a_day_from_eight_and_holds_figures(post: Post):
    box = Mailbox()
    for hour in (6, 7, 8):
        at = datetime(2026, 11, 25, hour, 30, tzinfo=UTC)
        post.database.run(lambda session, at=at: queue_digest(session, "een", at))
        assert len(post.rows()) == (0 if hour == 6 else 1)
    post.set(due_at=datetime.now(UTC))
    talk = post.waiting()
    async with post.server(box):
        await post.look()
    (digest,) = [one for one in box.mails if one["Subject"].startswith("Overzicht")]
    assert "Wachten op een medewerker: 1" in digest.get_content()
    assert talk.id not in digest.get_content()


async def test_old_mails_go(database: Database, post: Post):
    post.waiting()
    keep, at = timedelta(days=90), datetime.now(UTC)
    late = at + outbox.KEPT + timedelta(minutes=1)
    assert database.run(lambda session: outbox.drop_old(session, at=at, keep=keep)) == 0
    assert database.run(lambda session: outbox.drop_old(session, at=late, keep=keep)) == 1
    assert post.rows() == []
