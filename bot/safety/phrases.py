"""Phrases of patterns.yml as regular expressions, and messages as the phrases read them.

An editor writes "ik wil .. dood"; this module makes a pattern of it that looks for whole words in one sentence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[.!?]+|[,;:\n]")
_STOP = "."
_NAMED = re.compile(r"<(\w+)>")
_LONGEST = 4
"""Characters that one may become; a few become 18, and no word is written with those."""
_NEAR, _FAR = r"(?: [^ .]+){0,6}? ", r"(?: [^ ]+){0,15}? "


def read(text: str, spellings: Mapping[str, str], slips: Mapping[str, str]) -> str:
    """The message in lower case, without accents, its words put right, one space between them."""
    plain = "".join(map(_plain, text.casefold().replace("’", "'")))
    words: list[str] = []
    for found in _WORD.findall(plain):
        if found[0] in ".!?;\n":
            words.append(_STOP)
        elif found not in ",:":
            word = re.sub(r"(.)\1{2,}", r"\1\1", found)
            words.append(spellings.get(word) or slips.get(word) or word)
    return f" {' '.join(words)} "


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """One character without what is above, below or invisible in it."""
    signs = unicodedata.normalize("NFKD", character)
    if len(signs) > _LONGEST:
        return " "
    return "".join(
        sign
        for sign in signs
        if (not unicodedata.combining(sign) and sign.isprintable()) or sign == "\n"
    )


def slips_of(words: Iterable[str]) -> dict[str, str]:
    """Each word as it is often mistyped: a letter too few, one doubled, or two swapped."""
    slips: dict[str, str] = {}
    for word in words:
        for i in range(1, len(word)):
            slips[word[:i] + word[i + 1 :]] = word
            slips[word[:i] + word[i] + word[i:]] = word
            slips[word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :]] = word
    return {slip: word for slip, word in slips.items() if slip not in words}


def compile_phrases(phrases: Sequence[str], lists: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """One pattern for all phrases of a group."""
    return re.compile("|".join(f"(?:{_pattern(phrase, lists)})" for phrase in phrases))


def _pattern(phrase: str, lists: Mapping[str, Sequence[str]]) -> str:
    """A phrase as a pattern over the text that `read` makes, where every word has a space before it."""
    core = _NAMED.sub(lambda name: f"({'|'.join(lists[name[1]])})", phrase.strip("^$ "))
    core = re.sub(r" ?\[([^\]]+)\]", r"(?: \1)?", core)
    # A gap swallows the spaces around it, so that "a .. b" finds "a b" too.
    core = re.sub(r"\s*\.\.\.\s*", "<FAR>", core)
    core = re.sub(r"\s*\.\.\s*", "<NEAR>", core)
    core = core.replace("*", "[^ .]*").replace("(", "(?:").replace("(?:?:", "(?:")
    core = core.replace("<FAR>", _FAR).replace("<NEAR>", _NEAR)
    if phrase.startswith("^"):
        return rf"^ {core}(?: \.)* $"
    return rf" {core}(?= )"
