"""Addresses: a street with a house number, and what follows it."""

from __future__ import annotations

import pytest

from bot.privacy.recognisers.adres import find

from .tables import found

VALID = [
    ("kerkstraat 12 bus 3, 9000 Gent", ["kerkstraat 12 bus 3, 9000 Gent"]),
    ("In de Jan Breydelstraat 4a.", ["Jan Breydelstraat 4a"]),
    ("Wetstraat 16", ["Wetstraat 16"]),
    ("woont Zandberg 6", ["Zandberg 6"]),
    ("Hof ter Zee 12, 9000 Gent", ["Hof ter Zee 12, 9000 Gent"]),
    ("Avenue Louise 54, 1050 Bruxelles", ["Avenue Louise 54, 1050 Bruxelles"]),
    ("Bd Anspach 100", ["Bd Anspach 100"]),
    ("Steenweg op Gent 112, Aalst", ["Steenweg op Gent 112, Aalst"]),
    ("op de steenweg op aalst 7", ["steenweg op aalst 7"]),
    ("woont stwg. op Aalst 45", ["stwg. op Aalst 45"]),
    ("hij woont kerkstr. 45 in Lier", ["kerkstr. 45 in Lier"]),
    ("Steenweg op Gent 112 en hij werkt", ["Steenweg op Gent 112"]),
    ("Stationstr. 12", ["Stationstr. 12"]),
    ("verblijft in Ten Bosse 77", ["in Ten Bosse 77"]),
    ("zij verblijft nu op Kouter 7, Gent, al een maand", ["Kouter 7, Gent"]),
    ("hij woont in Bist 5", ["in Bist 5"]),
    ("zij woont op Hof ter Lo 7", ["op Hof ter Lo 7"]),
    ("woonachtig in de Bist 5", ["in de Bist 5"]),
    ("Hij woont bij zijn oma op Ter Heide 12", ["Ter Heide 12"]),
    ("ze woont nu op de Bist 5", ["Bist 5"]),
    ("hij woont ter heide 12", ["ter heide 12"]),
    ("Kerkstr 12", ["Kerkstr 12"]),
    ("Kerkstraat op nummer 12", ["Kerkstraat op nummer 12"]),
    ("Bertje Kanariebos, 17, Kanariestraat 12", ["Kanariestraat 12"]),
]

LOOK_ALIKES = [
    # a street without number
    "in de Kerkstraat",
    "9000 Gent",
    # ends of other words
    "onderweg 3 keer",
    "arbeidsmarkt 2024",
    "gerechtshof 12",
    "weg 5 jaar",
    "op het plein 12 jongeren",
    "artikel 5 laan",
    "Artikel 7, Gent",
    "hij woont al lang in Gent 3 dagen per week",
    "ze woont in Gent sinds 2019",
    "Niveau 3, Antwerpen",
    "Op de steenweg naar Halle 3 km file",
    "3 ongevallen op de steenweg op Gent",
    "op de steenweg naar Gent 3 ongevallen",
    "Casus 3, Mechelen",
    "Dinsdag 9, Gent",
    "De werkgroep Module 2, Brussel komt samen",
    "Str. 12",
    "zie instr. 12 van het handboek",
    "Instr. 12, Brussel",
    "magistr. 4",
    "op pagina 12 van str. 3",
]


@pytest.mark.parametrize(("text", "values"), VALID)
def test_finds_the_value_in_every_spelling(text: str, values: list[str]) -> None:
    assert found(find, text) == values


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_leaves_look_alikes_alone(text: str) -> None:
    assert found(find, text) == []
