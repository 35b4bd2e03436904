"""The 285 Flemish municipalities by NIS code: knowledge/municipalities.csv (Statbel REFNIS 2025)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Municipality:
    """One municipality after the mergers of 2025."""

    nis: str
    name: str
    province: str


def load_municipalities(path: Path) -> dict[str, Municipality]:
    """Read the list, keyed by NIS code."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["nis"]: Municipality(row["nis"], row["naam"], row["provincie"]) for row in rows}
