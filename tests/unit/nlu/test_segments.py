"""Cutting a message into the pieces that may each hold a question."""

import pytest

from bot.nlu.segments import asked_behind_role, segments, without_greeting


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Beste,\n\nWat is een LIVC R?\nWie zit daarin?\n\nMvg, An",
            ["Wat is een LIVC R?", "Wie zit daarin?"],
        ),
        ("Hallo, wat is OCAD precies?", ["wat is OCAD precies?"]),
        (
            "Wij zoeken een vorming en hoe vragen we subsidie aan?",
            ["Wij zoeken een vorming", "en hoe vragen we subsidie aan?"],
        ),
        (
            "1. Wat mag de gemeente? 2. Wat moet de gemeente?",
            ["Wat mag de gemeente?", "Wat moet de gemeente?"],
        ),
        (
            "Kan iemand ons plan nalezen en komen jullie ook een presentatie geven?",
            ["Kan iemand ons plan nalezen", "en komen jullie ook een presentatie geven?"],
        ),
        (
            "Ik heb drie vragen: is een LIVC R verplicht, mag het OCMW info geven, en wie betaalt dat?",
            [
                "Ik heb drie vragen:",
                "is een LIVC R verplicht",
                "mag het OCMW info geven",
                "en wie betaalt dat?",
            ],
        ),
        (
            "Als een jongere radicaliseert, moeten wij dat dan melden?",
            ["Als een jongere radicaliseert, moeten wij dat dan melden?"],
        ),
        ("Goedemorgen", []),
        ("Met vriendelijke groeten", []),
    ],
)
def test_sentences_and_joined_questions_are_pieces_but_greetings_and_signatures_are_not(
    text: str, expected: list[str]
):
    assert segments(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("goeiemorgen, hoe begin ik aan een LIVC?", "hoe begin ik aan een LIVC?"),
        ("hey wrm moet elke gemeente dat", "wrm moet elke gemeente dat"),
        ("Dag allemaal", "Dag allemaal"),
        ("Dag van de jeugd beveiligen, hoe?", "Dag van de jeugd beveiligen, hoe?"),
    ],
)
def test_a_greeting_is_read_over_when_more_comes(text: str, expected: str):
    assert without_greeting(text) == expected


def test_what_someone_says_to_mean_is_the_question():
    assert without_greeting("nee ik bedoel hoe zie je dat") == "hoe zie je dat"
    assert without_greeting("nee ik bedoel dat") == "nee ik bedoel dat"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("ik werk bij een CLB, mag ik dit doorgeven?", "mag ik dit doorgeven?"),
        ("Wij zijn van de politie en hoe vragen we dat?", "hoe vragen we dat?"),
        ("ik ben leerkracht", None),
        ("ik ben bang, hij zegt rare dingen", None),
    ],
)
def test_the_question_behind_who_asks_it_is_found(text: str, asked: str | None):
    assert asked_behind_role(text) == asked
