"""One spelling for what means the same."""

import pytest

from bot.nlu.normalise import normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wat is OCAD?", "wat is ocad?"),
        ("coördinator én preventie", "coordinator en preventie"),
        ("[PERSOON-1] belt", "zzpersoon belt"),
        ("[PERSOON-1], [LEEFTIJD-1], van [SCHOOL-1] belt", "zzpersoon van belt"),
        ("dossier 123456789", "dossier 00000"),
        ("niveau 3 in 2026", "niveau 3 in 2026"),
        ("  ", ""),
    ],
)
def test_case_accents_placeholders_and_long_numbers_do_not_matter(text: str, expected: str):
    assert normalise(text) == expected
