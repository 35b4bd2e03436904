"""Identity cards, passports, residence cards and driving licences: only beside the word."""

from __future__ import annotations

import pytest

from bot.privacy.recognisers.identiteitsbewijs import find

from .tables import found

VALID = [
    ("identiteitskaart 590-1234567-12", ["590-1234567-12"]),
    ("identiteitskaartnummer: 590123456712", ["590123456712"]),
    ("eid 591 1234567 45", ["591 1234567 45"]),
    ("id-kaart B123456789", ["B123456789"]),
    ("kaartnummer 590-1234567-12", ["590-1234567-12"]),
    ("590-1234567-12 is mijn identiteitskaart", ["590-1234567-12"]),
    ("mijn paspoortnummer is EA123456", ["EA123456"]),
    ("reispas nr. ep 987654", ["ep 987654"]),
    ("verblijfskaart B 1234567 89", ["B 1234567 89"]),
    ("rijbewijs 1234567890", ["1234567890"]),
    # the file of a foreigner
    ("OV-nummer 8.123.456", ["8.123.456"]),
    ("zijn ov nummer is 8123456", ["8123456"]),
    ("vreemdelingennummer 8123456", ["8123456"]),
    ("DVZ-nummer van mijn cliënt: 8 123 456", ["8 123 456"]),
    ("dossier DVZ 8123456", ["8123456"]),
    # with a slip
    ("identiteitskaart 590-1234567-1", ["590-1234567-1"]),
    ("paspoort EA12345O", ["EA12345O"]),
]

LOOK_ALIKES = [
    # without the word
    "590-1234567-13",
    "EA123456",
    # the word without a number
    "mijn paspoort is kwijt sinds 2019",
    "identiteitskaart vanaf 12 jaar",
    "paspoort van 27 lidstaten, verordening 2019/1157",
    # another number
    "dossiernummer 8123456",
    "OV-nummer of dossier 8123456",
    "identiteitskaart en dossier 2024123456",
    "paspoort, bel 0474 12 34 56",
    "klantenkaartnummer 1234567890",
    "identiteitskaart of rijksregisternummer 85.07.30-033.28",
]


@pytest.mark.parametrize(("text", "values"), VALID)
def test_finds_the_value_in_every_spelling(text: str, values: list[str]) -> None:
    assert found(find, text) == values


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_leaves_look_alikes_alone(text: str) -> None:
    assert found(find, text) == []
