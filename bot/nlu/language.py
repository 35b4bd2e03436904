"""Which language is this? Dutch, another one that Wegwijs can name, or none at all ("und": gibberish).

Two witnesses: how many words a language knows (the training data and simplemma's dictionaries), and how the letters
look (py3langid). Neither will do alone: short messages look like anything, and typing errors are in no dictionary. The
numbers were set on tests/development/other.jsonl.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

import simplemma
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from bot.nlu.normalise import normalise

DUTCH = "nl"
UNDETERMINED = "und"

BY_DICTIONARY = ("nl", "fr", "en")
BY_LETTERS = ("de", "tr")
"""Languages whose dictionary would cost more memory than it brings: the letters stand in for it."""

LOOKS = 0.6
"""Weight of how the letters look, beside the share of known words."""
STANDS_IN = 0.7
"""Weight of the letters where there is no dictionary."""
HOME = 0.25
"""Head start of Dutch: this is a Dutch helpdesk."""
HARDLY_KNOWN = 0.4
"""Below this share of known words in every language a text is gibberish."""
ARABIC_SHARE = 0.3
SHORT = 3
"""Letters of a lone word that is in half of all languages: "en" beside the number of an article."""

REMEMBERED = 20_000
"""Words of which is kept whether a dictionary holds them: they come back all the time."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBERED = re.compile(r"\S*\d\S*")
_PLACEHOLDER = re.compile(r"\[[A-Z]+-\d+\]")
"""What the privacy filter left of a name or a number is in no language; gibberish may have been taken for a name."""
_ARABIC = re.compile(r"[\u0600-\u06ff]")


def detect(text: str, known_words: frozenset[str]) -> str:
    """ISO 639-1 code of the language, or "und"; `known_words` are normalised words of the training data."""
    text, masked = _PLACEHOLDER.subn(" ", text)
    words = [word.casefold() for word in _WORD.findall(text)]
    if not words:
        return UNDETERMINED
    lone = _WORD.findall(_NUMBERED.sub(" ", text.casefold()))
    if (
        not masked
        and len(lone) == 1
        and len(lone[0]) <= SHORT
        and _is_known(lone[0], DUTCH, known_words)
    ):
        return DUTCH
    if len(_ARABIC.findall(text)) >= ARABIC_SHARE * sum(map(len, words)):
        return "ar"
    shares = {language: _known(words, language, known_words) for language in BY_DICTIONARY}
    best = DUTCH if _plainly_dutch(shares) else _by_letters(text, shares)
    # "en" between three masked words says nothing of the language that they were in.
    return UNDETERMINED if best == DUTCH and masked > max(len(words), 1) else best


def _plainly_dutch(shares: Mapping[str, float]) -> bool:
    """Whether every word is Dutch, and so few are French or English that no look of the letters would change it."""
    others = max(share for language, share in shares.items() if language != DUTCH)
    return shares[DUTCH] == 1 and shares[DUTCH] + HOME > others + LOOKS


def _by_letters(text: str, shares: Mapping[str, float]) -> str:
    """The language by its words and its letters together, or "und" when no language knows the words."""
    looks = {str(language): float(share) for language, share in _identifier().rank(text)}
    known = {**shares, **{language: STANDS_IN * looks[language] for language in BY_LETTERS}}
    if max(known.values()) < HARDLY_KNOWN:
        return UNDETERMINED
    scores = {language: share + LOOKS * looks[language] for language, share in known.items()}
    scores[DUTCH] += HOME
    return max(scores, key=lambda language: scores[language])


def _known(words: list[str], language: str, known_words: frozenset[str]) -> float:
    """The share of words that a language knows."""
    return sum(_is_known(word, language, known_words) for word in words) / len(words)


def _is_known(word: str, language: str, known_words: frozenset[str]) -> bool:
    learnt = language == DUTCH and (word in known_words or normalise(word) in known_words)
    return learnt or _in_dictionary(word, language)


@lru_cache(REMEMBERED)
def _in_dictionary(word: str, language: str) -> bool:
    return bool(
        simplemma.is_known(word, lang=language)
        or simplemma.is_known(word.capitalize(), lang=language)
    )


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([*BY_DICTIONARY, *BY_LETTERS, "ar"])
    return identifier
