"""What the log must hold by what its visitors know: each message once, answered once, in order, in every stream."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.load.visitors import DANGER, Conversation
from bot.answers.asking import NOTED
from bot.conversations.answering import APOLOGY


class Promises:
    """Compares the log with what the visitors know; each broken promise is a line."""

    def __init__(self, database: Path, conversations: list[Conversation]) -> None:
        self._database = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        self._conversations = conversations
        self.broken: list[str] = []
        self.counts: Counter[str] = Counter()

    def check(self) -> None:
        """Look at everything."""
        self.integrity = self._database.execute("PRAGMA integrity_check").fetchone()[0]
        if self.integrity != "ok":
            self._break("integrity", "database", self.integrity)
        for conversation in self._conversations:
            self._check(conversation)
        self._database.close()

    def _check(self, conversation: Conversation) -> None:
        rows = self._rows(conversation.id)
        self.counts["entries"] += len(rows)
        self._check_numbers(conversation, rows)
        self._check_acknowledged(conversation, rows)
        self._check_answers(conversation, rows)
        self._check_stream(conversation, rows)

    def _rows(self, id: str) -> list[dict[str, Any]]:
        columns = (
            "seq",
            "sender",
            "text",
            "reply",
            "client_id",
            "choice",
            "unanswered",
            "attempts",
        )
        found = self._database.execute(
            f"SELECT {', '.join(columns)} FROM entries WHERE conversation_id = ? ORDER BY seq",  # noqa: S608
            (id,),
        )
        return [dict(zip(columns, row, strict=True)) for row in found]

    def _check_numbers(self, conversation: Conversation, rows: list[dict[str, Any]]) -> None:
        last = self._one("SELECT last_seq FROM conversations WHERE id = ?", conversation.id)
        if [row["seq"] for row in rows] != list(range(1, len(rows) + 1)) or last != len(rows):
            self._break("gaps", conversation.id, [row["seq"] for row in rows])

    def _check_acknowledged(self, conversation: Conversation, rows: list[dict[str, Any]]) -> None:
        stored = Counter(row["client_id"] for row in rows if row["sender"] == "visitor")
        places = {row["client_id"]: row["seq"] for row in rows if row["sender"] == "visitor"}
        for client_id, seq in conversation.acked.items():
            self.counts["acknowledged"] += 1
            if client_id not in places:
                self._break("lost", conversation.id, client_id)
            elif places[client_id] != seq:
                self._break("misnumbered", conversation.id, (client_id, seq, places[client_id]))
        for client_id, times in stored.items():
            if times > 1 or client_id not in conversation.sent:
                self._break("doubled", conversation.id, (client_id, times))
        self.counts["stored"] += sum(stored.values())

    def _check_answers(self, conversation: Conversation, rows: list[dict[str, Any]]) -> None:
        messages = [row for row in rows if row["sender"] == "visitor"]
        for row in messages:
            self.counts["tried again"] += row["attempts"] > 0
            if row["unanswered"]:
                self._break("unanswered", conversation.id, row["seq"])
        outcomes = self._one(
            "SELECT count(*) FROM outcomes JOIN conversations USING (contact_id) WHERE conversations.id = ?",
            conversation.id,
        )
        # A button that tells who asks has no outcome.
        counted = sum(not (row["choice"] or "").startswith("doelgroep") for row in messages)
        if outcomes != counted:
            self._break("outcomes", conversation.id, (outcomes, counted))
        replies = [json.loads(row["reply"]) for row in rows if row["sender"] == "bot"][1:]
        apologies = sum(one["text"] == APOLOGY.text for one in replies)
        self.counts["apologies"] += apologies
        questions = [
            conversation.sent[row["client_id"]]
            for row in messages
            if row["client_id"] in conversation.sent
        ]
        asked = [one.topic for one in questions if one.topic]
        answered = [one["topic"] for one in replies if one["topic"]]
        # An apology stands in the place of an answer, so the answers are then the topics asked with some left out.
        in_order = iter(asked)
        if len(answered) + apologies < len(asked) or any(
            topic not in in_order for topic in answered
        ):
            self._break("answers", conversation.id, {"asked": asked, "answered": answered})
        noted = sum(one["text"].startswith(NOTED) for one in replies)
        if noted > 1:
            self._break("answers", conversation.id, "the choice of an audience was answered twice")
        cards = sum(row["sender"] == "system" for row in rows)
        if cards != sum(one.text == DANGER for one in questions):
            self._break("cards", conversation.id, cards)

    def _check_stream(self, conversation: Conversation, rows: list[dict[str, Any]]) -> None:
        def key(seq: int, sender: str, text: str | None, reply: Any) -> str:
            return json.dumps([seq, sender, text, reply], sort_keys=True)

        seen = [
            key(one["seq"], one["sender"], one["text"], one["reply"]) for one in conversation.seen
        ]
        stored = [
            key(row["seq"], row["sender"], row["text"], row["reply"] and json.loads(row["reply"]))
            for row in rows
        ]
        if seen != stored:
            self._break("stream", conversation.id, [one["seq"] for one in conversation.seen])

    def _one(self, query: str, id: str) -> Any:
        row = self._database.execute(query, (id,)).fetchone()
        return None if row is None else row[0]

    def _break(self, promise: str, where: str, what: Any) -> None:
        self.counts[f"broken: {promise}"] += 1
        self.broken.append(f"{promise} in {where}: {what}")
