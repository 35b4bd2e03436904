"""bot/safety/patterns.yml: a fault in it would silence the alarm of every visitor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.checking.problem import Problem
from bot.checking.project import PATTERNS, Project
from bot.checking.rules import Finding, entries, fields, items, one_of, text, word, yes_or_no
from bot.checking.values import Value
from bot.safety.card import Danger
from bot.safety.phrases import compile_phrases

_PHRASES = items(word, least=1, twice=True)
SHAPE = fields(
    {
        "schrijfwijzen": entries(text),
        "zelf_alleen": _PHRASES,
        "beeldspraak": _PHRASES,
        "kernwoorden": _PHRASES,
        "woorden": entries(_PHRASES),
        "groepen": items(
            fields(
                {
                    "wat": text,
                    "gevaar": one_of([one.value for one in Danger], "het gevaar"),
                    "zinnen": _PHRASES,
                },
                {"anderen": yes_or_no, "ook_bij_beleid": yes_or_no},
            ),
            least=1,
        ),
        "nu": _PHRASES,
        "beleid": _PHRASES,
    }
)
_NAMED = re.compile(r"<(\w*)>")


def check_safety(project: Project) -> Iterator[Problem]:
    """Shape, lists that exist, and phrases that can be read."""
    patterns = project.yaml(PATTERNS)
    if patterns is None:
        return
    found = list(SHAPE(patterns))
    if not found:
        found = [finding for one in _phrases(patterns) for finding in _check(one, _lists(patterns))]
    for line, message in found:
        yield Problem(PATTERNS, line, message)


def _lists(patterns: Value) -> dict[str, list[str]]:
    return {
        name: [one.text for one in words.each()] for name, _, words in patterns.items("woorden")
    }


def _phrases(patterns: Value) -> Iterator[Value]:
    for section in ("zelf_alleen", "beeldspraak", "nu", "beleid"):
        yield from patterns.each(section)
    for group in patterns.each("groepen"):
        yield from group.each("zinnen")


def _check(phrase: Value, lists: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    unknown = [name for name in _NAMED.findall(phrase.text) if name not in lists]
    if unknown:
        yield phrase.line, f"<{unknown[0]}> staat niet bij 'woorden'; kies uit: {', '.join(lists)}"
        return
    try:
        pattern = compile_phrases([phrase.text], lists)
    except re.error:
        hint = "kijk de haakjes en tekens na"
        yield phrase.line, f"de zin '{phrase.text}' kan niet gelezen worden; {hint}"
        return
    if pattern.search("  "):
        yield phrase.line, f"de zin '{phrase.text}' past op elk bericht; maak ze nauwer"
