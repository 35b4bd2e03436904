"""Names of persons: on messages of our own, by register and by origin, and what must stay."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from bot.privacy.cleaning import clean
from bot.privacy.recognisers.naam import find

from .tables import found

ROWS = [
    json.loads(line)
    for line in Path(__file__).with_name("names.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("mevrouw Fatima El Amrani belde", ["Fatima El Amrani"]),
        ("Ik ben Tshala Mukendi, OCMW Aalst", ["Tshala Mukendi"]),
        ("zelimkhan umarov is terug", ["zelimkhan umarov"]),
        ("BEL MEHMET YILMAZ TERUG", ["MEHMET YILMAZ"]),
        ("De heer P. Vandamme is ziek", ["P. Vandamme"]),
        ("het dossier van K.V. loopt", ["K.V."]),
        ("meneer De Witte klaagt", ["De Witte"]),
        ("Karims broer is weg", ["Karims"]),
        ("is sofie er morgen?", ["sofie"]),
        ("imam Abdelkader preekt", ["Abdelkader"]),
        # look-alikes
        ("de burgemeester van Mechelen vraagt raad", []),
        ("Het Jan Palfijn ziekenhuis en het Sint-Lievenscollege", []),
        ("De Karel de Grote Hogeschool", []),
        ("in de Jozef Plateaustraat", []),
        ("Is Peer lid, of Ham?", []),
        ("ik wil een bloem en een roos", []),
        ("Moeten wij dat aan Unia melden?", []),
        ("op maandag 3 maart", []),
        ("n.v.t. of i.v.m. het K.B.", []),
        ("een kanaal met de naam Wolfsbrigade", []),
        ("kleren van Thor Steinar en Lonsdale", []),
        ("Merhaba, belediye için çalışıyorum ve bilgi istiyorum.", []),
        ("Bonjour, je travaille pour la commune et je cherche de l'aide.", []),
        ("my neighbour yassine wants to leave for Syria", ["yassine"]),
    ],
)
def test_a_name_is_found_whole_and_what_resembles_one_stays(text: str, names: list[str]) -> None:
    assert found(find, text) == names


def test_the_set_is_large_and_a_third_are_look_alikes() -> None:
    assert len(ROWS) >= 290
    assert sum(not row["spans"] for row in ROWS) >= len(ROWS) / 3


@pytest.mark.parametrize(
    ("register", "least"), [("gewoon", 0.95), ("klein", 0.9), ("hoofdletters", 0.9)]
)
def test_names_are_masked_in_every_register(register: str, least: float) -> None:
    missed = [row for row in ROWS if row["register"] == register and not _masked(row)]
    every = sum(row["register"] == register for row in ROWS)
    assert 1 - len(missed) / every >= least, [row["text"] for row in missed]


def test_no_origin_is_served_worse() -> None:
    shares: dict[str, list[bool]] = defaultdict(list)
    for row in ROWS:
        if row["spans"]:
            shares[row["origin"]].append(_masked(row))
    worst = min(shares, key=lambda origin: sum(shares[origin]) / len(shares[origin]))
    # Some twenty messages an origin: one miss is five points.
    assert sum(shares[worst]) / len(shares[worst]) >= 0.8, worst


def test_look_alikes_stay() -> None:
    touched = [row["text"] for row in ROWS if not row["spans"] and clean(row["text"]).spans]
    assert len(touched) <= 0.05 * sum(not row["spans"] for row in ROWS), touched


def _masked(row: dict) -> bool:
    spans = clean(row["text"]).spans
    return all(
        any(one.start <= mark["start"] and one.end >= mark["end"] for one in spans)
        for mark in row["spans"]
    )


@pytest.mark.parametrize(
    "text", ["Vilvorde", "Antwerpn", "onze gemeente is Dendermond", "wij wonen in Mechlen"]
)
def test_a_municipality_with_a_slip_is_no_person(text: str):
    assert clean(text).text == text


@pytest.mark.parametrize(
    "tag",
    [
        '<img src=x onerror="window.alert(1)">',
        "<script>window.alert(1)</script>",
        "<b>OCAD</b>",
        "/restart",
    ],
)
def test_what_was_pasted_from_a_program_is_no_person_and_what_stands_behind_it_is_still_read(
    tag: str,
):
    assert clean(f"{tag} Yassine El Amrani belt straks").text == f"{tag} [PERSOON-1] belt straks"
