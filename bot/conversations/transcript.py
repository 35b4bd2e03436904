"""A conversation as plain text, for the visitor to keep."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversations.models import Entry, Sender

_SPEAKERS = {
    Sender.VISITOR: "U",
    Sender.BOT: "Wegwijs",
    Sender.STAFF: "Medewerker",
    Sender.SYSTEM: "Wegwijs",
}
BRUSSELS = ZoneInfo("Europe/Brussels")


def transcript(session: Session, conversation: str) -> str:
    """Every entry with its time in Belgium and its sources."""
    rows = session.scalars(
        select(Entry).where(Entry.conversation_id == conversation).order_by(Entry.seq)
    )
    return "\n\n".join(_lines(row) for row in rows) + "\n"


def _lines(entry: Entry) -> str:
    moment = entry.at.astimezone(BRUSSELS).strftime("%d/%m/%Y %H:%M")
    reply = entry.reply or {}
    parts = [entry.text or reply.get("text", "")]
    if reply.get("detail"):
        parts.append(reply["detail"])
    parts += [
        f"Contact: {one['name']} {one.get('url') or ''}".rstrip()
        for one in reply.get("contacts", ())
    ]
    parts += [
        f"Bron: {one['title']}, {one['publisher']}, {one['url']}"
        for one in reply.get("sources", ())
    ]
    return f"[{moment}] {_SPEAKERS[Sender(entry.sender)]}:\n" + "\n".join(parts)
