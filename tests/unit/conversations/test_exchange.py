"""A message is answered once, whatever is repeated or comes in between."""

from __future__ import annotations

from bot.conversations.exchange import (
    next_unanswered,
    unanswered_conversations,
)
from bot.engine.protocol import Dialogue
from tests.unit.conversations.talk import CARD, Talk, answered


def test_the_oldest_message_is_taken_first(talk: Talk):
    talk.say("eerst")
    talk.say("daarna")
    assert talk.take().request.text == "eerst"
    talk.answer()
    assert talk.take().request.text == "daarna"


def test_a_message_knows_whether_another_waited_behind_it(talk: Talk):
    talk.say("eerst")
    talk.say("daarna")
    first = talk.take()
    talk.store(first)
    assert (first.last, talk.take().last) == (False, True)


def test_there_is_nothing_to_take_when_nothing_waits(talk: Talk):
    assert talk.database.run(lambda session: next_unanswered(session, talk.id)) is None


def test_an_answer_is_stored_once_even_if_two_engines_answer(talk: Talk):
    talk.say()
    first, second = talk.take(), talk.take()
    assert talk.store(first)
    assert not talk.store(second, answered("Nog een."))
    assert talk.texts("bot")[1:] == ["Antwoord."]
    assert talk.outcomes() == ["beantwoord"]


def test_no_apology_follows_an_answer_and_no_answer_an_apology(talk: Talk):
    talk.say("eerst")
    early = talk.take()
    talk.store(early)
    talk.apologise(early)
    talk.say("daarna")
    late = talk.take()
    talk.apologise(late)
    assert not talk.store(late)
    assert talk.texts("bot")[1:] == ["Antwoord.", "Sorry."]
    assert talk.outcomes() == ["beantwoord", "niet_begrepen"]


def test_a_reply_is_not_stored_once_a_colleague_has_claimed_the_conversation(talk: Talk):
    talk.say()
    pending = talk.take()
    assert talk.claim()
    assert not talk.store(pending)
    assert talk.texts("bot") == ["Dag."]
    assert talk.waits() == []


def test_an_apology_is_not_stored_once_a_colleague_has_claimed_the_conversation(talk: Talk):
    talk.say()
    pending = talk.take()
    assert talk.claim()
    talk.apologise(pending)
    assert talk.texts("bot") == ["Dag."]


def test_a_reply_is_not_stored_once_the_conversation_is_closed(talk: Talk):
    talk.say()
    pending = talk.take()
    talk.close()
    assert not talk.store(pending)
    assert [one["sender"] for one in talk.entries()] == ["bot", "visitor", "system"]


def test_an_answer_to_an_erased_conversation_leaves_nothing(talk: Talk):
    talk.say()
    pending = talk.take()
    talk.erase()
    assert not talk.store(pending)
    talk.apologise(pending)
    assert talk.entries() == []


def test_the_dialogue_of_an_answer_goes_with_the_next_message(talk: Talk):
    talk.say("eerst")
    talk.answer(dialogue=Dialogue(slots={"known_audience": "pers"}))
    talk.say("daarna")
    assert talk.take().request.dialogue.slots == {"known_audience": "pers"}


def test_an_answer_without_replies_settles_the_message(talk: Talk):
    talk.say(card=CARD)
    assert talk.answer(replies=(), outcome="veiligheid", questions=())
    assert talk.waits() == []
    assert talk.outcomes() == ["veiligheid"]


def test_an_answer_that_asks_for_a_colleague_makes_the_conversation_wait(talk: Talk):
    talk.say("ik wil een medewerker spreken")
    talk.answer(state="waiting", outcome="medewerker", questions=())
    assert talk.state == "waiting"
    assert talk.entries()[-1]["state"] == "waiting"
    assert talk.outcomes() == ["medewerker"]


def test_asking_for_a_colleague_again_announces_no_second_change(talk: Talk):
    for _ in range(2):
        talk.say("ik wil een medewerker spreken")
        talk.answer(state="waiting", outcome="medewerker", questions=())
    assert [one["state"] for one in talk.entries() if one["state"]] == ["waiting"]


def test_conversations_with_something_unanswered_are_found_after_a_crash(talk: Talk):
    other, third = Talk(talk.database), Talk(talk.database)
    talk.say()
    other.say()
    other.say()
    third.say()
    third.answer()
    found = talk.database.run(unanswered_conversations)
    assert sorted(found) == sorted([talk.id, other.id])
