"""Names of persons: the trained model and the lists, each of which finds what the other misses.

Sources: sentences and lists of our own (`bot/privacy/names`, `lists/namen`). How model, lists and both
compare is in docs/decisions/0012-names-by-model-and-lists.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.privacy.names.loading import current
from bot.privacy.names.model import NameModel
from bot.privacy.names.rules import Sentence, sharpened, worth_reading
from bot.privacy.names.tokens import Token, sentences
from bot.privacy.spans import Kind, Span, merge


def find(text: str) -> Iterator[Span]:
    """Names, whole, without the title before them; raises ModelMissing when no model was built."""
    yield from find_with(current(), _CODE.sub(lambda match: " " * len(match[0]), text))


def find_with(
    model: NameModel, text: str, *, lists: bool = True, reading: bool = True
) -> Iterator[Span]:
    """Names by the lists, by the model, or by both."""
    way = (id(model), lists, reading)
    new = [(key, words) for words in sentences(text) if (key := _key(way, words)) not in _NAMELESS]
    read = [Sentence.read(words, model.lexicon) for _, words in new]
    asked = [one for one in read if reading and worth_reading(one)]
    seen = model.names([(one.words, one.kinds) for one in asked])
    answers = {id(one): names for one, names in zip(asked, seen, strict=True)}
    for (key, _), sentence in zip(new, read, strict=True):
        found = answers.get(id(sentence), [])
        if lists:
            found = sharpened(sentence, found)
        if not found:
            _remember(key)
        yield from merge(
            [
                Span(sentence.words[start].start, sentence.words[end - 1].end, Kind.NAAM)
                for start, end in found
            ]
        )


def _key(way: tuple[int, bool, bool], words: list[Token]) -> int:
    """All that is read of a sentence, as a number that says nothing about it."""
    return hash((way, *[word.text for word in words]))


def _remember(nameless: int) -> None:
    if len(_NAMELESS) > _MOST:
        _NAMELESS.clear()
    _NAMELESS.add(nameless)


_CODE = re.compile(
    r"<[a-z!/][^<>]*[=:(][^<>]*>|</?[a-z]{1,10}>|(?<!\S)/\w+(?:\{[^}]*\})?", re.IGNORECASE
)
"""A tag or a command with a slash: what somebody pasted from a program, read over."""

_NAMELESS: set[int] = set()
"""Sentences without a name: the next round over the same message need not read them again."""
_MOST = 500
