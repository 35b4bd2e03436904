"""What a value may look like: small rules that are put together to describe a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.checking.values import Value

Finding = tuple[int, str]
"""A line, and what is wrong there."""
Rule = Callable[[Value], Iterator[Finding]]

_ID = re.compile(r"[a-z][a-z0-9_]*")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_PHONE = re.compile(r"(\+32|0|1)[\d\s./-]{1,14}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}")


def is_id(name: str) -> bool:
    """Whether a name is made of lower-case letters, digits and underscores."""
    return _ID.fullmatch(name) is not None


def text(value: Value) -> Iterator[Finding]:
    """A text that is not empty."""
    if isinstance(value.data, tuple | dict):
        yield value.line, "hier hoort één tekst, geen lijst"
    elif value.data is None or value.data == "":
        yield value.line, "hier staat niets; vul een tekst in"
    elif not isinstance(value.data, str):
        yield value.line, "hier hoort tekst; zet ze tussen aanhalingstekens"


def word(value: Value) -> Iterator[Finding]:
    """A text with a word in it: a list with nothing but a star in it would find every message."""
    yield from text(value)
    if value.text and not re.search(r"[^\W_]", value.text):
        yield value.line, f"'{value.text}' is geen woord; schrijf er letters bij of haal het weg"


def pattern(value: Value) -> Iterator[Finding]:
    """A regular expression."""
    yield from text(value)
    try:
        re.compile(value.text)
    except re.error as error:
        yield value.line, f"dit patroon klopt niet ({error.msg}); verbeter het"


def number(value: Value) -> Iterator[Finding]:
    """A count."""
    if not isinstance(value.data, int) or isinstance(value.data, bool) or value.data < 0:
        yield value.line, "hier hoort een geheel getal van 0 of meer"


def yes_or_no(value: Value) -> Iterator[Finding]:
    """True or false."""
    if not isinstance(value.data, bool):
        yield value.line, "hier hoort true of false; schrijf true voor ja en false voor nee"


def day(value: Value) -> Iterator[Finding]:
    """A date with year, month and day."""
    if as_date(value) is None:
        yield (
            value.line,
            f"{_quoted(value)} is geen bestaande datum; schrijf jaar-maand-dag, zoals 2026-11-23",
        )


def as_date(value: Value | None) -> date | None:
    """The date that a value holds, or None."""
    if value is None or isinstance(value.data, datetime):
        return None
    if isinstance(value.data, date):
        return value.data
    try:
        return date.fromisoformat(value.text) if len(value.text) == 10 else None
    except ValueError:
        return None


def rough_date(value: Value) -> Iterator[Finding]:
    """A year, a month or a day that is not still to come."""
    written = str(value.data)
    if not _DATE.fullmatch(written) or (len(written) == 10 and _impossible(written)):
        yield value.line, f"{_quoted(value)} is geen datum; schrijf 2026, 2026-11 of 2026-11-23"
    elif written > today().isoformat()[: len(written)]:
        yield value.line, f"{_quoted(value)} ligt in de toekomst; schrijf de datum van de bron"


def _impossible(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return True
    return False


def https(value: Value) -> Iterator[Finding]:
    """An address that starts with https://."""
    if not re.fullmatch(r"https://[^\s/]+\.[^\s]+", value.text):
        yield value.line, f"{_quoted(value)} is geen volledig webadres; begin met https://"


def place(value: Value) -> Iterator[Finding]:
    """An https address, or an official place in words."""
    yield from https(value) if "://" in value.text else text(value)


def phone(value: Value) -> Iterator[Finding]:
    """A Belgian number or a short emergency number."""
    if not _PHONE.fullmatch(value.text):
        yield (
            value.line,
            'hier hoort een telefoonnummer tussen aanhalingstekens, zoals "02 123 45 67"',
        )


def email(value: Value) -> Iterator[Finding]:
    """An e-mail address."""
    if not _EMAIL.fullmatch(value.text):
        yield value.line, f"{_quoted(value)} is geen e-mailadres; schrijf het als naam@voorbeeld.be"


def one_of(known: Collection[str], kind: str) -> Rule:
    """One of some words."""

    def rule(value: Value) -> Iterator[Finding]:
        if value.text not in known:
            shown = _shown(value)
            yield value.line, f"{kind} '{shown}' bestaat niet; kies uit: {', '.join(sorted(known))}"

    return rule


def known(names: Collection[str] | None, kind: str, where: str) -> Rule:
    """The name of something that exists elsewhere; everything passes when that elsewhere cannot be read."""

    def rule(value: Value) -> Iterator[Finding]:
        if names is not None and value.text not in names:
            yield value.line, f"{kind} '{_shown(value)}' bestaat niet in {where}; verbeter de naam"

    return rule


_LIST = {0: "hier hoort een lijst, zoals [een, twee]; schrijf [] voor een lege lijst"}


def _quoted(value: Value) -> str:
    return "deze lege waarde" if value.data in (None, "") else f"'{_shown(value)}'"


def _shown(value: Value) -> str:
    return "…" if isinstance(value.data, tuple | dict) else str(value.data)


def items(rule: Rule, *, least: int = 0, twice: bool = False) -> Rule:
    """A list of values that each follow a rule; `twice` when a value that comes back does no harm."""

    def check(value: Value) -> Iterator[Finding]:
        if not isinstance(value.data, tuple):
            yield value.line, _LIST.get(least, f"hier hoort een lijst; zet er minstens {least} in")
            return
        if len(value.data) < least:
            yield value.line, f"de lijst is te kort; zet er minstens {least} in"
        seen: set[str] = set()
        for one in value.data:
            yield from rule(one)
            if one.text and one.text in seen and not twice:
                yield one.line, f"'{one.text}' staat twee keer in de lijst; haal er één weg"
            seen.add(one.text)

    return check


def entries(rule: Rule) -> Rule:
    """Values by a name that is free."""

    def check(value: Value) -> Iterator[Finding]:
        if not isinstance(value.data, dict):
            yield value.line, "hier horen regels van de vorm 'naam: waarde'"
            return
        for name, line, one in value.items():
            yield from _named(name, line, rule(one))

    return check


def fields(required: Mapping[str, Rule], optional: Mapping[str, Rule] | None = None) -> Rule:
    """Values by names that are fixed: all the required ones, perhaps the optional ones, no other."""
    allowed = {**required, **(optional or {})}

    def check(value: Value) -> Iterator[Finding]:
        if not isinstance(value.data, dict):
            yield value.line, f"hier horen de velden {', '.join(required)}"
            return
        for name in required:
            if value.get(name) is None:
                yield value.line, f"het veld '{name}' ontbreekt; voeg het toe"
        for name, line, one in value.items():
            if name in allowed:
                yield from _named(name, line, allowed[name](one))
            else:
                choice = ", ".join(allowed)
                yield line, f"het veld '{name}' is onbekend; haal het weg of kies uit: {choice}"

    return check


def _named(name: str, line: int, found: Iterator[Finding]) -> Iterator[Finding]:
    for place_, message in found:
        # Deeper findings name their own field already.
        own = message if message.startswith("veld '") else f"veld '{name}': {message}"
        yield max(place_, line), own


SOURCE = fields({"title": text, "publisher": text, "url": https}, {"date": rough_date})
TO_VERIFY = fields({"fact": text, "where": place})


def today() -> date:
    """The date in Belgium."""
    return datetime.now(ZoneInfo("Europe/Brussels")).date()


def review_dates(record: Value) -> Iterator[Finding]:
    """`reviewed` has been; `review_by` comes after it, at most twelve months later."""
    reviewed, by = as_date(record.get("reviewed")), as_date(record.get("review_by"))
    if reviewed is not None and reviewed > today():
        yield (
            record.key_lines["reviewed"],
            f"reviewed ({reviewed}) ligt in de toekomst; schrijf de dag waarop iemand dit het laatst nakeek",
        )
    if reviewed is None or by is None:
        return
    line = record.key_lines["review_by"]
    if by <= reviewed:
        yield line, "review_by valt niet na reviewed; kies een latere datum"
    elif (by.year - reviewed.year, by.month, by.day) > (1, reviewed.month, reviewed.day):
        yield (
            line,
            "review_by ligt meer dan twaalf maanden na reviewed; kies een vroegere datum",
        )
