"""Names of persons: the trained model and the lists, each of which finds what the other misses.

Sources: sentences and lists of our own (`bot/privacy/names`, `lists/namen`). How model, lists and both
compare is in docs/decisions/0012-names-by-model-and-lists.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.privacy.names.loading import current
from bot.privacy.names.model import NameModel
from bot.privacy.names.rules import Sentence, sharpened, worth_reading
from bot.privacy.names.tokens import sentences
from bot.privacy.spans import Kind, Span, merge


def find(text: str) -> Iterator[Span]:
    """Names, whole, without the title before them; raises ModelMissing when no model was built."""
    yield from find_with(current(), _CODE.sub(lambda match: " " * len(match[0]), text))


def find_with(
    model: NameModel, text: str, *, lists: bool = True, reading: bool = True
) -> Iterator[Span]:
    """Names by the lists, by the model, or by both."""
    read = [Sentence.read(words, model.lexicon) for words in sentences(text)]
    asked = [one for one in read if reading and worth_reading(one) and _key(one) not in _NAMELESS]
    seen = model.names([(one.words, one.kinds) for one in asked])
    _remember(one for one, names in zip(asked, seen, strict=True) if not names)
    answers = {id(one): names for one, names in zip(asked, seen, strict=True)}
    for sentence in read:
        found = answers.get(id(sentence), [])
        if lists:
            found = sharpened(sentence, found)
        yield from merge(
            [
                Span(sentence.words[start].start, sentence.words[end - 1].end, Kind.NAAM)
                for start, end in found
            ]
        )


def _key(sentence: Sentence) -> int:
    """All that the model reads of a sentence, as a number that says nothing about it."""
    return hash(tuple(word.text for word in sentence.words))


def _remember(nameless: Iterable[Sentence]) -> None:
    if len(_NAMELESS) > _MOST:
        _NAMELESS.clear()
    _NAMELESS.update(_key(one) for one in nameless)


_CODE = re.compile(
    r"<[a-z!/][^<>]*[=:(][^<>]*>|</?[a-z]{1,10}>|(?<!\S)/\w+(?:\{[^}]*\})?", re.IGNORECASE
)
"""A tag or a command with a slash: what somebody pasted from a program, read over."""

_NAMELESS: set[int] = set()
"""Sentences in which the model saw no name: the next round over the same message need not read them again."""
_MOST = 500
