"""What a check finds: a place and a sentence that tells an editor what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one place."""

    path: str
    """Relative to the project, with forward slashes."""
    line: int
    """The first line of a file is 1."""
    message: str
    """Dutch, without programmers' words."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"
