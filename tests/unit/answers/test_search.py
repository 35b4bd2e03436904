"""What a search of the articles offers to who was not understood."""

from __future__ import annotations

import pytest

from bot.answers.search import Search, load_search
from bot.settings import Settings


@pytest.fixture(scope="module")
def search() -> Search:
    return load_search(Settings.from_environment().knowledge)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("draaiboek", "draaiboek_onderwijs"),
        ("iets met een imam", "theologische_hulplijn"),
        ("geheim", "beroepsgeheim"),
        ("subsidies federaal", "subsidie_federaal"),
        ("bgm en informatiekaart", "livc"),
    ],
)
def test_a_word_of_an_article_finds_it(search: Search, text: str, topic: str):
    assert topic in search.find(text)


@pytest.mark.parametrize("text", ["dreiginsniveau", "polarisring", "bevieliging kerstmarkt"])
def test_a_misspelt_word_is_read_as_the_one_it_resembles(search: Search, text: str):
    assert search.find(text)


@pytest.mark.parametrize(
    "text", ["qsdfqsdf", "🦆🦆", "", "de het een", "xy", "[PERSOON-1] [PERSOON-2]"]
)
def test_what_holds_no_word_of_any_article_finds_nothing(search: Search, text: str):
    assert search.find(text) == []


def test_at_most_three_topics_are_offered(search: Search):
    assert len(search.find("lokaal bestuur en radicalisering")) == 3
