"""Abbreviations, the messages of danger and the phrases of safety."""

from __future__ import annotations

import json

import pytest

from .conftest import Planted

ABBREVIATIONS = "knowledge/abbreviations.yml"
DANGER = "data/danger/straat.jsonl"
PATTERNS = "bot/safety/patterns.yml"
MEASURED = "Moet onze gemeente een overleg oprichten met de buren?"
GROUP = "\ngroepen:\n"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Wnn: wanneer", "kleine letters"),
        ("w.n.n: wanneer", "leestekens"),
        ("wa nneer: wanneer", "één woord"),
        ("wnn: [wanneer]", "geen lijst"),
        ("wnn:", "vul een tekst in"),
        ("wnn: 12", "hier hoort tekst"),
    ],
)
def test_an_abbreviation_that_is_never_found_is_told(project: Planted, line: str, says: str):
    project.change(ABBREVIATIONS, "\nwrm: ", f"\n{line}\nwrm: ")
    project.finds(ABBREVIATIONS, project.line(ABBREVIATIONS, line), says)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "hier hoort"),
        ("geen json", "hier hoort"),
        ("[1]", "hier hoort"),
        ('{"text": "iets anders"}', "hier hoort"),
        ('{"text": 5, "label": "geen"}', "hier hoort"),
        ('{"text": "iets nieuws", "label": "gevaar"}', "het label 'gevaar' bestaat niet"),
        (json.dumps({"text": MEASURED, "label": "geen"}), "is gelijk aan tests/eval"),
        (json.dumps({"text": f"Dag, {MEASURED}", "label": "geen"}), "lijkt te veel op tests/eval"),
        (json.dumps({"text": "Help, hij heeft een wapen!", "label": "geen"}), "hetzelfde bericht"),
    ],
)
def test_a_message_of_danger_that_cannot_be_learnt_is_told(project: Planted, line: str, says: str):
    path = project.root / DANGER
    whole = path.read_text(encoding="utf-8")
    path.write_text(f"{whole}{line}\n", encoding="utf-8")
    project.finds(DANGER, len(whole.splitlines()) + 1, says)


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("ik heb een <nergens>", "<nergens> staat niet bij 'woorden'"),
        ("ik (wil", "kan niet gelezen worden"),
        ('"*"', "is geen woord"),
        ('"[a]"', "past op elk bericht"),
    ],
)
def test_a_phrase_of_safety_that_cannot_be_read_is_told(project: Planted, phrase: str, says: str):
    group = f"  - wat: proef\n    gevaar: noodgeval\n    zinnen:\n      - {phrase}\n"
    project.change(PATTERNS, GROUP, f"{GROUP}{group}")
    project.finds(PATTERNS, project.line(PATTERNS, "wat: proef") + 3, says)


def test_a_group_of_safety_has_a_danger_that_exists(project: Planted):
    project.change(PATTERNS, GROUP, f"{GROUP}  - wat: proef\n    gevaar: x\n    zinnen: [proef]\n")
    project.finds(PATTERNS, project.line(PATTERNS, "gevaar: x"), "het gevaar 'x' bestaat niet")


def test_a_folder_with_the_name_of_an_article_is_told(project: Planted):
    folder = project.root / "knowledge/answers/x.md"
    folder.mkdir()
    try:
        told = [one.message for one in project.problems() if one.path == "knowledge/answers/x.md"]
    finally:
        folder.rmdir()
    assert any("dit is een map" in one for one in told)


def test_a_star_alone_is_no_word(project: Planted):
    project.change("knowledge/entities.yml", "  - doorverbonden\n", '  - doorverbonden\n  - "*"\n')
    line = project.line("knowledge/entities.yml", '- "*"')
    project.finds("knowledge/entities.yml", line, "is geen woord")
