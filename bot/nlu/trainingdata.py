"""The questions of data/nlu with their intent and author, without Rasa."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Example:
    """One training question."""

    text: str
    intent: str
    author: str
    """Persona that wrote it; cross-validation leaves one author out at a time."""


def load_questions(folder: Path) -> list[Example]:
    """Every question of the folder, in the order of files and lines; raises KeyError when a block lacks a field."""
    examples = []
    for path in sorted(folder.glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = (line.removeprefix("- ").strip() for line in block["examples"].splitlines())
            examples += [
                Example(line, block["intent"], block["metadata"]["author"])
                for line in lines
                if line
            ]
    return examples
