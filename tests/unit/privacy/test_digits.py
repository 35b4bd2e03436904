"""A pattern that holds a digit finds near the digits all that it finds in the whole text."""

from __future__ import annotations

import re

import pytest

from bot.privacy.digits import NearDigits

NUMBERED = re.compile(r"\b[a-z]+ \d+")


@pytest.mark.parametrize("between", [" ", " en verder niets " * 20])
def test_every_match_is_found_once(between: str) -> None:
    text = f"zaal 3{between}bus 12{between}laatste woord"
    near = NearDigits(text, before=10, behind=5)
    assert [one.span() for one in near.matches(NUMBERED)] == [
        one.span() for one in NUMBERED.finditer(text)
    ]


def test_a_match_that_begins_near_a_digit_is_found_whole() -> None:
    text = "rustige straat, zaal 3 van het oude gebouw, bus 12"
    whole = re.compile(r"[a-z]+ \d+(?: van het oude gebouw)?")
    near = NearDigits(text, before=6, behind=0)
    assert [one[0] for one in near.beginning(whole)] == ["zaal 3 van het oude gebouw", "bus 12"]


def test_a_text_without_a_digit_is_not_read() -> None:
    assert list(NearDigits("geen cijfer", before=9, behind=9).matches(re.compile("geen"))) == []
