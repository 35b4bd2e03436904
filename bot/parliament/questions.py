"""The nine questions, in the words of the member of parliament shortened, each with the measures that answer it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.parliament import fieldwords, words
from bot.parliament.facts import Facts
from bot.parliament.words import Words
from bot.statistics.gatherings import EVENT_MEASURES, EVENT_TOTALS
from bot.statistics.measures import CONTACT_MUNICIPALITIES, MEASURES, REFERRED_OR_NOT, TOTALS
from bot.statistics.visiting import VISIT_MEASURES, VISIT_TOTALS

ALL_TOTALS = (*TOTALS, CONTACT_MUNICIPALITIES, *VISIT_TOTALS, *EVENT_TOTALS)
ALL_MEASURES = (*MEASURES, REFERRED_OR_NOT, *VISIT_MEASURES, *EVENT_MEASURES)
"""What is declared; the tables of a list of municipalities come on top."""


@dataclass(frozen=True)
class Question:
    """One question."""

    id: str
    text: str
    answer: Callable[[Facts], Words]
    totals: tuple[str, ...]
    tables: tuple[str, ...]


QUESTIONS = (
    Question(
        "1a",
        "Hoe vaak werd de helpdesk gecontacteerd?",
        words.how_often,
        ("contacts", "questions"),
        ("channels",),
    ),
    Question(
        "1b",
        "Waren het steeds steden en gemeenten die gebruik maakten van de helpdesk? Welke andere actoren?",
        words.who,
        ("contact_municipalities",),
        ("audiences",),
    ),
    Question(
        "1c",
        "Wat is de aard van deze vragen?",
        words.what,
        ("questions",),
        ("natures", "samples", "topics"),
    ),
    Question(
        "1d",
        "Naar welke diensten werd doorverwezen?",
        words.where,
        ("referred",),
        ("referred_or_not", "referral_groups", "referral_contacts"),
    ),
    Question(
        "2a",
        "Hoe vaak werd een plaatsbezoek gevraagd, door hoeveel gemeenten, en werd er steeds op ingegaan?",
        fieldwords.asked,
        (
            *("visits_asked", "asking_municipalities", "visits_refused", "visits_held"),
            *("visited_municipalities", "events", "participants", "event_municipalities"),
        ),
        (
            *("visit_statuses", "visit_refusals", "visits_by_initiative"),
            *("event_kinds", "participant_kinds", "represented_kinds"),
        ),
    ),
    Question(
        "2b",
        "Wat was de aard van de vragen tot ondersteuning?",
        fieldwords.natures,
        ("visits_asked",),
        ("visit_natures",),
    ),
    Question(
        "2c",
        "Zijn er ook plaatsbezoeken op eigen initiatief, en hoe vaak?",
        fieldwords.own,
        ("visits_offered", "outreach", "reached_municipalities"),
        ("offered_statuses", "offered_grounds", "outreach_grounds"),
    ),
    Question(
        "2d",
        "Werden de gemeenten van de lijst al bezocht? Welke nog niet, waarom niet, en wat is gepland?",
        fieldwords.listed,
        (),
        ("listed_states", "listed_initiatives", "listed_obstacles"),
    ),
    Question(
        "2e",
        "Zijn er sessies voor de hulpverleners zelf, hoe vaak, en wie mag zich inschrijven?",
        fieldwords.sessions,
        ("events", "sessions_for_care", "participants"),
        ("event_openings", "participant_audiences"),
    ),
)
