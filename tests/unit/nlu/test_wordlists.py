"""Entities from the lists in knowledge/."""

from pathlib import Path

import pytest

from bot.nlu.wordlists import WordLists


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
