"""Profiles on social media; those of institutions stay readable."""

from __future__ import annotations

import pytest

from bot.privacy.recognisers.socialemedia import find

from .tables import found

VALID = [
    ("https://www.instagram.com/jan.p_1/?hl=nl", ["https://www.instagram.com/jan.p_1/?hl=nl"]),
    ("zie t.me/groepje.", ["t.me/groepje"]),
    ("@kleine_prins", ["@kleine_prins"]),
    ("snap: koolkid", ["koolkid"]),
    ("insta xyz_123", ["xyz_123"]),
    ("wolf#1234", ["wolf#1234"]),
    ("op tiktok kent iedereen hem als dark_wolf7", ["dark_wolf7"]),
    ("dark_wolf7 op snap", ["dark_wolf7"]),
    ("kent u t.me/waarheid99?", ["t.me/waarheid99"]),
]

LOOK_ALIKES = [
    # institutions
    "@VVSG",
    "facebook.com/vvsg",
    "www.vlaanderen.be",
    # words and times
    "snap je dat",
    "Instagram: wat mag?",
    "we komen @14u30",
    "telegram is een app",
    "twitter 2024",
    "op facebook als lid van 2 groepen",
    "op instagram onder 16 jaar",
    # e-mail
    "jan@telenet.be",
]


@pytest.mark.parametrize(("text", "values"), VALID)
def test_finds_the_value_in_every_spelling(text: str, values: list[str]) -> None:
    assert found(find, text) == values


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_leaves_look_alikes_alone(text: str) -> None:
    assert found(find, text) == []
