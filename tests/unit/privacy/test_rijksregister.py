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
    "85 07 30 033 29",
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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("mijn rijksregisternummer is 85.07.30-033.29", "85.07.30-033.29"),
        ("rijksregisternummer van mijn zoon is: 85 07 30 033 2", "85 07 30 033 2"),
        ("INSZ: 85O73OO3328", "85O73OO3328"),
        ("insz-nummer 8507300332", "8507300332"),
        ("rrn 850730033281", "850730033281"),
        ("RR: 85_07_30_033_27", "85_07_30_033_27"),
        ("85.07.30-033.29 is mijn rijksregisternummer", "85.07.30-033.29"),
    ],
)
def test_beside_the_word_a_number_with_a_slip_is_masked_too(text: str, value: str) -> None:
    assert found(find, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "het rijksregister bestaat door de wet van 8 augustus 1983",
        "rijksregisternummer of KBO-nummer 0404.484.654",
        "rijksregister, dossier 8507300332",
        "insz en NIS-code 44021",
        "rijksregister: omzendbrief van 12 mei 2021, nr. 2021/123",
        "het rijksregister klopt niet, bel 0474 12 34 56",
        "dossiernummer 8507300332",
    ],
)
def test_other_numbers_beside_the_word_stay(text: str) -> None:
    assert found(find, text) == []


def test_a_right_number_with_a_letter_for_a_nought_needs_no_word() -> None:
    assert found(find, "het gaat om 85O73OO3328 zei hij") == ["85O73OO3328"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("zijn nummer is 85.07.30-033.82", "85.07.30-033.82"),
        ("93.05.18-223.16", "93.05.18-223.16"),
        ("dossier 85.07.30-033.28", "85.07.30-033.28"),
        ("het is 85.47.30-033-82.", "85.47.30-033-82"),
    ],
)
def test_written_as_on_a_card_it_needs_no_word_and_no_right_check_digits(
    text: str, value: str
) -> None:
    assert found(find, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "versie 12.04.05-789.10",
        "12.34.56-789.10",
        "85.07.30-033.29.1",
        "Uw referentie: 85.07.30-033.29",
        "dossiernummer 85073003328",
        "parketnummer 850730033-28",
        "factuur nr. 85073003328",
        "zaak: 85073003328",
    ],
)
def test_a_version_or_a_file_is_no_person(text: str) -> None:
    assert found(find, text) == []
