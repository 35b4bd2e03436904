"""A typed answer as the button that it comes down to."""

from __future__ import annotations

from typing import Any

import pytest

from bot.answers.asking import PERSON, ask_municipality, clarify
from bot.engine.offers import OFFERED, YES, accepted_by_yes, offered, standing
from bot.engine.protocol import Dialogue, EngineRequest
from bot.engine.spoken import (
    BACK,
    DETAILS,
    MOMENT,
    NONE,
    ON,
    SHORT,
    UNSURE,
    WHICH,
    WHO,
    accepted_beside,
    answered_choice,
    spoken_choice,
)
from bot.knowledge.catalogue import TopicId
from bot.knowledge.library import load_library
from bot.replies import Choice, Kind, Reply
from bot.settings import PROJECT

VISIT = Choice(label="Vraag een presentatie of plaatsbezoek aan", value="aanvraag:plaatsbezoek")
CALL = Choice(label="Laat mij terugbellen", value="aanvraag:terugbellen")
TOPIC = Choice(label="Wat is OCAD?", value="onderwerp:ocad")
ANSWER = Reply(kind=Kind.REFER, text="x", choices=(VISIT, TOPIC))
TOWN = ask_municipality()
OFFER = standing({}, [ANSWER])
TOPICS = {
    OFFERED: [
        ["Wat is OCAD?", "onderwerp:ocad"],
        ["Wat is een LIVC R?", "onderwerp:livc"],
        ["Mens", "medewerker"],
    ]
}
LIBRARY = load_library(PROJECT / "knowledge")


def spoken(text: str, slots: dict[str, Any], **about: Any) -> str | None:
    loop = about.pop("active_loop", None)
    dialogue = Dialogue(slots=slots, active_loop=loop)
    return spoken_choice(EngineRequest(text=text, dialogue=dialogue, **about), LIBRARY)


def answered(text: str, slots: dict[str, Any], **about: Any) -> str | None:
    return answered_choice(EngineRequest(text=text, dialogue=Dialogue(slots=slots), **about))


@pytest.mark.parametrize(
    "text",
    [
        "ja",
        "ja graag",
        "Ja, dat wil ik aanvragen",
        "start de aanvraag",
        "vul het formulier in",
        "ok",
    ],
)
def test_an_offered_form_is_accepted_in_words(text: str):
    assert spoken(text, OFFER) == "aanvraag:plaatsbezoek"
    assert spoken(text, {}) is None


@pytest.mark.parametrize(
    "text", ["?", "ja maar wat kost dat?", "wat kost het?", "dank u", "bedankt"]
)
def test_other_words_accept_nothing(text: str):
    assert spoken(text, OFFER) is None


def test_an_offered_form_is_declined_in_words():
    assert spoken("stop", OFFER) == "stop"
    assert spoken("ik wil dit niet meer doen", OFFER) == UNSURE


@pytest.mark.parametrize(
    "text", ["ik wil niet meer", "ik wil niet meer leven", "ik wil niet verder"]
)
def test_who_may_not_be_well_declines_no_form(text: str):
    assert spoken(text, OFFER) is None


def test_the_words_on_a_button_are_that_button_for_whom_it_is_meant():
    assert spoken(VISIT.label, {}, audience="gemeente") == VISIT.value
    assert spoken("laat mij terugbellen", {}, audience="gemeente") == "aanvraag:terugbellen"
    assert spoken("laat mij terugbellen", {}) == "aanvraag:terugbellen"
    assert spoken("ja, bel mij maar terug aub", {}, audience="politie") == "aanvraag:terugbellen"
    assert spoken("laat mij terugbellen", {}, audience="burger") is None


def test_a_form_that_was_put_aside_is_resumed_in_words():
    resumes = "ik wil verder met mijn aanvraag"
    assert spoken(resumes, {"aanvraag": "plaatsbezoek"}) == "aanvraag:plaatsbezoek"
    assert spoken(resumes, {}) == "hervat"


@pytest.mark.parametrize("text", ["voor mezelf", "gewoon voor mij", "Ik vraag het voor mezelf."])
def test_who_asks_for_themselves_is_a_citizen_when_that_was_asked(text: str):
    assert answered(text, {"audience_asked": "net"}) == "doelgroep:burger"
    assert answered(text, {"audience_asked": "eerder", "known_audience": "gemeente"}) is None
    assert answered(text, {"audience_asked": "eerder"}) is None
    assert answered(text, {}) is None
    assert answered(text, {"audience_asked": "net"}, alarmed=True) is None


def test_nothing_is_spoken_behind_an_alarm_or_in_a_form():
    assert spoken("ja graag", OFFER, alarmed=True) is None
    assert spoken("ja graag", OFFER, active_loop="aanvraag_form") is None


def test_the_last_row_of_buttons_is_what_is_offered():
    replies = [
        Reply(kind=Kind.REFER, text="x", choices=(VISIT,)),
        Reply(kind=Kind.FORM, text="x", choices=(TOPIC,)),
    ]
    assert offered(replies) == [["Wat is OCAD?", "onderwerp:ocad"]]
    assert offered([Reply(kind=Kind.REFER, text="x")]) == []


def test_a_question_that_can_only_be_skipped_leaves_the_buttons_above_it_to_choose_from():
    asked = standing({}, [ANSWER, TOWN])
    assert spoken("de eerste", asked) == VISIT.value
    assert spoken("de tweede", asked) == TOPIC.value
    assert offered([TOWN]) == [["Liever niet zeggen", "overslaan"]]


@pytest.mark.parametrize(
    "text", ["ja graag", "ja", "graag", "👍", "vraag dat maar aan", "doe maar"]
)
def test_a_yes_behind_the_question_for_the_municipality_takes_the_offer(text: str):
    assert spoken(text, standing({}, [ANSWER, TOWN])) == VISIT.value


def test_an_offer_outlives_a_question_in_between_but_not_many():
    slots = standing({}, [ANSWER])
    for _ in range(2):
        slots = standing(slots, [Reply(kind=Kind.ANSWER, text="x", choices=(TOPIC,))])
        assert spoken("ja graag", slots) == VISIT.value
    assert YES not in standing(slots, [Reply(kind=Kind.ANSWER, text="x")])


def test_an_offer_is_turned_down_in_words():
    assert spoken("nee", OFFER) == "stop"
    assert spoken("nee dank u", OFFER) == "stop"
    assert spoken("nu niet", OFFER) == "stop"
    assert spoken("nee dank u", {}) is None


def test_a_yes_presses_the_one_button_that_is_asked_about():
    wish = Reply(kind=Kind.SMALLTALK, text="Wilt u een medewerker spreken?", choices=(PERSON,))
    assert spoken("ja graag", standing({}, [wish])) == "medewerker"
    meant = clarify(LIBRARY, [TopicId("ocad")])
    assert spoken("ja", standing({}, [meant])) == "onderwerp:ocad"
    related = Reply(kind=Kind.ANSWER, text="x", choices=(TOPIC,))
    assert spoken("ja", standing({}, [related])) is None


def test_a_yes_to_more_than_one_button_asks_which():
    meant = clarify(LIBRARY, [TopicId("ocad"), TopicId("livc")])
    assert spoken("ja", standing({}, [meant])) == WHICH
    both = [ANSWER, Reply(kind=Kind.REFER, text="x", choices=(CALL,))]
    assert accepted_by_yes(both) == [[VISIT.label, VISIT.value], [CALL.label, CALL.value]]


def test_going_back_where_nothing_is_filled_in_and_a_single_letter_are_no_questions():
    assert spoken("terug", {}) == BACK
    assert spoken("ga naar de vorige vraag", {}) == BACK
    assert spoken("x", {}) == SHORT
    assert spoken("bel mij terug", {}, audience="burger") is None


def test_a_yes_behind_the_emergency_card_starts_no_form():
    card = Reply(kind=Kind.SAFETY, text="x")
    assert offered([card, Reply(kind=Kind.SMALLTALK, text="x", choices=(VISIT,))]) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("de eerste", "onderwerp:ocad"),
        ("doe maar nr 2", "onderwerp:livc"),
        ("De tweede graag.", "onderwerp:livc"),
        ("de laatste", "medewerker"),
        ("wat is een livc r", "onderwerp:livc"),
        ("mens", "medewerker"),
        ("geen van deze", NONE),
        ("nee, geen van die onderwerpen", NONE),
    ],
)
def test_a_button_is_pressed_by_its_words_or_its_place(text: str, value: str):
    assert spoken(text, TOPICS) == value


def test_a_place_that_no_button_has_presses_nothing():
    assert spoken("de vierde", TOPICS) is None
    assert spoken("de eerste", {}) is None
    assert spoken("geen van deze", {}) is None
    assert spoken("de eerste keer dat ik dit zag", TOPICS) is None


def test_none_of_the_audiences_is_a_question_skipped():
    row = {OFFERED: [["Burger", "doelgroep:burger"], ["Liever niet zeggen", "overslaan"]]}
    assert spoken("geen van deze", row) == "overslaan"


def test_the_question_of_an_article_is_its_button_anywhere():
    assert spoken("Is ons beleidsplan volledig?", {}) == "onderwerp:beleidsplan_nalezen"


@pytest.mark.parametrize("text", ["ga door", "ok ga maar verder", "ga verder aub"])
def test_going_on_takes_up_what_was_interrupted(text: str):
    assert spoken(text, {"aanvraag": "plaatsbezoek"}) == "aanvraag:plaatsbezoek"
    assert spoken(text, {}) == ON


@pytest.mark.parametrize(
    "text", ["stuur maar door", "oké, bezorg het ons dan maar", "mail het mij maar"]
)
def test_who_has_it_sent_gets_what_was_asked_for(text: str):
    assert spoken(text, {}) == ON


def test_a_moment_or_a_stop_that_nobody_asked_for_is_no_question():
    assert spoken("morgen om 10 uur", {}) == MOMENT
    assert spoken("stop", {}) == "stop"
    assert spoken("wat doet u morgen?", {}) is None
    assert spoken("ik wil niet meer", {}) is None
    assert spoken("ik wil ermee stoppen", {}) is None


def test_who_asks_may_be_corrected_by_the_words_on_the_button():
    later = {"audience_asked": "eerder", "known_audience": "gemeente"}
    assert answered("nee, Vlaamse overheid", later) == "doelgroep:vlaamse_overheid"
    assert answered("Vlaamse overheid", {}) is None
    assert answered("voor een school", {"known_audience": "onderwijs"}) == "doelgroep:onderwijs"
    assert answered("voor een school", {"known_audience": "burger"}) is None
    assert answered("bestuur of beleid", {"known_audience": "ocmw"}) == "doelgroep:ocmw"


def test_a_yes_with_the_municipality_behind_it_accepts_the_offer_and_tells_both():
    asked = standing({}, [ANSWER, TOWN])
    dialogue = Dialogue(slots=asked)
    request = EngineRequest(text="ja graag, we zijn van Aalst", dialogue=dialogue)
    assert accepted_beside(request) == (VISIT.value, "we zijn van Aalst")
    assert accepted_beside(request.model_copy(update={"text": "ja, wat kost dat"})) == (
        VISIT.value,
        "wat kost dat",
    )
    assert accepted_beside(request.model_copy(update={"text": "Aalst, graag"})) is None


def test_who_wants_to_be_called_while_another_form_is_open_gets_that_form():
    form = {"active_loop": "aanvraag_form"}
    wish = "ik wil eigenlijk gewoon teruggebeld worden"
    assert spoken(wish, {"aanvraag": "plaatsbezoek"}, **form) == "aanvraag:terugbellen"
    assert spoken(wish, {"aanvraag": "terugbellen"}, **form) is None
    assert spoken(wish, {"aanvraag": "plaatsbezoek"}, alarmed=True, **form) is None


@pytest.mark.parametrize(
    "text",
    ["[TELEFOON-1]", "mijn nummer is [TELEFOON-1]", "[PERSOON-1], [EMAIL-1] of [TELEFOON-1]"],
)
def test_contact_details_that_nobody_asked_for_are_no_question(text: str):
    assert spoken(text, {}) == DETAILS
    assert spoken("mag ik [PERSOON-1] bellen?", {}) is None


def test_a_reply_without_buttons_leaves_those_above_it_to_choose_from():
    slots = standing(TOPICS, [Reply(kind=Kind.SMALLTALK, text="Goed.")])
    assert spoken("de tweede", slots) == "onderwerp:livc"
    assert OFFERED not in standing(TOPICS, [Reply(kind=Kind.ANSWER, text="x")])


def test_a_yes_to_the_question_for_whom_is_no_answer_and_asks_again():
    assert spoken("ja", {"audience_asked": "net"}) == WHO
    assert spoken("ja", {"audience_asked": "eerder"}) is None
