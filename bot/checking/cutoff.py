"""Text of articles and contacts that silently falls away: behind a space and a # nothing is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from bot.checking.problem import Problem
from bot.checking.project import ANSWERS, CONTACTS, Project

_CUT = re.compile(r"\s*(?:- )?(?:title|name|publisher|fact|what_for|where|url): [^\"'\s].*\s#.*")
"""Fields of free text, without quotation marks around what they hold."""


def check_cutoff(project: Project) -> Iterator[Problem]:
    """A # in a text needs quotation marks around the whole."""
    for path in (*project.files(ANSWERS, ".md"), *project.files(CONTACTS, ".yml")):
        for number, line in _fields(path, project.text(path) or ""):
            if _CUT.fullmatch(line):
                message = "alles achter # valt weg; zet de hele tekst tussen aanhalingstekens"
                yield Problem(path, number, message)


def _fields(path: str, text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold fields; an article has its text below them."""
    lines = text.splitlines()
    body = lines.index("---", 1) if path.endswith(".md") and "---" in lines[1:] else len(lines)
    yield from enumerate(islice(lines, body), start=1)
