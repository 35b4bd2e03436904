"""What a visitor picks while waiting for a person."""

from __future__ import annotations

import pytest

from bot.conversations import takeover
from bot.conversations.waiting import about_waiting
from bot.database.connection import Database
from bot.staff import accounts
from bot.staff.roles import Role
from tests.unit.conversations.talk import CARD, Talk


@pytest.fixture
def waiting(talk: Talk) -> Talk:
    talk.say()
    talk.answer()
    talk.hand_over()
    return talk


def test_going_on_with_the_assistant_needs_no_engine_and_is_done_once(waiting: Talk):
    taken = [
        waiting.say("Ga verder", choice="assistent", client_id="zelfde").state for _ in range(2)
    ]
    assert (taken, waiting.state, waiting.waits()) == (["bot", "bot"], "bot", [])
    assert waiting.texts("system")[1:] == [
        "U wacht niet meer op een medewerker. Stel gerust uw vraag aan mij."
    ]


def test_the_words_on_the_button_are_the_button(waiting: Talk):
    assert waiting.say("ga verder met de assistent").state == "bot"
    assert waiting.waits() == []


@pytest.mark.parametrize(
    "text",
    [
        "toch niet, ga verder",
        "nee, toch niet",
        "laat maar",
        "toch geen medewerker",
        "ik wacht niet meer",
    ],
)
def test_who_no_longer_wants_a_person_says_so_in_any_words(waiting: Talk, text: str):
    assert waiting.say(text).state == "bot"
    assert waiting.waits() == []


@pytest.mark.parametrize(
    "text",
    [
        "ga verder",
        "nee",
        "ik wil niet meer",
        "het hoeft niet meer",
        "ik wil niet meer leven",
        "wat is OCAD?",
    ],
)
def test_other_words_of_who_waits_go_the_way_of_every_message(waiting: Talk, text: str):
    assert waiting.say(text).state == "waiting"


def test_who_keeps_waiting_keeps_the_place(waiting: Talk):
    assert waiting.say("Ik wacht", choice="wachten").state == "waiting"
    assert waiting.waits() == []
    assert "Goed, u wacht op een medewerker" in waiting.texts("system")[-1]


@pytest.mark.parametrize("choice", ["wachten", "assistent"])
def test_behind_another_state_a_choice_goes_the_way_of_every_message(talk: Talk, choice: str):
    talk.say("Toch", choice=choice)
    assert (talk.state, len(talk.waits())) == ("bot", 1)


def test_danger_in_a_choice_shows_the_card_and_is_answered(waiting: Talk):
    waiting.say("mes", choice="assistent", card=CARD)
    assert (waiting.state, len(waiting.waits())) == ("waiting", 1)


def test_the_visitor_reads_who_joins_and_who_takes_over_from_them(
    waiting: Talk, database: Database
):
    def hire(session):
        return [
            accounts.create(session, login=name, name=name, role=Role.MEDEWERKER).id
            for name in ("Anna", "Bas")
        ]

    anna, bas = database.run(hire)
    database.run(lambda session: takeover.claim(session, waiting.id, anna))
    database.run(lambda session: takeover.transfer(session, waiting.id, anna, to=bas))
    assert waiting.texts("system")[-2:] == [
        "Anna, medewerker van de helpdesk, leest nu mee en antwoordt u.",
        "Bas, medewerker van de helpdesk, neemt uw gesprek over.",
    ]


def test_what_is_typed_in_a_form_is_about_the_form():
    assert about_waiting("waiting", None, "laat maar") == "assistent"
    assert about_waiting("waiting", None, "laat maar", in_form=True) is None
    assert about_waiting("bot", None, "laat maar") is None
