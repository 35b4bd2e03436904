"""The fixed rules of routing (DESIGN.md §4, facts.md §8), written here again, apart from routing.yml."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from bot.knowledge.articles import Variant
from bot.knowledge.catalogue import Audience, Catalogue, TopicId
from bot.knowledge.routing import Asked, Routing
from bot.nlu.wordlists import WordLists
from bot.settings import PROJECT

KNOWLEDGE = PROJECT / "knowledge"

BOARD = {Audience.GEMEENTE, Audience.OCMW, Audience.POLITIE, Audience.VLAAMSE_OVERHEID}
PUBLIC = {
    Audience.STUDENT,
    Audience.VERENIGING,
    Audience.PERS,
    Audience.BUITENLAND,
    Audience.BURGER,
}

ALWAYS = {
    "theologische_hulplijn": ("abb",),
    "draaiboek_onderwijs": ("departement_onderwijs",),
    "beveiliging_evenement": ("vvsg_veiligheid",),
    "plaatsbezoek": ("vvsg_helpdesk",),
    "casusbespreking": ("vvsg_helpdesk",),
    "beleidsplan_nalezen": ("vvsg_helpdesk",),
    "handelingskader_toelichting": ("vvsg_helpdesk",),
    "subsidie_vlaanderen": ("abb",),
    "subsidie_federaal": ("fod_binnenlandse_zaken",),
    "vormingsaanbod": ("abb",),
    "bezorgd_over_persoon": ("lokaal_bestuur",),
}
"""Referred whatever the question: boards, schools, and who tells no role."""

WHO = {
    "beleidsplannen_elders": ("lokaal_bestuur",),
    "initiatieven_elders": ("lokaal_bestuur",),
    "brussel": ("safe_brussels",),
    "dreigingsniveau": ("lokale_politie",),
    "terugkeerder_voorwaarden": ("lokale_politie", "justitiehuis"),
    "online_haat": ("unia",),
    "onderwijsbeleid": ("departement_onderwijs",),
    "thesis": ("vvsg_helpdesk",),
}
"""Referred when the question is whom or where to turn to."""

NOT_FOR_PUBLIC = {"dreigingsniveau", "terugkeerder_voorwaarden"}
"""What these ask of a police force concerns boards."""

SCHOOL = {
    "info_van_eerstelijn",
    "info_vraag_politie",
    "info_aan_politie",
    "beroepsgeheim",
    "vormingsaanbod",
    "experts",
    "onderwijsbeleid",
    "draaiboek_onderwijs",
    "plaatsbezoek",
    "casusbespreking",
    "bezorgd_over_persoon",
}
"""Questions of a school about training, professional secrecy and concern: its own department."""

CITIZEN = {"bezorgd_over_persoon": ("lokale_politie", "lokaal_bestuur")}
"""All that is referred for the public, and for who tells no role, unless they ask whom to turn to."""

EXPERTISE = {
    ("experts", "identiteit"): "abb",
    ("experts", "onderwijs"): "departement_onderwijs",
    ("experts", "opvoeding"): "vvsg_vorming",
    ("vormingsaanbod", "opvoeding"): "vvsg_vorming",
    ("vormingsaanbod", "identiteit"): "abb",
    ("vormingsaanbod", "onderwijs"): "abb",
}

DEPARTMENTS = {
    "welzijn": "departement_welzijn",
    "jeugd": "departement_jeugd",
    "onderwijs": "departement_onderwijs",
    None: "departement_welzijn",
    "onbekend": "departement_welzijn",
    "sport": "departement_welzijn",
}


@cache
def routing() -> Routing:
    """The real table."""
    return Routing.load(KNOWLEDGE / "routing.yml")


TOPICS = list(Catalogue.load(KNOWLEDGE / "topics.yml").topics)
PAIRS = [(topic, audience) for topic in TOPICS for audience in Audience]


def expected(topic: str, audience: Audience, *, seeks_contact: bool) -> tuple[str, ...]:
    """The contacts that the decisions give."""
    if audience is Audience.HULPVERLENER:
        return ("departement_welzijn",)
    if audience is Audience.ONDERWIJS and topic in SCHOOL:
        return ("departement_onderwijs",)
    if (audience in PUBLIC or audience is Audience.ONBEKEND) and topic in CITIZEN:
        return CITIZEN[topic]
    if audience not in PUBLIC and topic in ALWAYS:
        return ALWAYS[topic]
    held_back = audience in PUBLIC | {Audience.ONDERWIJS} and topic in NOT_FOR_PUBLIC
    return WHO.get(topic, ()) if seeks_contact and not held_back else ()


@pytest.mark.parametrize(("topic", "audience"), PAIRS)
def test_every_topic_and_audience(topic: TopicId, audience: Audience) -> None:
    for seeks in (False, True):
        route = routing().route(topic, Asked(audience=audience, seeks_contact=seeks))
        assert route.refer == expected(topic, audience, seeks_contact=seeks), f"{seeks=}"


@pytest.mark.parametrize("topic", TOPICS)
def test_a_first_line_worker_goes_to_the_department_of_the_sector(topic: TopicId) -> None:
    for sector, department in DEPARTMENTS.items():
        asked = Asked(Audience.HULPVERLENER, sector=sector, expertise="identiteit")
        route = routing().route(topic, asked)
        assert (route.variant, route.refer) == (Variant.HULPVERLENER, (department,))


@pytest.mark.parametrize(("topic", "expertise"), EXPERTISE)
def test_expertise_decides_for_boards_and_never_for_others(topic: TopicId, expertise: str) -> None:
    for audience in (*BOARD, Audience.ONBEKEND):
        route = routing().route(topic, Asked(audience, expertise=expertise))
        assert route.refer == (EXPERTISE[topic, expertise],)
    for audience in PUBLIC:
        assert routing().route(topic, Asked(audience, expertise=expertise)).refer == ()
    school = routing().route(topic, Asked(Audience.ONDERWIJS, expertise=expertise))
    assert school.refer == ("departement_onderwijs",)


@pytest.mark.parametrize("topic", TOPICS)
def test_boards_read_the_full_text_and_are_treated_alike(topic: TopicId) -> None:
    routes = {routing().route(topic, Asked(one)) for one in BOARD}
    assert {one.variant for one in routes} == {Variant.BESTUUR}
    assert len(routes) == 1


@pytest.mark.parametrize("topic", TOPICS)
def test_the_public_is_treated_alike(topic: TopicId) -> None:
    assert len({routing().route(topic, Asked(one)) for one in PUBLIC}) == 1


def test_danger_goes_to_the_emergency_services() -> None:
    assert routing().safety == ("nooddiensten",)


def test_a_topic_without_a_row_is_refused() -> None:
    with pytest.raises(KeyError):
        routing().route(TopicId("onbestaand"), Asked())


def test_the_document_is_sent_at_once() -> None:
    """A board that asks for the Handvatten gets them, which is no referral."""
    for audience in BOARD:
        assert routing().route(TopicId("handelingskader_aanvragen"), Asked(audience)).refer == ()


@cache
def lists() -> WordLists:
    """The real word lists."""
    return WordLists.load(KNOWLEDGE)


def measured() -> list[object]:
    """The lines of the published evaluation set, each a test."""
    lines = (PROJECT / "tests/eval/routing.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [pytest.param(row, id=f"{row['audience']}-{row['topic']}") for row in rows]


@pytest.mark.parametrize("row", measured())
def test_what_the_words_tell_gives_the_measured_referral(row: dict[str, Any]) -> None:
    found = lists().find(row["text"])
    values = {one.kind: one.value for one in reversed(found)}  # the first of a kind counts
    asked = Asked(
        audience=Audience(row["audience"]),
        sector=values.get("sector"),
        expertise=values.get("expertise"),
        seeks_contact="seeks_contact" in values,
    )
    refer: tuple[str, ...] = routing().route(TopicId(row["topic"]), asked).refer
    assert refer == tuple(row["refer_to"]), f"{asked} in {row['text']!r}"
