"""Bank account numbers: ISO 13616, any country, and the Belgian notation from before."""

from __future__ import annotations

import pytest

from bot.privacy.recognisers.iban import find

from .tables import found

VALID = [
    ("BE68 5390 0754 7034", ["BE68 5390 0754 7034"]),
    ("be68539007547034 van hem", ["be68539007547034"]),
    ("IBANBE68539007547034", ["BE68539007547034"]),
    ("NL91ABNA0417164300.", ["NL91ABNA0417164300"]),
    ("de89 3704 0044 0532 0130 00 en", ["de89 3704 0044 0532 0130 00"]),
    ("BE68.5390.0754.7034", ["BE68.5390.0754.7034"]),
    ("539-0075470-34", ["539-0075470-34"]),
    ("in 12 BE68 5390 0754 7034", ["BE68 5390 0754 7034"]),
    ("BE68 539O O754 7O34", ["BE68 539O O754 7O34"]),
    ("be68_5390_0754_7034", ["be68_5390_0754_7034"]),
]

LOOK_ALIKES = [
    # wrong check digits
    "BE68 5390 0754 7035",
    "539-0075470-35",
    # wrong length
    "BE68 5390 0754 703",
    "BE685390075470341",
    # look-alikes
    "BE 0404.484.654",
    "XX12 3456 7890 1234",
    "art 68 5390",
    "auto 1auto 1auto 1auto",
]


@pytest.mark.parametrize(("text", "values"), VALID)
def test_finds_the_value_in_every_spelling(text: str, values: list[str]) -> None:
    assert found(find, text) == values


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_leaves_look_alikes_alone(text: str) -> None:
    assert found(find, text) == []
