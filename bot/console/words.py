"""How the console writes moments, spans and keys in Dutch; the templates use these as filters."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.conversations.models import State
from bot.handover.opening import BRUSSELS
from bot.markdown import as_html
from bot.replies import Kind
from bot.statistics.notation import number, percentage

_STATES = {
    State.BOT: "Bij de assistent",
    State.WAITING: "Wacht op een medewerker",
    State.STAFF: "In gesprek met een medewerker",
    State.CLOSED: "Afgesloten",
}
_KINDS = {
    Kind.ANSWER: "antwoord",
    Kind.CLARIFY: "verduidelijking gevraagd",
    Kind.REFER: "doorverwijzing",
    Kind.FORM: "vraag van een formulier",
    Kind.HANDOVER: "medewerker gevraagd",
    Kind.SAFETY: "noodkaart",
    Kind.SMALLTALK: "gesprek",
    Kind.FALLBACK: "niet begrepen",
    Kind.NOTICE: "melding",
}


def clock(moment: datetime | str) -> str:
    """The hour in Belgium: 14.05."""
    return _local(moment).strftime("%H.%M")


def day_and_clock(moment: datetime | str) -> str:
    """Day and hour in Belgium: 25/11/2026 14.05."""
    return _local(moment).strftime("%d/%m/%Y %H.%M")


def span(length: timedelta) -> str:
    """How long something has lasted, in the largest fitting unit."""
    minutes = int(length.total_seconds() // 60)
    if minutes < 1:
        return "minder dan 1 min"
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 24 * 60:
        return f"{minutes // 60} u {minutes % 60:02}"
    days = minutes // (24 * 60)
    return f"{days} dag" if days == 1 else f"{days} dagen"


def state_label(state: str) -> str:
    """Dutch for a state."""
    return _STATES[State(state)]


def kind_label(kind: str) -> str:
    """Dutch for what a reply is."""
    return _KINDS[Kind(kind)]


def _local(moment: datetime | str) -> datetime:
    return _moment(moment).astimezone(BRUSSELS)


def _moment(moment: datetime | str) -> datetime:
    return datetime.fromisoformat(moment) if isinstance(moment, str) else moment


FILTERS: dict[str, Any] = {
    "clock": clock,
    "day_and_clock": day_and_clock,
    "span": span,
    "state_label": state_label,
    "kind_label": kind_label,
    "markdown": as_html,
    "number": number,
    "percentage": percentage,
}
