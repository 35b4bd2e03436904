"""The emergency cards: every number on each, the one that fits the danger first."""

from __future__ import annotations

import re

import pytest

from bot.safety.card import Danger, card

_NUMBER = re.compile(r"^- \*\*(\d+)\*\*", re.MULTILINE)


@pytest.mark.parametrize(
    ("danger", "numbers"),
    [(Danger.NOODGEVAL, ["112", "101", "1813"]), (Danger.ZELFDODING, ["1813", "112", "101"])],
)
def test_each_card_names_the_three_numbers_in_the_order_of_the_danger(
    danger: Danger, numbers: list[str]
) -> None:
    assert _NUMBER.findall(card(danger).text) == numbers


@pytest.mark.parametrize("danger", Danger)
def test_the_button_of_a_card_calls_the_number_that_stands_first(danger: Danger) -> None:
    shown = card(danger)
    assert shown.contacts[0].phone == _NUMBER.findall(shown.text)[0]
