"""Sentences in another language: their ordinary words are in no list, and look like names for that reason alone."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from bot.privacy.names.lexicon import fold_name

_LANGUAGES = ("de", "en", "fr", "tr")
_LEAST = 2
"""Common words of another language from which a sentence is in that language."""
_UNLISTED = frozenset("UVWRPI")


@cache
def _common(language: str) -> frozenset[str]:
    """Its stop words, as spaCy has them."""
    words = import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS
    return frozenset(fold_name(one) for one in words)


def is_foreign(
    words: list[str], kinds: list[str], cases: list[str], place: tuple[int, int]
) -> bool:
    """Whether what stands there are ordinary words of another language.

    No list knows one of them, and they are small, hold a common word, or are German, where every noun has a capital.
    """
    start, end = place
    folded = [fold_name(word) for word in words]
    unknown = {word for word, kind in zip(folded, kinds, strict=True) if kind in "UVE"}
    told = {one: len(unknown & _common(one)) for one in _LANGUAGES}
    if max(kinds.count("E"), *told.values()) < _LEAST:
        return False
    language = max(told, key=lambda one: told[one])
    common = [
        kind == "E" or (case in "ls" and word in _common(language))
        for word, kind, case in zip(folded, kinds, cases, strict=True)
    ]
    if not all(common[i] or kinds[i] in _UNLISTED for i in range(start, end)):
        return False
    small = set(cases[start:end]) == {"l"}
    return small or any(common[start:end]) or (language == "de" and told["de"] >= _LEAST)
