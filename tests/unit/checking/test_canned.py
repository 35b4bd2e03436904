"""Faults in the ready-made sentences of the helpdesk."""

from __future__ import annotations

import pytest

from .conftest import Planted

PATH = "knowledge/canned/begroeting.md"
GOOD = "---\ntitle: Dag\n---\n# Tekst\n\nGoedendag, {gemeente}.\n"


def test_a_sentence_may_name_the_municipality(project: Planted) -> None:
    (project.root / PATH).write_text(GOOD, encoding="utf-8")
    assert project.problems() == []


@pytest.mark.parametrize(
    ("written", "line", "says"),
    [
        (GOOD.replace("title: Dag", "title: ''"), 2, "hier staat niets"),
        (GOOD.replace("# Tekst", "# Kort"), 1, "# Tekst"),
        (GOOD + "# Meer\n\nNog iets.\n", 1, "# Tekst"),
        (GOOD.replace("{gemeente}", "{naam}"), 6, "'{naam}' kan niet"),
        (GOOD.replace("{gemeente}", "{gemeente"), 6, "kan niet"),
        ("Goedendag", 1, "eerste regel"),
    ],
)
def test_a_fault_is_told_with_its_line(
    project: Planted, written: str, line: int, says: str
) -> None:
    (project.root / PATH).write_text(written, encoding="utf-8")
    project.finds(PATH, line, says)


def test_there_are_not_more_than_one_can_choose_from(project: Planted) -> None:
    (project.root / "knowledge/canned/zz.md").write_text(GOOD, encoding="utf-8")
    project.finds("knowledge/canned/zz.md", 1, "meer dan 12")
