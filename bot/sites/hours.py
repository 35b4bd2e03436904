"""The office hours of one site: typed as lines, stored by day; they replace the week of knowledge/opening.yml."""

from __future__ import annotations

import re
from datetime import time
from itertools import pairwise

from bot.errors import InvalidInput
from bot.handover.opening import DAYS

Hours = dict[str, list[str]]
"""Blocks from and until ("09:00-12:00") by day; a day that is missing is closed."""

_BLOCK = re.compile(r"(\d{1,2})(?:[.:u](\d{2}))?-(\d{1,2})(?:[.:u](\d{2}))?")
_LIKE = "Schrijf één dag per regel, zoals: maandag 9:00-12:00 13:00-16:30"


def read_hours(text: str) -> Hours | None:
    """The hours in lines as people type them; None when there are none. Raises InvalidInput."""
    hours: Hours = {}
    for line in filter(None, (one.strip() for one in text.splitlines())):
        day, *blocks = line.replace(",", " ").split()
        day = day.rstrip(":").lower()
        if day not in DAYS:
            raise InvalidInput(f"'{day[:20]}' is geen dag van de week. {_LIKE}")
        if day in hours or not blocks:
            raise InvalidInput(f"Geef voor {day} één regel met minstens één blok. {_LIKE}")
        hours[day] = _ordered(day, [_block(one) for one in blocks])
    return hours or None


def write_hours(hours: Hours | None) -> str:
    """The hours as they are typed."""
    return "\n".join(f"{day} {' '.join(hours[day])}" for day in DAYS if hours and day in hours)


def _block(typed: str) -> tuple[time, time]:
    found = _BLOCK.fullmatch(typed)
    try:
        if found is None:
            raise ValueError(typed)
        first, second, third, fourth = (int(one or 0) for one in found.groups())
        start, end = time(first, second), time(third, fourth)
    except ValueError:
        raise InvalidInput(f"'{typed[:20]}' is geen blok van uren. {_LIKE}") from None
    if start >= end:
        raise InvalidInput(f"'{typed}' eindigt niet na zijn begin. {_LIKE}")
    return start, end


def _ordered(day: str, blocks: list[tuple[time, time]]) -> list[str]:
    blocks.sort()
    if any(end > start for (_, end), (start, _) in pairwise(blocks)):
        raise InvalidInput(f"De blokken van {day} overlappen elkaar.")
    return [f"{start:%H:%M}-{end:%H:%M}" for start, end in blocks]
