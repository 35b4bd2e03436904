"""knowledge/opening.yml: a fault in the hours would tell visitors that somebody is there when nobody is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time

from bot.checking.problem import Problem
from bot.checking.project import OPENING, Project
from bot.checking.rules import Finding, as_date, day, fields, items, one_of, text
from bot.checking.values import Value
from bot.handover.opening import AHEAD, DAYS

_BLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d")


def block(value: Value) -> Iterator[Finding]:
    """Two clock times, the first one earlier."""
    if not _BLOCK.fullmatch(value.text):
        shown = "deze waarde" if not value.text else f"'{value.text}'"
        yield value.line, f'{shown} is geen blok uren; schrijf het zo: "09:00-12:00"'
    elif not _start(value) < _end(value):
        yield value.line, f"'{value.text}' eindigt niet na het begin; zet het vroegste uur eerst"


def blocks(value: Value) -> Iterator[Finding]:
    """The blocks of a day, in order and apart."""
    found = list(items(block)(value))
    yield from found
    if found:
        return
    for before, behind in zip(value.each(), value.each()[1:], strict=False):
        if _start(behind) < _end(before):
            yield (
                behind.line,
                f"'{behind.text}' begint voor '{before.text}' gedaan is; zet de blokken op volgorde "
                "en laat ze niet overlappen",
            )


def closure(value: Value) -> Iterator[Finding]:
    """The first and last day of a closure, and why."""
    yield from fields({"van": day, "tot": day, "reden": text})(value)
    first, last = as_date(value.get("van")), as_date(value.get("tot"))
    if first is None or last is None:
        return
    if last < first:
        yield value.key_lines["tot"], "'tot' valt voor 'van'; zet de eerste dag bij 'van'"
    elif (last - first).days >= AHEAD:
        message = f"deze sluiting duurt {AHEAD} dagen of meer; splits ze of kijk het jaar na"
        yield value.key_lines["tot"], message


_OPEN = one_of(("open", "gesloten"), "de waarde")
SHAPE = fields(
    {
        "uren": fields({}, dict.fromkeys(DAYS, blocks)),
        "feestdagen": _OPEN,
        "feestdag_11_juli": _OPEN,
        "brugdagen": _OPEN,
    },
    {"sluitingen": items(closure)},
)


def check_opening(project: Project) -> Iterator[Problem]:
    """Hours that can be, for at least one day."""
    hours = project.yaml(OPENING)
    if hours is None:
        return
    found = list(SHAPE(hours))
    week = hours.get("uren")
    if not found and week is not None and not any(one.data for _, _, one in week.items()):
        found = [(week.line, "er is geen enkele dag met uren; zet er minstens één dag bij")]
    for line, message in found:
        yield Problem(OPENING, line, message)


def _start(value: Value) -> time:
    return time.fromisoformat(value.text.split("-")[0])


def _end(value: Value) -> time:
    return time.fromisoformat(value.text.split("-")[1])
