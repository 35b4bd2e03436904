"""What the panel shows before its script is there: boxes like those that the script puts in their place."""

from __future__ import annotations

import re
from html import escape

from bot.gateway.greeting import GREETING

SUBTITLE = "Helpdesk radicalisering"
DISCLOSURE = ("U chat met een automatische assistent.", "Typ geen namen of gegevens over personen.")
"""Both as in widget/src/strings.nl.ts."""

_ROOM = '<span class="round"></span>'
"""Where a button of the head will stand."""


def head(title: str, hours: str, *, buttons: int) -> str:
    """The top of the panel; `title` and `hours` are HTML."""
    titles = f'<div class="titles"><h1>{title}</h1><p>{SUBTITLE}</p>{hours}</div>'
    return f'<header><span class="mark"></span>{titles}{_ROOM * buttons}</header>'


def talk() -> str:
    """That this is automated and no names please, and the greeting as the panel will show it."""
    who, more = DISCLOSURE
    bold = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(GREETING.text))
    text = "".join(f"<p>{one}</p>" for one in bold.split("\n\n"))
    return (
        f'<main><p class="disclosure"><span>{who}</span><span class="more"> {more}</span></p><div class="log">'
        '<div class="early"><p class="sender"><strong>Wegwijs</strong><span>, automatische assistent</span></p>'
        f'<div class="bubble reply"><div class="text">{text}</div></div></div></div></main>'
    )
