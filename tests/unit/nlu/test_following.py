"""Follow-ups that name no topic: what another municipality does, or one side of what was asked."""

from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue, TopicId
from bot.knowledge.sought import load_sought
from bot.nlu.content import content
from bot.nlu.entities.found import Found
from bot.nlu.following import (
    ELSEWHERE,
    Before,
    asks_a_side,
    asks_of_the_answer,
    asks_privacy,
    elsewhere,
    names_topic,
    told_of_before,
    wants_a_person,
)
from bot.nlu.wordlists import WordLists

CATALOGUE = Catalogue.load(Path("knowledge/topics.yml"))
LISTS = WordLists.load(Path("knowledge"))
GENT = "44021"


def intent(text: str, *, topic: str = "livc", home: str | None = None, ranked: str = "x") -> str:
    before = Before(text, TopicId(topic), home)
    return elsewhere(CATALOGUE, before, LISTS.find(text), ranked)


@pytest.mark.parametrize(
    "text", ["hoe doet Gent dat?", "en in Gent?", "heeft Gent dat ook?", "hoe zit dat in Aalst"]
)
def test_who_asks_what_another_municipality_does_asks_about_elsewhere(text: str) -> None:
    assert intent(text) == ELSEWHERE


@pytest.mark.parametrize(
    "text",
    ["hoe doen wij dat in Gent?", "en wie betaalt dat?", "de burgemeester van Gent belde daarover"],
)
def test_what_asks_about_no_other_municipality_stays(text: str) -> None:
    assert intent(text) == "x"


def test_ones_own_municipality_is_no_other() -> None:
    assert intent("hoe doet Gent dat?", home=GENT) == "x"


def test_the_same_numbers_for_another_municipality_are_still_numbers() -> None:
    assert intent("en in Gent?", topic="cijfers") == "x"


def test_a_plan_of_another_is_a_plan() -> None:
    plans = "beleidsplannen_elders"
    assert intent("heeft Gent ook zo'n plan?", ranked=plans) == plans


@pytest.mark.parametrize(
    ("text", "sure", "expected"),
    [
        ("en wie betaalt dat?", True, True),
        ("mag hij het verbieden?", True, True),
        ("is dat niet overdreven?", False, True),
        ("wie betaalt een vorming?", True, False),
        ("en de korpschef?", False, False),
    ],
)
def test_a_side_is_asked_of_what_was_before_unless_a_new_topic_is_named(
    text: str, sure: bool, expected: bool
) -> None:
    found: list[Found] = LISTS.find(text)
    assert asks_a_side(Before(text, TopicId("livc"), None), found, sure=sure) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wat zijn de criteria?", True),
        ("en de korpschef?", True),
        ("welke wet?", True),
        ("hoe laat gaat het zwembad open?", False),
        ("ik wil dat niet", False),
        ("en in Gent?", False),
        ("dank u", False),
        ("ok", False),
    ],
)
def test_a_message_of_words_that_the_answer_told_asks_about_that(text: str, expected: bool) -> None:
    told = frozenset().union(*content("De korpschef deelt informatie met de burgemeester."))
    sought = load_sought(Path("knowledge/sought.yml"))
    before = Before(text, TopicId("livc"), None, told, sought)
    assert asks_of_the_answer(before, LISTS.find(text)) is expected


@pytest.mark.parametrize(
    "text",
    [
        "ik ben psycholoog bij een CLB, mag ik dat?",
        "ik ben schoolverpleegkundige, mag ik dat?",
        "ik ben maatschappelijk werker op een school",
    ],
)
def test_who_helps_pupils_at_a_school_is_of_education(text: str) -> None:
    assert [one.value for one in LISTS.find(text) if one.kind == "audience"] == ["onderwijs"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("welke gegevens bewaren jullie", True),
        ("wordt dit gesprek opgeslagen?", True),
        ("hoe lang bewaren we het verslag?", False),
        ("mogen de leden gegevens bewaren?", False),
    ],
)
def test_what_the_helpdesk_itself_keeps_is_asked_of_no_article(text: str, expected: bool) -> None:
    assert asks_privacy(text) is expected


@pytest.mark.parametrize(
    ("text", "topic", "expected"),
    [
        ("wat is een ernstig geval?", "dreigingsniveau", False),
        ("en de subsidie?", "subsidie_vlaanderen", True),
        ("welke voorwaarden", "terugkeerder_voorwaarden", False),
        ("kunnen jullie ons daar eens een keer bij komen helpen?", "dreigingsniveau", True),
    ],
)
def test_a_brief_message_leaves_for_a_topic_that_it_names(
    text: str, topic: str, expected: bool
) -> None:
    every = {
        "dreigingsniveau": frozenset().union(*content("Het dreigingsniveau")),
        "subsidie_vlaanderen": frozenset().union(*content("Geeft Vlaanderen subsidies?")),
        "terugkeerder_voorwaarden": frozenset().union(*content("Terugkeerder met voorwaarden")),
    }
    names = {topic: every[topic]}
    held = tuple(
        kind for kind in load_sought(Path("knowledge/sought.yml")) if kind.asks.search(text)
    )
    before = Before(text, TopicId("livc"), None, held=held, names=names)
    assert names_topic(before) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("moeten ze dan spreken?", True),
        ("moet ik daar spreken?", True),
        ("mogen ze spreken?", True),
        ("verplicht om daar info te delen?", True),
        ("mag ik als medewerker van het CAW daar spreken?", True),
        ("ik moet dringend iemand spreken", False),
        ("moet ik een medewerker spreken?", False),
    ],
)
def test_a_duty_to_speak_is_no_wish_for_a_person(text: str, expected: bool) -> None:
    before = Before(text, TopicId("livc"), None)
    assert asks_a_side(before, LISTS.find(text), sure=False) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ik moet dringend iemand van jullie spreken", True),
        ("ik zou iemand willen spreken", True),
        ("moeten ze dan spreken?", False),
        ("mag ik als medewerker van het CAW daar spreken?", False),
        ("wij willen een jurist spreken over het beroepsgeheim van onze dienst", False),
    ],
)
def test_a_short_wish_for_a_person_is_heard_behind_a_question(text: str, expected: bool) -> None:
    assert wants_a_person(Before(text, TopicId("livc"), None)) is expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("niveau 2, hoeveel jaar cel?", "dreigingsniveau", True),
        ("en de straf?", "wat_is_radicalisering", False),
        ("en hoeveel jaar cel bij een dreigingsniveau 4?", "dreigingsniveau", False),
        ("wie betaalt dat?", "dreigingsniveau", False),
    ],
)
def test_a_side_that_only_the_answer_before_tells_of_is_about_that(
    text: str, intent: str, expected: bool
) -> None:
    sides = {"beroepsgeheim": frozenset({"straf"}), "wat_is_radicalisering": frozenset({"straf"})}
    before = Before(text, TopicId("beroepsgeheim"), None, sides=sides)
    assert told_of_before(before, LISTS.find(text), intent) is expected
