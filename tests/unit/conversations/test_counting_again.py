"""Who tells afterwards for whom it is corrects what was counted of the answer, and of nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.conversations.talk import CARD, Talk, referral


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
    talk.apologise(talk.take())
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
