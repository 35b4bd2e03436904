"""Own questions, as visitors type them, through the real engine: each reaches its topic, at once or as a choice.

`_misses.yml` lists those that the model does not find yet. A model that is trained anew may find one, so they are not
strict: when that happens, take it off the list.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from bot.checking.evaluation import read_evaluation, same
from bot.checking.project import Project
from bot.engine.protocol import EngineRequest
from bot.knowledge.catalogue import TopicId
from bot.nlu.trainingdata import load_questions
from bot.settings import PROJECT

from .cases import FOLDER, cases

if TYPE_CHECKING:
    from bot.engine.agent import RasaEngine

MISSES: list[str] = yaml.safe_load((FOLDER / "_misses.yml").read_text(encoding="utf-8"))
MISSED = pytest.mark.xfail(strict=False, reason="listed in _misses.yml")
QUESTIONS = [(topic, question) for topic, case in cases().items() for question in case.questions]


def marked(topic: TopicId, question: str) -> Any:
    marks = [MISSED] if question in MISSES else []
    return pytest.param(topic, question, marks=marks, id=f"{topic}-{question}")


@pytest.mark.engine
@pytest.mark.parametrize(("topic", "question"), [marked(*one) for one in QUESTIONS])
def test_a_question_reaches_its_topic(engine: RasaEngine, topic: TopicId, question: str) -> None:
    request = EngineRequest(text=question, audience="gemeente")
    answer = asyncio.run(engine.reply(request))
    choices = [one.value for reply in answer.replies for one in reply.choices]
    offered = f"onderwerp:{topic}" in choices and not answer.questions
    assert topic in answer.questions or offered


def test_most_questions_are_found() -> None:
    assert set(MISSES) <= {question for _, question in QUESTIONS}
    assert len(MISSES) <= len(QUESTIONS) // 10


def test_no_question_stands_in_the_training_data_or_the_evaluation_set() -> None:
    """Else they would measure memory; eight equal words in a row count as the same question."""
    reading = read_evaluation(Project(PROJECT))
    try:
        pytest.fail(str(next(reading)))
    except StopIteration as done:
        known = done.value
    for example in load_questions(PROJECT / "data/nlu"):
        known.add(example.text, f"data/nlu/{example.intent}.yml")
    found = {question: near for _, question in QUESTIONS if (near := known.find(same(question)))}
    assert found == {}
