"""Entities from the lists in knowledge/."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.knowledge.municipalities import Municipality, load_municipalities
from bot.nlu.wordlists import WordLists
from tests.common.growth import grows_evenly

KINDS = {"municipality", "audience", "sector", "expertise", "seeks_contact"}
DEVELOPMENT = [
    json.loads(line)
    for line in Path("tests/development/entities.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def names() -> dict[str, Municipality]:
    return load_municipalities(Path("knowledge/municipalities.csv"))


@pytest.fixture(scope="module")
def lists() -> WordLists:
    return WordLists.load(Path("knowledge"))


def values(lists: WordLists, text: str, kind: str) -> list[str]:
    return [one.value for one in lists.find(text) if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "nis"),
    [
        ("wij wonen in Herent", ["24038"]),
        ("de Herentse aanpak", ["24038"]),
        ("dat is inherent aan beleid", []),
        ("wat doet mechelen hieraan", ["12025"]),
        ("Sint-Niklaas en Aalst", ["46021", "41002"]),
    ],
)
def test_a_municipality_is_found_by_name_but_not_inside_a_word(
    lists: WordLists, text: str, nis: list[str]
):
    assert values(lists, text, "municipality") == nis


@pytest.mark.parametrize(
    ("text", "seeks"),
    [
        ("Bij wie moeten we daar zijn?", True),
        ("Met wie spreken we af?", True),
        ("Waar kan ik dat bericht melden?", True),
        ("Wat is de rol van de burgemeester?", False),
        ("Wie zit er in een LIVC R?", False),
    ],
)
def test_whether_a_contact_is_sought(lists: WordLists, text: str, seeks: bool):
    assert bool(values(lists, text, "seeks_contact")) is seeks


@pytest.mark.parametrize("row", DEVELOPMENT, ids=lambda row: row["text"][:40])
def test_the_development_set(lists: WordLists, names: dict[str, Municipality], row: dict[str, Any]):
    """Every line of the set on which the lists were made; a third are traps."""
    for kind in KINDS & set(row):
        found = values(lists, row["text"], kind)
        if kind == "municipality":
            found = [names[one].name for one in found]
        assert sorted(set(found)) == sorted(set(row[kind]))


def test_no_text_makes_it_slow(lists: WordLists):
    assert grows_evenly(lists.find, " ".join(row["text"] for row in DEVELOPMENT))


def test_a_sector_of_the_speaker_goes_before_that_of_others(lists: WordLists):
    text = "De school belt mij. Ik ben psycholoog, wat mag ik zeggen?"
    assert values(lists, text, "sector") == ["welzijn"]


def test_one_audience_a_message_the_strongest_sign_first(lists: WordLists):
    text = "Wij zijn een school. Ik ben psycholoog en onze leerlingen praten."
    assert values(lists, text, "audience") == ["hulpverlener"]


def test_the_place_of_a_misspelt_name_is_that_in_the_message(lists: WordLists):
    text = "Beste, kben  benieuwd wat ze in Vilvorde doen"
    found = next(one for one in lists.find(text) if one.kind == "municipality")
    assert text[found.start : found.end] == "Vilvorde"


@pytest.mark.parametrize(
    "text", ["", " ", "?!…", "😀😀", "[PERSOON-1]", "İstanbul ǅ ﬁ", "st", "als", "hier"]
)
def test_odd_texts_name_nothing(lists: WordLists, text: str):
    assert lists.find(text) == []


def test_every_municipality_is_found_by_its_own_name(
    lists: WordLists, names: dict[str, Municipality]
):
    for one in names.values():
        for text in (
            f"Hoe pakt {one.name} dit aan?",
            f"de gemeente {one.name.lower()} vraagt raad",
        ):
            assert values(lists, text, "municipality") == [one.nis], text


def test_kinds_of_expertise_are_found_inside_compounds(lists: WordLists):
    assert values(lists, "een training opvoedingsondersteuning", "expertise") == ["opvoeding"]
    assert values(lists, "een expert identiteitsontwikkeling", "expertise") == ["identiteit"]


def test_places_are_characters_of_the_text(lists: WordLists):
    text = "ik ben begeleidster in een jeugdhuis"
    found = next(one for one in lists.find(text) if one.kind == "sector")
    assert text[found.start : found.end] == "jeugdhuis"
    assert found.value == "jeugd"


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("ik ben begeleidster in een jeugdhuis", ["hulpverlener"]),
        ("Als maatschappelijk werker in een OCMW: moet ik dat doorgeven?", ["hulpverlener"]),
        ("Wij zijn twee leerkrachten van een lagere school", ["onderwijs"]),
        ("Wij werken bij [SCHOOL-1] en maken ons zorgen over [PERSOON-1]", ["onderwijs"]),
        (
            "Ik ben gemeenteambtenaar, geen hulpverlener. Wat mogen we vragen aan hulpverleners?",
            ["gemeente"],
        ),
        ("Ik ben preventieambtenaar. Welke vorming bestaat er voor jeugdwerkers?", ["gemeente"]),
        ("Ik ben geen hulpverlener", []),
        ("Wij zoeken een psycholoog voor een gesprek", []),
        ("De wijkagent vraagt ons een lijst, mag dat?", []),
        ("Een student vraagt een interview", []),
    ],
)
def test_who_asks_is_what_they_say_of_themselves(lists: WordLists, text: str, audience: list[str]):
    assert values(lists, text, "audience") == audience


@pytest.mark.parametrize(
    ("text", "nis"),
    [
        ("Asse", "23002"),
        ("Lier", "12021"),
        ("Sint Niklaas", "46021"),
        ("gemeente Boom hier", "11005"),
        ("medewerker van de stad Hasselt", "71072"),
        ("Preventiedienst Leuven", "24062"),
    ],
)
def test_the_name_of_a_municipality_alone_is_its_local_government(
    lists: WordLists, text: str, nis: str
) -> None:
    found = {one.kind: one.value for one in lists.local_government(text)}
    assert found == {"municipality": nis, "audience": "gemeente", "own_municipality": nis}


@pytest.mark.parametrize(
    "text", ["boom", "en Gent?", "hoe doet Gent dat", "ik woon in Gent", "Gent en Aalst", "vrede"]
)
def test_a_municipality_among_other_words_tells_nobody(lists: WordLists, text: str) -> None:
    assert lists.local_government(text) == ()


def test_a_psychologist_of_a_clb_is_of_education_in_either_order(lists: WordLists) -> None:
    for text in ("psycholoog bij een CLB", "ik doe stage bij een CLB als psycholoog"):
        assert values(lists, text, "audience") == ["onderwijs"]
