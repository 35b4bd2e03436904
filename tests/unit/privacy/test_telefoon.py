"""Telephone numbers of Belgium, the Netherlands and abroad."""

from __future__ import annotations

import pytest

from bot.privacy.recognisers.telefoon import find

from .tables import found

VALID = [
    ("0474/12.34.56", ["0474/12.34.56"]),
    ("gsm0474123456", ["0474123456"]),
    ("+32 (0)474 12 34 56", ["+32 (0)474 12 34 56"]),
    ("0474 12 34 56 3 keer", ["0474 12 34 56"]),
    ("02 555 12 34", ["02 555 12 34"]),
    ("06-12345678", ["06-12345678"]),
    ("+33 6 12 34 56 78", ["+33 6 12 34 56 78"]),
    ("Dennis 0474123456", ["0474123456"]),
    ("algemeen nummer 0474 12 34 56", ["0474 12 34 56"]),
    ("mijn algemeen nummer is 02 555 12 34", ["02 555 12 34"]),
    ("bel het algemeen nummer of mij op 02 555 12 34", ["02 555 12 34"]),
    ("dossier 0474 12 34 56", ["0474 12 34 56"]),
    # a letter for a digit, and underscores
    ("O474 12 34 56", ["O474 12 34 56"]),
    ("gsm O474/l2.34.56", ["O474/l2.34.56"]),
    ("0474_12_34_56", ["0474_12_34_56"]),
    ("0474 12 34 5o", ["0474 12 34 5o"]),
]

LOOK_ALIKES = [
    # dates and times
    "07-04-2019 10:30",
    "12/03/2024 (12/03/2024)",
    "2016-03-22 0800",
    # other numbers
    "KBO 0404.484.654",
    "dossier 0474123456",
    "+++090/9337/55493+++",
    "klantnummer: 0471234567",
    # numbers of organisations and services
    "VVSG, algemeen nummer 02 555 12 34",
    "Het algemeen nummer van de politie is 02 555 12 34",
    "het centrale nummer: +32 2 555 12 34",
    "0800 12 345",
    "112",
    "1813",
    "078 15 00 10",
    "O8OO 12 345",
    "1712 of 1733",
    "O365 en O2",
    "dossier_2024_123456_78",
]


@pytest.mark.parametrize(("text", "values"), VALID)
def test_finds_the_value_in_every_spelling(text: str, values: list[str]) -> None:
    assert found(find, text) == values


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_leaves_look_alikes_alone(text: str) -> None:
    assert found(find, text) == []
