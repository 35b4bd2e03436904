"""The registry for events: study days, information moments, working groups and sessions, and who came (2a, 2e)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Select, distinct, func, select

from bot.knowledge.catalogue import Audience
from bot.registration.fieldwork import EventKind, EventOpening, EventRecord, ParticipantsRecord
from bot.statistics.counting import by, different, events, participants
from bot.statistics.measure import Measure, Total
from bot.statistics.periods import Period

EVENTS = Total(
    id="events",
    label="Evenementen",
    definition="Een studiedag, infomoment, bijeenkomst van een werkgroep of een toelichting of vorming, op de dag "
    "waarop ze plaatsvond.",
    words="alle evenementen van de periode",
    query=events(func.count()),
)
PARTICIPANTS = Total(
    id="participants",
    label="Deelnemers",
    definition="Elke deelnemer aan een evenement van de periode, eenmaal per evenement.",
    words="alle deelnemers aan de evenementen van de periode",
    query=participants(func.coalesce(func.sum(ParticipantsRecord.number), 0)),
)
EVENT_MUNICIPALITIES = Total(
    id="event_municipalities",
    label="Vertegenwoordigde gemeenten",
    definition="Elke gemeente met minstens één deelnemer aan een evenement van de periode, eenmaal.",
    words="alle gemeenten met een deelnemer aan een evenement van de periode",
    query=different(participants, ParticipantsRecord.municipality),
)
_MUNICIPALITIES_BY_KIND = Total(
    id="event_municipalities_by_kind",
    label="Vertegenwoordigde gemeenten per soort evenement",
    definition="Elke vertegenwoordigde gemeente, eenmaal per soort evenement.",
    words="alle vertegenwoordigde gemeenten, eenmaal per soort evenement",
    query=lambda period: select(func.count()).select_from(
        participants(EventRecord.kind, ParticipantsRecord.municipality)(period)
        .where(ParticipantsRecord.municipality.is_not(None))
        .distinct()
        .subquery()
    ),
)


def _openings(*columns: Any) -> Callable[[Period], Select[Any]]:
    return lambda period: events(*columns)(period).join(
        EventOpening, EventOpening.event_id == EventRecord.id
    )


_OPENINGS = Total(
    id="openings",
    label="Openstellingen",
    definition="Elk evenement, eenmaal voor elke soort deelnemer die zich mocht inschrijven.",
    words="alle evenementen, eenmaal per soort deelnemer die zich mocht inschrijven",
    query=_openings(func.count()),
)
SESSIONS_FOR_CARE = Total(
    id="sessions_for_care",
    label="Evenementen open voor hulpverleners",
    definition="Een evenement van de periode waarvoor hulpverleners of eerstelijnswerkers zich mochten inschrijven.",
    words="alle evenementen van de periode die openstonden voor hulpverleners",
    query=lambda period: _openings(func.count())(period).where(
        EventOpening.audience == Audience.HULPVERLENER.value
    ),
)

EVENT_TOTALS = (EVENTS, PARTICIPANTS, EVENT_MUNICIPALITIES, SESSIONS_FOR_CARE)
"""The numbers of events."""

_AUDIENCES = {one.value: one.label for one in Audience}
_KINDS = {one.value: one.label for one in EventKind}

EVENT_MEASURES = (
    Measure(
        id="event_kinds",
        label="Evenementen per soort",
        definition="Elk evenement telt eenmaal.",
        numerator="evenementen van deze soort",
        base=EVENTS,
        whole=EVENTS,
        query=by(events, EventRecord.kind),
        labels=lambda _library: _KINDS,
        complete=True,
    ),
    Measure(
        id="participant_kinds",
        label="Deelnemers per soort evenement",
        definition="Elke deelnemer telt eenmaal per evenement.",
        numerator="deelnemers aan evenementen van deze soort",
        base=PARTICIPANTS,
        whole=PARTICIPANTS,
        query=by(participants, EventRecord.kind, func.sum(ParticipantsRecord.number)),
        labels=lambda _library: _KINDS,
        complete=True,
    ),
    Measure(
        id="represented_kinds",
        label="Vertegenwoordigde gemeenten per soort evenement",
        definition="Een gemeente met deelnemers aan twee soorten evenementen telt bij elk van beide; daarom kan de "
        "som van de aandelen hoger zijn dan 100 %. Deelnemers zonder gemeente tellen niet mee.",
        numerator="gemeenten met minstens één deelnemer aan deze soort",
        base=EVENT_MUNICIPALITIES,
        whole=_MUNICIPALITIES_BY_KIND,
        query=by(
            participants, EventRecord.kind, func.count(distinct(ParticipantsRecord.municipality))
        ),
        labels=lambda _library: _KINDS,
        complete=True,
    ),
    Measure(
        id="participant_audiences",
        label="Deelnemers per hoedanigheid",
        definition="Elke deelnemer telt eenmaal per evenement, bij de geregistreerde hoedanigheid.",
        numerator="deelnemers in deze hoedanigheid",
        base=PARTICIPANTS,
        whole=PARTICIPANTS,
        query=by(participants, ParticipantsRecord.audience, func.sum(ParticipantsRecord.number)),
        labels=lambda _library: _AUDIENCES,
    ),
    Measure(
        id="event_openings",
        label="Evenementen naar wie zich mocht inschrijven",
        definition="Een evenement dat openstond voor twee soorten deelnemers telt bij elk van beide; daarom kan de "
        "som van de aandelen hoger zijn dan 100 %.",
        numerator="evenementen waarvoor deze deelnemers zich mochten inschrijven",
        base=EVENTS,
        whole=_OPENINGS,
        query=by(_openings, EventOpening.audience),
        labels=lambda _library: _AUDIENCES,
    ),
)
"""Every table of events."""
