"""The numbers that somebody in danger calls: pinned, because a slip in them costs lives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.checking.rules import Finding
from bot.checking.values import Value

CONTACT = "nooddiensten"
CALLED = ("112", "101", "1813")
"""facts.md §7.1: what the contact of the emergency services names."""
SHORT_NUMBERS = (*CALLED, "1712", "106", "102")
"""Every short number that a text may tell people to call."""

_CALLS = re.compile(r"\b(?:bel|belt|bellen|telefoneer|nummer|noodnummer)\b", re.IGNORECASE)
_SHORT = re.compile(r"(?<![\d.,/+])(?<!\d )(?<!artikel )1\d{2,3}(?!\d|[.,]\d| \d|bis)")
_SENTENCE = re.compile(r"(?<=[.!?])\s")
_YEAR = re.compile(r"1[89]\d\d")


def check_emergency(contact: Value) -> Iterator[Finding]:
    """The contact of the emergency services: 112, 101 and 1813 in what is read, and 112 on the button."""
    told, phone = contact.get("what_for"), contact.get("phone")
    for number in CALLED:
        if told is not None and not re.search(rf"\b{number}\b", told.text):
            yield told.line, f"het noodnummer {number} ontbreekt; zet het terug in deze tekst"
    if phone is None or phone.text != CALLED[0]:
        line = contact.line if phone is None else phone.line
        yield line, f'de nooddiensten belt men op {CALLED[0]}; schrijf phone: "{CALLED[0]}"'


def check_short_numbers(lines: Iterable[tuple[int, str]]) -> Iterator[Finding]:
    """Short numbers that people are told to call and that are none of ours."""
    for line, text in lines:
        for sentence in _SENTENCE.split(text):
            if _CALLS.search(sentence):
                for found in _SHORT.finditer(sentence):
                    if found[0] not in SHORT_NUMBERS and not _YEAR.fullmatch(found[0]):
                        choice = ", ".join(SHORT_NUMBERS)
                        message = f"{found[0]} is geen nummer dat wij kennen; kies uit: {choice}"
                        yield line, message
