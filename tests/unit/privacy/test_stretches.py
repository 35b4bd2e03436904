"""The model reads the words around possible names only, and sees there what it sees in the whole sentence."""

from __future__ import annotations

import json
from pathlib import Path

from bot.privacy.names.loading import current
from bot.privacy.names.rules import possible, stretches
from bot.privacy.names.sentence import Sentence
from bot.privacy.names.tokens import sentences

TEXTS = [
    json.loads(line)["text"]
    for line in Path(__file__).with_name("names.jsonl").read_text("utf-8").splitlines()
][:150]


def test_a_stretch_gives_what_the_whole_sentence_gives() -> None:
    model = current()
    for text in TEXTS:
        for words in sentences(text):
            sentence = Sentence.read(words, model.lexicon)
            tagged = model.tagged(sentence)
            whole = model.names([tagged])[0]
            parts = stretches(sentence, possible(sentence, model.level))
            seen = [
                (start + first, start + last)
                for (start, end), names in zip(
                    parts, model.names([tagged[start:end] for start, end in parts]), strict=True
                )
                for first, last in names
            ]
            inside = {place for start, end in parts for place in range(start, end)}
            sure = {
                place
                for place in inside
                if {*range(max(0, place - 4), min(len(words), place + 5))} <= inside
            }
            assert {p for a, b in seen for p in range(a, b)} & sure == {
                p for a, b in whole for p in range(a, b)
            } & sure, text


def test_a_sentence_of_ordinary_words_is_not_read() -> None:
    model = current()
    words = sentences("hoe kan ik dat het best aan de ouders vertellen")[0]
    assert not possible(Sentence.read(words, model.lexicon), model.level)
