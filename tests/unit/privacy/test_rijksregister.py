"""National register and BIS numbers: eleven digits with a date and check digits."""

from __future__ import annotations

import pytest

from bot.privacy.recognisers.rijksregister import find

from .tables import found, national_number

VALID = [
    ("85.07.30-033.28", ["85.07.30-033.28"]),
    ("RR:00.01.05-642.20", ["00.01.05-642.20"]),
    ("nr85073003328x", ["85073003328"]),
    ("85 07 30 033 28", ["85 07 30 033 28"]),
    ("85/07/30 033/28", ["85/07/30 033/28"]),
    ("1, 85.07.30-033.28.", ["85.07.30-033.28"]),
]

LOOK_ALIKES = [
    # wrong check digits
    "85.07.30-033.29",
    "85073003327",
    # wrong length
    "850730033281",
    "8507300332",
    # look-alikes
    "+85073003328",
    "BE68 5390 0754 7034",
    "0404.484.654",
    "tussen 12.03.2008 en 13.04.2009",
]


@pytest.mark.parametrize(("text", "values"), VALID)
def test_finds_the_value_in_every_spelling(text: str, values: list[str]) -> None:
    assert found(find, text) == values


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_leaves_look_alikes_alone(text: str) -> None:
    assert found(find, text) == []


@pytest.mark.parametrize("month", [12, 32, 52])
@pytest.mark.parametrize("layout", ["{}{}{}", "{} {} {}", "{}-{}-{}", "{}/{}/{}", "rr{}.{}.{}ok"])
def test_finds_bis_numbers_and_both_centuries(month: int, layout: str) -> None:
    for after_2000, year in ((False, "61"), (True, "07")):
        number = national_number(f"{year}{month}09", 123, after_2000=after_2000)
        text = layout.format(number[:6], number[6:9], number[9:])
        assert len(found(find, text)) == 1
