"""A town whose name is also a cry."""

from __future__ import annotations

import pytest

from bot.safety.rules import check


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("schoten", True),
        ("Schoten!", True),
        ("SCHOTEN", True),
        ("Schoten", False),
        ("Schoten.", False),
    ],
)
def test_a_town_that_is_also_shots_is_told_by_its_capital(text: str, danger: bool):
    assert (check(text) is not None) is danger
