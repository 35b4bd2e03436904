"""One visitor's conversation on a database, and an engine that answers from memory."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversations import lifecycle
from bot.conversations.exchange import (
    Accepted,
    Incoming,
    Pending,
    accept,
    next_unanswered,
    store_answer,
    store_apology,
)
from bot.conversations.lifecycle import change_state, open_conversation
from bot.conversations.log import entries_after
from bot.conversations.models import Conversation, Entry, State
from bot.conversations.sites import ensure_demo_site
from bot.database.connection import Database
from bot.engine.protocol import Dialogue, EngineAnswer, EngineRequest, ReferralMade
from bot.privacy.text import CleanText
from bot.registration.models import ContactRecord, OutcomeRecord, QuestionRecord, ReferralRecord
from bot.replies import Kind, Reply

NOTICE = Reply(kind=Kind.HANDOVER, text="Genoteerd.")
APOLOGY = Reply(kind=Kind.FALLBACK, text="Sorry.")
CARD = Reply(kind=Kind.SAFETY, text="Bel 112.")


def answered(text: str = "Antwoord.", **about: Any) -> EngineAnswer:
    """What an engine says to a message."""
    replies = about.pop("replies", (Reply(kind=Kind.ANSWER, text=text, topic="ocad"),))
    given: dict[str, Any] = {"questions": ("ocad",), "referrals": (), "outcome": "beantwoord"}
    given |= {"intent": "ocad", "ranking": (), "dialogue": Dialogue(), **about}
    return EngineAnswer(replies=replies, **given)


def referral(contact: str = "vvsg_vorming", *, topic: str | None = "ocad") -> ReferralMade:
    return ReferralMade(topic=topic, contact=contact, group="intern_vvsg")


class Talk:
    """Opens a conversation and acts in it, one transaction an act."""

    def __init__(self, database: Database, **about: Any) -> None:
        self.database = database
        database.run(ensure_demo_site)
        opened = database.run(
            lambda session: open_conversation(
                session, site="demo", greeting=(Reply(kind=Kind.NOTICE, text="Dag."),), **about
            )
        )
        self.id, self.token = opened.id, opened.token
        self._contact_id: str | None = None

    def say(
        self, text: str = "wat is OCAD?", *, client_id: str | None = None, **about: Any
    ) -> Accepted:
        """Post a message as the gateway does, behind the privacy filter."""
        token = about.pop("token", self.token)
        incoming = Incoming(client_id=client_id or uuid4().hex, text=CleanText(text), **about)
        return self.database.run(lambda session: accept(session, self.id, token, incoming))

    def take(self) -> Pending:
        """Take up the oldest message that waits, as an engine's turn begins."""
        pending = self.database.run(lambda session: next_unanswered(session, self.id))
        assert pending is not None
        return pending

    def store(self, pending: Pending, answer: EngineAnswer | None = None) -> bool:
        """Store an answer."""
        return self.database.run(
            lambda session: store_answer(session, pending, answer or answered())
        )

    def answer(self, **about: Any) -> bool:
        """Answer the oldest message that waits."""
        return self.store(self.take(), answered(**about))

    def apologise(self, pending: Pending) -> None:
        """Give up on a message."""
        self.database.run(lambda session: store_apology(session, pending, APOLOGY))

    def hand_over(self) -> None:
        self.database.run(
            lambda session: lifecycle.request_handover(session, self.id, self.token, NOTICE)
        )

    def claim(self) -> bool:
        """A colleague takes the conversation."""
        among = (State.BOT, State.WAITING)
        return self.database.run(
            lambda session: change_state(session, self.id, to=State.STAFF, among=among)
        )

    def close(self) -> None:
        self.database.run(lambda session: lifecycle.close(session, self.id, self.token))

    def erase(self) -> None:
        _ = self.contact_id
        self.database.run(lambda session: lifecycle.erase(session, self.id, self.token))

    @property
    def contact_id(self) -> str | None:
        """Id of the counted contact, remembered when the conversation is erased."""
        found = self.read(lambda session: session.get(Conversation, self.id))
        self._contact_id = self._contact_id if found is None else found.contact_id
        return self._contact_id

    @property
    def state(self) -> str:
        return self.read(lambda session: session.get_one(Conversation, self.id).state)

    def entries(self) -> list[dict[str, Any]]:
        """The whole log as events."""
        found: list[dict[str, Any]] = []
        while more := self._behind(len(found)):
            found += more
        return found

    def _behind(self, seq: int) -> list[dict[str, Any]]:
        return self.read(lambda session: entries_after(session, self.id, seq))

    def texts(self, sender: str) -> list[str]:
        return [
            one["text"] or one["reply"]["text"] for one in self.entries() if one["sender"] == sender
        ]

    def waits(self) -> list[int]:
        """Numbers of the messages that wait for an answer."""
        return sorted(self.all(Entry.seq, Entry.conversation_id == self.id, Entry.unanswered))

    def outcomes(self) -> list[str]:
        return self.all(OutcomeRecord.outcome, OutcomeRecord.contact_id == self.contact_id)

    def questions(self) -> list[str]:
        return self.all(QuestionRecord.topic, QuestionRecord.contact_id == self.contact_id)

    def referrals(self) -> list[str]:
        return self.all(
            ReferralRecord.contact,
            ReferralRecord.question_id == QuestionRecord.id,
            QuestionRecord.contact_id == self.contact_id,
        )

    def contact(self) -> ContactRecord | None:
        id = self.contact_id
        return None if id is None else self.read(lambda session: session.get(ContactRecord, id))

    def all(self, column: Any, *conditions: Any) -> list[Any]:
        return self.read(lambda session: list(session.scalars(select(column).where(*conditions))))

    def read(self, work: Callable[[Session], Any]) -> Any:
        with Session(self.database._reader) as session:
            return work(session)


class MemoryEngine:
    """Answers with an echo; plays a script of errors and pauses first, one item a request."""

    def __init__(self, *script: BaseException | type[BaseException] | asyncio.Event) -> None:
        self.script = list(script)
        self.asked: list[str] = []
        self.requests: list[EngineRequest] = []

    async def reply(self, request: EngineRequest) -> EngineAnswer:
        self.asked.append(request.text)
        self.requests.append(request)
        step = self.script.pop(0) if self.script else None
        if isinstance(step, asyncio.Event):
            await step.wait()
        elif step is not None:
            raise step
        said = len(request.dialogue.slots.get("said", [])) + 1
        dialogue = Dialogue(slots={"said": list(range(said))})
        return answered(f"Antwoord op: {request.text}", dialogue=dialogue)


def numbers(entries: Sequence[dict[str, Any]]) -> list[int]:
    return [one["seq"] for one in entries]
