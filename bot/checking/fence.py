"""The two lines `---` around the fields of an article: without them nothing in the file can be read."""

from __future__ import annotations

import re
from itertools import takewhile

FENCE = "---"
_LIKE = re.compile(r"\s*[-–—_=*]{2,}\s*")
"""What is meant as `---`."""
_FIELDS = re.compile(r"(\s|#\s?[a-z_]+:|- )|[a-z_]+:")


def fence_fault(text: str) -> tuple[int, str] | None:
    """The line and what to do about it (Dutch), when one of the two lines is missing or not quite right."""
    lines = text.split("\n")
    if not text.strip():
        return 1, "dit bestand is leeg; zet de tekst terug of verwijder het bestand"
    if lines[0] != FENCE:
        if _LIKE.fullmatch(lines[0]):
            return 1, f"deze regel moet precies {FENCE} zijn, zonder spaties"
        return 1, f"de eerste regel moet {FENCE} zijn; zet die regel boven de velden"
    if FENCE in lines[1:]:
        return None
    for number, line in enumerate(lines[1:], start=2):
        if _LIKE.fullmatch(line):
            return number, f"deze regel moet precies {FENCE} zijn, zonder spaties"
    fields = sum(1 for _ in takewhile(_belongs, lines[1:]))
    return fields + 2, f"zet boven deze regel een regel {FENCE}; die sluit de velden af"


def _belongs(line: str) -> bool:
    return bool(_FIELDS.match(line)) and not line.startswith("# ")
