"""Who asks to be called is led to that form, unless danger is heard."""

from __future__ import annotations

from typing import Any

import pytest

from bot.engine.wishes import PERSON, with_wish


def parsed(text: str, decision: str, **about: Any) -> dict[str, Any]:
    found = {"decision": decision, "questions": about.pop("questions", ())}
    return {"text": text, "intent": {"name": "iets"}, "understanding": found, **about}


CALL = "Kunnen jullie mij morgen bellen?"
GIVES = "U kan mij bereiken op [TELEFOON-1]"


@pytest.mark.parametrize("decision", ["clarify", "fallback", "conversation", "out_of_scope"])
@pytest.mark.parametrize("text", [CALL, GIVES])
def test_who_asks_to_be_called_is_heard_whatever_the_model_makes_of_it(text: str, decision: str):
    assert with_wish(parsed(text, decision), None)["intent"]["name"] == PERSON


def test_who_is_in_danger_gets_the_card_first():
    said = parsed(CALL, "safety")
    assert with_wish(said, None) is said


def test_who_gives_a_number_beside_a_question_gets_its_answer():
    said = parsed(GIVES, "answer", questions=({"topic": "ocad"},))
    assert with_wish(said, None) is said


def test_whom_the_helpdesk_does_not_call_back_gets_the_answer_to_what_was_asked():
    said = parsed(CALL, "answer", questions=({"topic": "ocad"},))
    assert with_wish(said, "hulpverlener") is said
    told = parsed(
        CALL,
        "answer",
        questions=({"topic": "ocad"},),
        entities=[{"entity": "audience", "value": "pers"}],
    )
    assert with_wish(told, None) is told
