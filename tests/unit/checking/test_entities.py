"""Word lists and municipalities."""

from __future__ import annotations

import pytest

from .conftest import Planted

ENTITIES = "knowledge/entities.yml"
CSV = "knowledge/municipalities.csv"

NAMES = "knowledge/municipality_names.yml"

LISTS = [
    # old, new, on the line with, says
    ("  - bij wie\n", "  - bij wie\n  - 101\n", "- 101", "aanhalingstekens"),
    ("  - bij wie\n", "  - bij wie\n  - '*'\n", "- '*'", "geen woord"),
    ("  - naar wie\n", "  - naar wie\n  - tot wie\n", "- tot wie", "twee keer"),
    ("\n  politie:\n", "\n  brandweer:\n", "  brandweer:", "'brandweer' bestaat niet"),
    (
        "\n    organisaties: [politie,",
        "\n    organisatie: [politie,",
        "organisatie:",
        "is onbekend",
    ),
    (
        "    zinnen: [ik werk in ned",
        "    eigen: []\n    zinnen: [ik werk in ned",
        "eigen: []",
        "te kort",
    ),
]

OTHER_NAMES = [
    ("  11002: [Borsbeek]", "  11999: [Borsbeek]", "11999", "'11999' staat niet in"),
    ("  11002: [Borsbeek]", "  11002: [Leuven]", "11002: [Leuven]", "'Leuven' betekent al Leuven"),
    ("  37021: [Ruiselede]", "  37021: [Puurs]", "37021", "betekent al Puurs-Sint-Amands"),
    ("  37021: [Ruiselede]", "  37021: []", "37021", "te kort"),
    ("  - Peer\n", "  - Perr\n", "- Perr", "'Perr' is geen naam van een gemeente"),
    ("\ngeen_gemeenten:", "\ngeen_steden: []\ngeen_gemeenten:", "geen_steden", "is onbekend"),
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
    first = project.line(ENTITIES, at)
    project.finds(ENTITIES, first + 2 if says == "twee keer" else first, says)


@pytest.mark.parametrize(("old", "new", "at", "says"), OTHER_NAMES)
def test_other_names(project: Planted, old: str, new: str, at: str, says: str) -> None:
    project.change(NAMES, old, new)
    project.finds(NAMES, project.line(NAMES, at), says)


@pytest.mark.parametrize(("old", "new", "at", "says"), ROWS)
def test_municipalities(project: Planted, old: str, new: str, at: str, says: str) -> None:
    project.change(CSV, old, new)
    line = 3 if "11002,Aartselaar" in new else project.line(CSV, at)
    project.finds(CSV, line, says)
