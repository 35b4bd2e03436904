"""An answer names no person, and holds no number or address of one."""

from __future__ import annotations

import pytest

from .conftest import Planted

LIVC = "knowledge/answers/livc.md"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Onze medewerker Sofie Janssens helpt u.", "'Sofie Janssens' lijkt de naam"),
        ("Bel ons op 0470 12 34 56.", "'0470 12 34 56' is een telefoonnummer"),
        ("Mail [ons](mailto:sofie.janssens@vvsg.be).", "lijkt het adres van één persoon"),
    ],
)
def test_a_person_in_an_answer_is_found_on_its_line(project: Planted, said: str, told: str) -> None:
    project.change(LIVC, "Bel [112](tel:112).", said)
    project.finds(LIVC, project.line(LIVC, said), told)
