"""A follow-up on the same topic gets what is left to tell, not the same words again."""

from bot.answers.compose import ALL_REFERRED, ALL_TOLD, further
from bot.replies import ContactCard, Kind, Reply

FIRST = Reply(kind=Kind.ANSWER, text="Kort.", detail="Meer.", topic="livc")


def test_the_first_answer_is_given_as_it_is():
    assert further(FIRST, times=0) is FIRST


def test_the_second_tells_the_detail():
    second = further(FIRST, times=1)
    assert (second.text, second.detail, second.topic) == ("Meer.", None, "livc")


def test_the_third_says_that_this_is_all_and_offers_a_person():
    third = further(FIRST, times=2)
    assert third.text == ALL_TOLD
    assert third.choices[0].value == "medewerker"


def test_who_is_referred_is_told_to_ask_the_contact():
    card = ContactCard(id="abb", name="ABB", what_for="vorming", referral=True)
    refer = FIRST.model_copy(update={"kind": Kind.REFER, "detail": None, "contacts": (card,)})
    assert further(refer, times=1).text == ALL_REFERRED
