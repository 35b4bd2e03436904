"""What the page of figures is asked for: a period, and whose contacts; read from its address and written back to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlencode

from bot.console.forms import choice, day_as_typed, municipality_of, text_of
from bot.errors import InvalidInput
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library
from bot.registration.models import Channel
from bot.statistics.counting import UNKNOWN
from bot.statistics.notation import day
from bot.statistics.periods import BRUSSELS, Among, Month, Period, parse_month

PERIOD = ("maand", "van", "tot")
FIELDS = (*PERIOD, "gemeente", "doelgroep", "kanaal")


@dataclass(frozen=True)
class Asked:
    """A period and its filters, with the words for both."""

    period: Period
    typed: dict[str, str]
    """The fields as they stand in the address."""
    words: str

    def address(self, path: str, **more: str) -> str:
        """A page of the figures with the same filters."""
        kept = {key: value for key, value in self.typed.items() if value}
        return f"/console/cijfers{path}?{urlencode(kept | more)}"


def asked_of(query: Mapping[str, str], library: Library) -> Asked:
    """Read the filters; without a period it is this month. Raises InvalidInput."""
    typed = {one: text_of(query, one) for one in FIELDS}
    first, last, label = _days(typed)
    among = Among(
        municipality=_municipality(typed, library),
        audience=choice(Audience, typed, "doelgroep").value if typed["doelgroep"] else None,
        channel=choice(Channel, typed, "kanaal").value if typed["kanaal"] else None,
    )
    words = [label, *_who(among, library)]
    return Asked(Period(first, last, among), typed, ", ".join(words))


def unfiltered(query: Mapping[str, str]) -> Asked:
    """What is shown when the filters cannot be read: the period that is asked for, or this month when it is wrong."""
    nothing = dict.fromkeys(FIELDS, "")
    typed = nothing | {one: text_of(query, one) for one in PERIOD}
    try:
        first, last, label = _days(typed)
    except InvalidInput:
        typed = nothing
        first, last, label = _days(typed)
    return Asked(Period(first, last), typed, label)


def _days(typed: dict[str, str]) -> tuple[date, date, str]:
    """The days that are asked for; a from and a to go before a month."""
    if typed["van"] or typed["tot"]:
        first, last = _day(typed["van"]), _day(typed["tot"])
        if last < first:
            raise InvalidInput("De laatste dag komt voor de eerste.")
        typed["maand"] = ""
        return first, last, f"{day(first)} tot en met {day(last)}"
    month = parse_month(typed["maand"]) if typed["maand"] else _now()
    typed["maand"] = str(month)
    return month.period.first, month.period.last, month.label


def _now() -> Month:
    today = datetime.now(UTC).astimezone(BRUSSELS)
    return Month(today.year, today.month)


def _day(typed: str) -> date:
    found = day_as_typed(typed)
    if found is None:
        raise InvalidInput("Geef de eerste en de laatste dag als jjjj-mm-dd.")
    if not 1995 <= found.year <= 9000:
        raise InvalidInput("Deze dag ligt te ver weg.")
    return found


def _municipality(typed: dict[str, str], library: Library) -> str | None:
    if typed["gemeente"].casefold() == UNKNOWN:
        return UNKNOWN
    return municipality_of(typed, "gemeente", library)


def _who(among: Among, library: Library) -> list[str]:
    place = library.municipalities.get(among.municipality or "")
    words = []
    if among.municipality is not None:
        words.append("gemeente onbekend" if place is None else place.name)
    if among.audience is not None:
        words.append(Audience(among.audience).label)
    if among.channel is not None:
        words.append(Channel(among.channel).label)
    return words
