"""A follow-up gets the sentences of the answer that hold what it asks."""

from __future__ import annotations

import re

import pytest

from bot.answers.passages import passage, with_number
from bot.knowledge.articles import Article
from bot.knowledge.aspects import AspectId
from bot.knowledge.catalogue import TopicId
from bot.knowledge.library import load_library
from bot.settings import PROJECT

LIBRARY = load_library(PROJECT / "knowledge")


def found(topic: str, asked: str) -> str | None:
    article = LIBRARY.articles[TopicId(topic)]
    text, known = f"{article.short}\n\n{article.long}", f"{article.title} {article.question}"
    return passage(text, asked, LIBRARY.sought, known=known)


@pytest.mark.parametrize(
    ("topic", "asked", "says"),
    [
        ("livc", "is dat verplicht?", "De burgemeester moet er een oprichten."),
        ("livc", "wie zit daarin?", "de gemeenteambtenaar die bevoegd is voor preventie"),
        ("livc", "wat is een informatiekaart?", "mag informatiekaarten uit de gegevensbank"),
        ("livc", "welke wet?", "wet van 30 juli 2018"),
        ("livc", "sinds wanneer?", "sinds 24 september 2018"),
        ("beroepsgeheim", "artikel 352 / 353?", "artikel 352 van het Strafwetboek"),
        ("beroepsgeheim", "wat is de straf?", "straf van niveau 2"),
        ("omzendbrief_2015", "omzendbrief 22 mei 2018", "Op 22 mei 2018"),
        ("omzendbrief_2015", "was die bindend?", "niet bindend"),
        ("subsidie_federaal", "wat zijn de criteria?", "- bewezen expertise;"),
    ],
)
def test_the_part_that_answers_is_found(topic: str, asked: str, says: str) -> None:
    told = found(topic, asked)
    assert told is not None
    assert says in told
    assert len(told) < len(LIBRARY.articles[TopicId(topic)].long)


@pytest.mark.parametrize(
    ("topic", "asked"),
    [
        ("livc", "en wie roept die samen?"),
        ("livc", "wat is een LIVC R?"),
        ("livc", "kunt u dat uitleggen?"),
        ("livc", "hoe laat gaat het zwembad open?"),
        ("subsidie_federaal", "welke gemeenten?"),
        ("subsidie_vlaanderen", "is dat verplicht?"),
        ("beroepsgeheim", "moet dat schriftelijk?"),
        ("livc", "moet dat voor het einde van het jaar?"),
    ],
)
def test_what_the_answer_does_not_hold_is_not_made_up(topic: str, asked: str) -> None:
    assert found(topic, asked) is None


def test_what_was_taken_back_is_never_given_without_that() -> None:
    told = found("info_aan_politie", "en als ik OCMW-personeel ben?")
    assert told is not None
    assert "vernietigde" in told


def test_a_sentence_that_leans_on_another_comes_with_it() -> None:
    text = "De wet kent een plicht. Die geldt niet voor artsen.\n\nEr is geen haast."
    assert passage(text, "en voor artsen?", ()) == (
        "De wet kent een plicht. Die geldt niet voor artsen."
    )


def test_an_item_of_a_list_comes_with_what_stands_above_it() -> None:
    text = "Kort.\n\nDit mag:\n\n- spreken met de dokter;\n- zwijgen."
    assert passage(text, "de dokter?", ()) == "Dit mag:\n\n- spreken met de dokter;"


def test_a_number_that_only_the_detail_holds_is_told() -> None:
    assert with_number(
        "De brief van 2015.", "Op 22 mei 2018 kwam er een.", "brief 22 mei 2018"
    ) == ("Op 22 mei 2018 kwam er een.")
    assert with_number("De brief van 2015.", "Meer over 2015.", "brief van 2015") is None


def test_a_choice_out_of_many_sentences_is_never_made() -> None:
    text = "\n\n".join(f"- regel {one} staat in artikel {one}bis/1." for one in range(1, 9))
    assert passage(text, "welk wetsartikel?", LIBRARY.sought) is None


def test_an_article_that_was_put_between_others_is_known_by_its_number() -> None:
    told = found("info_vraag_politie", "in welk wetsartikel staat die passieve informatieplicht?")
    assert told is not None
    assert "artikel 46bis/1 van het Wetboek van Strafvordering" in told


def test_nothing_is_cut_out_of_the_middle_of_a_paragraph() -> None:
    told = found("beroepsgeheim", "is dat verplicht?")
    assert told is not None
    assert LIBRARY.articles[TopicId("beroepsgeheim")].short.endswith(told)


LAW = AspectId("wet")


@pytest.mark.parametrize("topic", [one for one in LIBRARY.articles.values() if LAW in one.asides])
def test_what_is_said_of_the_law_names_every_law_of_the_answer(topic: Article) -> None:
    laws = re.compile(r"(?:wet|decreet|besluit) van \d+ \w+ \d{4}|artikel \d+\w*(?:/\d+)?")
    said = laws.findall(f"{topic.short}\n{topic.long}".casefold())
    assert set(said) <= set(laws.findall(topic.asides[LAW].casefold()))


def test_who_asks_the_article_behind_what_the_police_asks_hears_that_it_is_not_known() -> None:
    told = LIBRARY.articles[TopicId("info_vraag_politie")].asides[LAW]
    assert "kijken wij nog na" in told
    assert "artikel 46bis/1 van het Wetboek van Strafvordering" in told
