"""Phrases with stars."""

import re

import pytest

from bot.nlu.entities.phrases import Phrases

PHRASES = Phrases({"a": ["werk*", "waar * melden", "buitenlandse *"], "b": ["werkman", "*club"]})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("een werker", [("a", "werker")]),
        ("waar kan ik dat melden", [("a", "waar kan ik dat melden")]),
        ("waar melden", [("a", "waar melden")]),
        ("waar een twee drie vier vijf melden", []),
        ("een buitenlandse dienst", [("a", "buitenlandse dienst")]),
        ("de voetbalclub", [("b", "voetbalclub")]),
        ("onwerkbaar", []),
    ],
)
def test_a_star_stands_for_the_rest_of_a_word_or_for_four_words(
    text: str, found: list[tuple[str, str]]
):
    starts = [one.start() for one in re.finditer(r"\w+", text)]
    hits = [(one.value, text[one.start : one.end]) for one in PHRASES.all(text, starts)]
    assert hits == found


def test_the_longest_phrase_at_a_place_counts():
    assert PHRASES.at("werkman", 0) is not None
    assert PHRASES.at("de werkman", 0) is None
