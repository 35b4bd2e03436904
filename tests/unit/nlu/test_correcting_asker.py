"""Who corrects what was taken of him, and who only seems to."""

from __future__ import annotations

import pytest

from bot.nlu.asker import denies, told_asker
from tests.unit.requests.turns import LISTS


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("nee ik ben gewoon schepen", "gemeente"),
        ("nee hoor, ik werk als ambtenaar", "gemeente"),
        ("ik ben geen hulpverlener, ik ben diensthoofd", "gemeente"),
        ("ik ben toch weer ambtenaar", "gemeente"),
        ("ik zei toch dat ik schepen ben", "gemeente"),
        ("niet als hulpverlener maar als schepen", "gemeente"),
        ("ik ben geen schepen maar leerkracht", "onderwijs"),
        ("ik ben niet van de politie, ik werk bij de gemeente", "gemeente"),
        ("ik bedoel dat ik hulpverlener ben", "hulpverlener"),
    ],
)
def test_who_corrects_what_he_is_is_heard(text: str, who: str):
    found = told_asker(text, LISTS)
    assert found is not None
    assert found.audience == who


@pytest.mark.parametrize(
    "text",
    [
        "ik ben niet veilig, ik ben leerkracht",
        "ik ben niet goed, ik ben bang",
        "ik kan niet meer, ik ben leerkracht",
        "ik wil niet meer, ik ben leerkracht",
        "ik ben bedreigd, ik ben schepen",
        "ik ben niets meer, ik ben schepen",
        "ik ben geen schepen maar weet het niet meer",
    ],
)
def test_who_tells_that_he_is_not_well_corrects_nothing(text: str):
    assert told_asker(text, LISTS) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("ik ben geen hulpverlener", "hulpverlener"),
        ("nee, ik ben geen schepen hoor", "gemeente"),
        ("ik ben geen mens meer", None),
        ("ik ben schepen", None),
    ],
)
def test_who_only_says_what_he_is_not_is_heard(text: str, who: str | None):
    assert denies(text, LISTS) == who
