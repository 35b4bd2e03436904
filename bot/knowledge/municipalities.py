"""The 285 Flemish municipalities by NIS code: knowledge/municipalities.csv (Statbel REFNIS 2025)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

_FORMER_NAMES = "vroegere_namen"
_OTHER_NAMES = (_FORMER_NAMES, "deelgemeenten")
"""Sections of municipality_names.yml with names that stand by themselves in a field."""


@dataclass(frozen=True)
class Municipality:
    """One municipality after the mergers of 2025."""

    nis: str
    name: str
    province: str


@dataclass(frozen=True)
class FormerMunicipality:
    """One municipality before a merger: its code and name of then, and the code of what it belongs to now."""

    nis: str
    name: str
    now: str


def load_municipalities(path: Path) -> dict[str, Municipality]:
    """Read the list, keyed by NIS code."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["nis"]: Municipality(row["nis"], row["naam"], row["provincie"]) for row in rows}


def load_names(path: Path, municipalities: Mapping[str, Municipality]) -> dict[str, str]:
    """The NIS codes by `plain_name`: of each municipality as it is called now, and as it or a part of it was before."""
    other = _named(path, _OTHER_NAMES)
    return other | {plain_name(one.name): nis for nis, one in municipalities.items()}


def load_former(path: Path) -> dict[str, str]:
    """The NIS codes by the `plain_name` of a municipality that merged into it in 2019 or 2025."""
    return _named(path, (_FORMER_NAMES,))


def load_former_codes(path: Path) -> dict[str, FormerMunicipality]:
    """What had another NIS code before it merged in 2019 or 2025, by that code; none without the list."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["vroeger"]: FormerMunicipality(row["vroeger"], row["naam"], row["nu"])
            for row in csv.DictReader(file)
        }


def _named(path: Path, sections: Iterable[str]) -> dict[str, str]:
    held = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        plain_name(name): str(nis)
        for section in sections
        for nis, names in held[section].items()
        for name in names
    }


def plain_name(name: str) -> str:
    """A name without what people write in several ways: capitals, hyphens, "St." for "Sint"."""
    words = re.split(r"[\s.\-–]+", name.casefold().strip())
    return " ".join("sint" if one == "st" else one for one in words if one)
