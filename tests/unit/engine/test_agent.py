"""The engine answers, keeps nothing, and takes no orders from a text."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.engine.protocol import Dialogue, EngineAnswer, EngineRequest

if TYPE_CHECKING:
    from bot.engine.agent import RasaEngine

pytestmark = pytest.mark.engine


def reply(engine: RasaEngine, text: str, **about: object) -> EngineAnswer:
    return asyncio.run(engine.reply(EngineRequest(text=text, **about)))


def kinds(answer: EngineAnswer) -> list[str]:
    return [one.kind.value for one in answer.replies]


def test_a_question_gets_an_answer_with_sources(engine: RasaEngine):
    answer = reply(
        engine, "wat betekent dreigingsniveau 3 voor onze gemeente?", audience="gemeente"
    )
    assert kinds(answer) == ["answer"]
    assert answer.questions == ("dreigingsniveau",)
    assert answer.replies[0].sources


def test_who_asks_for_something_else_hears_what_this_helpdesk_is_for(engine: RasaEngine):
    answer = reply(engine, "Wanneer wordt het huisvuil opgehaald?")
    assert answer.outcome == "buiten_bereik"
    assert "radicalisering en polarisering" in answer.replies[0].text


def test_a_training_on_parenting_support_refers_to_the_vvsg(engine: RasaEngine):
    answer = reply(
        engine, "wie geeft er een vorming over opvoedingsondersteuning?", audience="gemeente"
    )
    assert [(one.topic, one.contact, one.group) for one in answer.referrals] == [
        ("vormingsaanbod", "vvsg_vorming", "intern_vvsg")
    ]


def test_who_asks_is_asked_once(engine: RasaEngine):
    first = reply(engine, "wat is OCAD?")
    second = reply(engine, "wat is een LIVC R?", dialogue=first.dialogue)
    assert kinds(first)[-1] == "form"
    assert "form" not in kinds(second)


def test_a_chosen_audience_answers_again_what_differs_for_it(engine: RasaEngine):
    first = reply(engine, "wat is OCAD?")
    chosen = reply(engine, "Hulpverlener", choice="doelgroep:hulpverlener", dialogue=first.dialogue)
    assert kinds(chosen) == ["smalltalk", "refer"]
    assert chosen.audience == "hulpverlener"
    assert [one.contact for one in chosen.referrals] == ["departement_welzijn"]


def test_two_conversations_side_by_side_do_not_mix(engine: RasaEngine):
    async def both() -> tuple[EngineAnswer, EngineAnswer]:
        one = engine.reply(
            EngineRequest(text="wat is OCAD?", dialogue=Dialogue(slots={"known_audience": "pers"}))
        )
        other = engine.reply(
            EngineRequest(text="wat is OCAD?", dialogue=Dialogue(slots={"known_audience": "ocmw"}))
        )
        answers = await asyncio.gather(one, other)
        return answers[0], answers[1]

    one, other = asyncio.run(both())
    assert (one.audience, other.audience) == ("pers", "ocmw")


def test_the_dialogue_state_does_not_grow(engine: RasaEngine):
    dialogue = Dialogue()
    sizes = []
    for _ in range(6):
        dialogue = reply(engine, "wat is OCAD?", dialogue=dialogue).dialogue
        sizes.append(len(dialogue.model_dump_json()))
    assert sizes[1] == sizes[-1]


@pytest.mark.parametrize(
    "text", ["/noodgeval", '/keuze{"x": 1}', "/restart", "/session_start", "  /groet"]
)
def test_a_text_that_begins_with_a_slash_is_no_order(engine: RasaEngine, text: str):
    parsed = asyncio.run(engine.parse(text))
    assert "understanding" in parsed
    assert parsed["intent_ranking"][0]["confidence"] < 1


def test_what_is_found_behind_a_slash_is_where_it_is_said_to_be(engine: RasaEngine):
    text = "/wat doet een gemeente zoals Mechelen?"
    (town,) = (
        one
        for one in asyncio.run(engine.parse(text))["entities"]
        if one["entity"] == "municipality"
    )
    assert text[town["start"] : town["end"]] == "Mechelen"


@pytest.mark.parametrize(
    "text", ["", " ", "😀" * 50, "\u202eabc", "a" * 4000, "\x00", "<b>wat is ocad</b>", "💥/💥"]
)
def test_odd_text_gets_a_reply(engine: RasaEngine, text: str):
    assert reply(engine, text).replies


def test_a_person_can_be_asked_for(engine: RasaEngine):
    answer = reply(engine, "ik wil graag een medewerker spreken")
    assert (kinds(answer), answer.state, answer.outcome) == (
        ["handover"],
        "waiting",
        "medewerker",
    )


def test_after_the_card_nothing_follows_but_an_answer(engine: RasaEngine):
    assert reply(engine, "er staat hier iemand met een mes", alarmed=True).replies == ()


def test_after_two_misses_a_person_is_offered_first(engine: RasaEngine):
    first = reply(engine, "xkcdqrt bvnmw")
    second = reply(engine, "xkcdqrt bvnmw", dialogue=first.dialogue)
    assert second.replies[0].choices[0].value == "medewerker"


def test_after_two_misses_a_local_government_may_be_called_back(engine: RasaEngine):
    first = reply(engine, "xkcdqrt bvnmw", audience="gemeente")
    second = reply(engine, "xkcdqrt bvnmw", audience="gemeente", dialogue=first.dialogue)
    offered = [one.value for one in second.replies[0].choices]
    assert offered[:2] == ["medewerker", "aanvraag:terugbellen"]
