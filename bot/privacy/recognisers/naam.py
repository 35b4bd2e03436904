"""Names of persons: the trained model and the lists, each of which finds what the other misses.

Sources: sentences and lists of our own (`bot/privacy/names`, `lists/namen`). How model, lists and both
compare is in docs/decisions/0012-names-by-model-and-lists.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.privacy.names.loading import current
from bot.privacy.names.model import NameModel
from bot.privacy.names.rules import Range, Sentence, grown, is_person, listed, told, worth_reading
from bot.privacy.names.tokens import sentences
from bot.privacy.spans import Kind, Span, merge


def find(text: str) -> Iterator[Span]:
    """Names, whole, without the title before them; raises ModelMissing when no model was built."""
    yield from find_with(current(), text)


def find_with(
    model: NameModel, text: str, *, lists: bool = True, reading: bool = True
) -> Iterator[Span]:
    """Names by the lists, by the model, or by both."""
    for words in sentences(text):
        sentence = Sentence.read(words, model.lexicon)
        found: list[Range] = []
        if lists:
            found += [*listed(sentence), *told(sentence)]
        if reading and worth_reading(sentence):
            found += model.names(words, sentence.kinds)
        if lists:
            found = [grown(sentence, *one) for one in found]
            found = [one for one in found if is_person(sentence, *one)]
        yield from merge(
            [Span(words[start].start, words[end - 1].end, Kind.NAAM) for start, end in found]
        )
