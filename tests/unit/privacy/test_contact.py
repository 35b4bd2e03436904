"""A contact line: what is taken of it, and what may be stored in its place."""

from __future__ import annotations

import pytest

from bot.privacy.cleaning import clean
from bot.privacy.contact import contact_line

# the line, name, e-mail, telephone, what is stored
LINES = [
    (
        "An Peeters, an.peeters@voorbeeld.be",
        "An Peeters",
        "an.peeters@voorbeeld.be",
        None,
        "[PERSOON-1] [EMAIL-1]",
    ),
    (
        "an@voorbeeld.be of 0470 12 34 56",
        None,
        "an@voorbeeld.be",
        "0470 12 34 56",
        "[EMAIL-1] [TELEFOON-1]",
    ),
    ("0470123456", None, None, "0470123456", "[TELEFOON-1]"),
    (
        "mijn naam is Fatima El Amrani en mijn gsm is 0470 12 34 56",
        "Fatima El Amrani",
        None,
        "0470 12 34 56",
        "[PERSOON-1] [TELEFOON-1]",
    ),
    ("an.peeters@voorbeeld.be", None, "an.peeters@voorbeeld.be", None, "[EMAIL-1]"),
    (
        "U kunt mij bereiken via an@voorbeeld.be!",
        None,
        "an@voorbeeld.be",
        None,
        "[EMAIL-1]",
    ),
]

SPELLED = [
    ("jos punt claes at peer punt be", None, "jos.claes@peer.be"),
    ("Jos Claes, jos.claes (at) peer.be", "Jos Claes", "jos.claes@peer.be"),
    ("mijn mailadres is jos.claes apenstaartje peer.be", None, "jos.claes@peer.be"),
    ("jos punt claes apestaartje peer punt be", None, "jos.claes@peer.be"),
    ("jos.claes @ peer . be", None, "jos.claes@peer.be"),
    ("jos.claes[at]peer[dot]be", None, "jos.claes@peer.be"),
    ("jos underscore claes at sint streepje niklaas punt be", None, "jos_claes@sint-niklaas.be"),
    ("mijn adres: jos.claes@gmail,com", None, "jos.claes@gmail.com"),
    ("jos.claes at gmail", None, "jos.claes@gmail.com"),
    ("info@punt.be", None, "info@punt.be"),
]


@pytest.mark.parametrize(("raw", "name", "email"), SPELLED)
def test_an_address_that_is_spelled_out_is_kept_as_one_that_a_mail_can_go_to(
    raw: str, name: str | None, email: str
):
    line = contact_line(raw, clean(raw))
    assert line is not None
    assert (line.name, line.email) == (name, email)


def test_an_address_that_nobody_can_complete_is_asked_again_unless_there_is_a_number():
    raw = "jos.claes at hotmail"
    assert clean(raw).text == "[EMAIL-1]"
    assert contact_line(raw, clean(raw)) is None
    line = contact_line(f"{raw}, 0470 12 34 56", clean(f"{raw}, 0470 12 34 56"))
    assert line is not None
    assert (line.email, line.telephone) == (raw, "0470 12 34 56")


@pytest.mark.parametrize(("raw", "name", "email", "telephone", "stored"), LINES)
def test_the_details_are_taken_and_nothing_of_them_stays(
    raw: str, name: str | None, email: str | None, telephone: str | None, stored: str
):
    line = contact_line(raw, clean(raw))
    assert line is not None
    assert (line.name, line.email, line.telephone) == (name, email, telephone)
    assert line.text == stored


@pytest.mark.parametrize(
    "raw", ["nee, mijn e-mail is an@voorbeeld.be", "sorry, juist is an@voorbeeld.be"]
)
def test_words_of_a_correction_are_no_name(raw: str):
    line = contact_line(raw, clean(raw))
    assert line is not None
    assert line.name is None


@pytest.mark.parametrize("raw", ["An Peeters", "", "bel mij", "wat is OCAD?", "an@ of 0470"])
def test_without_address_or_number_there_is_no_contact_line(raw: str):
    assert contact_line(raw, clean(raw)) is None


def test_a_sentence_around_an_address_stays_in_the_message_and_is_no_name():
    raw = "Mag ik eerst weten wat u met an@voorbeeld.be doet en hoe lang u dat precies bewaart?"
    line = contact_line(raw, clean(raw))
    assert line is not None
    assert line.name is None
    assert line.text == clean(raw).text


def test_other_personal_data_in_the_line_is_neither_taken_nor_kept():
    raw = "An Peeters, Kerkstraat 12, 9300 Aalst, an@voorbeeld.be"
    line = contact_line(raw, clean(raw))
    assert line is not None
    assert "Kerkstraat" not in f"{line.name} {line.text}"


def test_of_the_words_around_them_only_a_role_that_the_filter_let_through_is_stored():
    raw = "Jos Mertens, schepen van Lint, 0470 12 34 56"
    line = contact_line(raw, clean(raw), role="schepen")
    assert line is not None
    assert line.text == "[PERSOON-1] [TELEFOON-1], schepen"
    masked = contact_line(raw, clean(raw), role="Mertens")
    assert masked is not None
    assert masked.text == "[PERSOON-1] [TELEFOON-1]"
