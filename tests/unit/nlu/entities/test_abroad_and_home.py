"""For whom a follow-up asks, which country it is about, and of which municipality the asker is."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu.wordlists import WordLists

LISTS = WordLists.load(Path("knowledge"))


def values(text: str, kind: str) -> list[str]:
    return [one.value for one in LISTS.find(text) if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Hoe zit dat in Nederland?", "Nederland"),
        ("en in Wallonië?", "Wallonië"),
        ("welke subsidies zijn er in Duitsland voor gemeenten", "Duitsland"),
        ("En hoe zit dat bij ons in Nederland eigenlijk?", "Nederland"),
    ],
)
def test_a_question_about_another_country_is_heard(text: str, country: str):
    assert values(text, "abroad") == [country]


@pytest.mark.parametrize(
    "text",
    [
        "ik werk in Nederland, hebben jullie iets",
        "In Nederland heet dat een Veiligheidshuis. Bestaat dat hier ook?",
        "Sinds de aanslag in Duitsland zijn wij bezorgd om onze kerstmarkt. Wat doen we?",
        "Landen zoals Frankrijk doen het anders.",
        "Ik geef les in Antwerpen en woon in Nederland. Bij wie kan ik terecht?",
    ],
)
def test_who_only_names_a_country_asks_about_flanders(text: str):
    assert values(text, "abroad") == []


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("en voor een CLB?", "onderwijs"),
        ("geldt dat ook voor scholen?", "onderwijs"),
        ("en bij het OCMW?", "ocmw"),
        ("maar hoe zit dat bij een jeugdhuis?", "hulpverlener"),
        ("Mag dat ook voor de politie?", "politie"),
    ],
)
def test_a_follow_up_tells_for_whom_it_asks_the_same(text: str, audience: str):
    assert values(text, "for_audience") == [audience]
    assert values(text, "audience") == []


@pytest.mark.parametrize(
    "text",
    [
        "Is er een vorming voor een school?",
        "en voor een school een draaiboek maken?",
        "wat voor iets is dat",
    ],
)
def test_a_question_with_more_in_it_is_one_of_its_own(text: str):
    assert values(text, "for_audience") == []


@pytest.mark.parametrize(
    ("text", "nis"),
    [
        ("ik ben preventieambtenaar in Mechelen. Wat is een LIVC?", "12025"),
        ("Dag, wij in Genk zoeken een vorming", "71016"),
        ("Hoe pakt de stad Gent dit aan? Ik werk zelf voor de gemeente Zelzate.", "43018"),
        ("Wat is een LIVC?\n\nMvg, de preventiedienst van Lier", "12021"),
    ],
)
def test_the_municipality_of_who_asks_is_known_from_how_it_is_said(text: str, nis: str):
    assert values(text, "own_municipality") == [nis]


@pytest.mark.parametrize("text", ["Hoe pakt Gent dit aan?", "Heeft Vilvoorde een plan?"])
def test_a_municipality_that_is_spoken_of_is_not_the_asker_s(text: str):
    assert values(text, "own_municipality") == []


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("leerkracht secundair hier, een leerling trekt zich terug", ["onderwijs"]),
        ("ik ben derdejaarsstudent sociaal werk", ["student"]),
        ("Mag ik bij het OCMW info opvragen?", []),
        ("ik zit bij het OCMW", ["ocmw"]),
    ],
)
def test_who_asks_is_what_someone_says_of_himself(text: str, audience: list[str]):
    assert values(text, "audience") == audience


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("en een medewerker van het CAW?", "hulpverlener"),
        ("en een OCMW medewerker?", "ocmw"),
        ("en een collega van de politie?", "politie"),
    ],
)
def test_who_works_somewhere_is_for_whom_a_follow_up_asks(text: str, audience: str):
    assert values(text, "for_audience") == [audience]


@pytest.mark.parametrize("text", ["en een medewerker spreken?", "een medewerker van het CAW"])
def test_a_person_who_is_asked_for_is_no_follow_up(text: str):
    assert values(text, "for_audience") == []
