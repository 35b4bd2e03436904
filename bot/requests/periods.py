"""Whether a text names a time, and whether that time is over. Any wording will do: a colleague reads it."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
            "augustus aug", "september sep sept", "oktober okt", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(_MONTHS)
_NAMED_DAY = (
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|(?:over)?morgen(?:vroeg|ochtend|(?:voor|na)?middag|avond)?|"
    r"vandaag|vanochtend|vanmiddag|vanavond|(?:voor|na)middag|ochtends?"
)
"""A day, or a part of one."""
_WORDS = re.compile(
    rf"\b(?:{_MONTH}|{_NAMED_DAY}|week|weken|weekend|maand\w*|kwartaal|jaar\w*|dag\w*|"
    r"nieuwjaar|q[1-4]|straks|nu|direct|asap|snel\w*|meteen|binnenkort|middags?|avonds?|uur|u|zomer|herfst|najaar|winter|lente|voorjaar|semester|trimester|vakantie|paasvakantie|pasen|kerst\w*|"
    r"krokus\w*|schooljaar|later|overleg|te bepalen|flexibel|maakt niet uit|om het even|altijd|eender wanneer)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?\b|\b20\d\d\b|\b\d{1,2}\s?[u:h]\s?(\d\d)?\b"
    r"|\btussen \d{1,2} en \d{1,2}\b(?!\s*[^\W\d_])",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\b(?:aan|anders|eerste|tweede|derde|helft|begin|beste?|bij|daarna|de|den|een|eind\w*|elk\w*|en|graag|half|het|in|kan|komende|laatste|liefst|mogelijk|na|naar|of|"
    r"ook|om|op|past|rond|sinds|te|tegen|ten|tot|tussen|vanaf|van|volgend\w*|voor|vroege?|late|zo|best|s|\d+)\b|[^\w]",
    re.IGNORECASE,
)
_FULL = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_DAY = re.compile(rf"\b(\d{{1,2}})\s+({_MONTH})\.?\s+(20\d\d)\b", re.IGNORECASE)
_MONTH_OF_YEAR = re.compile(rf"\b({_MONTH})\.?\s+(20\d\d)\b", re.IGNORECASE)
_ANY_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:/|\s+(?=[a-z])|[.-](?=\d{{1,2}}[.-]\d))(?P<month>\d{{1,2}}|(?:{_MONTH})\b)"
    r"(?:[/. -](?P<year>20\d\d|\d\d\b(?!:)))?(?!\d|:|\s?(?:u|h)\b|\s?uur)",
    re.IGNORECASE,
)
"""A day with its month, the year being any leap year when none is named."""
_YEAR = re.compile(r"\b(20\d\d)\b")
_OVER = re.compile(
    r"\b(?:vorige?|afgelopen|verleden|voorbije) (?:week\w*|weekend|maand\w*|jaar|schooljaar|zomer|herfst|winter|lente|"
    rf"voorjaar|najaar|{_MONTH})\b|\b(?:eer)?gisteren\b|\b(?:dagen|weken|maanden?|jaar|week) geleden\b",
    re.IGNORECASE,
)
_DAYS = re.compile(rf"\b(?:{_NAMED_DAY})\b", re.IGNORECASE)
_HOUR = re.compile(r"\b(\d{1,2})\s?(?:(?:u|uur|h)\b|[u:h]\s?\d\d\b)", re.IGNORECASE)
LATEST = 21
"""From this hour on nobody is called; an early hour may be one of the afternoon ("om 3 uur")."""


def is_period(text: str) -> bool:
    """Whether the text holds a word or number of time."""
    return bool(_WORDS.search(text) or _DATE.search(text))


def is_only_period(text: str) -> bool:
    """Whether the text holds a time and nothing besides: who tells of danger says more than when."""
    return is_period(text) and not beside_time(text)


def beside_time(text: str) -> list[str]:
    """The words of a text that are no part of a time."""
    return _AROUND.sub(" ", _WORDS.sub(" ", _DATE.sub(" ", text))).split()


def is_moment(text: str) -> bool:
    """Whether the text is nothing but a day or an hour: "morgen om 10 uur"."""
    named = _DAYS.search(text) or _HOUR.search(text)
    return named is not None and "?" not in text and is_only_period(text)


def is_past(text: str, today: date) -> bool:
    """Whether the latest time that the text names with its year lies before `today`, or its words say so."""
    found = [_end(*one) for one in _named(text)]
    return max(found) < today if found else bool(_OVER.search(text))


def missing_day(text: str) -> str | None:
    """A day that a text names and that is on no calendar: "31/02"."""
    for found in _ANY_DAY.finditer(text):
        day, month = int(found["day"]), found["month"].casefold()
        number = _MONTHS.get(month) or int(month)
        year = int(found["year"] or 2000)
        try:
            date(year if year > 99 else 2000 + year, number, day)
        except ValueError:
            return found[0].strip()
    return None


def is_night(text: str) -> bool:
    """Whether every hour that the text names is too late to be called at."""
    hours = [int(one) for one in _HOUR.findall(text)]
    return bool(hours) and all(one >= LATEST or one == 0 for one in hours)


def _named(text: str) -> list[tuple[int, int | None, int | None]]:
    """Year, month and day of the most precise times in a text."""
    days = [(int(y), int(m), int(d)) for d, m, y in _FULL.findall(text)]
    days += [(int(y), _MONTHS[m.casefold()], int(d)) for d, m, y in _DAY.findall(text)]
    months = [(int(y), _MONTHS[m.casefold()], None) for m, y in _MONTH_OF_YEAR.findall(text)]
    return [*days] or [*months] or [(int(y), None, None) for y in _YEAR.findall(text)]


def _end(year: int, month: int | None, day: int | None) -> date:
    """The last day that is meant, at least; a day that does not exist counts as the end of its year."""
    try:
        return date(year, month or 12, day or 28 if month else 31)
    except ValueError:
        return date(year, 12, 31)
