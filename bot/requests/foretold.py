"""What a question tells that its form would ask: "een presentatie over polarisering in maart"."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from bot.requests.calling import call_about, time_told
from bot.requests.kinds import FORMS, Field, RequestKind
from bot.requests.options import LONGEST_FUNCTION
from bot.requests.periods import is_only_period, is_past, missing_day

_NAMED = re.compile(
    r"\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|zomer|herfst|najaar|"
    r"winter|lente|voorjaar|schooljaar|\d{1,2}/\d{1,2}(?:/\d{2,4})?|(?:volgend|komend)e (?:week|maand)|volgend jaar)\b",
    re.IGNORECASE,
)
"""Times that are a period wherever they stand; "nu" and "overleg" are only one where a period was asked."""
_ONESELF = re.compile(
    r"(?:\bben\b[^.?!]{0,40}|\bals|\bfunctie(?: is)?:?|[.,!?]|^)\s*(?:(?:de|een|uw|nieuwe?)\s+)*",
    re.IGNORECASE,
)


def foretold(
    kind: RequestKind, text: str, *, role: str | None, municipality: str | None, today: date
) -> dict[Field, Any]:
    """The values of fields of a form that a message tells already; `role` is the word that says who asks."""
    period = period_told(text, today)
    subject = _without(call_about(text), period)
    told = {
        Field.GEMEENTE: municipality,
        Field.ONDERWERP: None if subject is None else {"topic": None, "subject": subject},
        Field.PERIODE: period,
        Field.FUNCTIE: None if role is None or len(role) > LONGEST_FUNCTION else role,
    }
    return {one: told[one] for one in FORMS[kind].fields if told.get(one) is not None}


def _without(subject: str | None, period: str | None) -> str | None:
    """A subject without the period behind it: "het LIVC R in mei"."""
    if subject is None or period is None:
        return subject
    behind = rf"(?:^|\s+)(?:(?:in|van|op|voor)\s+)?(?:de\s+)?{re.escape(period)}\b.*$"
    return re.sub(behind, "", subject, flags=re.IGNORECASE) or None


def period_told(text: str, today: date) -> str | None:
    """The period that a message names, when it is still to come."""
    found = time_told(text, lambda piece: bool(_NAMED.search(piece)) and is_only_period(piece))
    if found is None or is_past(found, today) or missing_day(found):
        return None
    return re.sub(r"^(?:in|van|op|voor) (?:de )?", "", found, flags=re.IGNORECASE)


def function_told(text: str, start: int, end: int) -> str | None:
    """The words for who asks, where they are a function that the speaker says to have, and no organisation."""
    before = text[max(0, start - 60) : start]
    return (
        text[start:end]
        if any(one.end() == len(before) for one in _ONESELF.finditer(before))
        else None
    )
