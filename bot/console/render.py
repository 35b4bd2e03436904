"""Pages from templates, each with the person who looks at it and a policy that lets nothing in from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot import statistics
from bot.console.words import FILTERS
from bot.staff.roles import Right
from bot.staff.sessions import Colleague

HERE = Path(__file__).parent
CHARTS = Path(statistics.__file__).parent / "templates"
"""Where the bars of a report are drawn; the page of figures draws the same."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "media-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
COLLEAGUE = web.RequestKey("colleague", Colleague)
"""Key of the request under which the guard puts who is logged in."""

_TEMPLATES = Environment(
    loader=FileSystemLoader([HERE / "templates", CHARTS]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters |= FILTERS


def page(request: web.Request, template: str, *, status: int = 200, **content: Any) -> web.Response:
    """Render a template for who is there."""
    colleague = request.get(COLLEAGUE)
    html = _TEMPLATES.get_template(template).render(
        colleague=colleague, Right=Right, path=request.path, **content
    )
    return web.Response(
        text=html,
        status=status,
        content_type="text/html",
        headers={"Content-Security-Policy": POLICY},
    )
