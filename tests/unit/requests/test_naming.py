"""The field that a visitor calls wrong."""

from __future__ import annotations

import pytest

from bot.requests.kinds import FORMS, Field, RequestKind
from bot.requests.naming import named_wrong

FIELDS = FORMS[RequestKind.PLAATSBEZOEK].fields


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("het onderwerp klopt niet", Field.ONDERWERP),
        ("nee, de periode is verkeerd", Field.PERIODE),
        ("verander mijn functie", Field.FUNCTIE),
        ("ik wil het onderwerp veranderen", Field.ONDERWERP),
        ("mijn e-mailadres is niet juist", Field.CONTACT),
    ],
)
def test_a_field_that_is_called_wrong_is_named(text: str, field: Field):
    assert named_wrong(FIELDS, text) is field


@pytest.mark.parametrize(
    "text",
    ["nee", "onderwerp", "de gemeente is fout, het is Hasselt", "het onderwerp is online haat", ""],
)
def test_other_words_call_no_field_wrong(text: str):
    assert named_wrong(FIELDS, text) is None


def test_behind_the_question_which_the_name_alone_will_do():
    assert named_wrong(FIELDS, "het onderwerp", changing=True) is Field.ONDERWERP
    assert named_wrong(FIELDS, "weet ik niet", changing=True) is None
