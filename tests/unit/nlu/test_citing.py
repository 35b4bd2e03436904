"""Articles of law that a short message names, and the topic that tells of them."""

import pytest

from bot.nlu.citing import WIDEST, cited, telling

NUMBERS = {
    "beroepsgeheim": frozenset({"352", "353", "299"}),
    "info_aan_politie": frozenset({"29", "46bis/1", "353"}),
    "wat_is_radicalisering": cited("artikel 371 tot 388, vroeger artikel 137"),
}
RANKING = [("beroepsgeheim", 0.6), ("wat_is_radicalisering", 0.2), ("info_aan_politie", 0.1)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("en art. 29?", {"29"}),
        ("artikel 46bis/1 wat staat daar in", {"46bis/1"}),
        ("de artikels 352 en 353", {"352", "353"}),
        ("artikel 371 tot 373", {"371", "372", "373"}),
        ("een artikel over 29 gemeenten", set()),
        ("en 137", set()),
    ],
)
def test_the_numbers_behind_the_word_article_are_articles(text: str, numbers: set[str]) -> None:
    assert cited(text) == numbers


@pytest.mark.parametrize(
    ("text", "before", "topic"),
    [
        ("en art 29?", "info_aan_politie", "info_aan_politie"),
        ("art. 353?", "info_aan_politie", "info_aan_politie"),
        ("en artikel 352?", "info_aan_politie", "beroepsgeheim"),
        ("art 46bis/1 wat staat daar in", None, "info_aan_politie"),
        ("is terrorisme nog artikel 137", None, "wat_is_radicalisering"),
        ("en artikel 375?", "beroepsgeheim", "wat_is_radicalisering"),
    ],
)
def test_the_topic_that_tells_of_an_article_is_asked(
    text: str, before: str | None, topic: str
) -> None:
    assert telling(text, RANKING, NUMBERS, before=before) == topic


@pytest.mark.parametrize(
    "text",
    [
        "wat zegt artikel 352?",
        "artikel 900?",
        "artikel 29 van de grondwet",
        "wat is het beroepsgeheim?",
        "In een lange vraag over een dossier van onze dienst staat toevallig ook nog artikel 29",
    ],
)
def test_what_names_no_article_of_another_topic_stays_where_it_was(text: str) -> None:
    assert telling(text, RANKING, NUMBERS) is None


def test_an_article_of_a_law_that_lies_outside_is_left_outside() -> None:
    assert telling("artikel 29 huurwet", [("buiten_bereik", 0.9), *RANKING], NUMBERS) is None


@pytest.mark.parametrize("text", ["artikel 1 tot 999999999999", "artikel 1 tot 9999"])
def test_a_wide_range_of_a_visitor_costs_no_more_than_it_says(text: str):
    assert len(cited(text)) <= WIDEST + 1
