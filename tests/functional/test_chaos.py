"""kill -9 of gateway and engine under load breaks no promise; benchmarks.chaos does the same for longer."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
from pathlib import Path

import pytest

from benchmarks.chaos import run
from benchmarks.load.promises import Promises
from benchmarks.load.visitors import Conversation, Question
from bot.database.connection import Database
from tests.unit.conversations.talk import Talk


@pytest.mark.slow
def test_six_kills_lose_nothing_and_double_nothing(tmp_path: Path):
    result = asyncio.run(
        run(tmp_path, rounds=6, seed=random.randrange(10**6), visitors=6, patience=0.3)
    )
    print(json.dumps(result, indent=2))
    assert result["broken"] == []
    assert sum(result["kills"].values()) >= 5
    assert result["acknowledged"] > 50


@pytest.fixture
def followed(database: Database) -> Conversation:
    """A conversation that a visitor saw in full."""
    talk = Talk(database)
    known = Conversation(talk.id, talk.token)
    for number in range(3):
        client_id = f"client-{number}"
        known.sent[client_id] = Question(f"vraag {number}", "ocad")
        known.acked[client_id] = talk.say(f"vraag {number}", client_id=client_id).seq
        talk.answer()
    known.seen = talk.entries()
    return known


def broken(database: Database, known: Conversation, change: str = "SELECT 1") -> set[str]:
    """The promises that are found broken after a change behind the server's back."""
    path = Path(str(database.engine.url.database))
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute(change)
    raw.close()
    promises = Promises(path, [known])
    promises.check()
    return {line.split(" in ")[0] for line in promises.broken}


def test_the_comparison_finds_nothing_where_nothing_is_wrong(
    database: Database, followed: Conversation
):
    assert broken(database, followed) == set()


@pytest.mark.parametrize(
    ("change", "promise"),
    [
        ("DELETE FROM entries WHERE client_id = 'client-1'", "lost"),
        ("UPDATE entries SET client_id = 'client-x' WHERE client_id = 'client-1'", "doubled"),
        ("UPDATE entries SET seq = 99 WHERE seq = 3", "gaps"),
        ("UPDATE conversations SET last_seq = 99", "gaps"),
        ("UPDATE entries SET unanswered = 1 WHERE seq = 4", "unanswered"),
        ("DELETE FROM outcomes WHERE id = 2", "outcomes"),
        ("INSERT INTO outcomes SELECT 99, contact_id, outcome, at FROM outcomes LIMIT 1", "outcomes"),
        ("UPDATE entries SET reply = json_set(reply, '$.topic', 'livc') WHERE seq = 5", "answers"),
        ("UPDATE entries SET text = 'anders' WHERE seq = 4", "stream"),
        ("UPDATE entries SET sender = 'system' WHERE seq = 5", "cards"),
    ],
)  # fmt: skip
def test_the_comparison_finds_what_is_wrong(
    database: Database, followed: Conversation, change: str, promise: str
):
    assert promise in broken(database, followed, change)


def test_the_comparison_finds_an_answer_given_twice(database: Database, followed: Conversation):
    change = """INSERT INTO entries (conversation_id, seq, sender, reply, unanswered, alarmed, attempts, at)
        SELECT conversation_id, 8, sender, reply, unanswered, alarmed, attempts, at FROM entries WHERE seq = 7"""
    assert "answers" in broken(database, followed, change)


def test_the_comparison_finds_an_entry_that_a_stream_repeated(
    database: Database, followed: Conversation
):
    followed.seen.insert(3, followed.seen[2])
    assert broken(database, followed) == {"stream"}
