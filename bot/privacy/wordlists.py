"""Plain-text lists beside this module: one item a line, sorted, so that an editor can change them and diff them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lists"


@cache
def words(name: str) -> frozenset[str]:
    """The items of `lists/<name>.txt`, in lower case."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip().casefold() for line in lines if line.strip())
