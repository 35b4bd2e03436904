"""What a visitor who writes in another language reads."""

from __future__ import annotations

import pytest

from bot.answers.languages import only_dutch


@pytest.mark.parametrize("language", ["fr", "en", "de", "tr", "ar"])
@pytest.mark.parametrize("number", ["112", "101", "1813"])
def test_who_writes_in_another_language_reads_the_emergency_numbers(
    language: str, number: str
) -> None:
    assert number in only_dutch(language).text


def test_a_language_without_a_text_gets_the_english_one() -> None:
    assert only_dutch("pl") == only_dutch("en")
