"""The promises of the log (DESIGN.md §6) under any order of acts: whatever visitor, engines and colleagues do."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from bot.conversations.exchange import Pending, count_failure, store_apology
from bot.conversations.lifecycle import change_state
from bot.conversations.models import State
from bot.database.connection import Database
from bot.errors import Conflict, Mismatch, NotAuthorised, Unknown
from bot.replies import Kind, Reply
from tests.common.databases import MEMORY, lay_down
from tests.unit.conversations.talk import CARD, Talk, answered, numbers

SILENT = ("staff", "closed")


class Log(RuleBasedStateMachine):
    """A model of one conversation: what was acknowledged, what may still be answered, who speaks."""

    client_ids: Bundle[str] = Bundle("client_ids")
    attempts: Bundle[Pending] = Bundle("attempts")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY))
        self.database = Database(lay_down(self.folder / "wegwijs.sqlite"))
        self.acked: dict[str, tuple[str, int]] = {}
        """client_id → text and number of what the visitor knows to be stored."""
        self.sent: dict[str, str] = {}
        self.answers: dict[int, str] = {}
        """Number of a message → its answer."""
        self.state = "bot"
        self.erased = False
        self.said = 0

    @initialize()
    def open(self) -> None:
        self.talk = Talk(self.database)

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.folder)

    # the visitor

    @rule(target=client_ids, lose_ack=st.booleans(), alarmed=st.booleans())
    def say(self, lose_ack: bool, alarmed: bool) -> str:
        self.said += 1
        client_id = f"client-{self.said}"
        self.sent[client_id] = f"vraag {self.said}"
        self._post(client_id, lose_ack=lose_ack, card=CARD if alarmed else None)
        return client_id

    @rule(client_id=client_ids, lose_ack=st.booleans())
    def retry(self, client_id: str, lose_ack: bool) -> None:
        self._post(client_id, lose_ack=lose_ack)

    @rule(client_id=client_ids, wrong_token=st.booleans())
    def meddle(self, client_id: str, wrong_token: bool) -> None:
        """The same client_id with another text, or with a wrong token."""
        if not wrong_token and (self.erased or client_id not in self._stored()):
            return
        before = self.talk.entries()
        about = {"token": "wrong"} if wrong_token else {}
        try:
            self.talk.say("iets anders", client_id=client_id, **about)
        except (Mismatch, NotAuthorised, Unknown):
            assert self.talk.entries() == before
        else:
            raise AssertionError("accepted what is no retry")

    # visitor and colleagues

    @precondition(lambda self: self.said > 1 and not self.erased)
    @rule(act=st.sampled_from(["hand over", "claim", "claim", "give back", "close", "erase"]))
    def change(self, act: str) -> None:
        if act == "hand over":
            self._hand_over()
        elif act == "claim":
            self._move(State.STAFF, State.BOT, State.WAITING)
        elif act == "give back":
            self._move(State.BOT, State.WAITING, State.STAFF)
        elif self.said > 3 and act == "close":
            self.talk.close()
            self.state = "closed"
        elif self.said > 5 and act == "erase":
            self.talk.erase()
            self.erased = True

    def _hand_over(self) -> None:
        try:
            self.talk.hand_over()
        except Conflict:
            assert self.state == "closed"
        else:
            self.state = "waiting" if self.state == "bot" else self.state

    def _move(self, to: State, *among: State) -> None:
        moved = self.database.run(
            lambda session: change_state(session, self.talk.id, to=to, among=among)
        )
        assert moved == (self.state in among)
        self.state = to.value if moved else self.state

    # engines: any number of them, each may be late, fail or answer what another has answered

    @precondition(lambda self: self.talk.waits())
    @rule(target=attempts)
    def take(self) -> Pending:
        pending = self.talk.take()
        assert pending.seq == self.talk.waits()[0]
        return pending

    @rule(
        pending=attempts,
        kind=st.sampled_from(["answer", "apology", "handover", "fail"]),
    )
    def answer(self, pending: Pending, kind: str) -> None:
        if kind == "apology":
            self._apologise(pending)
        elif kind == "fail":
            self.database.run(lambda session: count_failure(session, pending))
        else:
            text, state = f"antwoord op {pending.seq}", "waiting" if kind == "handover" else "bot"
            if self.talk.store(pending, answered(text, state=state)):
                self._answered(pending.seq, text)
                self.state = "waiting" if kind == "handover" else self.state

    def _apologise(self, pending: Pending) -> None:
        before, apology = (
            len(self.talk.entries()),
            Reply(kind=Kind.FALLBACK, text=f"sorry voor {pending.seq}"),
        )
        self.database.run(lambda session: store_apology(session, pending, apology))
        if len(self.talk.entries()) > before:
            self._answered(pending.seq, apology.text)

    def _answered(self, seq: int, text: str) -> None:
        assert not self.erased
        assert self.state not in SILENT
        assert seq not in self.answers
        self.answers[seq] = text

    # what always holds

    @invariant()
    def numbers_have_no_gaps(self) -> None:
        found = numbers(self.talk.entries())
        assert found == list(range(1, len(found) + 1))
        assert bool(found) != self.erased

    @invariant()
    def what_was_acknowledged_is_stored_once(self) -> None:
        if self.erased:
            return
        stored = self._stored()
        assert len(stored) == sum(one["sender"] == "visitor" for one in self.talk.entries())
        for client_id, (text, seq) in self.acked.items():
            assert stored[client_id] == (text, seq)
        for client_id, (text, _) in stored.items():
            assert self.sent[client_id] == text

    @invariant()
    def each_message_is_answered_at_most_once_and_waits_for_no_second_answer(self) -> None:
        assert not set(self.talk.waits()) & set(self.answers)
        if not self.erased:
            assert sorted(self.talk.texts("bot")[1:]) == sorted(self.answers.values())

    @invariant()
    def the_state_is_the_one_that_the_acts_lead_to(self) -> None:
        if not self.erased:
            assert self.talk.state == self.state

    @invariant()
    def a_contact_counts_from_the_first_message_on_and_outlives_its_texts(self) -> None:
        assert (self.talk.contact() is not None) == bool(self.acked or self._had)
        assert len(self.talk.questions()) <= 1

    _had = False
    """Whether a message was stored, acknowledged or not."""

    def _post(self, client_id: str, *, lose_ack: bool, **about: Any) -> None:
        known = not self.erased and client_id in self._stored()
        try:
            accepted = self.talk.say(self.sent[client_id], client_id=client_id, **about)
        except Unknown:
            assert self.erased
        except Conflict:
            assert self.state == "closed"
            assert not known
        else:
            self._had = True
            assert known or self.state != "closed"
            if not lose_ack:
                self.acked[client_id] = (self.sent[client_id], accepted.seq)

    def _stored(self) -> dict[str, tuple[str, int]]:
        visitor = (one for one in self.talk.entries() if one["sender"] == "visitor")
        return {one["client_id"]: (one["text"], one["seq"]) for one in visitor}


TestLog = Log.TestCase
TestLog.settings = settings(
    derandomize=True,  # the same histories at each run: a test suite is no lottery; raise max_examples to hunt
    max_examples=30,
    stateful_step_count=30,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # shrinking takes minutes here
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
