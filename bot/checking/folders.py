"""The folders that editors fill hold nothing but the files that belong there."""

from __future__ import annotations

from collections.abc import Iterator

from bot.checking.problem import Problem
from bot.checking.project import ANSWERS, CANNED, CONTACTS, DANGER, QUESTIONS, RULES, Project

ENDINGS = {
    ANSWERS: ".md",
    CANNED: ".md",
    CONTACTS: ".yml",
    QUESTIONS: ".yml",
    DANGER: ".jsonl",
    RULES: ".yml",
}


def check_folders(project: Project) -> Iterator[Problem]:
    """Files with another ending, and folders."""
    for folder, ending in ENDINGS.items():
        for path in project.strays(folder, ending):
            message = f"in {folder} horen alleen bestanden op {ending}; hernoem of verplaats dit"
            yield Problem(path, 1, message)
