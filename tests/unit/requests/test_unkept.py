"""What a visitor hears of a number or an address that nothing kept."""

from __future__ import annotations

import pytest

from bot.requests.unkept import unkept

BARE = {"sealed": False, "in_form": False, "in_danger": False, "who": None}
MINE = "Wat is OCAD? [TELEFOON-1]"
OF_ANOTHER = "Een man belde ons van [TELEFOON-1], wat nu?"


def said(text: str, **about: object) -> str:
    return " ".join(one.text for one in unkept(text, **{**BARE, **about}))  # type: ignore[arg-type]


def test_who_only_asks_something_hears_that_it_is_not_kept_and_how_it_is():
    assert "niet bewaard" in said(MINE)
    assert "Laat mij terugbellen" in said(MINE)


@pytest.mark.parametrize("in_form", [True, False])
def test_in_danger_nobody_waits_to_be_called(in_form: bool):
    told = said("mes aan het loket, bel mij op [TELEFOON-1]", in_danger=True, in_form=in_form)
    assert "niet bewaard" in told
    assert "bel zelf een nummer hierboven" in told


def test_who_is_not_called_back_hears_no_offer_in_danger_either():
    assert "Laat mij terugbellen" not in said(MINE, in_danger=True, who="burger")


@pytest.mark.parametrize("in_danger", [True, False])
def test_of_the_number_of_somebody_else_nothing_is_said(in_danger: bool):
    assert said(OF_ANOTHER, in_danger=in_danger) == ""


def test_what_a_form_sealed_and_let_go_is_told_when_the_form_is_over():
    assert said("[TELEFOON-1]", sealed=True, in_form=True) == "Uw contactgegevens zijn weer gewist."
    assert "alleen lokale besturen" in said(MINE, sealed=True, in_form=True, who="hulpverlener")
    assert "niet bewaard" in said("stop, mijn nummer is [TELEFOON-1]", in_form=True)
