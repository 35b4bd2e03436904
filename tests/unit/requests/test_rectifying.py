"""What a message puts right in a request that was sent, and what it leaves alone."""

from __future__ import annotations

import pytest

from bot.engine.protocol import SentRequest
from bot.requests.kinds import Field
from bot.requests.moving import says_only_when
from bot.requests.rectifying import Rectified, rectified
from bot.requests.said import Said

HOVE, LINT = "11021", "11025"
VISIT = SentRequest(
    kind="plaatsbezoek",
    status="open",
    municipality=HOVE,
    subject="polarisering",
    period="februari",
    function="schepen",
    contact="1",
)
CALL = SentRequest(kind="terugbellen", status="open", municipality=HOVE, period="morgen")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("kan het ook in juni in plaats van februari?", "juni"),
        ("kunnen we het verplaatsen naar april?", "april"),
        ("maak er maart van", "maart"),
        ("ik kan dan niet in februari, wel in maart", "maart"),
        ("februari is te vroeg, liever april", "april"),
        ("kan het een week later?", "een week later"),
        ("is vrijdag ook mogelijk?", "vrijdag"),
        ("we willen het liever na de paasvakantie", "na de paasvakantie"),
        ("niet in februari maar in maart", "maart"),
        ("ik had februari gezegd maar ik bedoelde mei", "mei"),
        ("maak van februari april", "april"),
        ("februari lukt niet meer", ""),
        ("ik kan niet in februari", ""),
    ],
)
def test_another_time_moves_what_was_asked_for(text: str, period: str):
    assert rectified(Said(text), VISIT) == Rectified(Field.PERIODE, period)
    assert rectified(Said(text), CALL) == Rectified(Field.WANNEER, period)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("het moet over online haat gaan", "online haat"),
        ("kan het onderwerp ook subsidies zijn?", "subsidies"),
        ("verander het onderwerp naar subsidies", "subsidies"),
        ("liever over subsidies", "subsidies"),
    ],
)
def test_another_subject_is_heard_with_its_words(text: str, subject: str):
    assert rectified(Said(text), VISIT) == Rectified(Field.ONDERWERP, subject)


@pytest.mark.parametrize(
    "text",
    [
        "oeps ik ben geen schepen maar burgemeester",
        "verander mijn functie in burgemeester",
        "ik ben eigenlijk burgemeester",
        "functie: burgemeester",
        "sorry, ik ben burgemeester en geen schepen",
    ],
)
def test_another_function_is_heard(text: str):
    assert rectified(Said(text), VISIT) == Rectified(Field.FUNCTIE, "burgemeester")


def test_the_municipality_of_the_request_is_corrected_by_naming_the_other():
    said = Said("het was voor Lint, niet voor Hove", municipalities=(LINT,))
    found = rectified(said, VISIT, denied=HOVE)
    assert found is not None
    assert found.field is Field.GEMEENTE
    assert rectified(said, VISIT, denied="44021") is None


@pytest.mark.parametrize(
    "text",
    [
        "ik ben niet meer bereikbaar op dat nummer, gebruik [TELEFOON-1]",
        "gebruik liever [EMAIL-1]",
        "bel me op [TELEFOON-1] in plaats van dat nummer",
    ],
)
def test_another_number_belongs_to_the_request(text: str):
    assert rectified(Said(text), CALL) == Rectified(Field.TELEFOON, "")


@pytest.mark.parametrize(
    "text",
    [
        "moet dat nu?",
        "kan dat snel?",
        "is er in februari een vorming?",
        "wat kost een presentatie in juni?",
        "het gaat over subsidies",
        "mag het ocmw over een cliënt spreken?",
        "is dat voor Lint?",
        "en in Lint?",
        "hij kan morgen niet komen",
        "zijn nummer is niet meer [TELEFOON-1]",
        "welk nummer kan ik beter gebruiken, [TELEFOON-1] of [TELEFOON-2]?",
        "in februari was er een aanslag, niet in maart",
        "kan ik u later nog iets vragen?",
        "ik ben geen hulpverlener maar ambtenaar",
    ],
)
def test_a_question_or_what_is_told_of_others_changes_nothing(text: str):
    towns = (LINT,) if "Lint" in text else ()
    assert rectified(Said(text, municipalities=towns), VISIT) is None


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("maak er maart van", True),
        ("februari lukt niet meer", True),
        ("kan het in juni in plaats van februari?", True),
        ("februari past niet, liever maart", True),
        ("ik had maart gezegd maar ik bedoelde mei", True),
        ("morgen lukt niet meer", False),
        ("ik kan morgen niet meer", False),
        ("februari lukt niet meer, ik wil dood", False),
        ("ik kan niet meer, maak er maart van", False),
        ("maak er een eind aan", False),
    ],
)
def test_only_what_says_no_more_than_a_time_is_no_danger(text: str, only: bool):
    assert says_only_when(text) is only
