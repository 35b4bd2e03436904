"""Faults in the words of the theme."""

from __future__ import annotations

from .conftest import Planted

PATH = "knowledge/theme.yml"


def test_a_word_that_stands_in_other_questions_too_is_told_with_its_line(project: Planted) -> None:
    project.change(PATH, "radicaal,", "rad*,")
    project.finds(PATH, project.line(PATH, "rad*"), "te kort")
