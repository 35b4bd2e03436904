"""What is sought in an answer that was given before: the law, a duty, since when (knowledge/sought.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

_NUMBER = r"\d+(?:bis|ter|quater)?(?:/\d+)?"


@dataclass(frozen=True)
class Sought:
    """One kind of thing that is asked for."""

    asks: re.Pattern[str]
    """Words that ask for it."""
    stands: re.Pattern[str]
    """Words of a sentence that tells it."""
    core: bool = False
    """Whether it asks about the topic as a whole, so that only what the answer begins with can tell it."""


def load_sought(path: Path) -> tuple[Sought, ...]:
    """Read knowledge/sought.yml; raises KeyError or yaml.YAMLError when it is broken."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        Sought(phrases(one["vraagt"]), phrases(one["staat"]), core=bool(one.get("kern")))
        for one in data.values()
    )


def phrases(names: Iterable[object]) -> re.Pattern[str]:
    """Any of some words or phrases: * stands for the rest of a word, # for a number ("46bis/1")."""
    found = (re.escape(str(one)).replace(r"\*", r"\w*").replace(r"\#", _NUMBER) for one in names)
    return re.compile(rf"\b(?:{'|'.join(found)})\b", re.IGNORECASE)
