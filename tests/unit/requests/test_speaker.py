"""Who the visitor says to be in the middle of a form."""

from __future__ import annotations

import pytest

from bot.knowledge.catalogue import Audience
from bot.requests.kinds import FORM, KIND_SLOT, Field, RequestKind
from bot.requests.speaker import Role, is_for, role_beside, speaks_as
from tests.unit.requests.turns import LISTS, turn


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("eigenlijk ben ik maatschappelijk werker bij het OCMW", Audience.HULPVERLENER),
        ("sorry, ik werk eigenlijk als straathoekwerker", Audience.HULPVERLENER),
        ("ik werk bij het CAW", Audience.HULPVERLENER),
        ("nee ik ben student eigenlijk", Audience.STUDENT),
        ("ik geef les in Gent", Audience.ONDERWIJS),
        ("ik ben journalist bij De Standaard", Audience.PERS),
        ("ik ben schepen", Audience.GEMEENTE),
    ],
)
def test_who_says_what_he_is_in_a_form_is_heard(text: str, who: Audience):
    assert speaks_as(text, LISTS) is who


@pytest.mark.parametrize(
    "text",
    [
        "beroepsgeheim van maatschappelijk werkers",
        "signalen bij onze leerlingen",
        "samenwerking met het CAW",
        "ik ben geen hulpverlener",
        "ik ben coördinator jeugdwerk bij de stad",
        "ik ben moeder van drie en schepen",
    ],
)
def test_who_speaks_of_others_stays_who_he_is(text: str):
    assert speaks_as(text, LISTS) is None


@pytest.mark.parametrize("text", ["jeugdhulpverlener bij het CAW", "een psycholoog", "jeugdwerker"])
def test_a_function_of_the_first_line_is_that_of_a_first_line_worker(text: str):
    assert speaks_as(text, LISTS, asked_function=True) is Audience.HULPVERLENER
    assert speaks_as(text, LISTS) is None


@pytest.mark.parametrize(
    "text", ["schepen", "coördinator jeugdwerk", "diensthoofd sociale dienst", "hoofd thuiszorg"]
)
def test_a_function_of_a_local_government_stays_in_the_form(text: str):
    assert speaks_as(text, LISTS, asked_function=True) is None


def test_who_turns_out_to_be_a_first_line_worker_leaves_the_form():
    said = turn(Field.ONDERWERP, "ik ben hulpverlener", who=Audience.HULPVERLENER)
    assert (said.leaves, said.values) == (Audience.HULPVERLENER, {})


def test_who_may_be_called_back_stays_in_that_form():
    said = turn(
        Field.ONDERWERP,
        "ik werk bij het departement",
        kind=RequestKind.TERUGBELLEN,
        who=Audience.VLAAMSE_OVERHEID,
    )
    assert said.leaves is None


def test_danger_comes_before_who_tells_it():
    said = turn(
        Field.ONDERWERP,
        "ik ben leerkracht en hij heeft een mes",
        who=Audience.ONDERWIJS,
        decision="safety",
    )
    assert (said.leaves, said.elsewhere) == (None, True)


BESIDE = [
    ("[PERSOON-1], schepen, [TELEFOON-1]", Role("schepen", Audience.GEMEENTE)),
    ("[PERSOON-1] schepen van Lint [TELEFOON-1]", Role("schepen", Audience.GEMEENTE)),
    ("burgemeester [PERSOON-1], [TELEFOON-1]", Role("burgemeester", Audience.GEMEENTE)),
    ("[PERSOON-1] (wijkagent) [EMAIL-1]", Role("wijkagent", Audience.POLITIE)),
    ("[TELEFOON-1], ik ben wijkagent", Role("wijkagent", Audience.POLITIE)),
    (
        "[PERSOON-1], gezinsbegeleider bij Kind en Gezin, [EMAIL-1]",
        Role("gezinsbegeleider", Audience.HULPVERLENER),
    ),
    (
        "ik ben eigenlijk psychiater, mijn mail is [EMAIL-1]",
        Role("psychiater", Audience.HULPVERLENER),
    ),
    ("ik ben [PERSOON-1], leerkracht: [EMAIL-1]", Role("leerkracht", Audience.ONDERWIJS)),
    ("[PERSOON-1] | student | [EMAIL-1]", Role("student", Audience.STUDENT)),
    (
        "[EMAIL-1]. Mijn functie is preventieambtenaar",
        Role("preventieambtenaar", Audience.GEMEENTE),
    ),
]
NO_ROLE = [
    "[PERSOON-1], [TELEFOON-1]",
    "[PERSOON-1], contactpersoon voor de scholen en het CAW, [EMAIL-1]",
    "[PERSOON-1], ik ben geen hulpverlener, [EMAIL-1]",
    "[PERSOON-1], moeder van drie, [EMAIL-1]",
    "[PERSOON-1], bel liever niet via de leerkracht, [TELEFOON-1]",
    "mijn collega is psychiater, [EMAIL-1] is van mij",
    "[PERSOON-1], overleg met een psychiater, [EMAIL-1]",
    "niet de schepen maar ik, [TELEFOON-1]",
    "dinsdag na de school, [TELEFOON-1]",
    "voor de leerlingen: [EMAIL-1]",
    "leerkracht belde ons, [TELEFOON-1]",
    "de leerkracht van mijn zoon, [TELEFOON-1]",
    "[PERSOON-1], de schepen weet ervan, [EMAIL-1]",
]


@pytest.mark.parametrize(("text", "role"), BESIDE)
def test_a_role_beside_contact_details_is_heard(text: str, role: Role):
    assert role_beside(text, LISTS) == role


@pytest.mark.parametrize("text", NO_ROLE)
def test_whoever_else_is_named_beside_them_has_no_role(text: str):
    assert role_beside(text, LISTS) is None


@pytest.mark.parametrize(
    ("who", "kind", "fits"),
    [
        (Audience.HULPVERLENER, "plan_nalezen", False),
        (Audience.GEMEENTE, "plan_nalezen", True),
        (Audience.VLAAMSE_OVERHEID, "terugbellen", True),
        (Audience.VLAAMSE_OVERHEID, "plan_nalezen", False),
        (None, "plan_nalezen", True),
    ],
)
def test_a_form_is_for_who_it_is_meant_for(who: Audience | None, kind: str, fits: bool):
    assert is_for(who, {KIND_SLOT: kind}, FORM) is fits
    assert is_for(who, {}, None)
