"""The fields of a contact that a colleague registers: as they are shown, and as they are read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any

from multidict import MultiMapping

from bot.console.forms import choice, contact_of, day_of, municipality_of, text_of, topic_of
from bot.console.suggesting import Suggestion
from bot.errors import InvalidInput
from bot.handover.opening import BRUSSELS
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library
from bot.registration.by_hand import Told
from bot.registration.models import Channel, Outcome

MOST = 6
"""Topics or services of one contact."""

CHANNELS = {
    Channel.TELEFOON: "Telefoon",
    Channel.EMAIL: "E-mail",
    Channel.OVERLEG: "Overleg of aan de balie",
}
"""How a contact outside the chat comes in; who walks in is spoken to, and counts as “Overleg”."""


@dataclass(frozen=True)
class Fields:
    """What the form shows."""

    kanaal: str = Channel.TELEFOON.value
    doelgroep: str = Audience.ONBEKEND.value
    gemeente: str = ""
    onderwerp: tuple[str, ...] = ()
    verwijzing: tuple[str, ...] = ()
    afloop: str = Outcome.ANSWERED.value
    dag: str = ""
    """As jjjj-mm-dd; empty for today."""
    uur: str = ""

    @classmethod
    def typed(cls, form: MultiMapping[Any]) -> Fields:
        """As a colleague left them."""
        return cls(
            **{one: text_of(form, one) for one in ("kanaal", "doelgroep", "gemeente", "afloop")},
            onderwerp=_all(form, "onderwerp"),
            verwijzing=_all(form, "verwijzing"),
            dag=text_of(form, "dag"),
            uur=text_of(form, "uur"),
        )

    @classmethod
    def of(cls, told: Told, library: Library) -> Fields:
        """As they were registered."""
        at = told.at.astimezone(BRUSSELS)
        return cls(
            kanaal=told.channel.value,
            doelgroep=told.audience.value,
            gemeente=_name(told.municipality, library),
            onderwerp=tuple(told.topics),
            verwijzing=tuple(told.referrals),
            afloop=told.outcome.value,
            dag=at.date().isoformat(),
            uur=f"{at:%H:%M}",
        )

    def with_suggestion(self, made: Suggestion, library: Library) -> Fields:
        """Filled in where a colleague left something open; what was chosen stays."""
        referred = self.verwijzing or made.referrals
        return replace(
            self,
            doelgroep=made.audience.value,
            gemeente=self.gemeente or _name(made.municipality, library),
            onderwerp=self.onderwerp or made.topics,
            verwijzing=referred,
            afloop=Outcome.REFERRED.value if referred else self.afloop,
        )


def told_by(form: MultiMapping[Any], library: Library, *, now: datetime) -> Told:
    """What the form says; raises InvalidInput."""
    topics = [topic_of({"een": one}, "een", library) for one in _all(form, "onderwerp")]
    channel = choice(Channel, form, "kanaal")
    if channel not in CHANNELS:
        raise InvalidInput("Kies een van de mogelijkheden.")
    return Told(
        channel=channel,
        at=_moment(form, now),
        audience=choice(Audience, form, "doelgroep"),
        municipality=municipality_of(form, "gemeente", library),
        topics=[one for one in topics if one is not None],
        referrals=[contact_of({"een": one}, "een", library).id for one in _all(form, "verwijzing")],
        outcome=choice(Outcome, form, "afloop"),
    )


def midnight(now: datetime) -> datetime:
    """The first moment of a day in Belgium."""
    return datetime.combine(today_of(now), time(), BRUSSELS).astimezone(UTC)


def today_of(now: datetime) -> date:
    """The day in Belgium."""
    return now.astimezone(BRUSSELS).date()


def _moment(form: MultiMapping[Any], now: datetime) -> datetime:
    """Now, unless an hour or an earlier day is given; noon of an earlier day without an hour."""
    day, hour, today = day_of(form, "dag"), text_of(form, "uur"), today_of(now)
    day = day or today
    if day > today:
        raise InvalidInput("Deze dag moet nog komen: registreer wat al gebeurd is.")
    if not hour and day == today:
        return now
    at = datetime.combine(day, _clock(hour or "12:00"), BRUSSELS).astimezone(UTC)
    if at > now:
        raise InvalidInput("Dit uur moet nog komen.")
    return at


def _clock(typed: str) -> time:
    try:
        return time.fromisoformat(typed.replace(".", ":").zfill(5)).replace(tzinfo=None)
    except ValueError:
        raise InvalidInput("Geef het uur als 14:05.") from None


def _all(form: MultiMapping[Any], name: str) -> tuple[str, ...]:
    return tuple(str(one).strip() for one in form.getall(name, [])[:MOST] if str(one).strip())


def _name(nis: str | None, library: Library) -> str:
    known = library.municipalities.get(nis or "")
    return (nis or "") if known is None else known.name
