"""The lines that mail programs put above a quoted or forwarded mail, in Dutch, French, English and German.

Gmail, Apple Mail and Thunderbird write a sentence ("Op … schreef …:"), Outlook a block ("Van: … Verzonden: …"),
many a rule ("-----Oorspronkelijk bericht-----").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 400
"""Characters of a sentence above a quote; it may run over three lines."""

_MARK = re.compile(r"^[\s>*_|]*")
_RULE = re.compile(
    r"^\W*(?P<what>oorspronkelijk (?:e-?mail)?bericht|origineel bericht|original (?:message|appointment)"
    r"|message d.origine|urspr.ngliche nachricht|(?:begin )?doorgestuurd bericht|begin forwarded message"
    r"|forwarded message|message (?:transf.r.|transmis)|d.but du message r.exp.di.|weitergeleitete nachricht)\W*$",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(r"doorgestuurd|forwarded|transf|transmis|exp.di|weitergeleitet", re.I)
_SENTENCE_START = re.compile(
    r"^(?:op|on|le|am|\d{4}-\d\d-\d\d|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|[^:<]{2,80}<[^>\s]{3,120}@[^>\s]+>)\s",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r"(?:\b(?:schreef|wrote|schrieb|geschreven|a écrit|a ecrit)\b[^:?]{0,200}(?::\d\d[^:?]{0,20})?|[>\]])\s*:$",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\b(?:schreef|wrote|schrieb|geschreven|a .crit)\b|<[^>\s]+@[^>\s]+>\s*:$", re.I
)
_FROM = re.compile(r"^(?:van|from|de|von|afzender)\s?:", re.IGNORECASE)
_WHEN = re.compile(
    r"^(?:verzonden|datum|sent|date|envoyé|envoye|gesendet)(?: op| le| on)?\s?:", re.I
)
_ELSE = re.compile(
    r"^(?:aan|to|à|a|an|cc|onderwerp|subject|objet|betreff|betr|bijlagen?|prioriteit|urgentie)\s?:",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """Lines above a quoted mail."""

    end: int
    """The first line below."""
    passes_on: bool
    """Whether the mail below may have been passed on, as one that is answered has no block of an own rule."""


def heading_at(lines: list[str], place: int) -> Heading | None:
    """The heading that begins at a line, if any."""
    line = _MARK.sub("", lines[place])
    if not line:
        return None
    rule = _RULE.match(line) if len(line) < LONGEST else None
    if rule is not None:
        below = _block(lines, _next(lines, place + 1))
        return Heading(
            place + 1 if below is None else below, _PASSED_ON.search(rule["what"]) is not None
        )
    block = _block(lines, place)
    if block is not None:
        return Heading(block, passes_on=True)
    sentence = _sentence(lines, place)
    return None if sentence is None else Heading(sentence, passes_on=False)


def _next(lines: list[str], place: int) -> int:
    """The next line with something on it."""
    return next(
        (one for one in range(place, min(place + 3, len(lines))) if lines[one].strip()), place
    )


def _block(lines: list[str], place: int) -> int | None:
    """The end of "Van: … Verzonden: … Aan: …": a sender, a moment and one thing more."""
    if place >= len(lines) or not _FROM.match(_plain(lines[place])):
        return None
    when = more = False
    end = place + 1
    for at in range(place + 1, min(place + 12, len(lines))):
        line = _plain(lines[at])
        if _WHEN.match(line):
            when, end = True, at + 1
        elif _ELSE.match(line):
            more, end = True, at + 1
        elif not line and when and more:
            break
    return end if when and more else None


def _plain(line: str) -> str:
    """A line without signs for quoting and for bold."""
    return _MARK.sub("", line[:200]).replace("*", "")


def _sentence(lines: list[str], place: int) -> int | None:
    """The end of "Op … schreef …:", over three lines at most; it names a moment, so it holds a digit."""
    text = ""
    for at in range(place, min(place + 3, len(lines))):
        text = f"{text} {_MARK.sub('', lines[at])}".strip()
        if len(text) > LONGEST or not _SENTENCE_START.match(text):
            return None
        if text.endswith(":"):
            found = _WROTE.search(text) and _SENTENCE_END.search(text) and re.search(r"\d", text)
            return at + 1 if found else None
    return None
