"""A message is stored once, answered once and counted once, whatever is repeated or comes in between."""

from __future__ import annotations

from typing import Any

import pytest

from bot.conversations.exchange import (
    Pending,
    next_unanswered,
    store_apology,
    unanswered_conversations,
)
from bot.conversations.tokens import ConversationId
from bot.database.connection import Database
from bot.engine.protocol import Dialogue
from bot.errors import Conflict, Mismatch, NotAuthorised, Unknown
from bot.replies import Kind, Reply
from tests.unit.conversations.talk import CARD, Talk, answered, referral

APOLOGY = Reply(kind=Kind.FALLBACK, text="Sorry.")


def apologise(talk: Talk, pending: Pending) -> None:
    talk.database.run(lambda session: store_apology(session, pending, APOLOGY))


# accepting


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


# answering


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
    apologise(talk, early)
    talk.say("daarna")
    late = talk.take()
    apologise(talk, late)
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
    apologise(talk, pending)
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
    apologise(talk, pending)
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


# counting


def test_a_conversation_without_a_message_is_no_contact(talk: Talk):
    assert talk.contact() is None


def test_the_first_message_counts_the_contact_once(database: Database):
    talk = Talk(database, municipality="44021")
    talk.say()
    talk.say()
    contact = talk.contact()
    assert contact is not None
    assert (contact.channel, contact.audience, contact.municipality, contact.site, contact.test) == (
        "widget", "onbekend", "44021", "demo", False,
    )  # fmt: skip


def test_a_question_counts_once_a_contact(talk: Talk):
    for _ in range(2):
        talk.say()
        talk.answer(questions=("ocad", "dreigingsniveau"))
    assert sorted(talk.questions()) == ["dreigingsniveau", "ocad"]
    assert talk.outcomes() == ["beantwoord", "beantwoord"]


def test_a_question_counts_again_in_another_contact(talk: Talk):
    other = Talk(talk.database)
    for one in (talk, other):
        one.say()
        one.answer()
    assert (talk.questions(), other.questions()) == (["ocad"], ["ocad"])


def test_a_referral_counts_once_a_question(talk: Talk):
    for _ in range(2):
        talk.say()
        talk.answer(referrals=(referral(), referral("abb")), outcome="doorverwezen")
    assert sorted(talk.referrals()) == ["abb", "vvsg_vorming"]


def test_the_emergency_services_are_no_referral_of_a_question(talk: Talk):
    talk.say(card=CARD)
    talk.answer(
        questions=(), referrals=(referral("nooddiensten", topic=None),), outcome="veiligheid"
    )
    assert talk.referrals() == []


def test_who_asks_is_noted_and_given_to_the_engine(talk: Talk):
    talk.say()
    assert talk.take().request.audience == "onbekend"
    talk.answer(audience="politie", municipality="44021")
    talk.say()
    request = talk.take().request
    assert (request.audience, request.municipality) == ("politie", "44021")


def test_an_answer_that_does_not_tell_who_asks_forgets_nothing(talk: Talk):
    talk.say()
    talk.answer(audience="politie", municipality="44021")
    talk.say()
    talk.answer(audience=None)
    talk.say()
    talk.answer(audience="onbekend")
    contact = talk.contact()
    assert contact is not None
    assert (contact.audience, contact.municipality) == ("politie", "44021")


def test_an_answer_that_a_colleague_overtook_is_counted_all_the_same(talk: Talk):
    talk.say()
    pending = talk.take()
    talk.claim()
    talk.store(pending)
    assert (talk.questions(), talk.outcomes()) == (["ocad"], ["beantwoord"])


def test_nothing_but_an_answer_follows_the_card_and_that_counts_as_safety(talk: Talk):
    talk.say(card=CARD)
    apologise(talk, talk.take())
    assert talk.texts("bot") == ["Dag."]
    assert talk.waits() == []
    assert talk.outcomes() == ["veiligheid"]


def test_an_answer_that_cannot_be_counted_is_not_stored_either(talk: Talk):
    talk.say()
    pending = talk.take()
    with pytest.raises(ValueError, match="bogus"):
        talk.store(pending, answered(outcome="bogus"))
    assert talk.texts("bot") == ["Dag."]
    assert len(talk.waits()) == 1


# counting an answer that is given again


def choose(talk: Talk, choice: str = "doelgroep:gemeente", **about: Any) -> None:
    """Press a button of "Voor wie vraagt u dit?" and get what the engine says to it."""
    talk.say("Gemeente", choice=choice)
    talk.answer(**({"questions": (), "outcome": "gesprek"} | about))


def referred(*contacts: str, topic: str = "ocad") -> dict[str, Any]:
    """What an engine tells of an answer that refers."""
    made = tuple(referral(one, topic=topic) for one in contacts)
    return {"questions": (topic,), "referrals": made, "outcome": "doorverwezen"}


def test_who_asks_corrects_where_the_question_was_referred(talk: Talk):
    talk.say()
    talk.answer(**referred("abb", "vvsg_vorming"))
    choose(talk, **referred("vvsg_vorming", "departement_welzijn"))
    assert sorted(talk.referrals()) == ["departement_welzijn", "vvsg_vorming"]
    assert talk.questions() == ["ocad"]


def test_who_asks_corrects_the_outcome_of_the_question(talk: Talk):
    talk.say()
    talk.answer()
    choose(talk, **referred("abb"))
    assert talk.outcomes() == ["doorverwezen"]
    choose(talk, "doelgroep:pers", questions=("ocad",), outcome="beantwoord")
    assert (talk.outcomes(), talk.referrals()) == (["beantwoord"], [])


def test_who_asks_leaves_what_was_said_since_the_answer(talk: Talk):
    talk.say()
    talk.answer()
    talk.say("dank u")
    talk.answer(questions=(), outcome="gesprek")
    choose(talk, **referred("abb"))
    assert talk.outcomes() == ["doorverwezen", "gesprek"]


def test_a_message_stays_referred_while_one_of_its_questions_is(talk: Talk):
    talk.say()
    both = {"questions": ("ocad", "livc")}
    talk.answer(referrals=(referral("abb", topic="livc"),), outcome="doorverwezen", **both)
    choose(talk, questions=("ocad",), outcome="beantwoord")
    assert (talk.outcomes(), talk.referrals()) == (["doorverwezen"], ["abb"])


def test_who_asks_leaves_the_referrals_of_other_questions(talk: Talk):
    talk.say()
    talk.answer(**referred("abb", topic="livc"))
    talk.say()
    talk.answer(**referred("vvsg_vorming"))
    choose(talk, **referred("departement_welzijn"))
    assert sorted(talk.referrals()) == ["abb", "departement_welzijn"]


def test_who_asks_leaves_the_referrals_of_other_contacts(talk: Talk):
    other = Talk(talk.database)
    for one in (talk, other):
        one.say()
        one.answer(**referred("abb"))
    choose(talk, **referred("vvsg_vorming"))
    assert (talk.referrals(), other.referrals()) == (["vvsg_vorming"], ["abb"])
    assert other.outcomes() == ["doorverwezen"]


def test_a_question_asked_again_in_words_keeps_where_it_was_referred(talk: Talk):
    for contact in ("abb", "vvsg_vorming"):
        talk.say()
        talk.answer(**referred(contact))
    assert sorted(talk.referrals()) == ["abb", "vvsg_vorming"]


@pytest.mark.parametrize("choice", ["doelgroep:gemeente", "overslaan"])
def test_a_button_that_tells_who_asks_has_no_outcome(talk: Talk, choice: str):
    talk.say()
    talk.answer(**referred("abb"))
    choose(talk, choice)
    assert (talk.outcomes(), talk.referrals()) == (["doorverwezen"], ["abb"])


@pytest.mark.parametrize("choice", ["doelgroep:gemeente", "overslaan"])
def test_a_button_that_tells_who_asks_has_no_outcome_when_it_gets_an_apology(
    talk: Talk, choice: str
):
    talk.say("Gemeente", choice=choice)
    apologise(talk, talk.take())
    assert talk.texts("bot")[1:] == ["Sorry."]
    assert talk.outcomes() == []


def test_danger_that_comes_with_a_button_is_counted(talk: Talk):
    talk.say("iemand heeft een mes", choice="overslaan", card=CARD)
    talk.answer(replies=(), questions=(), outcome="veiligheid")
    assert talk.outcomes() == ["veiligheid"]


def test_a_button_that_asks_a_question_has_an_outcome(talk: Talk):
    talk.say("OCAD", choice="onderwerp:ocad")
    talk.answer()
    assert talk.outcomes() == ["beantwoord"]


def test_a_contact_has_an_id_of_its_own(talk: Talk):
    talk.say()
    assert talk.contact_id is not None
    assert talk.contact_id != talk.id
