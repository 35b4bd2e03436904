"""A conversation as plain text or as a page, for the visitor to keep."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversations.models import Entry, Sender
from bot.markdown import as_html, as_text
from bot.replies import Kind

_SPEAKERS = {
    Sender.VISITOR: "U",
    Sender.BOT: "Wegwijs",
    Sender.STAFF: "Medewerker",
    Sender.SYSTEM: "Wegwijs",
}
_REPEATING = (Kind.FORM, Kind.NOTICE, Kind.CLARIFY, Kind.FALLBACK)

Typed = Callable[[str], str]
"""What is done with what a visitor typed."""

BRUSSELS = ZoneInfo("Europe/Brussels")


_PAGE = """<!doctype html>
<html lang="nl-BE">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gesprek met Wegwijs</title>
<style>
body {{ max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #14292e; background: #fff; }}
body {{ font: 1rem/1.55 system-ui, sans-serif; }}
h1 {{ font-size: 1.5rem; }}
article {{ margin: 0 0 1rem; padding: 0.7rem 1rem; break-inside: avoid; }}
article {{ border: 1px solid #ddd5c8; border-radius: 10px; }}
article.visitor {{ margin-left: 3rem; background: #e2efee; }}
h2 {{ margin: 0 0 0.3rem; color: #4c6065; font-size: 0.875rem; }}
body > p {{ margin: 0 0 1rem; }}
article p, article ul, article ol {{ margin: 0 0 0.5rem; overflow-wrap: anywhere; }}
article ul, article ol {{ padding-left: 1.3rem; }}
.typed {{ white-space: pre-wrap; }}
.more {{ padding-left: 0; list-style: none; color: #4c6065; font-size: 0.875rem; }}
</style>
</head>
<body>
<h1>Gesprek met Wegwijs</h1>
{lead}{articles}
</body>
</html>
"""


def transcript(session: Session, conversation: str, *, typed: Typed = str) -> str:
    """Every entry with its time in Belgium and its sources; `typed` changes what a visitor typed."""
    rows = _entries(session, conversation)
    said = (f"[{_moment(row)}] {_speaker(row)}:\n{_said(row, typed)}" for row in rows)
    return "\n\n".join(said) + "\n"


def page(
    session: Session, conversation: str, *, typed: Typed = str, lead: tuple[str, ...] = ()
) -> str:
    """The same as an HTML page, to read and to print, below some paragraphs. All that was said stays text."""
    return _PAGE.format(
        lead="".join(f"<p>{escape(one)}</p>\n" for one in lead),
        articles="\n".join(_article(row, typed) for row in _entries(session, conversation)),
    )


def _article(entry: Entry, typed: Typed) -> str:
    heading = f"<h2>{_speaker(entry)}, {_moment(entry)}</h2>"
    return f'<article class="{escape(entry.sender)}">{heading}{_shown(entry, typed)}</article>'


def _entries(session: Session, conversation: str) -> list[Entry]:
    rows = select(Entry).where(Entry.conversation_id == conversation).order_by(Entry.seq)
    return list(session.scalars(rows))


def _moment(entry: Entry) -> str:
    return entry.at.astimezone(BRUSSELS).strftime("%d/%m/%Y %H:%M")


def _speaker(entry: Entry) -> str:
    return _SPEAKERS[Sender(entry.sender)]


def _said(entry: Entry, typed: Typed) -> str:
    written, replied = _texts(entry, typed)
    return "\n".join((*written, *map(as_text, replied), *map(": ".join, _more(entry))))


def _shown(entry: Entry, typed: Typed) -> str:
    written, replied = _texts(entry, typed)
    said = "".join(f'<p class="typed">{escape(one)}</p>' for one in written) + "".join(
        map(as_html, replied)
    )
    more = "".join(f"<li>{label}: {escape(text)}</li>" for label, text in _more(entry))
    return said + (f'<ul class="more">{more}</ul>' if more else "")


def _texts(entry: Entry, typed: Typed) -> tuple[list[str], list[str]]:
    """What a person wrote, to the letter, and what the assistant replied, in Markdown."""
    if entry.text:
        # A colleague may name an address.
        return [typed(entry.text) if entry.sender == Sender.VISITOR else entry.text], []
    reply = entry.reply or {}
    text = reply.get("text", "")
    # A form repeats what was typed; an article names addresses of our own.
    replied = [typed(text) if reply.get("kind") in _REPEATING else text, reply.get("detail")]
    return [], [one for one in replied if one]


def _more(entry: Entry) -> list[tuple[str, str]]:
    """The contacts and the sources of a reply, each behind its label."""
    reply = entry.reply or {}
    contacts = [
        ("Contact", f"{one['name']} {one.get('url') or ''}".rstrip())
        for one in reply.get("contacts", ())
    ]
    sources = [
        ("Bron", f"{one['title']}, {one['publisher']}, {one['url']}")
        for one in reply.get("sources", ())
    ]
    return contacts + sources
