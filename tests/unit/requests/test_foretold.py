"""What a question tells for the form that its answer offers."""

from __future__ import annotations

from datetime import date

import pytest

from bot.requests.foretold import foretold, function_told, period_told
from bot.requests.kinds import Field, RequestKind

TODAY = date(2026, 11, 26)


def test_who_tells_all_in_one_message_is_heard_in_every_field():
    text = "Ik ben schepen in Geel, wij willen in maart 2027 een presentatie over polarisering"
    told = foretold(
        RequestKind.PLAATSBEZOEK, text, role="schepen", municipality="13008", today=TODAY
    )
    assert told == {
        Field.GEMEENTE: "13008",
        Field.ONDERWERP: {"topic": None, "subject": "polarisering"},
        Field.PERIODE: "maart 2027",
        Field.FUNCTIE: "schepen",
    }


def test_a_period_behind_the_subject_is_no_part_of_it():
    told = foretold(
        RequestKind.PLAATSBEZOEK,
        "kan iemand iets vertellen over het LIVC R in mei?",
        role=None,
        municipality=None,
        today=TODAY,
    )
    assert told == {
        Field.ONDERWERP: {"topic": None, "subject": "het LIVC R"},
        Field.PERIODE: "mei",
    }


def test_who_asks_for_less_is_heard_in_no_field_that_the_form_does_not_have():
    told = foretold(
        RequestKind.PLAN_NALEZEN, "over het plan", role="schepen", municipality=None, today=TODAY
    )
    assert told == {}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("kan dat in mei?", "mei"),
        ("een infosessie na de zomer", "na de zomer"),
        ("langskomen in september voor uitleg", "september"),
        ("een overleg met de politie", None),
        ("we vroegen het in maart 2020", None),
        ("zo snel mogelijk nu", None),
    ],
)
def test_a_period_is_read_where_it_is_named_and_still_to_come(text: str, period: str | None):
    assert period_told(text, TODAY) == period


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Ik ben preventieambtenaar van Geel", "preventieambtenaar", True),
        ("Als schepen vraag ik", "schepen", True),
        ("Wij van de stad Gent", "stad", False),
    ],
)
def test_a_function_is_what_someone_says_to_be_and_no_organisation(
    text: str, word: str, told: bool
):
    start = text.index(word)
    assert (function_told(text, start, start + len(word)) is not None) is told
