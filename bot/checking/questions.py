"""data/nlu: the questions that the model learns from, one file an intent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.checking.evaluation import Evaluation, read_evaluation, same
from bot.checking.problem import Problem
from bot.checking.project import QUESTIONS, TOPICS, Project
from bot.checking.rules import Rule, fields, items, one_of, text
from bot.checking.values import Value

LEAST = 20
"""Questions an intent needs at least."""
_SUSPECT = re.compile(r"@|\d{2}")
_PERSONAL = (
    (re.compile(r"[\w.+-]+@[\w-]+\.\w+"), "een e-mailadres"),
    (re.compile(r"\b\d{2}[.\s-]?\d{2}[.\s-]?\d{2}[-.\s]?\d{3}[.\s-]?\d{2}\b"), "een rijksregisternummer"),
    (re.compile(r"(?<!\w)(\+|00)32[\s./()\d-]{8,14}\d\b|\b0\d(?:[\s./-]?\d){7,8}\b"), "een telefoonnummer"),
)  # fmt: skip


@dataclass(frozen=True)
class Written:
    """A question and where it stands."""

    path: str
    line: int
    text: str


def check_questions(project: Project) -> Iterator[Problem]:
    """Files, blocks and questions, and the distance to the evaluation set."""
    yield from _check_files(project)
    evaluation = yield from read_evaluation(project)
    first: dict[str, Written] = {}
    for path in project.files(QUESTIONS, ".yml"):
        data = project.yaml(path)
        if data is None:
            continue
        for line, message in _shape(Path(path).stem)(data):
            yield Problem(path, line, message)
        written = []
        for block in data.each("nlu"):
            yield from _check_block(path, block)
            written += _written(path, block)
        yield from _check_count(path, data, written)
        for question in written:
            yield from _check_question(question, first, evaluation)


def all_questions(project: Project) -> int:
    """How many questions there are."""
    loaded = [(path, project.yaml(path)) for path in project.files(QUESTIONS, ".yml")]
    return sum(
        1
        for path, data in loaded
        if data is not None
        for block in data.each("nlu")
        for one in _written(path, block)
        if one.text
    )


def _check_files(project: Project) -> Iterator[Problem]:
    intents = project.intents()
    if intents is None:
        return
    written = project.stems(QUESTIONS, ".yml")
    for name, line in intents.items():
        if name not in written:
            message = f"'{name}' heeft geen vragen; maak {QUESTIONS}/{name}.yml"
            yield Problem(TOPICS, line, message)
    for name in sorted(written - set(intents)):
        message = f"'{name}' staat niet in {TOPICS}; hernoem of verwijder dit bestand"
        yield Problem(f"{QUESTIONS}/{name}.yml", 1, message)


def _shape(intent: str) -> Rule:
    block = fields(
        {
            "intent": one_of([intent], "de bedoeling"),
            "metadata": fields({"author": text}),
            "examples": text,
        }
    )
    return fields({"version": one_of(["3.1"], "de versie"), "nlu": items(block, least=1)})


def _check_block(path: str, block: Value) -> Iterator[Problem]:
    examples = block.get("examples")
    if examples is None or not examples.text:
        return
    if not examples.literal:
        line = block.key_lines["examples"]
        yield Problem(
            path, line, "begin de vragen met 'examples: |', elke vraag op een eigen regel"
        )
        return
    for line, content in _lines(examples):
        if content.strip() and not content.startswith("- ") and content.strip() != "-":
            yield Problem(path, line, "begin elke vraag met '- ', op één regel")


def _lines(examples: Value) -> Iterator[tuple[int, str]]:
    yield from enumerate(examples.text.splitlines(), start=examples.line + 1)


def _written(path: str, block: Value) -> list[Written]:
    examples = block.get("examples")
    if examples is None or not examples.literal:
        return []
    return [
        Written(path, line, content.removeprefix("-").strip())
        for line, content in _lines(examples)
        if content.startswith("-")
    ]


def _check_count(path: str, data: Value, written: list[Written]) -> Iterator[Problem]:
    count = sum(1 for one in written if one.text)
    if count < LEAST:
        line = data.key_lines.get("nlu", 1)
        message = f"hier staan {count} vragen; schrijf er minstens {LEAST}"
        yield Problem(path, line, message)


def _check_question(
    question: Written, first: dict[str, Written], evaluation: Evaluation
) -> Iterator[Problem]:
    def problem(message: str) -> Problem:
        return Problem(question.path, question.line, message)

    if not question.text:
        yield problem("deze vraag is leeg; vul ze in of haal de regel weg")
        return
    plain = same(question.text)
    other = first.setdefault(plain, question)
    if other is not question:
        where = (
            f"regel {other.line}" if other.path == question.path else f"{other.path}:{other.line}"
        )
        yield problem(f"dezelfde vraag staat al op {where}; haal er één weg")
    for pattern, kind in _PERSONAL if _SUSPECT.search(question.text) else ():
        if pattern.search(question.text):
            yield problem(f"hier staat {kind}; haal het weg, want dit wordt bewaard en gedeeld")
            break
    if found := evaluation.find(plain):
        how = "is gelijk aan" if found.equal else "lijkt te veel op"
        reason = "het model mag niet leren van waarmee het gemeten wordt"
        yield problem(f"deze vraag {how} {found.place}; schrijf een andere, want {reason}")
