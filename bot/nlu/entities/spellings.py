"""In which ways the name of a municipality is written: as words, with its endings, and by its inhabitants."""

from __future__ import annotations

from collections.abc import Iterator

from bot.nlu.entities.tokens import tokens

SAINT = {"st": "sint", "ste": "sint", "sinte": "sint"}


def words(name: str) -> tuple[str, ...]:
    """A name as it is looked up: "St.-Niklaas" and "sint niklaas" are one."""
    found = [one.plain for one in tokens(name)]
    return tuple(SAINT.get(one, one) for one in found)


def endings(word: str) -> Iterator[str]:
    """The last word of a name as an adjective and for its inhabitants: "gentse", "gents", "gentenaar"."""
    for stem in _stems(word):
        yield from (f"{stem}s", f"{stem}se")
    root = word if word.endswith("en") else f"{word}n" if word.endswith("e") else f"{word}en"
    yield from (f"{root}aar", f"{root}aars")
    yield f"{word}'s"


def _stems(word: str) -> Iterator[str]:
    yield word
    if word.endswith("en") and len(word) > 5:
        yield word[:-2]  # Antwerpen, Antwerps
    if word.endswith("e"):
        stem = word[:-1]
        doubled = len(stem) > 2 and stem[-1] == stem[-2]
        yield stem[:-1] if doubled else stem  # Halle, Halse; Vilvoorde, Vilvoordse
