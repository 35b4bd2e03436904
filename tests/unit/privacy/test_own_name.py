"""A colleague who signs names no third person; whoever else bears the name is still masked."""

from __future__ import annotations

import pytest

from bot.privacy.cleaning import find, mask
from bot.privacy.own_name import without_own_name
from bot.privacy.persons import Persons


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Bel me gerust. Groeten, Sofie Peeters",
            "Bel me gerust. Groeten, Sofie Peeters",
        ),
        ("Vriendelijke groet, Sofie.", "Vriendelijke groet, Sofie."),
        ("Ik ben Sofie Peeters van het team.", "Ik ben Sofie Peeters van het team."),
        ("Ik sprak Sofie gisteren nog.", "Ik sprak [PERSOON-1] gisteren nog."),
        (
            "Sofie Claes belt u. Groeten, Sofie Peeters",
            "[PERSOON-1] belt u. Groeten, Sofie Peeters",
        ),
        ("Groeten, Mehmet Yilmaz", "Groeten, [PERSOON-1]"),
    ],
)
def test_the_signature_stays(text: str, shown: str) -> None:
    found = without_own_name(find(text), "Sofie Peeters")
    assert mask(found, Persons.alone()).text == shown
