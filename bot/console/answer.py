"""The answer to parliament from the console: a period and maybe a list of municipalities in, a document out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from aiohttp import web

from bot.audit.models import Act
from bot.console.acting import library, note, note_view
from bot.console.answer_asked import LARGEST_UPLOAD, Asked, Typed, asked_of, typed_in
from bot.console.closed_months import POLICY
from bot.console.guard import needs
from bot.console.render import page
from bot.console.writing_desk import written
from bot.errors import ConfigurationError, InvalidInput
from bot.gateway.keys import DATABASE
from bot.parliament.answer import build
from bot.parliament.forms import FORMS
from bot.staff.roles import Right
from bot.statistics.periods import BRUSSELS

SHOWN = "bekijken"
"""What is asked for to look at, beside the forms that leave as a file."""


@dataclass(frozen=True)
class Year:
    """A period that is one click away."""

    label: str
    first: date
    last: date


@needs(Right.SEE_FIGURES)
async def show(request: web.Request) -> web.StreamResponse:
    """The form; without days in the address it is about this year."""
    await note_view(request, "antwoord", refreshed=True)
    return _form(request, _from_address(request.query))


@needs(Right.SEE_FIGURES)
async def make(request: web.Request) -> web.StreamResponse:
    """The answer, to look at or as a file; or the form again with what is wrong."""
    known = library(request)
    try:
        form = await request.clone(client_max_size=LARGEST_UPLOAD).post()
    except web.HTTPRequestEntityTooLarge:
        problem = "Deze lijst is veel te groot. Ga terug: wat u invulde, staat er nog."
        return _form(request, _from_address(request.query), problem)
    except ValueError:
        raise InvalidInput("Dit formulier is niet te lezen.") from None
    typed = typed_in(form)
    try:
        asked = asked_of(typed, known)
        if typed.form not in (SHOWN, *FORMS):
            raise InvalidInput("Kies een vorm: bekijken, HTML, Word of PDF.")
    except InvalidInput as error:
        return _form(request, typed, error.detail)
    if asked.listed.unknown and not typed.anyway:
        return _form(request, typed, unknown=asked.listed.unknown)
    try:
        return await _answer(request, asked, typed.form)
    except ConfigurationError as error:
        return _form(request, typed, error.detail)


async def _answer(request: web.Request, asked: Asked, shape: str) -> web.StreamResponse:
    known, period = library(request), asked.period
    made = await request.config_dict[DATABASE].read(
        lambda session: build(session, known, period, asked.listed, made_at=datetime.now(UTC))
    )
    form = FORMS["html" if shape == SHOWN else shape]
    body = await written(form.make, made, known)
    days = f"{period.first}_{period.last}"
    await note(request, Act.VIEWED if shape == SHOWN else Act.EXPORTED, f"antwoord:{days}")
    headers = {"Content-Security-Policy": POLICY}
    if shape != SHOWN:
        name = f"antwoord-{days}.{shape}"
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    charset = "utf-8" if form.content_type.startswith("text/") else None
    return web.Response(body=body, content_type=form.content_type, charset=charset, headers=headers)


def _form(
    request: web.Request, typed: Typed, problem: str = "", unknown: tuple[str, ...] = ()
) -> web.Response:
    return page(
        request,
        "answer.html.j2",
        status=400 if problem or unknown else 200,
        typed=typed,
        problem=problem,
        unknown=unknown,
        years=_years(),
        forms=FORMS,
        shown=SHOWN,
    )


def _from_address(query: Mapping[str, str]) -> Typed:
    this_year = _years()[0]
    return Typed(
        first=query.get("van", this_year.first.isoformat()),
        last=query.get("tot", this_year.last.isoformat()),
    )


def _years() -> tuple[Year, Year]:
    today = datetime.now(BRUSSELS).date()
    before = today.year - 1
    return (
        Year("sinds 1 januari", date(today.year, 1, 1), today),
        Year(f"heel {before}", date(before, 1, 1), date(before, 12, 31)),
    )
