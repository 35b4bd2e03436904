"""Who gives a number or an address outside a form: whether it is the visitor's own, and given to be reached at."""

from __future__ import annotations

import pytest

from bot.requests.kinds import FORM, KIND_SLOT, Field
from bot.requests.reaching import (
    asks_call,
    gives_details,
    keeps_details,
    loses_details,
    may_be_called,
    only_details,
)

GIVEN = [
    "Ik ben schepen in Gent. Gelieve mij terug te bellen op [TELEFOON-1]",
    "Ik ben ambtenaar, graag terugbellen op [TELEFOON-1]",
    "Wil u mij terugbellen op het nummer [TELEFOON-1]?",
    "Kan u contact met mij opnemen? Mijn nummer is [TELEFOON-1]",
    "Neem contact op met mij via [EMAIL-1]",
    "Ik wil graag gebeld worden op [TELEFOON-1]",
    "U mag mij contacteren op [TELEFOON-1]",
    "U mag mij mailen op [EMAIL-1]",
    "wij willen een presentatie, bereikbaar op [EMAIL-1] of [TELEFOON-1]",
    "Stuur mij een mailtje op [EMAIL-1] aub",
    "Ik heb geen e-mail, bel me op [TELEFOON-1]",
    "ik hoor graag van u via [EMAIL-1]",
    "laat het mij weten op [EMAIL-1]",
    "Kan er iemand contact opnemen met onze dienst? tel. [TELEFOON-1]",
    "antwoord mag naar [EMAIL-1]",
    "Ik had graag dat iemand mij terugbelt op [TELEFOON-1]",
    "op [TELEFOON-1] ben ik bereikbaar",
    "Kan er iemand langskomen? Ik ben [PERSOON-1], schepen van Mol, [EMAIL-1]",
    "Ik ben ambtenaar in Ranst ([EMAIL-1]). Welke subsidies bestaan er?",
    "Ik ben ambtenaar in Ranst, [EMAIL-1], welke subsidies bestaan er?",
    "Mijn mail is [EMAIL-1]. Wie kan ik spreken?",
    "Mijn collega is ziek, hij belt niet meer, mijn nummer is [TELEFOON-1]",
    "Hij bedreigde haar, bel mij op [TELEFOON-1]",
    "Mijn zoon is bezorgd, mijn gsm is [TELEFOON-1]",
    "Er ligt een verdacht pakje, mail dringend [EMAIL-1]",
]
OF_OTHERS = [
    "Een man belde ons van [TELEFOON-1], wat nu?",
    "bel hem op [TELEFOON-1]",
    "wij kregen een dreigmail van [EMAIL-1]",
    "wie kan ik bereiken op [TELEFOON-1]?",
    "haar gsm is [TELEFOON-1]",
    "ik ben vandaag gebeld door [TELEFOON-1]",
    "Ik ben ongerust, er komen berichten van [EMAIL-1]",
    "welke dienst heeft [TELEFOON-1]?",
    "[TELEFOON-1], van wie is dat?",
    "hij belde mij op [TELEFOON-1]",
    "Mijn zoon is te bereiken op [TELEFOON-1]",
    "de leerling heeft als nummer [TELEFOON-1]",
    "een vriendin van mij zit op [TELEFOON-1]",
    "ze kregen op mijn nummer een oproep van [TELEFOON-1]",
    "Wat is OCAD? De dreigmail kwam van [EMAIL-1].",
]


@pytest.mark.parametrize("text", GIVEN)
def test_who_gives_his_number_or_address_to_be_reached_at_is_heard_in_any_words(text: str):
    assert gives_details(text)


@pytest.mark.parametrize("text", OF_OTHERS)
def test_the_number_of_somebody_else_is_not_given_to_be_reached_at(text: str):
    assert not gives_details(text)
    assert not loses_details(text)


def test_who_gives_details_beside_a_question_gets_its_answer_and_without_one_the_form():
    assert asks_call("U kan mij bereiken op [TELEFOON-1]", answered=False)
    assert not asks_call("U kan mij bereiken op [TELEFOON-1]", answered=True)
    assert asks_call("kan iemand mij bellen over subsidies", answered=True)


def test_details_below_a_question_are_not_kept_and_that_is_told():
    text = "Wat is OCAD?\nMet vriendelijke groeten\nAn, [TELEFOON-1]"
    assert not gives_details(text)
    assert loses_details(text)


@pytest.mark.parametrize(
    ("slots", "active_loop", "kept"),
    [
        ({}, None, True),
        ({"known_audience": "gemeente"}, None, True),
        ({"known_audience": "hulpverlener"}, None, False),
        ({"known_audience": "burger"}, None, False),
        ({KIND_SLOT: "plaatsbezoek"}, FORM, True),
        ({}, "iets", False),
    ],
)
def test_details_are_sealed_only_of_who_the_helpdesk_calls_back(
    slots: dict[str, object], active_loop: str | None, kept: bool
):
    assert keeps_details("bel mij op [TELEFOON-1]", slots, active_loop) is kept


@pytest.mark.parametrize(
    ("text", "asked", "kept"),
    [
        ("bel mij op [TELEFOON-1]", Field.PERIODE, True),
        ("haar nummer is [TELEFOON-1]", Field.PERIODE, False),
        ("haar nummer is [TELEFOON-1]", Field.CONTACT, True),
    ],
)
def test_in_a_form_only_what_its_steps_will_take_is_sealed(text: str, asked: Field, kept: bool):
    slots: dict[str, object] = {KIND_SLOT: "plaatsbezoek", "requested_slot": asked.slot}
    assert keeps_details(text, slots, FORM) is kept


def test_a_bare_number_is_sealed_only_where_a_call_was_asked_for():
    assert only_details("An, [TELEFOON-1]") is False
    assert only_details("[PERSOON-1], [TELEFOON-1]")
    assert not keeps_details("[TELEFOON-1]", {}, None)
    assert keeps_details("[TELEFOON-1]", {"person_asked": True}, None)


def test_who_did_not_say_who_asks_may_be_called_back():
    assert may_be_called(None)
    assert may_be_called("onbekend")
    assert not may_be_called("pers")


@pytest.mark.parametrize(
    "text",
    [
        "Welke subsidies bestaan er? [EMAIL-1]",
        "[PERSOON-1], [EMAIL-1]. Wie zit er in een LIVC R?",
        "([TELEFOON-1]) welke vormingen zijn er",
    ],
)
def test_details_of_who_only_asks_something_are_lost_and_that_is_told(text: str):
    assert loses_details(text)


def test_a_long_message_of_such_words_is_read_fast():
    assert not gives_details("[EMAIL-1 " + "kan mij bel " * 300)
    assert gives_details("bel mij op [TELEFOON-1] " + "wil mij " * 400)
    assert not loses_details("[EMAIL-1 " + "wie welke mijn nummer " * 180)
