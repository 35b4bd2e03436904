"""The answer as one Dutch page that needs nothing from outside itself, for screen and paper."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.parliament.paper import CLOSING, Paper

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(paper: Paper) -> str:
    """The whole page."""
    return _TEMPLATES.get_template("answer.html.j2").render(paper=paper, closing=CLOSING)
