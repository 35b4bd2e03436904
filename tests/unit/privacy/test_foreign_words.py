"""Ordinary words of German and Turkish are no names; the names and numbers in such a text are masked."""

from __future__ import annotations

import pytest

from bot.privacy.cleaning import clean
from bot.privacy.names.foreign_words import is_foreign_word
from bot.privacy.names.lexicon import fold_name, items, names_of


@pytest.mark.parametrize(
    "text",
    [
        "Merhaba, oğlum için endişeleniyorum, kiminle konuşabilirim?",
        "Kızım çok değişti, ne yapmalıyım?",
        "Wo finde ich eine Schulung für Lehrer?",
        "Sprechen Sie Deutsch?",
    ],
)
def test_a_text_in_another_language_keeps_its_words(text: str):
    assert clean(text).text == text


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Mein Bruder Ahmed Yilmaz ist radikal", "Yilmaz"),
        ("Ben Mehmet Demir, oğlum Yusuf değişti", "Demir"),
        ("Ben Mehmet Demir, oğlum Yusuf değişti", "Yusuf"),
        ("Sorge um Ayse Kaya, 0475 12 34 56", "0475"),
        ("Kardeşim için: 0475 12 34 56", "0475"),
    ],
)
def test_a_name_or_number_in_it_is_masked(text: str, gone: str):
    assert gone not in clean(text).text


def test_no_word_of_the_list_is_a_name_of_the_other_lists():
    names = {
        fold_name(name)
        for kind in ("voornaam", "familienaam")
        for many in names_of(kind).values()
        for name in many
    }
    assert not names & items("namen/andere-talen")
    assert not [name for name in names if is_foreign_word(name)]
