"""A message is stored once, whatever is repeated, and only by who may."""

from __future__ import annotations

import pytest

from bot.conversations.tokens import ConversationId
from bot.errors import Conflict, Mismatch, NotAuthorised, Unknown
from tests.unit.conversations.talk import CARD, Talk


def test_a_retry_gets_the_number_that_the_message_had(talk: Talk):
    first = talk.say("wat is OCAD?", client_id="een")
    talk.say("iets anders")
    assert talk.say("wat is OCAD?", client_id="een").seq == first.seq
    assert talk.texts("visitor") == ["wat is OCAD?", "iets anders"]


def test_a_retry_with_another_text_is_refused(talk: Talk):
    talk.say("wat is OCAD?", client_id="een")
    with pytest.raises(Mismatch):
        talk.say("wat is een LIVC R?", client_id="een")
    assert talk.texts("visitor") == ["wat is OCAD?"]


def test_a_retry_with_another_choice_is_refused(talk: Talk):
    talk.say("Gemeente", client_id="een", choice="doelgroep:gemeente")
    with pytest.raises(Mismatch):
        talk.say("Gemeente", client_id="een", choice="doelgroep:ocmw")


def test_a_retry_after_the_answer_gets_no_second_answer(talk: Talk):
    talk.say(client_id="een")
    talk.answer()
    talk.say(client_id="een")
    assert talk.waits() == []
    assert talk.texts("bot")[1:] == ["Antwoord."]


def test_a_retry_after_closing_is_still_acknowledged(talk: Talk):
    first = talk.say(client_id="een")
    talk.close()
    assert talk.say(client_id="een").seq == first.seq


def test_a_retry_shows_the_safety_card_once(talk: Talk):
    talk.say(client_id="een", card=CARD)
    talk.say(client_id="een", card=CARD)
    assert talk.texts("system") == ["Bel 112."]


def test_the_same_client_id_in_another_conversation_is_another_message(talk: Talk):
    other = Talk(talk.database)
    talk.say("hier", client_id="een")
    other.say("daar", client_id="een")
    assert (talk.texts("visitor"), other.texts("visitor")) == (["hier"], ["daar"])


def test_a_closed_conversation_takes_no_message(talk: Talk):
    talk.close()
    with pytest.raises(Conflict):
        talk.say()


def test_a_wrong_token_is_not_authorised(talk: Talk):
    with pytest.raises(NotAuthorised):
        talk.say(token="wrong")
    assert talk.texts("visitor") == []


def test_the_token_of_another_conversation_is_not_authorised(talk: Talk):
    with pytest.raises(NotAuthorised):
        talk.say(token=Talk(talk.database).token)


def test_an_unknown_conversation_takes_no_message(talk: Talk):
    talk.id = ConversationId("nowhere")
    with pytest.raises(Unknown):
        talk.say()


def test_the_safety_card_stands_behind_its_message(talk: Talk):
    talk.say("iemand heeft een mes", card=CARD)
    assert [one["sender"] for one in talk.entries()] == ["bot", "visitor", "system"]
    assert talk.take().request.alarmed


@pytest.mark.parametrize("hand_over", [Talk.claim, Talk.hand_over])
def test_the_safety_card_is_stored_also_when_a_person_is_asked_for(talk: Talk, hand_over):
    hand_over(talk)
    talk.say("iemand heeft een mes", card=CARD)
    assert talk.texts("system")[-1] == "Bel 112."


def test_a_message_to_a_colleague_waits_for_no_engine(talk: Talk):
    talk.claim()
    talk.say()
    assert talk.waits() == []


def test_a_message_while_one_waits_for_a_colleague_is_still_answered(talk: Talk):
    talk.hand_over()
    talk.say()
    assert talk.answer()
    assert talk.texts("bot")[-1] == "Antwoord."
