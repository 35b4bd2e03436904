"""Faults in what is sought in an answer."""

from __future__ import annotations

import pytest

from .conftest import Planted

PATH = "knowledge/sought.yml"


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ("  staat: [euro", "  zoekt: [x]\n  staat: [euro", "  zoekt: [x]", "zoekt"),
        ("vraagt: [criteria,", 'vraagt: ["*",', 'vraagt: ["*",', "geen woord"),
    ],
)
def test_a_fault_is_told_with_its_line(
    project: Planted, old: str, new: str, at: str, says: str
) -> None:
    project.change(PATH, old, new)
    project.finds(PATH, project.line(PATH, at), says)
