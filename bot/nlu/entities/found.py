"""One thing that a message names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """One entity in a text, by character offsets."""

    kind: str
    value: str
    start: int
    end: int
