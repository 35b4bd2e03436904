"""Words about a request that was sent."""

from __future__ import annotations

import pytest

from bot.requests.kinds import RequestKind
from bot.requests.sent import CONTACT, Wish, keeps_sent, says_no_more, wish_of_sent

SENT = [RequestKind.PLAATSBEZOEK]


@pytest.mark.parametrize(
    "text",
    [
        "annuleer mijn aanvraag",
        "trek mijn aanvraag in",
        "ik wil ze intrekken",
        "kan ik die aanvraag nog intrekken?",
        "wij zien af van onze aanvraag",
        "het bezoek is niet meer nodig",
        "kan de aanvraag geannuleerd worden want we hebben al iemand",
        "gelieve mijn verzoek te annuleren",
        "laat mijn aanvraag vallen",
    ],
)
def test_who_wants_a_sent_request_gone_is_heard(text: str):
    assert wish_of_sent(text, sent=SENT) == (Wish.WITHDRAW, "")


@pytest.mark.parametrize(
    "text",
    [
        "ik heb een fout mailadres gegeven",
        "ik heb een verkeerd nummer gegeven",
        "mijn mailadres was fout",
        "ik heb mij vergist in mijn telefoonnummer",
        "het moet [EMAIL-1] zijn",
        "oei, ik gaf het verkeerde mailadres door",
        "mijn juiste nummer is [TELEFOON-1]",
    ],
)
def test_who_gave_a_wrong_address_or_number_is_heard(text: str):
    assert wish_of_sent(text, sent=SENT) == (Wish.CHANGE, CONTACT)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("ik wil iets aan mijn aanvraag veranderen", ""),
        ("er staat een fout in mijn aanvraag", ""),
        ("ik wil de periode van mijn aanvraag wijzigen", "periode"),
        ("het onderwerp was fout", "onderwerp"),
        ("kunnen we de datum van het bezoek verplaatsen", "periode"),
    ],
)
def test_who_wants_something_in_it_to_change_is_heard(text: str, field: str):
    assert wish_of_sent(text, sent=SENT) == (Wish.CHANGE, field)


@pytest.mark.parametrize(
    "text",
    [
        "kan een burgemeester een vergunning intrekken",
        "mag ik mijn toestemming intrekken",
        "hebben jullie mijn aanvraag?",
        "ik wil nog een aanvraag doen",
        "zijn nummer klopt niet",
        "ik wil er niet meer zijn",
        "ik wil stoppen met leven",
        "de betoging annuleren, mag dat",
        "worden mijn gegevens gewist",
    ],
)
def test_who_asks_something_else_withdraws_nothing(text: str):
    assert wish_of_sent(text, sent=SENT) is None


def test_where_nothing_was_sent_only_a_request_of_ones_own_is_one():
    assert wish_of_sent("annuleer mijn aanvraag", sent=[]) == (Wish.WITHDRAW, "")
    assert wish_of_sent("ik wil ze intrekken", sent=[]) is None
    assert wish_of_sent("mijn mailadres was fout", sent=[]) is None


@pytest.mark.parametrize(
    ("text", "no_more"),
    [
        ("ik wil ze intrekken", True),
        ("ik heb een fout mailadres gegeven", True),
        ("annuleer de presentatie, hij komt met een mes", False),
        ("ik wil mijn aanvraag stopzetten en niet meer leven", False),
    ],
)
def test_words_that_may_tell_of_danger_are_looked_at_by_the_model(text: str, no_more: bool):
    assert says_no_more(text) is no_more


def test_who_has_second_thoughts_keeps_the_request():
    assert keeps_sent("nee, toch maar niet")
    assert keeps_sent("laat ze maar staan")
    assert not keeps_sent("ja")
    assert not keeps_sent("laat mij terugbellen")
    assert not keeps_sent("nee, wat is OCAD?")
