"""Names that the lists hold for a town, a king or a word, until a role, a first name or an age tells of somebody."""

from __future__ import annotations

import pytest

from bot.privacy.cleaning import clean
from bot.privacy.recognisers.naam import find

from .tables import found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mohamed Van Gent heeft een mes", ["Mohamed Van Gent"]),
        ("Tom Van Brussel en Els Van Aken vochten", ["Tom Van Brussel", "Els Van Aken"]),
        ("Mevrouw Els Van Damme belde", ["Els Van Damme"]),
        ("tom van damme komt niet meer", ["tom van damme"]),
        ("TOM VAN DAMME KOMT NIET MEER", ["TOM VAN DAMME"]),
        ("Fatima van Gent belde", ["Fatima van Gent"]),
        ("Mevr. T. Van Brussel belde", ["T. Van Brussel"]),
        ("Van Lier belde", ["Van Lier"]),
        ("gisteren vroeg Van Lier om raad", ["Van Lier"]),
    ],
)
def test_a_family_name_that_is_a_town_is_part_of_the_name(text: str, names: list[str]) -> None:
    assert found(find, text) == names


def test_the_age_behind_such_a_name_is_masked_too() -> None:
    assert clean("mijn cliënt Tom Van Damme, 17, weigert").text == (
        "mijn cliënt [PERSOON-1], [LEEFTIJD-1], weigert"
    )


@pytest.mark.parametrize(
    "text",
    [
        "de burgemeester van Mechelen vraagt raad",
        "de school van Damme",
        "Stad Gent vraagt het",
        "Van Gent tot Brussel rijden treinen",
        "Van Brussel verwachten wij steun",
        "Is er iemand van Gent hier?",
        "de trein rijdt Van Gent naar Brussel",
    ],
)
def test_a_town_behind_an_office_or_on_a_route_stays(text: str) -> None:
    assert clean(text).text == text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tom van de jeugddienst belde", ["Tom"]),
        ("Fatima van OCMW Gent belde", ["Fatima"]),
        ("Fatima uit Gent belde", ["Fatima"]),
    ],
)
def test_who_is_of_a_service_is_not_called_after_it(text: str, names: list[str]) -> None:
    assert found(find, text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mijn leerling Boudewijn praat over de strijd", "Boudewijn"),
        ("mijn leerling boudewijn praat over de strijd", "boudewijn"),
        ("mijn zoon Damiaan is veranderd", "Damiaan"),
        ("onze cliënt Assad weigert", "Assad"),
        ("mijn cliënt, Assad, weigert", "Assad"),
        ("mijn cliënt heet Assad", "Assad"),
        ("de 15-jarige Assad weigert", "Assad"),
        ("buurman Frank Vandenbroucke maakt ruzie", "Frank Vandenbroucke"),
        ("mijn zus Eva Braun", "Eva Braun"),
        ("zijn moeder Teresa belde", "Teresa"),
        ("deelnemer Rumi komt niet", "Rumi"),
        ("collega Storm weigert", "Storm"),
        ("medewerker Boudewijn weigert", "Boudewijn"),
        ("mijn patiënt Madonna heeft angst", "Madonna"),
        ("mijn cliënt Mercedes wil weg", "Mercedes"),
        ("mijn leerling Dior zwijgt", "Dior"),
        ("leerling Love zwijgt", "Love"),
        ("leerling India zwijgt", "India"),
        ("leerling Israel zwijgt", "Israel"),
    ],
)
def test_behind_a_role_a_well_known_name_or_a_word_is_somebody(text: str, name: str) -> None:
    assert found(find, text) == [name]


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        (
            "mijn cliënt Abu Hamza woont in de Kerkstraat 5",
            "mijn cliënt [PERSOON-1] woont [ADRES-1]",
        ),
        ("Abu Hamza woont in de Kerkstraat 5", "[PERSOON-1] woont [ADRES-1]"),
        ("Boudewijn, 17, wil vertrekken", "[PERSOON-1], [LEEFTIJD-1], wil vertrekken"),
        ("Assad (16) zit in mijn klas", "[PERSOON-1] ([LEEFTIJD-1]) zit in mijn klas"),
        ("Blessing is 13", "[PERSOON-1] is [LEEFTIJD-1]"),
        ("Storm Claeys belde", "[PERSOON-1] belde"),
        ("hope mukasa belde", "[PERSOON-1] belde"),
    ],
)
def test_an_age_an_address_or_a_family_name_behind_makes_it_somebody(text: str, clear: str) -> None:
    assert clean(text).text == clear


@pytest.mark.parametrize(
    "text",
    [
        "Moeder Teresa was een heilige",
        "mijn leerling leest over Boudewijn",
        "mijn leerling vindt Assad goed",
        "Een leerling noemt Hitler zijn held.",
        "mijn zoon draagt Lonsdale",
        "wat zegt Assad daarover?",
        "een leerling Islam of een leerling uit Antwerpen",
        "collega Preventie en de medewerker Integratie",
        "een student Criminologie vraagt raad",
        "een vrijwilliger van het Rode Kruis",
        "Trump is 78",
        "de leerling is 13",
        "Leerling is 13",
        "Nederland is 13 jaar verder",
        "Brussel is 13 kilometer verder",
    ],
)
def test_without_them_it_stays(text: str) -> None:
    assert clean(text).text == text
