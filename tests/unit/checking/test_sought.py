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
        ("vraagt: [criteria,", "vraagt: [wat is,", "vraagt: [wat is,", "bijna elke vraag"),
        ("vraagt: [criteria,", "vraagt: [wat,", "vraagt: [wat,", "bijna elke vraag"),
        (
            "staat: [arrest, arresten, grondwettelijk hof]",
            "staat: [xyzzy]",
            "arrest:",
            "geen enkel artikel",
        ),
    ],
)
def test_a_fault_is_told_with_its_line(
    project: Planted, old: str, new: str, at: str, says: str
) -> None:
    project.change(PATH, old, new)
    project.finds(PATH, project.line(PATH, at), says)
