"""What the form of the answer to parliament was filled in with, kept as it was typed, and what it asks for."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp.web import FileField

from bot.console.forms import Form, day_of
from bot.errors import InvalidInput
from bot.knowledge.library import Library
from bot.parliament.asked import asked_period
from bot.parliament.listing import (
    LARGEST,
    MunicipalityList,
    every_municipality,
    list_of,
    text_of,
)
from bot.statistics.periods import Period

LARGEST_UPLOAD = 10 * LARGEST
"""Bytes of a whole form: a list that is too large is read so far that the rest of the form is kept."""


@dataclass(frozen=True)
class Typed:
    """The fields as they were typed."""

    first: str
    last: str
    listed: str = ""
    """The list of municipalities: what was typed, or what was in the file."""
    form: str = ""
    anyway: bool = False
    """Whether lines that name no municipality are no hindrance."""
    problem: str = ""
    """What is wrong with the file."""


@dataclass(frozen=True)
class Asked:
    """What an answer is made of."""

    period: Period
    listed: MunicipalityList


def typed_in(form: Form) -> Typed:
    """Read the fields; a file goes before what was typed, and its text is kept as if it were typed."""
    listed, problem = str(form.get("lijst", "")).replace("\r\n", "\n"), ""
    file = form.get("bestand")
    if isinstance(file, FileField) and file.filename:
        try:
            listed = _read(file)
        except InvalidInput as error:
            problem = error.detail
    return Typed(
        first=str(form.get("van", "")),
        last=str(form.get("tot", "")),
        listed=listed,
        form=str(form.get("vorm", "")),
        anyway="toch" in form,
        problem=problem,
    )


def _read(file: FileField) -> str:
    with file.file as opened:
        raw = opened.read(LARGEST + 1)
    if not raw.strip():
        raise InvalidInput("Dit bestand is leeg.")
    try:
        return text_of(raw, source="Dit bestand")
    except InvalidInput as error:
        raise InvalidInput(f"{error.detail} van hoogstens 1 MB.") from None


def asked_of(typed: Typed, library: Library) -> Asked:
    """What was asked for; raises InvalidInput (Dutch)."""
    if typed.problem:
        raise InvalidInput(typed.problem)
    days = {"van": typed.first, "tot": typed.last}
    first, last = day_of(days, "van"), day_of(days, "tot")
    if first is None or last is None:
        raise InvalidInput("Geef de eerste en de laatste dag.")
    return Asked(asked_period(first, last), _listed(typed.listed, library))


def _listed(text: str, library: Library) -> MunicipalityList:
    if not text.strip():
        return every_municipality(library)
    try:
        return list_of(text.encode(), library, source="De lijst")
    except InvalidInput as error:
        raise InvalidInput(f"{error.detail}.") from None
