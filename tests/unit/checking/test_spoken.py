"""Faults in what visitors say in place of pressing a button."""

from __future__ import annotations

import pytest

from .conftest import Planted

PATH = "knowledge/spoken.yml"


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ("  laatste: [", "  midden: [x]\n  laatste: [", "midden: [", "midden"),
        ("\nverder: [", "\nvoort: [x]\nverder: [", "voort: [", "voort"),
        ('eerste: [eerste, "1",', "eerste: [eerste, 1,", "eerste, 1,", "aanhalingstekens"),
    ],
)
def test_a_fault_is_told_with_its_line(
    project: Planted, old: str, new: str, at: str, says: str
) -> None:
    project.change(PATH, old, new)
    project.finds(PATH, project.line(PATH, at), says)
