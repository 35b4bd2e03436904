"""Contact details that a visitor gives on purpose: taken from the raw text, and a clean text without any of them.

Only called for a message in which the filter found an e-mail address or a telephone number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.privacy.cleaning import Cleaned
from bot.privacy.folding import PLACEHOLDER
from bot.privacy.spans import Kind
from bot.privacy.spelled import as_mailed
from bot.privacy.text import CleanText

_REACHED = (Kind.EMAIL, Kind.TELEFOON)
_LONGEST_NAME = 80
_MOST_WORDS = 8
"""What is longer than a name with an organisation is a sentence, and stays in the message."""

_AROUND = re.compile(
    r"\b(?:mijn|naam|is|ik|ben|heet|u|kunt|mij|me|bereiken|bereikbaar|via|op|of|en|het|nummer|e-?mail(?:adres)?|"
    r"mail(?:adres)?|adres|telefoon(?:nummer)?|tel|gsm(?:-?nummer)?|bel|contact|nee|neen|ja|sorry|oeps|wacht|fout|correctie|eigenlijk|toch|liever|maar|"
    r"nieuwe?|juiste?|moet|wordt|zijn)\b|[:;,()|/\\]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ContactLine:
    """Raw contact details, in memory only, with the text that may be stored in their place."""

    text: CleanText
    name: str | None
    email: str | None
    telephone: str | None
    person: str | None
    """The name that the filter sees, which is surely one; in a sentence the words around it are none."""


def contact_line(raw: str, cleaned: Cleaned, *, role: str | None = None) -> ContactLine | None:
    """The details in a message; None when it holds no number, and no address that a mail can go to.

    `role` is the one word around them that may be stored: a list has it, and the filter let it through.
    """
    found = {
        kind: next((raw[one.start : one.end] for one in cleaned.spans if one.kind is kind), None)
        for kind in _REACHED
    }
    address, telephone = found[Kind.EMAIL], found[Kind.TELEFOON]
    mailed = None if address is None else as_mailed(address)
    if mailed is None and telephone is None:
        return None
    rest = _rest(raw, cleaned)
    name = _name(rest)
    text = cleaned.text if name is None and rest else CleanText(_placeholders(cleaned, name, role))
    persons = [raw[one.start : one.end] for one in cleaned.spans if one.kind is Kind.NAAM]
    # Beside a number an address that nobody can complete stays as it was typed: a colleague may ask for the rest.
    return ContactLine(text, name, mailed or address, telephone, " ".join(persons) or None)


def _rest(raw: str, cleaned: Cleaned) -> str:
    """What stands around the details; other personal data is left out, names are what is looked for."""
    parts, position = [], 0
    for span in cleaned.spans:
        if span.kind is not Kind.NAAM:
            parts.append(raw[position : span.start])
            position = span.end
    return " ".join(_AROUND.sub(" ", " ".join([*parts, raw[position:]])).split()).strip(" .-–!")


def _name(rest: str) -> str | None:
    short = len(rest) <= _LONGEST_NAME and len(rest.split()) <= _MOST_WORDS
    return rest if rest and short and "?" not in rest else None


def _placeholders(cleaned: Cleaned, name: str | None, role: str | None) -> str:
    """Every placeholder of the message, with one for the name that no recogniser may have seen, and the role."""
    found = dict.fromkeys(match[0] for match in PLACEHOLDER.finditer(cleaned.text))
    kept = [one for one in found if not one.startswith(f"[{Kind.NAAM.word}-")]
    line = " ".join([*([f"[{Kind.NAAM.word}-1]"] if name else []), *kept])
    return f"{line}, {role}" if role is not None and role in cleaned.text else line
