"""From which organisation a mail comes: its domain, when that is in knowledge/email_domains.csv; never a name."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.errors import ConfigurationError
from bot.knowledge.catalogue import Audience


@dataclass(frozen=True)
class Organisation:
    """What a domain tells."""

    audience: Audience
    municipality: str | None
    """NIS code."""


def load_domains(path: Path) -> dict[str, Organisation]:
    """The list; raises ConfigurationError (Dutch) with the line that is wrong. No file is an empty list."""
    if not path.is_file():
        return {}
    found: dict[str, Organisation] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in (rows := csv.DictReader(file)):
            try:
                found[row["domain"].lower()] = Organisation(
                    Audience(row["audience"]), row["nis"] or None
                )
            except (KeyError, ValueError, AttributeError):
                where = f"{path.name}:{rows.line_num}"
                raise ConfigurationError(f"{where}: verwacht domain,audience,nis,source") from None
    return found


def organisation_of(address: str, domains: Mapping[str, Organisation]) -> Organisation | None:
    """The organisation of an address, also on a part of its domain: x@secretariaat.mechelen.be."""
    parts = address.rpartition("@")[2].split(".")
    names = (".".join(parts[at:]) for at in range(len(parts) - 1))
    return next((domains[one] for one in names if one in domains), None)
