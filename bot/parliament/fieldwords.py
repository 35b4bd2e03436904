"""The sentences of question 2: visits, own initiative, a list of municipalities, events."""

from __future__ import annotations

from bot.parliament.details import EventFacts
from bot.parliament.facts import Facts
from bot.parliament.words import Words, ranked
from bot.statistics.measures import UNKNOWN
from bot.statistics.notation import day, number, percentage, plural
from bot.statistics.states import State


def asked(facts: Facts) -> Words:
    """Answer 2a."""
    visits, refused = facts.total("visits_asked"), facts.total("visits_refused")
    held = facts.total("visits_held")
    if visits == 0:
        said = ["Er is in deze periode geen vraag om een plaatsbezoek geregistreerd."]
    else:
        said = [
            f"Een plaatsbezoek werd {plural(visits, 'keer', 'keer')} gevraagd, door "
            f"{plural(facts.total('asking_municipalities'), 'gemeente', 'verschillende gemeenten')}.",
            f"Stand van die vragen: {ranked(facts.rows('visit_statuses'))}.",
        ]
    if refused:
        reasons = ranked(facts.rows("visit_refusals"))
        said.append(f"Waarom niet: {reasons}." if reasons else "")
    said.append(
        f"In de periode {'vond' if held == 1 else 'vonden'} {'tot nu toe ' if facts.still_running else ''}"
        f"{plural(held, 'plaatsbezoek', 'plaatsbezoeken')} plaats, in "
        f"{plural(facts.total('visited_municipalities'), 'gemeente', 'gemeenten')}."
    )
    said += [_told(one) for one in facts.events]
    missing = []
    unexplained = facts.count("visit_refusals", UNKNOWN)
    if unexplained:
        went = "niet doorging" if unexplained == 1 else "niet doorgingen"
        missing.append(f"waarom {plural(unexplained, 'plaatsbezoek', 'plaatsbezoeken')} {went}.")
    if not facts.events:
        missing.append("er staat geen enkel evenement genoteerd in deze periode.")
    return Words(tuple(filter(None, said)), tuple(missing))


def _told(event: EventFacts) -> str:
    opening = f"{event.kind.label} op {day(event.held_on)}"
    if event.participants == 0:
        return f"{opening}: het aantal deelnemers is niet geregistreerd."
    return (
        f"{opening}: {plural(event.participants, 'deelnemer', 'deelnemers')} uit "
        f"{plural(event.municipalities, 'gemeente', 'gemeenten')}."
    )


def natures(facts: Facts) -> Words:
    """Answer 2b."""
    visits, unknown = facts.total("visits_asked"), facts.count("visit_natures", UNKNOWN)
    if visits == 0:
        return Words(("Er is in deze periode geen vraag om een plaatsbezoek geregistreerd.",))
    known = ranked(facts.rows("visit_natures"))
    said = (f"In volgorde van belang: {known}.",) if known else ()
    missing: tuple[str, ...] = ()
    if unknown:
        missing = (
            f"de aard van {number(unknown)} van de {number(visits)} gevraagde plaatsbezoeken.",
        )
    return Words(said, missing)


def own(facts: Facts) -> Words:
    """Answer 2c."""
    offered, reached = facts.total("visits_offered"), facts.total("outreach")
    places = plural(facts.total("reached_municipalities"), "gemeente", "verschillende gemeenten")
    said = [
        f"De helpdesk stelde {plural(offered, 'keer', 'keer')} zelf een plaatsbezoek voor.",
        f"Ze nam {plural(reached, 'keer', 'keer')} uit eigen beweging contact op, met {places}.",
    ]
    for opening, table in (
        ("Aanleiding van de plaatsbezoeken", "offered_grounds"),
        ("Aanleiding van de contacten", "outreach_grounds"),
    ):
        grounds = ranked(facts.rows(table))
        if grounds:
            said.append(f"{opening}: {grounds}.")
    return Words(
        tuple(said),
        (
            "of er een objectieve risicoanalyse van alle gemeenten bestaat; alleen de aanleiding van elk bezoek "
            "of contact kan genoteerd worden.",
        ),
    )


def listed(facts: Facts) -> Words:
    """Answer 2d."""
    count = len(facts.listed.nis)
    when = (
        f"tot nu toe ({day(facts.today)})"
        if facts.still_running
        else f"op {day(facts.period.last)}"
    )
    named = (
        f"de {plural(count, 'gemeente', 'gemeenten')} op de lijst"
        if facts.listed.given
        else f"de {number(count)} gemeenten van het Vlaamse Gewest (er is geen lijst geladen)"
    )
    visited = facts.count("listed_states", State.VISITED.id)
    said = [
        f"Van {named} {'was' if visited == 1 else 'waren'} er {when} {number(visited)} bezocht "
        f"({percentage(visited, count)}) en {number(count - visited)} niet of niet aantoonbaar."
    ]
    rest = [one for one in facts.rows("listed_states") if one["id"] != State.VISITED.id]
    said.append(f"De andere: {ranked(rest)}." if count > visited else "")
    for opening, table in (
        ("Waarom nog niet", "listed_obstacles"),
        ("Initiatief tot de bezoeken", "listed_initiatives"),
    ):
        told = ranked(facts.rows(table))
        said.append(f"{opening}: {told}." if told else "")
    said += [f"{one}." for one in facts.listed.merged]
    if facts.listed.repeated:
        said.append(f"{number(facts.listed.repeated)} keer stond een gemeente dubbel op de lijst.")
    silent = facts.count("listed_states", State.UNREGISTERED.id)
    missing = []
    if silent:
        missing.append(
            f"voor {plural(silent, 'gemeente', 'gemeenten')} staat er niets genoteerd, ook geen reden of planning."
        )
    if facts.listed.unknown:
        lines = "; ".join(facts.listed.unknown)
        missing.append(f"op de lijst staat wat geen gemeente van het Vlaamse Gewest is ({lines}).")
    return Words(tuple(filter(None, said)), tuple(missing))


def sessions(facts: Facts) -> Words:
    """Answer 2e."""
    events, care = facts.total("events"), facts.total("sessions_for_care")
    if events == 0:
        return Words(("Er zijn geen evenementen geregistreerd in deze periode.",))
    said = [
        f"Er {'stond' if care == 1 else 'stonden'} {plural(care, 'evenement', 'evenementen')} open voor "
        f"hulpverleners, van de {plural(events, 'evenement', 'evenementen')} in deze periode."
    ]
    opened = ranked(facts.rows("event_openings"))
    if opened:
        said.append(f"Wie mocht zich inschrijven: {opened}.")
    came = ranked(facts.rows("participant_audiences"))
    if came:
        said.append(f"Wie kwam: {came}.")
    silent = sum(one.openings == 0 for one in facts.events)
    missing = []
    if silent:
        missing.append(
            f"wie zich mocht inschrijven voor {number(silent)} van de {plural(events, 'evenement', 'evenementen')}."
        )
    return Words(tuple(said), tuple(missing))
