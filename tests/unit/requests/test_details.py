"""Contact details that are given where something else was asked."""

from __future__ import annotations

import pytest

from bot.requests.kinds import Field, RequestKind
from tests.unit.requests.turns import AALST, turn

KNOWN = {Field.GEMEENTE: "44021", Field.CONTACT: "oud"}


@pytest.mark.parametrize(
    "text",
    [
        "nee, mijn e-mail is [EMAIL-1]",
        "nee, mijn gsm is [TELEFOON-1]",
        "[EMAIL-1]",
        "contact: [EMAIL-1]",
        "u kunt mij bereiken op [TELEFOON-1] of [EMAIL-1]",
        "ja maar [EMAIL-1]",
    ],
)
def test_new_details_at_the_summary_replace_the_old_ones_and_send_nothing(text: str):
    read = turn(Field.AKKOORD, text, kind=RequestKind.PLAN_NALEZEN, known=KNOWN, contact="nieuw")
    assert (read.values, read.again, read.changing) == ({Field.CONTACT: "nieuw"}, None, False)


def test_a_yes_beside_new_details_is_no_yes():
    read = turn(Field.AKKOORD, "ja, verzend, [EMAIL-1]", known=KNOWN, contact="nieuw")
    assert read.values == {Field.CONTACT: "nieuw"}


def test_details_beside_an_answer_are_taken_with_it():
    read = turn(Field.FUNCTIE, "schepen, mijn e-mail is [EMAIL-1]", contact="nieuw")
    assert read.values == {Field.FUNCTIE: "schepen", Field.CONTACT: "nieuw"}
    read = turn(Field.GEMEENTE, "Aalst, [PERSOON-1] [TELEFOON-1]", contact="nieuw")
    assert read.values == {Field.GEMEENTE: AALST, Field.CONTACT: "nieuw"}


def test_details_alone_leave_the_question_that_was_asked():
    read = turn(Field.PERIODE, "mijn mail is [EMAIL-1]", contact="nieuw")
    assert (read.values, read.elsewhere) == ({Field.CONTACT: "nieuw"}, False)


def test_the_number_of_somebody_else_is_not_taken_for_the_visitors_own():
    read = turn(Field.PERIODE, "zijn gsm nummer is [TELEFOON-1]", contact="nieuw")
    assert Field.CONTACT not in read.values


@pytest.mark.parametrize("text", ["nee, mijn e-mail is [EMAIL-1]", "[EMAIL-1]"])
def test_new_details_that_were_not_sealed_are_asked_again_and_the_old_ones_go(text: str):
    read = turn(Field.AKKOORD, text, known=KNOWN)
    assert (read.values, read.again) == ({Field.CONTACT: None}, Field.CONTACT)
    assert "nog eens" in (read.complaint or "")


VISIT = {
    Field.GEMEENTE: "44021",
    Field.ONDERWERP: {"topic": "livc", "subject": None},
    Field.PERIODE: "maart",
}


@pytest.mark.parametrize("before", [None, "niet opgegeven"])
def test_a_role_beside_the_details_is_the_function_that_nobody_gave(before: str | None):
    known = {**VISIT, Field.FUNCTIE: before}
    text = "[PERSOON-1] [TELEFOON-1], schepen"
    read = turn(Field.CONTACT, text, known=known, contact="nieuw", role="schepen")
    assert read.values == {Field.CONTACT: "nieuw", Field.FUNCTIE: "schepen"}


def test_a_function_that_was_given_stays():
    known = {**VISIT, Field.FUNCTIE: "preventieambtenaar"}
    read = turn(
        Field.CONTACT, "[TELEFOON-1], schepen", known=known, contact="nieuw", role="schepen"
    )
    assert read.values == {Field.CONTACT: "nieuw"}


def test_a_form_that_asks_no_function_notes_none():
    text = "[PERSOON-1] [TELEFOON-1], schepen"
    kind = RequestKind.PLAN_NALEZEN
    read = turn(Field.CONTACT, text, kind=kind, known=KNOWN, contact="nieuw", role="schepen")
    assert read.values == {Field.CONTACT: "nieuw"}


@pytest.mark.parametrize(
    "text", ["[PERSOON-1], schepen, [TELEFOON-1], in maart", "ik ben schepen, [TELEFOON-1], maart"]
)
def test_a_role_and_details_at_another_question_are_no_answer_to_it(text: str):
    known = {one: VISIT[one] for one in (Field.GEMEENTE, Field.ONDERWERP)}
    read = turn(Field.PERIODE, text, known=known, contact="nieuw", role="schepen")
    assert read.values[Field.FUNCTIE] == "schepen"
    assert read.values[Field.CONTACT] == "nieuw"
    assert "maart" in read.values[Field.PERIODE]
