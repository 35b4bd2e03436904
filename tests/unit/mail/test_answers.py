"""An answer lies sealed in the outbox, opens with whatever keys there are now, and is gone once it is sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import ConfigurationError, InvalidInput
from bot.mail import outbox, trouble
from bot.mail.answers import Answer, open_answer, queue_answer
from bot.mail.models import MailState
from bot.privacy.text import CleanText
from bot.requests import rotation
from bot.vault.keyfile import create, read
from tests.common.mailserver import Mailbox
from tests.common.requests import add_request
from tests.unit.mail.conftest import Post

ADDRESS = "an.peeters@voorbeeld.be"


def queued(post: Post, *, address: str = ADDRESS, client_id: str = "een") -> None:
    at = datetime.now(UTC)
    request = post.database.run(lambda session: add_request(session, post.desk.vault))
    about = {"request": request, "client_id": client_id, "address": address, "at": at}
    post.database.run(
        lambda session: queue_answer(session, post.desk.vault, text=CleanText("Bel ons."), **about)
    )


async def test_it_goes_to_the_address_only_and_is_gone(post: Post):
    box = Mailbox()
    queued(post)
    async with post.server(box):
        await post.look()
    assert box.recipients == [[ADDRESS]]
    assert "Bel ons." in box.mails[0].get_content()
    row = post.row()
    assert (row.state, row.sealed, row.key_id) == (MailState.SENT, None, None)


async def test_a_refused_one_keeps_its_text_for_another_try(post: Post):
    queued(post)
    async with post.server(Mailbox(rcpt="550 onbekend")):
        await post.look()
    assert post.row().state == MailState.FAILED
    assert open_answer(post.desk.vault, post.row()) == Answer(ADDRESS, "Bel ons.")


@pytest.mark.parametrize(
    "address",
    ["geen adres", "an@voorbeeld.be\r\nBcc: kwaad@elders.be", "an@voorbeeld.be, piet@elders.be"],
)
def test_what_is_no_single_address_is_refused_without_repeating_it(post: Post, address: str):
    with pytest.raises(InvalidInput) as error:
        queued(post, address=address)
    assert "elders" not in error.value.detail
    assert post.rows() == []


def test_new_keys_open_it_and_the_old_one_goes(post: Post):
    queued(post)
    path = post.desk.vault._path
    # The sealed contact details of the request, and the sealed mail.
    assert rotation.rotate(post.database, path, at=datetime.now(UTC), keep_old=False) == 2
    assert len(read(path).by_id) == 1
    assert open_answer(post.desk.vault, post.row()) == Answer(ADDRESS, "Bel ons.")


def test_a_server_whose_keys_were_replaced_by_others_does_not_start(post: Post):
    queued(post)
    path = post.desk.vault._path
    path.unlink()
    create(path)
    with pytest.raises(ConfigurationError, match="ontbreken sleutels"):
        post.database.run(lambda session: rotation.open_vault(session, path))


async def test_a_key_that_is_missing_for_a_while_delays_it(post: Post):
    queued(post)
    path, box = post.desk.vault._path, Mailbox()
    aside = path.with_suffix(".apart")
    path.rename(aside)
    create(path)
    async with post.server(box):
        await post.look()
        assert (box.mails, post.row().problem) == ([], "De sleutel van dit antwoord ontbreekt.")
        path.unlink()
        aside.rename(path)
        post.make_due()
        await post.look()
    assert len(box.mails) == 1


def test_it_goes_with_the_time_of_contact_details(post: Post):
    queued(post)
    at, keep = datetime.now(UTC) + timedelta(days=8), timedelta(days=7)
    assert post.database.run(lambda session: outbox.drop_old(session, at=at, keep=keep)) == 1


async def test_one_that_is_still_to_go_can_be_dropped(post: Post):
    box = Mailbox()
    queued(post)
    id = post.row().id
    post.database.run(lambda session: trouble.let_go(session, id, datetime.now(UTC)))
    async with post.server(box):
        await post.look()
    assert (box.mails, post.rows()) == ([], [])
