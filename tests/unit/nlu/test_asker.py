"""Only a message that tells nothing else tells whose local government asks, or who asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.library import load_library
from bot.nlu.asker import (
    answered_asker,
    answered_job,
    board_told,
    home_told,
    skips,
    told_asker,
    told_job,
    told_municipality,
)
from bot.nlu.wordlists import WordLists

KNOWLEDGE = Path("knowledge")
LISTS = WordLists.load(KNOWLEDGE)
NAMES = {one.name.casefold(): nis for nis, one in load_library(KNOWLEDGE).municipalities.items()}


@pytest.mark.parametrize(
    "text",
    ["Aalst", "stad Aalst.", "wij zijn van Aalst", "Ik werk bij de stad Aalst", "nee, Aalst"],
)
def test_a_bare_municipality_is_the_askers(text: str):
    assert told_municipality(text, LISTS, NAMES) == "41002"


@pytest.mark.parametrize(
    "text",
    ["Wat doet Aalst?", "en in Aalst?", "Aalst of Gent", "Aalst heeft een LIVC R", "", "hallo"],
)
def test_a_municipality_that_is_spoken_about_is_not(text: str):
    assert told_municipality(text, LISTS, NAMES) is None


def test_who_would_rather_not_tell_skips():
    assert skips("liever niet")
    assert skips("Overslaan.")
    assert not skips("liever niet in Aalst")


@pytest.mark.parametrize(
    ("text", "audience", "word"),
    [
        ("Ik werk bij het OCMW", "ocmw", "het ocmw"),
        ("hallo, ik ben leerkracht", "onderwijs", "leerkracht"),
        ("Wij zijn van de gemeente.", "gemeente", "gemeente"),
        ("nee, ik ben eigenlijk journalist", "pers", "journalist"),
        ("ik ben diensthoofd beleid", "gemeente", "diensthoofd"),
        ("wij zijn van de stad, dienst samenleven", "gemeente", "stad"),
    ],
)
def test_who_tells_no_more_than_who_he_is_is_heard(text: str, audience: str, word: str):
    who = told_asker(text, LISTS)
    assert who is not None
    assert who.audience == audience
    assert word.endswith(who.word)


def test_who_asks_something_besides_tells_more_than_who_he_is():
    assert told_asker("ik ben diensthoofd beleid en zoek een spreker", LISTS) is None


def test_a_function_of_any_organisation_does_not_tell_who_asks():
    assert told_job("ik ben stafmedewerker", LISTS)
    assert told_job("Hallo, ik werk als jurist", LISTS)
    assert told_job("ik ben coördinator", LISTS)
    assert not told_job("ik ben stafmedewerker en zoek cijfers", LISTS)
    assert not told_job("een stafmedewerker", LISTS)


@pytest.mark.parametrize("text", ["ik woon in Geel", "wij wonen in Geel.", "Ik ben van Geel"])
def test_who_tells_where_he_lives_is_heard(text: str):
    assert home_told(text, LISTS, NAMES) == "13008"


@pytest.mark.parametrize(
    "text", ["Geel", "ik woon in Geel en ben bezorgd", "wie woont in Geel", "ik woon in Parijs"]
)
def test_another_place_or_more_than_a_place_is_no_home(text: str):
    assert home_told(text, LISTS, NAMES) is None


def test_a_workplace_alone_answers_who_asks():
    assert told_asker("ocmw", LISTS) is None
    who = answered_asker("ocmw", LISTS)
    assert who is not None
    assert who.audience == "ocmw"


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("diensthoofd preventie", "gemeente"),
        ("preventie", "gemeente"),
        ("jeugddienst", "gemeente"),
        ("integratieambtenaar", "gemeente"),
        ("ik ben van t ocmw", "ocmw"),
        ("ocmw maatschappelijk assistent", "hulpverlener"),
        ("wijkagent", "politie"),
        ("journalist bij HLN", "pers"),
        ("schepen van jeugd", "gemeente"),
        ("studente criminologie", "student"),
        ("ik ben een bezorgde mama", "burger"),
    ],
)
def test_a_function_in_a_word_or_two_answers_who_asks(text: str, audience: str):
    who = answered_asker(text, LISTS)
    assert who is not None
    assert who.audience == audience


@pytest.mark.parametrize(
    "text",
    [
        "OCAD",
        "subsidies",
        "burgemeester betoging verbieden",
        "beroepsgeheim hulpverlener",
        "wat mag een leerkracht",
        "ja",
    ],
)
def test_a_question_behind_the_question_who_asks_is_no_answer_to_it(text: str):
    assert answered_asker(text, LISTS) is None
    assert not answered_job(text, LISTS, NAMES)


@pytest.mark.parametrize(
    "text", ["directeur", "beleid", "coördinator sociaal beleid", "medewerker jeugd", "Gent"]
)
def test_an_answer_that_leaves_the_organisation_open_is_heard_as_that(text: str):
    assert answered_asker(text, LISTS) is None
    assert answered_job(text, LISTS, NAMES)


def test_the_municipality_and_the_sector_of_who_tells_it_are_heard():
    schepen, worker = (
        told_asker(one, LISTS) for one in ("Ik ben schepen in Mechelen", "Ik ben jeugdwerker")
    )
    assert schepen is not None
    assert (schepen.audience, schepen.municipality) == ("gemeente", "12025")
    assert worker is not None
    assert (worker.audience, worker.sector) == ("hulpverlener", "jeugd")


@pytest.mark.parametrize(
    "text",
    [
        "Ik werk bij het OCMW, wat is een LIVC R?",
        "Ik ben leerkracht en zoek het draaiboek",
        "Werkt u bij het OCMW?",
        "OCAD",
        "",
    ],
)
def test_who_asks_something_besides_is_answered_first(text: str):
    assert told_asker(text, LISTS) is None


@pytest.mark.parametrize(
    "text",
    ["ik ben van de gemeente Zele", "stad Zele", "nee, wij werken bij het lokaal bestuur van Zele"],
)
def test_a_municipality_as_an_organisation_is_who_asks(text: str):
    told = board_told(text, LISTS, NAMES)
    assert told is not None
    assert (told.audience, told.municipality) == ("gemeente", NAMES["zele"])


@pytest.mark.parametrize("text", ["Zele", "ik woon in Zele", "ik ben van Zele", "de gemeente"])
def test_a_municipality_alone_does_not_tell_who_asks(text: str):
    assert board_told(text, LISTS, NAMES) is None


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("correctie: ik vraag het als gemeenteraadslid van Deerlijk", "gemeente"),
        ("rechtzetting: ik ben wijkagent in Geel", "politie"),
        ("laat ons zeggen als ouder", "burger"),
        ("stel dat ik ouder ben", "burger"),
        ("bekijk het als leerkracht", "onderwijs"),
        ("ik stel de vraag als journalist", "pers"),
        ("in mijn rol van leerkracht", "onderwijs"),
        ("Dag, schepen van Duffel hier", "gemeente"),
        ("goedemorgen, burgemeester van Hove hier", "gemeente"),
        ("hier de jeugdconsulent van Hove", "gemeente"),
        ("met de preventieambtenaar van Lier", "gemeente"),
        ("met inspecteur van de lokale politie", "politie"),
        ("u spreekt met de schepen van Duffel", "gemeente"),
        ("je spreekt met een leerkracht", "onderwijs"),
        ("Dag, met de schepen van Duffel", "gemeente"),
        ("voor alle duidelijkheid, ik ben psycholoog", "hulpverlener"),
        ("ik ben logopedist", "hulpverlener"),
        ("ter info: ik ben verpleegkundige", "hulpverlener"),
        ("neen niet directeur, ik doe de dossiers van cliënten", "hulpverlener"),
        ("neen, geen directeur maar maatschappelijk werker", "hulpverlener"),
        ("ik volg cliënten op", "hulpverlener"),
    ],
)
def test_who_tells_it_in_other_words_is_heard(text: str, audience: str):
    who = told_asker(text, LISTS)
    assert who is not None
    assert who.audience == audience


@pytest.mark.parametrize(
    "text",
    [
        "wij kregen bezoek van de schepen van Duffel",
        "een ouder vroeg mij dat",
        "hier is geen jeugdconsulent",
        "hier werkt een jeugdconsulent",
        "er is hier een preventieambtenaar",
        "met de burgemeester",
        "met de burgemeester overleggen",
        "met de schepen van Duffel spreken",
        "met wie? met de burgemeester?",
        "dag schepen",
        "beste burgemeester van Duffel,",
        "laat ons zeggen dat de ouder belt",
        "mijn collega is leerkracht",
        "u spreekt met de burgers",
        "de directeur volgt cliënten op",
    ],
)
def test_who_is_only_spoken_about_does_not_ask(text: str):
    assert told_asker(text, LISTS) is None
    assert not [one for one in LISTS.find(text) if one.kind == "audience"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("[PERSOON-1], schepen", "gemeente"),
        ("[PERSOON-1], schepen, [TELEFOON-1]", "gemeente"),
        ("wijkagent ([PERSOON-1], [EMAIL-1])", "politie"),
        ("[PERSOON-1], psychiater", "hulpverlener"),
    ],
)
def test_a_name_beside_what_someone_is_changes_nothing_of_that(text: str, who: str):
    answered = answered_asker(text, LISTS)
    assert answered is not None
    assert answered.audience == who


@pytest.mark.parametrize(
    "sign", ["schepen bij (x", "schepen van [a-", "schepen *", "schepen bij a+++"]
)
def test_signs_in_an_answer_are_read_as_signs(sign: str):
    answered_asker(sign, LISTS)
