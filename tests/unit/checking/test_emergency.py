"""The numbers that somebody in danger calls."""

import pytest

from bot.checking.emergency import check_short_numbers

from .conftest import Planted

EMERGENCY = "knowledge/contacts/nooddiensten.yml"
LIVC = "knowledge/answers/livc.md"


def test_a_slip_in_an_emergency_number_is_found(project: Planted) -> None:
    project.change(EMERGENCY, "of 101 voor", "of 110 voor")
    found = [str(one) for one in project.problems()]
    assert any("het noodnummer 101 ontbreekt" in one for one in found)
    assert any("110 is geen nummer dat wij kennen" in one for one in found)


def test_the_button_of_the_emergency_services_calls_112(project: Planted) -> None:
    project.change(EMERGENCY, 'phone: "112"', 'phone: "101"')
    project.finds(EMERGENCY, project.line(EMERGENCY, "phone:"), 'schrijf phone: "112"')


def test_a_slip_in_an_article_is_found(project: Planted) -> None:
    project.change(LIVC, "Bel [112](tel:112).", "Bel bij gevaar 122.")
    project.finds(LIVC, project.line(LIVC, "Bel bij gevaar"), "122 is geen nummer dat wij kennen")


@pytest.mark.parametrize(
    "said",
    [
        "Bel 112 of 101. Denkt iemand aan zelfdoding? Bel 1813.",
        "Dan is er het nummer 1712.",
        "Bel 02 123 45 67 of +32 14 12 34 56.",
        "Lees artikel 137, of bel ons.",
        "De wet van 1998 heeft een ander nummer.",
        "In 2016 waren er 195 gevallen.",
    ],
)
def test_numbers_that_are_right_or_no_short_numbers_are_left(said: str) -> None:
    assert list(check_short_numbers([(1, said)])) == []
