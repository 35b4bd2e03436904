"""The registry for visits: what municipalities asked, what took place, and what the helpdesk did by itself (2a-c)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Select, func

from bot.registration.fieldwork import Ground, OutreachRecord, Refusal, VisitRecord
from bot.requests.kinds import Initiative, Status
from bot.statistics.counting import by, different, held_visits, opened_visits, outreach
from bot.statistics.measure import Measure, Total
from bot.statistics.periods import Period

STATUSES = {
    Status.DONE.value: "Doorgegaan",
    Status.PLANNED.value: "Gepland",
    Status.OPEN.value: "Nog niet gepland",
    Status.REFUSED.value: "Niet doorgegaan",
}
"""How far a visit is, in the words of an answer."""

INITIATIVES = {
    Initiative.THEIRS.value: "Op vraag",
    Initiative.OURS.value: "Op eigen initiatief",
}

_ASKED, _OFFERED = opened_visits(Initiative.THEIRS), opened_visits(Initiative.OURS)


def _refused(*columns: Any) -> Callable[[Period], Select[Any]]:
    return lambda period: _ASKED(*columns)(period).where(VisitRecord.status == Status.REFUSED.value)


VISITS_ASKED = Total(
    id="visits_asked",
    label="Gevraagde plaatsbezoeken",
    definition="Een vraag om een presentatie of plaatsbezoek, langs eender welk kanaal, op de dag waarop ze gesteld "
    "werd. Deelname aan een casusoverleg telt niet mee.",
    words="alle gevraagde plaatsbezoeken van de periode",
    query=_ASKED(func.count()),
)
ASKING_MUNICIPALITIES = Total(
    id="asking_municipalities",
    label="Gemeenten die een plaatsbezoek vroegen",
    definition="Elke gemeente die in de periode minstens één plaatsbezoek vroeg, eenmaal. Vragen zonder gemeente "
    "tellen hier niet mee.",
    words="alle gemeenten die een plaatsbezoek vroegen",
    query=different(_ASKED, VisitRecord.municipality),
)
VISITS_REFUSED = Total(
    id="visits_refused",
    label="Plaatsbezoeken die niet doorgingen",
    definition="Een plaatsbezoek dat in de periode gevraagd werd en niet doorging, volgens de toestand bij het maken.",
    words="alle gevraagde plaatsbezoeken van de periode die niet doorgingen",
    query=_refused(func.count()),
)
VISITS_HELD = Total(
    id="visits_held",
    label="Plaatsbezoeken die plaatsvonden",
    definition="Een plaatsbezoek dat plaatsvond op een dag van de periode, ook als het daarvoor gevraagd werd, op "
    "vraag of op eigen initiatief.",
    words="alle plaatsbezoeken die in de periode plaatsvonden",
    query=held_visits(func.count()),
)
VISITED_MUNICIPALITIES = Total(
    id="visited_municipalities",
    label="Bezochte gemeenten",
    definition="Elke gemeente waar in de periode minstens één plaatsbezoek plaatsvond, eenmaal.",
    words="alle gemeenten die in de periode bezocht werden",
    query=different(held_visits, VisitRecord.municipality),
)
VISITS_OFFERED = Total(
    id="visits_offered",
    label="Plaatsbezoeken op eigen initiatief",
    definition="Een plaatsbezoek dat de helpdesk zelf voorstelde, op de dag van dat voorstel.",
    words="alle plaatsbezoeken die de helpdesk in de periode zelf voorstelde",
    query=_OFFERED(func.count()),
)
OUTREACH = Total(
    id="outreach",
    label="Proactieve contacten",
    definition="Een contact dat de helpdesk uit eigen beweging met een gemeente legde, op de dag van dat contact.",
    words="alle proactieve contacten van de periode",
    query=outreach(func.count()),
)
REACHED_MUNICIPALITIES = Total(
    id="reached_municipalities",
    label="Proactief gecontacteerde gemeenten",
    definition="Elke gemeente die de helpdesk in de periode minstens eenmaal uit eigen beweging contacteerde, eenmaal.",
    words="alle gemeenten die in de periode proactief gecontacteerd werden",
    query=different(outreach, OutreachRecord.municipality),
)
VISIT_TOTALS = (
    VISITS_ASKED,
    ASKING_MUNICIPALITIES,
    VISITS_REFUSED,
    VISITS_HELD,
    VISITED_MUNICIPALITIES,
    VISITS_OFFERED,
    OUTREACH,
    REACHED_MUNICIPALITIES,
)
"""The numbers of visits and outreach."""

_GROUNDS = {one.value: one.label for one in Ground}

VISIT_MEASURES = (
    Measure(
        id="visit_statuses",
        label="Gevraagde plaatsbezoeken: werd erop ingegaan?",
        definition="Elk gevraagd plaatsbezoek telt eenmaal, volgens de toestand bij het maken van dit antwoord.",
        numerator="gevraagde plaatsbezoeken in deze toestand",
        base=VISITS_ASKED,
        whole=VISITS_ASKED,
        query=by(_ASKED, VisitRecord.status),
        labels=lambda _library: STATUSES,
        complete=True,
    ),
    Measure(
        id="visit_refusals",
        label="Waarom een plaatsbezoek niet doorging",
        definition="Elk gevraagd plaatsbezoek dat niet doorging telt eenmaal. Waar geen reden geregistreerd is, staat "
        "het bij “Onbekend”.",
        numerator="plaatsbezoeken die om deze reden niet doorgingen",
        base=VISITS_REFUSED,
        whole=VISITS_REFUSED,
        query=by(_refused, VisitRecord.reason),
        labels=lambda _library: {one.value: one.label for one in Refusal},
    ),
    Measure(
        id="visit_natures",
        label="Gevraagde plaatsbezoeken per aard",
        definition="Elk gevraagd plaatsbezoek telt eenmaal, bij de groep waartoe zijn onderwerp behoort. Wat de "
        "vrager in eigen woorden vroeg, heeft geen onderwerp en staat bij “Onbekend”.",
        numerator="gevraagde plaatsbezoeken van deze aard",
        base=VISITS_ASKED,
        whole=VISITS_ASKED,
        query=by(_ASKED, VisitRecord.nature),
        labels=lambda library: library.catalogue.natures,
        complete=True,
        unknown_shown=True,
    ),
    Measure(
        id="visits_by_initiative",
        label="Plaatsbezoeken die plaatsvonden, naar initiatief",
        definition="Elk plaatsbezoek dat in de periode plaatsvond telt eenmaal, bij wie de eerste stap zette.",
        numerator="plaatsbezoeken op dit initiatief",
        base=VISITS_HELD,
        whole=VISITS_HELD,
        query=by(held_visits, VisitRecord.initiative),
        labels=lambda _library: INITIATIVES,
        complete=True,
    ),
    Measure(
        id="offered_statuses",
        label="Plaatsbezoeken op eigen initiatief: hoever staan ze?",
        definition="Elk plaatsbezoek dat de helpdesk zelf voorstelde telt eenmaal, volgens de toestand bij het maken.",
        numerator="zelf voorgestelde plaatsbezoeken in deze toestand",
        base=VISITS_OFFERED,
        whole=VISITS_OFFERED,
        query=by(_OFFERED, VisitRecord.status),
        labels=lambda _library: STATUSES,
        complete=True,
    ),
    Measure(
        id="offered_grounds",
        label="Aanleiding van de plaatsbezoeken op eigen initiatief",
        definition="Elk plaatsbezoek dat de helpdesk zelf voorstelde telt eenmaal, bij de geregistreerde aanleiding.",
        numerator="zelf voorgestelde plaatsbezoeken met deze aanleiding",
        base=VISITS_OFFERED,
        whole=VISITS_OFFERED,
        query=by(_OFFERED, VisitRecord.ground),
        labels=lambda _library: _GROUNDS,
        complete=True,
    ),
    Measure(
        id="outreach_grounds",
        label="Aanleiding van de proactieve contacten",
        definition="Elk proactief contact telt eenmaal, bij de geregistreerde aanleiding.",
        numerator="proactieve contacten met deze aanleiding",
        base=OUTREACH,
        whole=OUTREACH,
        query=by(outreach, OutreachRecord.ground),
        labels=lambda _library: _GROUNDS,
        complete=True,
    ),
)
"""Every table of visits and outreach, save those of a list of municipalities (bot.statistics.states)."""
