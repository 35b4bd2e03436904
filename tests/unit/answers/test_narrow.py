"""Replies about less than a topic: one side of it, or one other municipality."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.answers.narrow import About, narrowed
from bot.knowledge.aspects import AspectId
from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.library import load_library
from bot.knowledge.routing import Asked
from bot.replies import Reply
from bot.settings import PROJECT

LIBRARY = load_library(PROJECT / "knowledge")
GENT, VILVOORDE = "44021", "23088"


def reply(topic: str, audience: Audience = Audience.GEMEENTE, **about: Any) -> Reply:
    return narrowed(
        LIBRARY,
        TopicId(topic),
        Asked(audience=audience),
        today=date(2026, 11, 26),
        municipality=about.get("town"),
        about=About(**about),
        times=0,
    )


def test_what_the_article_says_of_a_side_comes_first_and_the_rest_stays_to_be_read() -> None:
    found = reply("livc", aspect=AspectId("geld"))
    article = LIBRARY.articles[TopicId("livc")]
    assert found.text == article.asides[AspectId("geld")]
    assert found.detail == f"{article.short}\n\n{article.long}"
    assert "onderwerp:subsidie_vlaanderen" in {one.value for one in found.choices}


def test_a_side_that_nothing_is_known_of_is_said_not_to_be_known() -> None:
    found = reply("ocad", aspect=AspectId("geld"), follows=True)
    assert found.text.startswith("Wat dat kost")
    assert found.choices[0].value == "medewerker"
    assert found.sources


def test_the_words_of_a_side_in_a_first_question_change_no_answer() -> None:
    assert reply("ocad", aspect=AspectId("geld")) == reply("ocad")


def test_a_side_that_the_article_itself_is_about_gets_the_article() -> None:
    topic = "subsidie_vlaanderen"
    assert reply(topic, aspect=AspectId("geld"), follows=True) == reply(topic)


@pytest.mark.parametrize("topic", sorted(LIBRARY.articles))
@pytest.mark.parametrize("aspect", sorted(LIBRARY.aspects))
def test_a_first_line_worker_is_referred_and_gets_no_advice(topic: str, aspect: AspectId) -> None:
    found = reply(topic, Audience.HULPVERLENER, aspect=aspect, follows=True)
    assert [one.id for one in found.contacts if one.referral] == ["departement_welzijn"]
    assert "uw jurist" not in found.text
    assert "uw korpschef" not in found.text


@pytest.mark.parametrize("topic", sorted(LIBRARY.articles))
def test_a_doubt_is_answered_with_the_sources_and_no_opinion(topic: str) -> None:
    found = reply(topic, aspect=AspectId("mening"), follows=True)
    assert "geef zelf geen mening" in found.text
    assert found.sources


def test_only_another_municipality_can_tell_what_no_article_tells_of_it() -> None:
    found = reply("initiatieven_elders", town=GENT)
    assert found.text.startswith("Wat Gent hierrond doet, weet ik niet")
    assert [one.name for one in found.contacts if one.referral] == ["Lokaal bestuur van Gent"]


def test_what_an_article_tells_of_another_municipality_is_told() -> None:
    found = reply("initiatieven_elders", town=VILVOORDE)
    assert "**Vilvoorde**: één dienst" in found.text
    assert [one.id for one in found.contacts if one.referral] == []
    assert "Lokaal bestuur van Vilvoorde" in {one.name for one in found.contacts}


def test_a_first_line_worker_who_asks_about_a_municipality_gets_the_department() -> None:
    found = reply("initiatieven_elders", Audience.HULPVERLENER, town=GENT)
    assert [one.id for one in found.contacts] == ["departement_welzijn"]


@pytest.mark.parametrize(
    ("topic", "aspect", "says"),
    [
        ("ocad", "plan_r", "Strategie T.E.R. is de opvolger"),
        ("livc", "verslag", "staat niet in onze bronnen"),
        ("livc", "hoe_vaak", "staat niet in onze bronnen"),
        ("livc", "ltf", "geen Lokale Taskforce"),
        ("beleidsplan_uitvoeren", "termijn", "staat niet in onze bronnen"),
    ],
)
def test_a_first_question_about_a_side_that_is_told_gets_that_side(
    topic: str, aspect: str, says: str
) -> None:
    assert says in reply(topic, aspect=AspectId(aspect)).text


def test_whether_somebody_radicalises_is_never_judged() -> None:
    found = reply("bezorgd_over_persoon", aspect=AspectId("oordeel"), follows=True)
    assert "kan ik niet beoordelen" in found.text
    assert "onderwerp:signalen_herkennen" in {one.value for one in found.choices}


@pytest.mark.parametrize(
    "topic", ["initiatieven_elders", "beleidsplannen_elders", "beleidsplan_uitvoeren"]
)
def test_a_resident_who_asks_about_his_own_municipality_is_sent_there(topic: str) -> None:
    found = reply(topic, Audience.BURGER, home=GENT)
    assert "Lokaal bestuur van Gent" in {one.name for one in found.contacts}
    assert "Antwerpen, Mechelen en Vilvoorde" not in found.text


def test_a_local_government_is_not_told_what_it_does_itself() -> None:
    assert reply("initiatieven_elders", home=GENT) == reply("initiatieven_elders")


def test_a_first_question_with_a_number_that_only_the_detail_holds_gets_it() -> None:
    found = reply("omzendbrief_2015", asks="omzendbrief 22 mei 2018")
    assert found.text.startswith("Op 22 mei 2018 kwam er een nieuwe omzendbrief.")


def test_a_first_line_worker_gets_no_part_of_the_answer() -> None:
    found = reply("beroepsgeheim", Audience.HULPVERLENER, asks="welk artikel?", follows=True)
    assert found == reply("beroepsgeheim", Audience.HULPVERLENER)


def test_a_side_that_the_article_speaks_of_gets_those_sentences() -> None:
    about: dict[str, Any] = {"aspect": AspectId("termijn"), "follows": True}
    found = reply("subsidie_vlaanderen", asks="tegen wanneer moet dat?", **about)
    assert "Vraag ook tegen wanneer u moet indienen" in found.text
    assert len(found.text) < 200


@pytest.mark.parametrize("topic", ["livc", "beroepsgeheim", "info_van_eerstelijn"])
@pytest.mark.parametrize(
    "audience", [Audience.GEMEENTE, Audience.POLITIE, Audience.HULPVERLENER, Audience.ONDERWIJS]
)
def test_whether_one_must_speak_on_a_livc_is_answered_for_everybody(
    topic: str, audience: Audience
) -> None:
    for follows in (False, True):
        found = reply(topic, audience, aspect=AspectId("spreekplicht"), follows=follows)
        assert "een spreekrecht, geen spreekplicht" in found.text


@pytest.mark.parametrize("topic", ["livc", "rol_gemeente"])
@pytest.mark.parametrize(
    "audience", [Audience.GEMEENTE, Audience.POLITIE, Audience.BURGER, Audience.HULPVERLENER]
)
def test_who_asks_about_a_list_of_names_reads_that_it_is_forbidden(
    topic: str, audience: Audience
) -> None:
    found = reply(topic, audience, aspect=AspectId("namenlijst"))
    assert "mag niet" in found.text
    assert "artikel 4 § 3" in found.text


@pytest.mark.parametrize("topic", ["wat_is_radicalisering", "beroepsgeheim"])
def test_the_articles_on_terrorism_are_not_those_on_professional_secrecy(topic: str) -> None:
    found = reply(topic, aspect=AspectId("terrorisme"))
    assert "artikel 371 tot 388" in found.text
    assert not any(one in found.text for one in ("352", "353", "299"))


def test_how_many_years_a_punishment_is_stands_nowhere_and_is_not_guessed() -> None:
    found = reply("beroepsgeheim", aspect=AspectId("straf"), follows=True)
    assert "niveau 2" in found.text
    assert "staat niet in onze bronnen" in found.text
