"""What is sought in an answer that was given before: the law, a duty, since when (knowledge/sought.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Sought:
    """One kind of thing that is asked for."""

    asks: re.Pattern[str]
    """Words that ask for it."""
    stands: re.Pattern[str]
    """Words of a sentence that tells it."""


def load_sought(path: Path) -> tuple[Sought, ...]:
    """Read knowledge/sought.yml; raises KeyError or yaml.YAMLError when it is broken."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(Sought(phrases(one["vraagt"]), phrases(one["staat"])) for one in data.values())


def phrases(names: Iterable[object]) -> re.Pattern[str]:
    """Any of some words or phrases: * stands for the rest of a word, # for a number."""
    found = (re.escape(str(one)).replace(r"\*", r"\w*").replace(r"\#", r"\d+") for one in names)
    return re.compile(rf"\b(?:{'|'.join(found)})\b", re.IGNORECASE)
