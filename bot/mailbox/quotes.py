"""What somebody typed in a mail, without what mail programs put around it: quoted mails, signature, disclaimer.

Line by line, so that no text takes long. Compared with libraries in docs/decisions/0019-mailbox-import.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.mailbox.headings import Heading, heading_at
from bot.mailbox.signatures import without_signature

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_QUOTED = re.compile(r"^\s*(?:>|&gt;)")
_RULE = re.compile(r"^\s*[_*=-]{3,}\s*$")
_BANNER = re.compile(
    r"^\W{0,6}(?:extern(?:e|al)?\b.{0,12}$|(?:let op|opgelet|caution|warning|waarschuwing|attention)\b.{0,20}"
    r"(?:mail|bericht|message|extern))",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:\d+[.)]|[-*•]|[a-z]\))\s")

WRAPPED = 58
"""Characters from which a line without an end of sentence goes on in the next: mail programs wrap near 72."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is left of a mail."""

    text: str
    signature: str = ""
    forwarded: bool = False
    """Whether the text is that of a mail which was passed on."""


def own_words(text: str) -> Said:
    """The words of the sender; of a mail that says nothing itself, those of the mail it passes on."""
    lines = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    lines = [one.replace("\u00a0", " ").rstrip() for one in lines]
    said = _said(lines)
    if said.text:
        return said
    for place in range(len(lines)):
        heading = heading_at(lines, place)
        if heading is not None and heading.passes_on:
            inner = _said([_QUOTED.sub("", one) for one in lines[heading.end :]])
            if inner.text:
                return Said(inner.text, inner.signature, forwarded=True)
    return said


def _said(lines: list[str]) -> Said:
    kept = _without_quotes(lines)
    kept = [one for place, one in enumerate(kept) if place > 4 or not _BANNER.match(one)]
    text, signature = without_signature(kept)
    return Said(_unwrapped(text), "\n".join(signature).strip())


def _without_quotes(lines: list[str]) -> list[str]:
    """The lines that are not quoted; answers between quoted lines stay."""
    kept: list[str] = []
    place = 0
    while place < len(lines):
        heading = heading_at(lines, place)
        if heading is None:
            if not _QUOTED.match(lines[place]):
                kept.append(lines[place])
            place += 1
        elif _marks_each_line(lines, heading):
            place = heading.end
        else:
            break
    while kept and (not kept[-1] or _RULE.match(kept[-1])):
        kept.pop()
    return kept


def _marks_each_line(lines: list[str], heading: Heading) -> bool:
    """Whether what is quoted below carries a sign on each line, so that answers between can be told apart."""
    first = next((one for one in lines[heading.end : heading.end + 4] if one.strip()), "")
    return _QUOTED.match(first) is not None


def _unwrapped(lines: list[str]) -> str:
    """Paragraphs on one line each: a sentence may not end where a mail program broke the line."""
    joined: list[str] = []
    length = 0
    for line in lines:
        goes_on = (
            length >= WRAPPED
            and line.strip()
            and not _BULLET.match(line)
            and not joined[-1].endswith((".", "!", "?", ":", ";"))
        )
        if goes_on:
            joined[-1] += " " + line.strip()
        else:
            joined.append(line.strip())
        length = len(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(joined)).strip()
