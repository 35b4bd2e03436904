"""A conversation by mail: once, to one address, with nothing in it that a stranger could be lured with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.conversations import lifecycle
from bot.errors import Conflict, InvalidInput
from bot.mail import outbox, trouble
from bot.mail.inert import inert
from bot.mail.models import MailState
from bot.mail.sealing import opened
from bot.mail.transcripts import MOST, queue_transcript
from tests.common.mailserver import Mailbox
from tests.unit.conversations.talk import Talk
from tests.unit.mail.conftest import Post

ADDRESS = "an.peeters@voorbeeld.be"


def queue(post: Post, talk: Talk, *, client_id: str = "een", address: str = ADDRESS) -> None:
    post.database.run(
        lambda session: queue_transcript(
            session,
            post.desk.vault,
            conversation=talk.id,
            client_id=client_id,
            address=address,
            at=datetime.now(UTC),
        )
    )


@pytest.fixture
def talk(post: Post) -> Talk:
    spoken = Talk(post.database)
    spoken.say("Zie https://kwaad.example/gratis en www.kwaad.be")
    spoken.answer(text="Lees verder op https://www.vvsg.be.")
    return spoken


async def test_it_goes_as_text_and_as_a_page_to_the_address_only_which_is_gone(
    post: Post, talk: Talk
):
    box = Mailbox()
    queue(post, talk)
    async with post.server(box):
        await post.look()
    assert box.recipients == [[ADDRESS]]
    [mail] = box.mails
    assert mail["Subject"] == "Uw gesprek met de helpdesk radicalisering"
    for kind in ("plain", "html"):
        text = mail.get_body((kind,)).get_content()
        assert "Zie [link weggelaten] en [link weggelaten]" in text
        assert "kwaad" not in text
        assert "<a " not in text
        assert "https://www.vvsg.be" in text
        assert "Was u dat niet?" in text
    row = post.row()
    assert (row.state, row.sealed, row.key_id, row.recipient) == (
        MailState.SENT, None, None, None,
    )  # fmt: skip


async def test_the_address_is_sealed_while_it_waits_and_the_text_is_not_copied(
    post: Post, talk: Talk
):
    queue(post, talk)
    row = post.row()
    assert ADDRESS.encode() not in (row.sealed or b"")
    assert opened(post.desk.vault, row) == {"address": ADDRESS}


async def test_a_form_sent_twice_is_one_mail_and_a_fourth_is_refused(post: Post, talk: Talk):
    queue(post, talk)
    queue(post, talk)
    assert len(post.rows()) == 1
    for number in range(MOST - 1):
        queue(post, talk, client_id=f"nog {number}")
    with pytest.raises(Conflict, match="al 3 keer gemaild"):
        queue(post, talk, client_id="te veel")


async def test_an_erased_conversation_is_mailed_to_nobody(post: Post, talk: Talk):
    box = Mailbox()
    queue(post, talk)
    post.database.run(lambda session: lifecycle.erase(session, talk.id, talk.token))
    assert post.rows() == []
    async with post.server(box):
        await post.look()
    assert box.mails == []


async def test_one_that_is_refused_forgets_the_address_and_asks_nobody(post: Post, talk: Talk):
    queue(post, talk)
    async with post.server(Mailbox(rcpt="550 onbekend")):
        await post.look()
    row = post.row()
    assert (row.state, row.sealed) == (MailState.FAILED, None)
    assert post.database.run(lambda one: trouble.needs_person(one, at=datetime.now(UTC))) == 0


async def test_one_in_doubt_forgets_the_address(post: Post, talk: Talk):
    queue(post, talk)
    async with post.server(Mailbox(hang_up=1)):
        await post.look()
    assert (post.row().state, post.row().sealed) == (MailState.HANDED, None)


async def test_a_server_that_says_later_gets_it_again(post: Post, talk: Talk):
    queue(post, talk)
    box = Mailbox(rcpt="451 later")
    async with post.server(box):
        await post.look()
        assert post.row().sealed is not None
        box.rcpt = "250 OK"
        post.make_due()
        await post.look()
    assert len(box.mails) == 1


def test_it_is_known_for_a_day(post: Post, talk: Talk):
    queue(post, talk)
    at, keep = datetime.now(UTC) + timedelta(days=1, minutes=1), timedelta(days=30)
    assert post.database.run(lambda session: outbox.drop_old(session, at=at, keep=keep)) == 1


@pytest.mark.parametrize(
    "address",
    ["geen adres", "an@voorbeeld.be\r\nBcc: kwaad@elders.be", "an@voorbeeld.be, piet@elders.be"],
)
def test_what_is_no_single_address_is_refused_without_repeating_it(
    post: Post, talk: Talk, address: str
):
    with pytest.raises(InvalidInput) as error:
        queue(post, talk, address=address)
    assert "elders" not in error.value.detail
    assert post.rows() == []


def test_nothing_is_mailed_before_something_was_asked(post: Post):
    with pytest.raises(Conflict, match="nog niets gevraagd"):
        queue(post, Talk(post.database))


@pytest.mark.parametrize(
    ("typed", "mailed"),
    [
        ("kijk op HTTPS://x.be/a?b=c nu", "kijk op [link weggelaten] nu"),
        ("ftp://x.be", "[link weggelaten]"),
        ("www.x.be", "[link weggelaten]"),
        ("win op gratis-geld.example/nu", "win op gratis-geld[.]example/nu"),
        ("javascript:alert(1) mailto:a", "javascript: alert(1) mailto: a"),
        ("Dank u. Tot 14.30 uur, art. 5.2.", "Dank u. Tot 14.30 uur, art. 5.2."),
        ("Is dit zo? Ja: zeker!", "Is dit zo? Ja: zeker!"),
    ],
)
def test_what_was_typed_holds_no_link(typed: str, mailed: str):
    assert inert(typed) == mailed
