"""Training questions."""

from __future__ import annotations

import pytest

from .conftest import Planted

LIVC = "data/nlu/livc.yml"
FIRST = "- wat is livc nummer 0?"

FILE = [
    # old, new, on the line with, says
    ("  - intent: livc", "  - intent: ocad", "intent:", "'ocad' bestaat niet"),
    ("    metadata: {author: stadhuis}\n", "", "- intent:", "het veld 'metadata' ontbreekt"),
    ("{author: stadhuis}", "{schrijver: duim, author: x}", "metadata:", "'schrijver' is onbekend"),
    ("{author: stadhuis}", "{author: }", "metadata:", "veld 'author'"),
    ('version: "3.1"', 'version: "2.0"', "version:", "3.1"),
    (f"      {FIRST}\n", "", "nlu:", "hier staan 19 vragen"),
]

QUESTIONS = [
    # the first question becomes, says
    ("-", "deze vraag is leeg"),
    ("- mail naar jan@gemeente.be", "een e-mailadres"),
    ("- bel 0470 12 34 56", "een telefoonnummer"),
    ("- bel +32 470 12 34 56", "een telefoonnummer"),
    ("- bel 02/123.45.67", "een telefoonnummer"),
    ("- mijn nummer is 85.07.30-033.28", "een rijksregisternummer"),
    (
        "- moet onze gemeente een overleg oprichten met de búren",
        "is gelijk aan tests/eval/questions.jsonl:1",
    ),
    ("- EN DAN!", "is gelijk aan tests/eval/questions.jsonl:2"),
    (
        "- Zeg eens, moet onze gemeente een overleg oprichten met de andere gemeenten?",
        "lijkt te veel op tests/eval/questions.jsonl:1",
    ),
]

FINE = [
    "- de wet van 30.07.2018 en de datum 2018-07-30",
    "- bel 1813 of 112",
    "- moet onze gemeente een overleg oprichten met iedereen",
]


@pytest.mark.parametrize(("old", "new", "at", "says"), FILE)
def test_file(project: Planted, old: str, new: str, at: str, says: str) -> None:
    project.change(LIVC, old, new)
    project.finds(LIVC, project.line(LIVC, at), says)


@pytest.mark.parametrize(("question", "says"), QUESTIONS)
def test_question(project: Planted, question: str, says: str) -> None:
    line = project.line(LIVC, FIRST)
    project.change(LIVC, FIRST, f"- een vraag te veel over livc\n      {question}")
    project.finds(LIVC, line + 1, says)


@pytest.mark.parametrize("question", FINE)
def test_a_question_that_only_looks_wrong(project: Planted, question: str) -> None:
    project.change(LIVC, FIRST, question)
    assert project.problems() == []


def test_a_question_may_stand_in_one_place(project: Planted) -> None:
    project.change(LIVC, FIRST, "- Wát is  livc, nummer 1")
    line = project.line(LIVC, "Wát") + 1
    project.finds(LIVC, line, f"staat al op regel {line - 1}")


def test_the_same_question_under_another_intent(project: Planted) -> None:
    project.change("data/nlu/ocad.yml", "- wat is ocad nummer 0?", FIRST)
    line = project.line("data/nlu/ocad.yml", FIRST)
    other = f"{LIVC}:{project.line(LIVC, FIRST)}"
    project.finds("data/nlu/ocad.yml", line, f"staat al op {other}")


def test_a_question_on_two_lines(project: Planted) -> None:
    project.change(LIVC, FIRST, f"{FIRST}\n        en wie zit erin?")
    project.finds(LIVC, project.line(LIVC, "en wie zit erin"), "begin elke vraag met '- '")


def test_questions_that_are_no_text_block(project: Planted) -> None:
    project.change(LIVC, "examples: |", "examples: >")
    found = [one for one in project.problems() if "examples: |" in one.message]
    assert [(one.path, one.line) for one in found] == [(LIVC, project.line(LIVC, "examples:"))]


def test_an_intent_without_questions(project: Planted) -> None:
    (project.root / LIVC).unlink()
    topics = "knowledge/topics.yml"
    project.finds(topics, project.line(topics, "  livc:"), "maak data/nlu/livc.yml")


def test_questions_without_an_intent(project: Planted) -> None:
    path = project.root / "data/nlu/lokaal.yml"
    text = (project.root / LIVC).read_text(encoding="utf-8").replace("livc", "lokaal")
    path.write_text(text, encoding="utf-8")
    project.finds("data/nlu/lokaal.yml", 1, "'lokaal' staat niet in knowledge/topics.yml")


def test_a_file_that_rasa_would_read_unseen(project: Planted) -> None:
    (project.root / "data/nlu/extra.yaml").write_text("", encoding="utf-8")
    project.finds("data/nlu/extra.yaml", 1, "alleen bestanden op .yml")


def test_a_broken_line_of_the_evaluation_set(project: Planted) -> None:
    with (project.root / "tests/eval/questions.jsonl").open("a", encoding="utf-8") as file:
        file.write("{kapot\n")
    project.finds("tests/eval/questions.jsonl", 3, "geen JSON")
