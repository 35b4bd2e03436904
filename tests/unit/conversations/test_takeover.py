"""A person takes over: one at a time, and the assistant does not speak through them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversations import takeover
from bot.conversations.models import Conversation, Note, State
from bot.database.connection import Database
from bot.errors import Conflict, NotAuthorised
from bot.privacy.cleaning import Found
from bot.privacy.spans import Kind, Span
from bot.privacy.text import CleanText
from bot.registration.models import HandoverRecord, Outcome
from tests.unit.conversations.talk import Talk


@pytest.fixture
def waiting(database: Database) -> Talk:
    talk = Talk(database)
    talk.say()
    talk.answer()
    talk.hand_over()
    return talk


def do(talk: Talk, act: Callable[..., Any], *arguments: Any, **about: Any) -> Any:
    return talk.database.run(lambda session: act(session, talk.id, *arguments, **about))


def say(talk: Talk, colleague: str, text: str = "Goedemiddag.", client_id: str = "een") -> int:
    return do(talk, takeover.reply, colleague, client_id=client_id, text=CleanText(text))


def handovers(talk: Talk) -> list[tuple[bool, str | None]]:
    """Whether somebody came, and how it ended, for each time a person was asked for."""

    def read(session: Session) -> list[tuple[bool, str | None]]:
        rows = session.scalars(select(HandoverRecord).order_by(HandoverRecord.id))
        return [(one.claimed_at is not None, one.ended_as) for one in rows]

    return talk.read(read)


def claimed_by(talk: Talk) -> str | None:
    return talk.read(lambda session: session.get_one(Conversation, talk.id).claimed_by)


def test_a_claim_gives_the_conversation_to_one_colleague(waiting: Talk):
    do(waiting, takeover.claim, "anna")
    assert (waiting.state, claimed_by(waiting)) == ("staff", "anna")
    with pytest.raises(Conflict, match="al overgenomen"):
        do(waiting, takeover.claim, "bas")


def test_of_twenty_colleagues_on_two_processes_one_gets_each_conversation(database: Database):
    talks = [Talk(database) for _ in range(10)]
    for talk in talks:
        talk.say()
        talk.answer()
        talk.hand_over()
    other = Database(str(database.engine.url))

    def attempt(number: int) -> tuple[str, bool]:
        talk = talks[number % 10]
        process = database if number % 3 else other
        try:
            process.run(lambda session: takeover.claim(session, talk.id, f"collega{number}"))
        except Conflict:
            return talk.id, False
        return talk.id, True

    with ThreadPoolExecutor(16) as pool:
        won = [talk for talk, first in pool.map(attempt, range(200)) if first]
    other.close()
    assert sorted(won) == sorted(talk.id for talk in talks)


def test_an_answer_under_way_at_a_claim_is_never_stored(waiting: Talk):
    waiting.say("En wat is een LIVC R?")
    under_way = waiting.take()
    do(waiting, takeover.claim, "anna")
    assert not waiting.store(under_way)
    assert waiting.entries()[-1]["sender"] == "system"
    assert waiting.waits() == []


def test_what_the_visitor_says_to_a_colleague_is_not_for_the_assistant(waiting: Talk):
    do(waiting, takeover.claim, "anna")
    waiting.say("Bent u een mens?")
    assert waiting.waits() == []
    say(waiting, "anna", "Ja.")
    assert [one["sender"] for one in waiting.entries()][-2:] == ["visitor", "staff"]


def test_a_reply_that_is_sent_twice_is_stored_once(waiting: Talk):
    do(waiting, takeover.claim, "anna")
    assert say(waiting, "anna") == say(waiting, "anna")
    assert waiting.texts("staff") == ["Goedemiddag."]


@pytest.mark.parametrize(
    "act",
    [
        lambda talk: say(talk, "bas"),
        lambda talk: do(talk, takeover.release, "bas", to=State.BOT),
        lambda talk: do(talk, takeover.transfer, "bas", to="carl"),
        lambda talk: do(talk, takeover.finish, "bas", outcome=Outcome.ANSWERED),
    ],
)
def test_only_who_has_it_acts_in_a_conversation(waiting: Talk, act: Callable[[Talk], Any]):
    do(waiting, takeover.claim, "anna")
    before = len(waiting.entries())
    with pytest.raises(Conflict, match="niet"):
        act(waiting)
    assert (len(waiting.entries()), claimed_by(waiting)) == (before, "anna")


def test_a_conversation_is_handed_to_a_colleague(waiting: Talk):
    do(waiting, takeover.claim, "anna")
    do(waiting, takeover.transfer, "anna", to="bas")
    say(waiting, "bas")
    with pytest.raises(Conflict):
        say(waiting, "anna", client_id="twee")


@pytest.mark.parametrize(("to", "ended"), [(State.WAITING, None), (State.BOT, "teruggegeven")])
def test_a_conversation_is_given_back(waiting: Talk, to: State, ended: str | None):
    do(waiting, takeover.claim, "anna")
    do(waiting, takeover.release, "anna", to=to)
    assert (waiting.state, claimed_by(waiting)) == (to.value, None)
    assert handovers(waiting) == [(True, ended)]
    waiting.say("Nog een vraag")
    assert len(waiting.waits()) == 1


def test_a_visitor_stops_waiting(waiting: Talk):
    do(waiting, takeover.cancel, waiting.token)
    assert (waiting.state, handovers(waiting)) == ("bot", [(False, "geannuleerd")])
    with pytest.raises(NotAuthorised):
        do(waiting, takeover.cancel, "verkeerd")


def test_a_visitor_who_stops_waiting_too_late_keeps_the_colleague(waiting: Talk):
    do(waiting, takeover.claim, "anna")
    do(waiting, takeover.cancel, waiting.token)
    assert waiting.state == "staff"


def test_closing_counts_what_came_of_it_and_reopening_takes_it_up_again(waiting: Talk):
    do(waiting, takeover.claim, "anna")
    do(waiting, takeover.finish, "anna", outcome=Outcome.REFERRED)
    assert (waiting.state, handovers(waiting)) == ("closed", [(True, "afgesloten")])
    assert waiting.outcomes()[-1] == "doorverwezen"
    do(waiting, takeover.reopen, "bas")
    assert (waiting.state, claimed_by(waiting)) == ("staff", "bas")
    with pytest.raises(Conflict, match="niet afgesloten"):
        do(waiting, takeover.reopen, "carl")


def test_a_note_is_for_colleagues_alone_and_goes_with_the_conversation(waiting: Talk):
    before = waiting.entries()
    do(waiting, takeover.note, "anna", CleanText("Belt morgen terug."))
    assert waiting.entries() == before
    assert waiting.all(Note.text) == ["Belt morgen terug."]
    waiting.erase()
    assert waiting.all(Note.text) == []


def test_how_long_a_visitor_waited_stays_after_erasing_and_when_does_not(waiting: Talk):
    do(waiting, takeover.claim, "anna")
    do(waiting, takeover.finish, "anna", outcome=Outcome.ANSWERED)

    def length(session: Session) -> tuple[float, int]:
        record = session.scalars(select(HandoverRecord)).one()
        assert record.claimed_at is not None
        return (record.claimed_at - record.asked_at).total_seconds(), record.asked_at.hour

    before = waiting.read(length)
    waiting.erase()
    assert waiting.read(length) == (before[0], 12)


def test_a_name_that_a_colleague_types_gets_a_number_of_its_own(waiting: Talk):
    do(waiting, takeover.claim, "anna")
    typed = Found("Vraag het aan Wim.", (Span(14, 17, Kind.NAAM),))
    first, second = (do(waiting, takeover.masked, typed) for _ in range(2))
    assert (first, second) == ("Vraag het aan [PERSOON-1].", "Vraag het aan [PERSOON-2].")


def test_the_same_answer_sent_again_is_the_same_though_its_persons_are_numbered_anew(waiting: Talk):
    do(waiting, takeover.claim, "anna")
    assert say(waiting, "anna", "Vraag [PERSOON-1].") == say(waiting, "anna", "Vraag [PERSOON-2].")
