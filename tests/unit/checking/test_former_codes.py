"""The codes of municipalities before they merged."""

from __future__ import annotations

import pytest

from .conftest import Planted

CODES = "knowledge/former_nis_codes.csv"


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ("vroeger,naam", "oud,naam", "oud,", "de eerste regel moet zijn"),
        ("\n44012,De Pinte,44086", "\n44012,De Pinte,44999", "44012", "'44999' staat niet in"),
        ("\n44012,De Pinte", "\n4412,De Pinte", "4412", "vijf cijfers"),
        ("\n44012,De Pinte", "\n44011,De Pinte", "De Pinte", "staat ook op regel"),
        ("\n44012,De Pinte", "\n44021,De Pinte", "De Pinte", "is er een van nu (Gent)"),
        ("\n44012,De Pinte,44086", "\n44012,De Pinte", "De Pinte", "vul de 3 kolommen in"),
    ],
)
def test_what_is_wrong_is_told_on_its_line(
    project: Planted, old: str, new: str, at: str, says: str
) -> None:
    project.change(CODES, old, new)
    project.finds(CODES, project.line(CODES, at), says)
