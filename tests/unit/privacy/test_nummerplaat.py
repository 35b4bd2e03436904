"""Belgian number plates; what can be something else needs a word about vehicles."""

from __future__ import annotations

import pytest

from bot.privacy.recognisers.nummerplaat import find

from .tables import found

VALID = [
    ("1-ABC-123", ["1-ABC-123"]),
    ("1abc123", ["1abc123"]),
    ("plaat abc 123", ["abc 123"]),
    ("auto 123-KLM", ["123-KLM"]),
    ("O-ABC-123", ["O-ABC-123"]),
    ("T-XAB-123", ["T-XAB-123"]),
    ("CD-AB-123", ["CD-AB-123"]),
    ("wagen 1 abc 123", ["1 abc 123"]),
]

LOOK_ALIKES = [
    # amounts and articles
    "500 EUR",
    "art. 352",
    "2-ABC",
    "30 MAN",
    "wagen van 500 EUR",
    # law, rooms, counts
    "KBO 123",
    "lokaal ABC-123",
    "3 van 100 jongeren",
    "9000 Gent",
    "niveau 3",
    "COM-2020",
]


@pytest.mark.parametrize(("text", "values"), VALID)
def test_finds_the_value_in_every_spelling(text: str, values: list[str]) -> None:
    assert found(find, text) == values


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_leaves_look_alikes_alone(text: str) -> None:
    assert found(find, text) == []
