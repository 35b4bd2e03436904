"""One order without gaps, in moments that mean the same everywhere."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from bot.conversations import log, statements
from bot.conversations.log import Draft, append
from bot.conversations.models import Entry, Sender
from bot.errors import Unknown
from tests.unit.conversations.talk import Talk, numbers


def test_the_first_entry_is_the_greeting_with_number_one(talk: Talk):
    assert [(one["seq"], one["sender"]) for one in talk.entries()] == [(1, "bot")]


def test_numbers_have_no_gaps_when_eight_threads_write_at_once(talk: Talk):
    with ThreadPoolExecutor(8) as threads:
        accepted = list(threads.map(lambda number: talk.say(f"vraag {number}"), range(120)))
    assert sorted(one.seq for one in accepted) == list(range(2, 122))
    assert numbers(talk.entries()) == list(range(1, 122))


def test_numbers_have_no_gaps_after_a_write_that_failed(talk: Talk):
    def fail(session: object) -> None:
        append(session, talk.id, [Draft(Sender.BOT), Draft(Sender.BOT)])
        raise RuntimeError

    with pytest.raises(RuntimeError):
        talk.database.run(fail)
    assert talk.say().seq == 2


def test_each_conversation_counts_for_itself(talk: Talk):
    other = Talk(talk.database)
    talk.say()
    assert (talk.say().seq, other.say().seq) == (3, 2)


def test_entries_that_are_stored_together_stand_together(talk: Talk):
    given = talk.database.run(
        lambda session: append(
            session, talk.id, [Draft(Sender.BOT, text=one) for one in ("a", "b", "c")]
        )
    )
    assert given == [2, 3, 4]
    assert talk.texts("bot")[1:] == ["a", "b", "c"]


def test_storing_nothing_uses_no_number(talk: Talk):
    assert talk.database.run(lambda session: append(session, talk.id, [])) == []
    assert talk.say().seq == 2


def test_nothing_is_stored_in_a_conversation_that_does_not_exist(talk: Talk):
    with pytest.raises(Unknown):
        talk.database.run(lambda session: append(session, "nowhere", [Draft(Sender.BOT)]))


def test_a_reader_gets_only_what_is_behind_its_number(talk: Talk):
    for _ in range(3):
        talk.say()
    assert numbers(talk.read(lambda session: log.entries_after(session, talk.id, 2))) == [3, 4]


def test_one_read_gives_a_bounded_batch(talk: Talk):
    drafts = [Draft(Sender.BOT, text="x")] * (statements.BATCH + 50)
    talk.database.run(lambda session: append(session, talk.id, drafts))
    assert (
        len(talk.read(lambda session: log.entries_after(session, talk.id, 0))) == statements.BATCH
    )
    assert numbers(talk.entries()) == list(range(1, statements.BATCH + 52))


def test_moments_are_stored_in_utc(talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    brussels = timezone(timedelta(hours=2))
    monkeypatch.setattr(
        log, "now", lambda: datetime(2026, 10, 25, 2, 30, 0, 123456, tzinfo=brussels)
    )
    talk.say()
    with sqlite3.connect(tmp_path / "wegwijs.sqlite") as raw:
        (stored,) = raw.execute("SELECT at FROM entries WHERE seq = 2").fetchone()
    raw.close()
    assert stored == "2026-10-25 00:30:00.123456"
    assert talk.entries()[1]["at"] == "2026-10-25T00:30:00.123+00:00"


def test_a_moment_comes_back_with_its_time_zone(talk: Talk):
    stored = talk.read(lambda session: session.get_one(Entry, (talk.id, 1)).at)
    assert stored.tzinfo is UTC
    assert abs(datetime.now(UTC) - stored) < timedelta(minutes=1)


def test_the_clock_does_not_decide_the_order(talk: Talk, monkeypatch: pytest.MonkeyPatch):
    talk.say("eerst")
    monkeypatch.setattr(log, "now", lambda: datetime(2000, 1, 1, tzinfo=UTC))
    talk.say("daarna")
    assert talk.texts("visitor") == ["eerst", "daarna"]
