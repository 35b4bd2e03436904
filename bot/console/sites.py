"""The sites that show the chat, for a manager: what each chose, the code to paste, and how it will look."""

from __future__ import annotations

from typing import Any

from aiohttp import web
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.console.acting import act, library, note_view
from bot.console.forms import Form, municipality_of, text_of
from bot.console.guard import needs
from bot.console.render import page
from bot.conversations.models import Site
from bot.conversations.sites import all_sites, known_site, remove_site
from bot.errors import Conflict, InvalidInput, Unknown, WegwijsError
from bot.gateway.keys import DATABASE, SETTINGS
from bot.sites.choosing import Chosen, read_site, store_site
from bot.sites.contrast import LEAST
from bot.sites.embed import policy, snippets
from bot.sites.hours import read_hours, write_hours
from bot.sites.look import Look
from bot.staff.roles import Right

USUAL_COLOURS = ("#0b5a63", "#ffffff")
"""What the fields of a form start from, which know no empty colour."""

_NOTHING = dict.fromkeys(
    ("adressen", "gemeente", "titel", "knop", "vragen", "paginas", "uren", "eigen_kleuren"), ""
) | dict(zip(("kleur", "tekstkleur"), USUAL_COLOURS, strict=True))
"""The form before anything is typed."""


@needs(Right.MANAGE)
async def show_all(request: web.Request) -> web.StreamResponse:
    """The list."""
    await note_view(request, "sites")
    return await _list(request)


@needs(Right.MANAGE)
async def add(request: web.Request) -> web.StreamResponse:
    """Register a site; the rest is chosen on its own page."""
    form = await request.post()
    id, origins = text_of(form, "id"), _lines(form, "adressen")
    municipalities = library(request).municipalities

    def work(session: Session) -> None:
        if session.get(Site, id) is not None:
            raise Conflict(f"De site '{id}' bestaat al.")
        if not origins:
            raise InvalidInput("Geef minstens één adres waar de chat mag staan.")
        store_site(session, id, Chosen(origins=origins), municipalities)

    try:
        await act(request, Act.CHANGED, "sites", work)
    except WegwijsError as error:
        typed = {"id": id, "adressen": "\n".join(origins)}
        return await _list(request, status=error.status, problem=error.detail, typed=typed)
    raise web.HTTPSeeOther(f"/console/sites/{id}")


@needs(Right.MANAGE)
async def show(request: web.Request) -> web.StreamResponse:
    """One site."""
    id = request.match_info["id"]
    chosen = await request.config_dict[DATABASE].read(lambda session: read_site(session, id))
    await note_view(request, f"site:{id}")
    return _page(request, id, _typed(request, chosen), chosen.look)


@needs(Right.MANAGE)
async def change(request: web.Request) -> web.StreamResponse:
    """Store what is chosen; a refusal keeps what was typed."""
    id, form = request.match_info["id"], await request.post()
    municipalities = library(request).municipalities

    def work(session: Session) -> None:
        known_site(session, id)
        store_site(session, id, _chosen(request, form), municipalities)

    try:
        await act(request, Act.CHANGED, f"site:{id}", work)
    except Unknown:
        raise
    except WegwijsError as error:
        typed = _NOTHING | {name: str(value) for name, value in form.items()}
        return _page(
            request, id, typed, Look(), status=error.status, problem=error.detail, stored=False
        )
    raise web.HTTPSeeOther(f"/console/sites/{id}?bewaard")


@needs(Right.MANAGE)
async def remove(request: web.Request) -> web.StreamResponse:
    """Let a site show the chat no more."""
    id = request.match_info["id"]
    await act(request, Act.CHANGED, f"site:{id}", lambda session: remove_site(session, id))
    raise web.HTTPSeeOther("/console/sites")


def _chosen(request: web.Request, form: Form) -> Chosen:
    own_colours = "eigen_kleuren" in form
    return Chosen(
        origins=_lines(form, "adressen"),
        municipality=municipality_of(form, "gemeente", library(request)),
        look=Look(
            title=text_of(form, "titel"),
            button=text_of(form, "knop"),
            colour=text_of(form, "kleur").lower() if own_colours else "",
            text_colour=text_of(form, "tekstkleur").lower() if own_colours else "",
            questions=_lines(form, "vragen"),
            pages=_lines(form, "paginas"),
        ),
        hours=read_hours(text_of(form, "uren")),
    )


def _typed(request: web.Request, chosen: Chosen) -> dict[str, str]:
    """The fields of the form as they are stored."""
    look = chosen.look
    colours: dict[str, str] = {}
    if look.colour:
        colours = {"kleur": look.colour, "tekstkleur": look.text_colour, "eigen_kleuren": "ja"}
    municipality = library(request).municipalities.get(chosen.municipality or "")
    return _NOTHING | {
        "adressen": "\n".join(chosen.origins),
        "gemeente": "" if municipality is None else municipality.name,
        "titel": look.title,
        "knop": look.button,
        "vragen": "\n".join(look.questions),
        "paginas": "\n".join(look.pages),
        "uren": write_hours(chosen.hours),
        **colours,
    }


def _lines(form: Form, name: str) -> tuple[str, ...]:
    lines = (one.strip() for one in text_of(form, name).splitlines())
    return tuple(one for one in lines if one)


def _page(
    request: web.Request,
    id: str,
    typed: dict[str, str],
    look: Look,
    *,
    status: int = 200,
    problem: str = "",
    stored: bool = True,
) -> web.Response:
    server = _server(request)
    return page(
        request,
        "site.html.j2",
        status=status,
        problem=problem,
        done="bewaard" in request.query and stored,
        id=id,
        typed=typed,
        server=server,
        codes=snippets(server, id, look) if stored else (),
        policy=policy(server),
        municipalities=library(request).municipalities.values(),
        least=LEAST,
    )


async def _list(
    request: web.Request,
    *,
    status: int = 200,
    problem: str = "",
    typed: dict[str, str] | None = None,
) -> web.Response:
    def read(session: Session) -> list[tuple[str, list[str], str]]:
        return [(one.id, one.origins, one.municipality or "") for one in all_sites(session)]

    sites: list[Any] = await request.config_dict[DATABASE].read(read)
    return page(
        request,
        "sites.html.j2",
        status=status,
        problem=problem,
        typed=typed or {"id": "", "adressen": ""},
        sites=sites,
        municipalities=library(request).municipalities,
    )


def _server(request: web.Request) -> str:
    """The address of Wegwijs as visitors reach it."""
    mail = request.config_dict[SETTINGS].mail
    return str(request.url.origin()) if mail is None else mail.public_url.rstrip("/")
