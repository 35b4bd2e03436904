"""Word lists and municipalities."""

from __future__ import annotations

import pytest

from .conftest import Planted

ENTITIES = "knowledge/entities.yml"
CSV = "knowledge/municipalities.csv"

LISTS = [
    # old, new, on the line with, says
    ("    - burgemeester\n", "    - burgemeester\n    - 101\n", "- 101", "aanhalingstekens"),
    ("    - burgemeester\n", "    - burgemeester\n    -\n", "    -\n", "vul een tekst in"),
    ("    - burgemeester\n", "    - burgemeester\n    - burgemeester\n", "", "twee keer"),
    ("  politie:\n", "  brandweer:\n", "  brandweer:", "'brandweer' bestaat niet"),
    ("\nzoekt_contact:", "\nzoekt_iemand: []\nzoekt_contact:", "zoekt_iemand", "is onbekend"),
    ("  identiteit: [identiteit*, zingeving]", "  identiteit: []", "  identiteit:", "te kort"),
]

ROWS = [
    ("11001,Aartselaar,", "1101,Aartselaar,", "Aartselaar", "vijf cijfers"),
    ("11001,Aartselaar,", "11002,Aartselaar,", ",Antwerpen,Antwerpen", "staat ook op regel 2"),
    ("11001,Aartselaar,", "11001,Boechout,", "11004,", "staat ook op regel 2"),
    ("Aartselaar,Antwerpen", "Aartselaar,Brabant", "Aartselaar", "'Brabant' bestaat niet"),
    ("Aartselaar,Antwerpen,Antwerpen", "Aartselaar,Antwerpen", "Aartselaar", "kolommen"),
    ("11001,Aartselaar,Antwerpen,Antwerpen\n", "", "nis,", "284 gemeenten"),
    ("nis,naam", "code,naam", "code,", "de eerste regel moet zijn"),
]


@pytest.mark.parametrize(("old", "new", "at", "says"), LISTS)
def test_lists(project: Planted, old: str, new: str, at: str, says: str) -> None:
    project.change(ENTITIES, old, new)
    after = project.line(ENTITIES, "- burgemeester") + 1  # a word added below this one
    line = after if "- burgemeester" in new else project.line(ENTITIES, at)
    project.finds(ENTITIES, line, says)


@pytest.mark.parametrize(("old", "new", "at", "says"), ROWS)
def test_municipalities(project: Planted, old: str, new: str, at: str, says: str) -> None:
    project.change(CSV, old, new)
    line = 3 if "11002,Aartselaar" in new else project.line(CSV, at)
    project.finds(CSV, line, says)
