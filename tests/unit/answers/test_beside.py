"""Telling which questions of a message got no answer."""

from __future__ import annotations

import pytest

from bot.answers.asking import PERSON
from bot.answers.beside import QUOTED, Unanswered, also_asked
from bot.knowledge.catalogue import TopicId
from bot.knowledge.library import Library, load_library
from bot.replies import Choice
from bot.settings import PROJECT


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(PROJECT / "knowledge")


CALL = Choice(label="Laat mij terugbellen", value="aanvraag:terugbellen")
MONEY = Unanswered("krijgen wij geld?", (TopicId("subsidie_vlaanderen"),))
PRICE = Unanswered("wat kost dat", ())


def test_nothing_is_said_when_all_is_answered(library: Library):
    assert also_asked(library, [], call=None) is None


def test_a_question_without_an_answer_is_named_with_a_button_for_its_topic(library: Library):
    reply = also_asked(library, [MONEY], call=None)
    assert reply is not None
    assert "Op deze vraag gaf ik nog geen antwoord: “Krijgen wij geld?”" in reply.text
    assert [one.value for one in reply.choices] == ["onderwerp:subsidie_vlaanderen"]


def test_a_question_that_the_answer_may_hold_is_named_with_more_care(library: Library):
    reply = also_asked(library, [PRICE], call=None)
    assert reply is not None
    assert reply.text.startswith("Vond u hierop geen antwoord? “Wat kost dat?”")
    assert reply.choices == ()


def test_who_wants_a_call_gets_its_form_or_a_person(library: Library):
    with_form = also_asked(library, [], call=(CALL,))
    without = also_asked(library, [], call=())
    assert with_form is not None
    assert without is not None
    assert with_form.choices == (CALL,)
    assert without.choices == (PERSON,)


def test_what_is_quoted_is_short_and_no_markdown(library: Library):
    reply = also_asked(library, [Unanswered("*mag* [dit] " + "woord " * 60, ())], call=None)
    assert reply is not None
    assert "*" not in reply.text
    assert len(reply.text) < QUOTED + 80
