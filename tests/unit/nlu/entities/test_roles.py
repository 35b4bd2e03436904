"""What people say they are, of which the audience has to be heard: DESIGN.md §4 refers by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu.wordlists import WordLists

ROLES = {
    "hulpverlener": "jeugdwelzijnswerker|jongerenbegeleider|contextbegeleider|kinderpsycholoog|wijkverpleegkundige|"
    "budgetbegeleider bij het OCMW|pleegzorgbegeleider|medewerker van het JAC|consulent bij de jeugdrechtbank|"
    "brugfiguur|speltherapeute|crisishulpverlener|straathoekwerker|buurtwerker|verantwoordelijke van een jeugdhuis",
    "gemeente": "wijkregisseur|directeur vrije tijd van de gemeente|informatieambtenaar van de stad|"
    "teamleider lokale preventie|coördinator lokale veiligheid|onthaalmedewerker van het stadhuis|gemeenschapswacht|"
    "preventiewerker|jeugdconsulent|jeugdbeleidsmedewerker|administratief medewerker bij de stad",
    "politie": "informatieofficier|beleidsadviseur bij de politiezone|medewerker van de lokale politie",
    "onderwijs": "directeur van een secundaire school|directeur van een lagere school|hoofd van een basisschool|"
    "zorgjuf|internaatsopvoeder|prof in het middelbaar|schoolpsycholoog|leerlingenbegeleider",
    "ocmw": "lid van het vast bureau",
}
TOLD = [(who, one) for who, many in ROLES.items() for one in many.split("|")]


@pytest.fixture(scope="module")
def lists() -> WordLists:
    return WordLists.load(Path("knowledge"))


def told(lists: WordLists, text: str) -> dict[str, str]:
    kinds = ("audience", "own_municipality")
    return {one.kind: one.value for one in lists.find(text) if one.kind in kinds}


@pytest.mark.parametrize(("who", "role"), TOLD)
def test_who_says_what_he_is_is_heard(lists: WordLists, who: str, role: str):
    text = f"Ik ben {role}. Mogen wij informatie geven aan de politie?"
    assert told(lists, text).get("audience") == who


@pytest.mark.parametrize(
    ("text", "who", "town"),
    [
        ("Ik ben [PERSOON-1], preventieambtenaar van Geel, wij willen iets", "gemeente", "13008"),
        ("Preventieambtenaar Gent. Mag dit?", "gemeente", "44021"),
        ("Mijn naam is [PERSOON-1], schepen in Mol.", "gemeente", "13025"),
        ("Ik heet [PERSOON-1]: jeugdambtenaar bij de stad Aalst", "gemeente", "41002"),
        ("Ik ben [PERSOON-1] van de politie van Genk.", "politie", "71016"),
        ("Ik ben [PERSOON-1] en werk bij de stad Gent", "gemeente", "44021"),
    ],
)
def test_who_tells_his_name_and_town_beside_his_function_is_heard(
    lists: WordLists, text: str, who: str, town: str
):
    assert told(lists, text) == {"audience": who, "own_municipality": town}


@pytest.mark.parametrize(
    "text",
    [
        "ik ben geen directeur van een school",
        "Burgemeester Gent bedreigd.",
        "ik ben klant van het OCMW",
        "wie is verantwoordelijke van het jeugdhuis?",
        "ik ben naar een psycholoog geweest",
        "is de directeur van een school verplicht",
    ],
)
def test_who_speaks_of_another_is_not_taken_for_him(lists: WordLists, text: str):
    assert "audience" not in told(lists, text)
