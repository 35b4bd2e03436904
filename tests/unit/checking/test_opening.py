"""Faults in the hours of the helpdesk."""

from __future__ import annotations

import pytest

from .conftest import Planted

PATH = "knowledge/opening.yml"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            'maandag: ["09:00-12:00", "13:00',
            'maandag: ["9u-12u", "13:00',
            "'9u-12u' is geen blok uren",
        ),
        ('vrijdag: ["09:00-12:00"]', 'vrijdag: ["12:00-09:00"]', "eindigt niet na het begin"),
        ('vrijdag: ["09:00-12:00"]', 'vrijdag: ["13:00-16:00", "09:00-12:00"]', "op volgorde"),
        ('vrijdag: ["09:00-12:00"]', 'vrijdag: ["09:00-12:00", "11:30-16:00"]', "overlappen"),
        ('vrijdag: ["09:00-12:00"]', 'vrijdag: "09:00-12:00"', "hier hoort een lijst"),
        ("  vrijdag:", "  vrijdaag:", "het veld 'vrijdaag' is onbekend"),
        ("brugdagen: gesloten", "brugdagen: misschien", "kies uit: gesloten, open"),
        ("van: 2026-12-24", "van: 2026-12-34", "geen bestaande datum"),
        ("tot: 2027-01-03", "tot: 2026-01-03", "valt voor 'van'"),
        ("tot: 2027-01-03", "tot: 2028-01-03", "60 dagen of meer"),
        (", reden: kerstsluiting", "", "het veld 'reden' ontbreekt"),
    ],
)
def test_a_fault_is_told_with_its_line(project: Planted, old: str, new: str, says: str) -> None:
    line = project.line(PATH, old)
    project.change(PATH, old, new)
    project.finds(PATH, line, says)


def test_hours_without_any_day_are_told(project: Planted) -> None:
    (project.root / PATH).write_text(
        "uren:\n  maandag: []\nfeestdagen: open\nfeestdag_11_juli: open\nbrugdagen: open\n",
        encoding="utf-8",
    )
    project.finds(PATH, 2, "geen enkele dag")


def test_a_file_that_is_gone_is_told(project: Planted) -> None:
    (project.root / PATH).unlink()
    project.finds(PATH, 1, "ontbreekt")
