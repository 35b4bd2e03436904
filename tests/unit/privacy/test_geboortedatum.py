"""Dates of birth: a date with a word about birth beside it."""

from __future__ import annotations

import pytest

from bot.privacy.folding import FENCE, PERSON
from bot.privacy.recognisers.geboortedatum import find

from .tables import found

VALID = [
    ("geboren op 12 maart 2008", ["12 maart 2008"]),
    ("geb. 3-4-'99", ["3-4-'99"]),
    ("°12/03/2008", ["12/03/2008"]),
    ("geboortedatum: 2008-03-12", ["2008-03-12"]),
    ("jarig op 12/03", ["12/03"]),
    ("verjaart 14 februari", ["14 februari"]),
    ("Yassine B. (12/03/2008)", ["12/03/2008"]),
    ("12/03/2008 is zijn geboortedatum", ["12/03/2008"]),
    ("ze is van 12/03/2008", ["12/03/2008"]),
    # beside a masked name
    (f"{PERSON}, 02-02-2006, leerling", ["02-02-2006"]),
    (f"{PERSON} (m, 2/2/06)", ["2/2/06"]),
    ("nee, die van 3.4.98, mijn jongste broer", ["3.4.98"]),
]

LOOK_ALIKES = [
    # laws and events
    "decreet van 22 maart 2024",
    "Aanslag Brussel (22/03/2016)",
    "vergadering op 12/03/2026",
    "Omzendbrief (21/08/2015)",
    # figures of speech
    "het project is geboren op 12 maart 2008",
    "de feiten verjaren op 12/03/2027",
    "verjaardag van de aanslagen op 22 maart",
    # another event after a birth
    "geboren in Gent en sinds 12/03/2020 lid",
    # too young for a birth: a meeting, a mail
    f"verslag van {PERSON}, 12/03/2025",
    f"{PERSON}, {FENCE}",
    "de wet van 30.07.18 of die van 11.12.98",
]


@pytest.mark.parametrize(("text", "values"), VALID)
def test_finds_the_value_in_every_spelling(text: str, values: list[str]) -> None:
    assert found(find, text) == values


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_leaves_look_alikes_alone(text: str) -> None:
    assert found(find, text) == []
