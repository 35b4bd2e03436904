"""What the lines of `wegwijs chat` may look like."""

from __future__ import annotations

from typing import Any

import pytest

from bot.cli.chat import wrong_shape

KNOWN = {"41002"}


@pytest.mark.parametrize(
    "turns",
    [
        ["wat is OCAD?"],
        [{"text": "Vraag aan", "choice": "aanvraag:plaatsbezoek"}, "Aalst"],
        [{"text": "zonder knop"}],
        [],
    ],
)
def test_a_turn_is_a_text_or_a_button(turns: list[Any]):
    assert wrong_shape({"turns": turns, "municipality": "41002"}, KNOWN) is None


@pytest.mark.parametrize(
    ("turn", "says"),
    [
        (3, "geen tekst"),
        ({"choice": "stop"}, "geen tekst"),
        ({"text": "x", "choice": "iets:anders"}, "keuze die niet bestaat"),
        ({"text": "x", "choice": "onderwerp:ocad\n"}, "keuze die niet bestaat"),
        ({"text": "x", "choice": 3}, "keuze die niet bestaat"),
        ("x" * 4001, "langer dan"),
    ],
)
def test_a_wrong_turn_is_named(turn: Any, says: str):
    complaint = wrong_shape({"turns": ["dag", turn]}, KNOWN)
    assert complaint is not None
    assert "beurt 2" in complaint
    assert says in complaint
