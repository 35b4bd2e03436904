"""The text of a mail: which of its parts it is, in which characters; attachments are counted and never opened."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from bot.mailbox import html
from bot.mailbox.problems import Problem

DEEPEST = 20
"""Parts within parts that are looked into."""

_META = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)


@dataclass
class Body:
    """What a mail says."""

    text: str = ""
    quoted: str = ""
    """The text with what was quoted, when that is left out of `text` already."""
    attachments: int = 0
    calendar: bool = False
    report: str = ""
    """Kind of a report that a mail server or a reader's program made."""
    nested: list[Message] = field(default_factory=list)
    problems: set[Problem] = field(default_factory=set)


def body_of(message: Message) -> Body:
    """The body of a mail."""
    body = Body()
    plain, rich = _texts(message, body, depth=0)
    said = "\n\n".join(one for one in plain if one.strip())
    if said:
        body.text = said
    elif rich:
        body.problems.add(Problem.HTML_ONLY)
        body.text = "\n\n".join(html.text_of(one) for one in rich).strip()
        body.quoted = "\n\n".join(html.text_of(one, quotes=True) for one in rich).strip()
    return body


def _texts(part: Message, body: Body, *, depth: int) -> tuple[list[str], list[str]]:
    """Plain texts and HTML of a part."""
    kind = part.get_content_type()
    if kind == "multipart/report":
        body.report = str(part.get_param("report-type") or "delivery-status").lower()
    if kind in ("text/calendar", "application/ics"):
        body.calendar = True
        return [], []
    if kind == "message/rfc822":
        body.attachments += 1
        body.nested += _children(part)
        return [], []
    if part.is_multipart():
        if depth >= DEEPEST:
            body.problems.add(Problem.MALFORMED)
            return [], []
        return _joined(part, body, depth=depth)
    if _is_attachment(part, kind):
        # A picture in the text is none of the asker's attachments.
        body.attachments += part.get("Content-ID") is None or part.get_filename() is None
        return [], []
    text = _decoded(part, body)
    return ([], [text]) if kind == "text/html" else ([text], [])


def _joined(part: Message, body: Body, *, depth: int) -> tuple[list[str], list[str]]:
    plain: list[str] = []
    rich: list[str] = []
    for child in _children(part):
        some, others = _texts(child, body, depth=depth + 1)
        plain += some
        rich += others
    return plain, rich


def _children(part: Message) -> Iterator[Message]:
    inside = part.get_payload()
    if isinstance(inside, list):
        yield from (one for one in inside if isinstance(one, Message))


def _is_attachment(part: Message, kind: str) -> bool:
    if kind not in ("text/plain", "text/html"):
        return True
    told = str(part.get("Content-Disposition", "")).strip().lower()
    return told.startswith("attachment") or part.get_filename() is not None


def _decoded(part: Message, body: Body) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    declared = _charset(part, data)
    for name in dict.fromkeys([declared, "utf-8"]):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError, ValueError):
            body.problems.add(Problem.ENCODING)
    return data.decode("cp1252", "replace")


def _charset(part: Message, data: bytes) -> str:
    told = str(part.get_param("charset") or "")
    if not told and part.get_content_type() == "text/html":
        found = _META.search(data[:2000])
        told = found[1].decode("ascii", "replace") if found else ""
    try:
        name = codecs.lookup(told.strip("'\" ") or "utf-8").name
    except (LookupError, ValueError):
        return "utf-8"
    # What calls itself ASCII or Latin-1 is Windows' set in practice, with its quotes and dashes.
    return {"ascii": "utf-8", "iso8859-1": "cp1252"}.get(name, name)
