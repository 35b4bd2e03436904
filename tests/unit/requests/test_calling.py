"""Who wants to be called back."""

from __future__ import annotations

import pytest

from bot.requests.calling import call_about, call_when, wants_call
from bot.requests.reaching import holds_details


@pytest.mark.parametrize(
    "text",
    [
        "bel mij morgen op [TELEFOON-1]",
        "Kunt u mij terugbellen op [TELEFOON-1]?",
        "Ik wil teruggebeld worden over subsidies",
        "kan iemand mij bellen over het beroepsgeheim",
        "laat ons eens terugbellen",
        "mijn nummer is [TELEFOON-1], bel mij",
    ],
)
def test_who_asks_to_be_called_is_heard_in_any_words(text: str):
    assert wants_call(text)


@pytest.mark.parametrize(
    "text",
    [
        "wie kan ik bellen over het LIVC R?",
        "bel mij niet",
        "ik wil niet gebeld worden",
        "de politie belde mij gisteren",
        "we worden opgebeld door ouders",
    ],
)
def test_who_calls_or_was_called_asks_for_no_call(text: str):
    assert not wants_call(text)


def test_the_subject_and_the_moment_of_a_call_are_read_from_the_message():
    text = "kunt u mij dinsdag om 10 uur bellen over subsidies, op [TELEFOON-1]?"
    assert (call_about(text), call_when(text)) == ("subsidies", "dinsdag om 10 uur")
    assert holds_details(text)
    assert (call_about("bel mij"), call_when("bel mij")) == (None, None)
