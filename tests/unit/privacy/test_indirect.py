"""What points to a person only beside the name: an age and a school."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.privacy.cleaning import clean
from bot.privacy.spans import Kind

INDIRECT = {Kind.LEEFTIJD, Kind.SCHOOL}


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (
            "Yassine E., 17, Stationsstraat 12, praat over vertrekken",
            "[PERSOON-1], [LEEFTIJD-1], [ADRES-1], praat over vertrekken",
        ),
        ("de 15-jarige Mehdi wil weg", "de [LEEFTIJD-1] [PERSOON-1] wil weg"),
        ("Mehdi is zeventien", "[PERSOON-1] is [LEEFTIJD-1]"),
        ("Fatima, een meisje van 14", "[PERSOON-1], een meisje van [LEEFTIJD-1]"),
        ("Yassine (m, 17j)", "[PERSOON-1] (m, [LEEFTIJD-1])"),
        ("yassine 17 praat over vertrekken", "[PERSOON-1] [LEEFTIJD-1] praat over vertrekken"),
        ("toen Noah 16 was", "toen [PERSOON-1] [LEEFTIJD-1] was"),
        ("Emma is van 2007, dus 17 of 18 jaar.", "[PERSOON-1] is van 2007, dus [LEEFTIJD-1]."),
        ("Op zijn zestiende vertrok Jamal.", "Op zijn [LEEFTIJD-1] vertrok [PERSOON-1]."),
        ("Yassine spijbelt. Hij is 17.", "[PERSOON-1] spijbelt. Hij is [LEEFTIJD-1]."),
        (
            "Naam: Yassine E.\nLeeftijd: 17\nSchool: KTA Mechelen",
            "Naam: [PERSOON-1]\nLeeftijd: [LEEFTIJD-1]\nSchool: [SCHOOL-1]",
        ),
    ],
)
def test_an_age_goes_with_the_name_beside_it(text: str, masked: str) -> None:
    assert clean(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "Een jongen van 17 jaar uit onze gemeente praat over vertrekken.",
        "De 17-jarige dader uit Halle, hoe kon dat gebeuren?",
        "Bin Laden was 54 toen hij stierf.",
        "Mag een meisje van veertien besproken worden?",
        "Een jongere wil weg. Hij is 17.",
    ],
)
def test_an_age_of_nobody_in_particular_stays(text: str) -> None:
    assert clean(text).text == text


@pytest.mark.parametrize(
    "what",
    [
        "heeft 17 mails gestuurd",
        "is 12 jaar in dienst",
        "is al 17 jaar leraar bij ons",
        "werd 2 maanden geleden geschorst",
        "werd 2 jaar geleden bekeerd",
        "vraagt wat artikel 17 zegt",
        "komt om 14 uur",
        "heeft 16 op 20",
        "betaalt 17 euro, of 17%",
        "woont op de 14e verdieping",
        "zit in het 5de jaar",
        "volgt een 3-jarige opleiding",
        "vraagt of iedereen tussen 16 en 18 jaar mag meedoen",
        "zoekt iets voor jongeren van 12 tot 25 jaar",
        ", bijlage 17, punt 3",
        "(17/03) kwam langs",
        ", 17 maart om 14 u",
        ", 17 jaar cel",
    ],
)
def test_other_numbers_beside_a_name_stay(what: str) -> None:
    assert clean(f"Yassine {what}.").text == f"[PERSOON-1] {what}."


def test_an_age_keeps_its_number_however_it_is_written() -> None:
    assert clean("Yassine (17) is 17 jaar, Mehdi is zeventien, Amina is 16.").text == (
        "[PERSOON-1] ([LEEFTIJD-1]) is [LEEFTIJD-1], [PERSOON-2] is [LEEFTIJD-1], "
        "[PERSOON-3] is [LEEFTIJD-2]."
    )


@pytest.mark.parametrize(
    "school",
    [
        "Sint-Lodewijkscollege",
        "sint-lodewijkscollege",
        "GO! atheneum Brugge",
        "KTA Mechelen",
        "kta mechelen",
        "Don Boscoschool",
        "Karel de Grote Hogeschool",
        "Erasmushogeschool Brussel",
        "Hogeschool PXL",
        "VTI Aalst",
        "basisschool De Vlieger",
        "Campus Kompas",
        "Koninklijk Lyceum Gent",
        "Atheneum van Vilvoorde",
        "Technisch Instituut Sint-Michiel",
        "vbs de klimop",
    ],
)
def test_a_named_school_goes_when_a_person_is_named(school: str) -> None:
    assert clean(f"Yassine zit in {school}.").text == "[PERSOON-1] zit in [SCHOOL-1]."
    assert clean(f"Yassine spijbelt. Hij volgt les in {school}.").text == (
        "[PERSOON-1] spijbelt. Hij volgt les in [SCHOOL-1]."
    )
    alone = f"Organiseert {school} vormingen voor leerkrachten?"
    assert clean(alone).text == alone


@pytest.mark.parametrize(
    "school",
    [
        "onze school",
        "een basisschool",
        "het secundair onderwijs",
        "de Steinerschool",
        "de Turkse school",
        "het KTA",
        "het GO! onderwijs",
        "het CLB Brugge",
        "een school in Sint-Niklaas",
        "het college van burgemeester en schepenen",
        "het schepencollege",
        "de Universiteit Gent",
        "het Vlaams Vredesinstituut",
        "School De ouders weten niets",
    ],
)
def test_what_names_no_school_stays(school: str) -> None:
    assert clean(f"Yassine vertelt over {school}.").text == f"[PERSOON-1] vertelt over {school}."


def test_who_signs_is_nobody_that_a_school_points_to() -> None:
    question = "De Karel de Grote Hogeschool biedt een opleiding aan, kennen jullie die? Groeten,"
    assert clean(f"{question} Jan Peeters").text == f"{question} [PERSOON-1]"


def test_ages_without_a_name_and_schools_without_a_person_are_untouched_in_the_set() -> None:
    rows = map(
        json.loads, Path(__file__).with_name("indirect.jsonl").read_text("utf-8").splitlines()
    )
    others = [
        row["text"] for row in rows if not INDIRECT & {Kind(one["kind"]) for one in row["spans"]}
    ]
    touched = [text for text in others if any(span.kind in INDIRECT for span in clean(text).spans)]
    assert len(others) >= 60
    assert len(touched) <= 0.05 * len(others), touched
