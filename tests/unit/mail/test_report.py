"""That the monthly report is there is mailed once a month, to who is to read it, with a link and without a figure."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.database.connection import Database
from bot.mail import outbox
from bot.mail.models import MailKind, MailState
from bot.mail.sending import queue_report
from tests.common.mailserver import Mailbox, settings
from tests.common.server import free_port
from tests.unit.mail.conftest import Post

READERS = "directie@proefgemeente.be, nota@proefgemeente.be"
LINK = "https://wegwijs.proefgemeente.be/console/cijfers?maand="


@pytest.fixture
def read(post: Post) -> Post:
    """Two people read the report."""
    found = settings(free_port(), WEGWIJS_MAIL_REPORT_TO=READERS)
    post.database._info = {outbox.MAIL: found}
    return replace(post, desk=replace(post.desk, settings=found))


def queue(post: Post, at: datetime, *, database: Database | None = None, who: str = "een") -> None:
    (database or post.database).run(lambda session: queue_report(session, who, at))


async def test_each_reader_gets_one_link_to_the_month_that_is_over(read: Post):
    box = Mailbox()
    queue(read, datetime(2025, 3, 1, 8, tzinfo=UTC))
    async with read.server(box):
        await read.look()
        await read.look()
    assert sorted(box.recipients) == [["directie@proefgemeente.be"], ["nota@proefgemeente.be"]]
    for sent in box.mails:
        assert sent["Subject"] == "Maandverslag van februari 2025"
        assert f"{LINK}2025-02" in sent.get_content().splitlines()
    assert {one.state for one in read.rows()} == {MailState.SENT}


@pytest.mark.parametrize(
    ("moments", "mails"),
    [
        # Belgium's midnight of the first is still the last day of the month in UTC.
        (["2025-02-28T23:30"], 0),
        (["2025-03-01T06:59"], 0),
        (["2025-03-01T07:00"], 1),
        (["2025-03-01T07:00", "2025-03-01T07:01", "2025-03-15T12:00", "2025-03-31T21:59"], 1),
        (["2025-03-01T07:00", "2025-04-01T05:59"], 1),
        (["2025-03-01T07:00", "2025-04-01T06:00"], 2),
        (["2025-12-01T08:00", "2026-01-01T08:00", "2026-01-02T08:00"], 2),
        # Wegwijs was down on the first.
        (["2025-03-09T12:00"], 1),
    ],
)
async def test_it_goes_once_a_month_from_eight_o_clock_on(
    read: Post, moments: list[str], mails: int
):
    for one in moments:
        queue(read, datetime.fromisoformat(one).replace(tzinfo=UTC))
    assert len(read.rows()) == 2 * mails


async def test_two_replicas_mail_it_once(read: Post):
    box, at = Mailbox(), datetime(2025, 3, 1, 8, tzinfo=UTC)
    databases = [
        Database(str(read.database.engine.url), info=read.database._info) for _ in range(4)
    ]

    async def replica(place: int, database: Database) -> None:
        for _ in range(5):
            await asyncio.to_thread(queue, read, at, database=database, who=f"replica {place}")
            await read.look(database)

    try:
        async with read.server(box):
            await asyncio.gather(*(replica(*one) for one in enumerate(databases)))
    finally:
        for one in databases:
            one.close()
    assert len({one["Message-ID"] for one in box.mails}) == len(box.mails) == 2


async def test_a_mail_that_goes_late_still_tells_of_its_own_month(read: Post):
    box = Mailbox(rcpt="450 later")
    queue(read, datetime(2025, 3, 31, 12, tzinfo=UTC))
    async with read.server(box):
        await read.look()
        box.rcpt = "250 OK"
        read.make_due()
        await read.look()
    assert [one["Subject"] for one in box.mails] == ["Maandverslag van februari 2025"] * 2


async def test_without_readers_nothing_is_queued(post: Post):
    queue(post, datetime(2025, 3, 1, 8, tzinfo=UTC))
    assert [one for one in post.rows() if one.kind == MailKind.REPORT] == []
