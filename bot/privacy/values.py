"""When two spellings are the same value, so that they get the same number within one text."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.privacy.spans import Kind

_WORDED = re.compile(r"[\W_]*(?:\bat\b|\bape(?:n)?staart(?:je)?\b|@)[\W_]*")
_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def _signs(value: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"[\W_]", "", value)


def _telephone(value: str) -> str:
    """National digits: 0474..., +32 474..., 0032 (0)474... are one number."""
    digits = re.sub(r"\D", "", value.replace("(0)", ""))
    return re.sub(r"^(?:00)?(?:32|31)0?(?=\d{8})|^0", "", digits)


def _email(value: str) -> str:
    """jan [at] telenet punt be and Jan@Telenet.be are one address."""
    value = re.sub(r"[\s\[({<]*(?:\bpunt\b|\bdot\b|\.)[\s\])}>]*", ".", value)
    return _WORDED.sub("@", value, count=1).removeprefix("mailto:")


def _date(value: str) -> str:
    """Day, month and last two digits of the year, whatever the notation."""
    value = value.replace("mrt", "maa")
    for number, name in enumerate(_MONTHS, start=1):
        value = re.sub(rf"\b{name}[a-z]*", f" {number} ", value)
    parts = [int(part) % 100 for part in re.findall(r"\d+", value)]
    if re.match(r"\D*\d{4}\D", value):
        parts.reverse()
    return "-".join(map(str, parts))


def _profile(value: str) -> str:
    """The handle: the last part of an address, or what stands behind the @."""
    return re.split(r"[/@:\s]+", value.split("?")[0].rstrip("/"))[-1]


_UNITS = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"]
_UNITS += ["elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien"]
_UNITS += ["negentien"]
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_NUMBERS = {word: number for number, word in enumerate(_UNITS)}
_NUMBERS |= {ten: place * 10 for place, ten in enumerate(_TENS, start=2)}
_NUMBERS |= {
    f"{unit}{link}{ten}": _NUMBERS[unit] + _NUMBERS[ten]
    for unit in _UNITS[1:10]
    for ten in _TENS
    for link in ("en", "ën")
}
_AGE = re.compile(r"\d+|[a-zë]+")


def _age(value: str) -> str:
    """The years: 17, "17-jarige" and "zeventien" are one age."""
    told = (re.sub(r"(?:de|ste)$", "", one) for one in _AGE.findall(value))
    return "-".join(str(_NUMBERS.get(one, one)) for one in told if one.isdigit() or one in _NUMBERS)


_NORMALISERS: dict[Kind, Callable[[str], str]] = {
    Kind.TELEFOON: _telephone,
    Kind.EMAIL: _email,
    Kind.GEBOORTEDATUM: _date,
    Kind.SOCIALEMEDIA: _profile,
    Kind.LEEFTIJD: _age,
}


def normalised(kind: Kind, value: str) -> str:
    """The value without the accidents of its spelling."""
    return _NORMALISERS.get(kind, _signs)(value.casefold().strip())
