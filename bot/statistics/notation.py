"""Numbers and days as a Dutch reader writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from bot.statistics.periods import BRUSSELS, MONTHS

NOT_APPLICABLE = "n.v.t."


def number(value: int) -> str:
    """1234 → 1.234"""
    return f"{value:,}".replace(",", ".")


def percentage(count: int, base: int) -> str:
    """7 of 35 → 20,0 %; computed from the counts, so that it is rounded once."""
    if base == 0:
        return NOT_APPLICABLE
    exact = (Decimal(100 * count) / base).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{exact} %".replace(".", ",")


def day(value: date) -> str:
    """1 november 2026"""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def made_at(value: datetime) -> str:
    """Gemaakt op 1 november 2026 om 11.22 uur, on Belgium's clocks."""
    local = value.astimezone(BRUSSELS)
    return f"Gemaakt op {day(local.date())} om {local:%H.%M} uur"


def enumeration(parts: Sequence[str]) -> str:
    """a, b en c"""
    return " en ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def plural(value: int, one: str, many: str) -> str:
    """1 vraag, 2 vragen"""
    return f"{number(value)} {one if value == 1 else many}"
