"""Names of persons: the trained model and the lists, each of which finds what the other misses.

Sources: sentences and lists of our own (`bot/privacy/names`, `lists/namen`). How model, lists and both
compare is in docs/decisions/0012-names-by-model-and-lists.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.privacy.names.loading import current
from bot.privacy.names.model import NameModel
from bot.privacy.names.rules import possible, sharpened, stretches
from bot.privacy.names.sentence import Range, Sentence
from bot.privacy.names.tokens import Token, sentences
from bot.privacy.names.towns import without_places
from bot.privacy.spans import Kind, Span, merge


def find(text: str) -> Iterator[Span]:
    """Names, whole, without the title before them; raises ModelMissing when no model was built."""
    read = _CODE.sub(lambda match: " " * len(match[0]), text)
    yield from find_with(current(), without_places(read))


def find_with(
    model: NameModel, text: str, *, lists: bool = True, reading: bool = True
) -> Iterator[Span]:
    """Names by the lists, by the model, or by both."""
    way = (id(model), lists, reading)
    new = [(key, words) for words in sentences(text) if (key := _key(way, words)) not in _NAMELESS]
    read = [Sentence.read(words, model.lexicon) for _, words in new]
    seen = _seen(model, read) if reading else [[] for _ in read]
    for (key, _), sentence, names in zip(new, read, seen, strict=True):
        found = sharpened(sentence, names) if lists else names
        if not found:
            _remember(key)
        yield from merge(
            [
                Span(sentence.words[start].start, sentence.words[end - 1].end, Kind.NAAM)
                for start, end in found
            ]
        )


def _seen(model: NameModel, read: list[Sentence]) -> list[list[Range]]:
    """What the model sees in each sentence, of what could be a name; where it saw nothing it need not look again."""
    seen: list[list[Range]] = [[] for _ in read]
    could = [possible(sentence, model.level) for sentence in read]
    asked = []
    for place, sentence in enumerate(read):
        if parts := stretches(sentence, could[place]):
            tagged = model.tagged(sentence)
            for start, end in parts:
                words = tagged[start:end]
                key = hash((id(model), *words))
                if key not in _NAMELESS:
                    asked.append((place, start, key, words))
    for (place, start, key, _), names in zip(
        asked, model.names([words for *_, words in asked]), strict=True
    ):
        seen[place] += [
            (start + first, start + last)
            for first, last in names
            if not could[place].isdisjoint(range(start + first, start + last))
        ]
        if not names:
            _remember(key)
    return seen


def _key(way: tuple[int, bool, bool], words: list[Token]) -> int:
    """All that is read of a sentence, as a number that says nothing about it."""
    return hash((way, *[word.text for word in words]))


def _remember(nameless: int) -> None:
    if len(_NAMELESS) > _MOST:
        _NAMELESS.clear()
    _NAMELESS.add(nameless)


def forget() -> None:
    """Forget which sentences held no name, as a new process would; the benchmark asks for it."""
    _NAMELESS.clear()


_CODE = re.compile(
    r"<[a-z!/][^<>]*[=:(][^<>]*>|</?[a-z]{1,10}>|(?<!\S)/\w+(?:\{[^}]*\})?", re.IGNORECASE
)
"""A tag or a command with a slash: what somebody pasted from a program, read over."""

_NAMELESS: set[int] = set()
"""Sentences and stretches without a name: the next round over the same message need not read them again."""
_MOST = 1000
