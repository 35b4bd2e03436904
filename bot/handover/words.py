"""Saying in Dutch when somebody is there, and how long a wait may last."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.handover.opening import BRUSSELS, DAYS, Opening

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def availability(opening: Opening, at: datetime, *, attended: bool) -> str:
    """Whether somebody is there now, and else when; `attended` when a colleague said to be."""
    if attended:
        return "Er is nu iemand van de helpdesk."
    if opening.is_open(at):
        return "De helpdesk is open, maar er is nu niemand aanwezig."
    local, moment = at.astimezone(BRUSSELS), opening.next_opening(at)
    reason = opening.reason_closed(local.date())
    why = f" ({reason})" if reason else ""
    if moment is None:
        return f"Er is nu niemand van de helpdesk{why}."
    return f"Er is nu niemand van de helpdesk{why}. Wij zijn er {when(moment, local)} weer."


def hours(opening: Opening, at: datetime) -> str:
    """When people are there, said so that it stays true on a page that is left open. Empty when none is known."""
    if closing := opening.closing(at):
        return f"Medewerkers: tot {clock(closing)}"
    moment = opening.next_opening(at)
    if moment is None:
        return ""
    near = moment.date() - at.astimezone(BRUSSELS).date() < timedelta(days=len(DAYS))
    day = DAYS[moment.weekday()] if near else f"{moment.day} {MONTHS[moment.month - 1]}"
    return f"Medewerkers: {day} vanaf {clock(moment)}"


def when(moment: datetime, now: datetime) -> str:
    """A moment to come, as one says it."""
    days = (moment.date() - now.astimezone(BRUSSELS).date()).days
    hour = clock(moment)
    if days == 0:
        return f"vandaag om {hour}"
    if days == 1:
        return f"morgen om {hour}"
    return f"op {DAYS[moment.weekday()]} {moment.day} {MONTHS[moment.month - 1]} om {hour}"


def clock(moment: datetime) -> str:
    """A clock time: 9 uur, 13.30 uur."""
    minutes = f".{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour}{minutes} uur"


def about(wait: timedelta) -> str:
    """A wait that is expected, rounded up so that it seldom disappoints."""
    minutes = int(wait.total_seconds() // 60) + 1
    if minutes <= 5:
        return "minder dan 5 minuten"
    if minutes <= 60:
        return f"ongeveer {-(-minutes // 5) * 5} minuten"
    return "meer dan een uur"
