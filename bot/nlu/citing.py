"""Which topic tells of an article of law that a short message names: "en art. 29?", "wat staat in artikel 46bis/1?"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

SHORT = 12
"""Words of a message that asks about an article and little else, at most."""

WIDEST = 50
"""Articles of "371 tot 388" at most: what a visitor types may not cost more than it says."""

_NUMBER = r"\d{1,4}(?!\d)(?:bis|ter|quater)?(?:/\d{1,4})?"
_CITED = re.compile(
    rf"\bart(?:\.|ikel(?:en|s)?)?\s*(?:nr\.?\s*)?({_NUMBER}(?:\s*(?:,|en|tot|of)\s*{_NUMBER})*)\b",
    re.IGNORECASE,
)
_ONE = re.compile(_NUMBER, re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,4})\s*tot\s*(\d{1,4})")
_OTHER_LAW = re.compile(
    r"\b(?:grondwet|avg|gdpr|evrm|verordening|burgerlijk wetboek)\b", re.IGNORECASE
)
"""Laws of which no article of ours names an article."""


def cited(text: str) -> frozenset[str]:
    """The numbers of the articles of law that a text names."""
    named = [match[1] for match in _CITED.finditer(text)]
    single = (number.lower() for one in named for number in _ONE.findall(one))
    between = (
        str(number)
        for one in named
        for first, last in _RANGE.findall(one)
        for number in range(int(first), min(int(last), int(first) + WIDEST))
    )
    return frozenset((*single, *between))


def telling(
    text: str,
    ranking: Sequence[tuple[str, float]],
    numbers: Mapping[str, frozenset[str]],
    *,
    before: str | None = None,
) -> str | None:
    """The topic whose article names all the articles of law that a short message names.

    That is the topic asked before, else the likeliest; none when the likeliest topic of all tells of them already.
    """
    if len(text.split()) > SHORT or _OTHER_LAW.search(text) or not (asked := cited(text)):
        return None
    if before is None and ranking[0][0] not in numbers:
        return None
    likely = [topic for topic, _ in ranking if topic in numbers]
    order = likely if before is None else [before, *likely]
    first = next((topic for topic in order if asked <= numbers.get(topic, frozenset())), None)
    return None if before is None and first == ranking[0][0] else first
