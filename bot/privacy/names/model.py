"""The trained model: which words of a sentence are a name, by what they can be and what stands beside them.

A spaCy pipeline (blank Dutch, one entity recogniser) trained by `bot.privacy.names.training` on text
of our own. It is stored with spaCy's `to_disk`, which is msgpack and JSON: loading it runs no code.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.privacy.names.lexicon import Lexicon, case, shouted
from bot.privacy.names.likeness import Likeness
from bot.privacy.names.tokens import Token

Tagged = tuple[str, str]
"""A word in lower case and its tag."""

LABEL = "naam"
WORDS = "words.txt"
_UNKNOWN = frozenset("UV")
_WIDTH = 48
_CONFIG = {
    "model": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 48,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": _WIDTH,
                "attrs": ["NORM", "PREFIX", "SUFFIX", "TAG"],
                "rows": [3000, 100, 1000, 300],
                "include_static_vectors": False,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": _WIDTH,
                "depth": 2,
                "window_size": 1,
                "maxout_pieces": 2,
            },
        },
    }
}


def blank() -> Any:
    """The pipeline, untrained."""
    import spacy
    from spacy.attrs import NORM, PREFIX, SUFFIX

    nlp = spacy.blank("nl")
    # The other properties of words (is it a URL, a number, a stop word?) cost time and nobody reads them.
    getters = nlp.vocab.lex_attr_getters
    nlp.vocab.lex_attr_getters = {one: getters[one] for one in (NORM, PREFIX, SUFFIX)}
    nlp.add_pipe("ner", config=_CONFIG)
    return nlp


def tags(words: list[Token], kinds: list[str], level: Callable[[str], int]) -> list[str]:
    """The class of each word, how it is written and, when no list knows it, how much it looks like a name."""
    loud = shouted(words)
    return [
        f"{kind}{level(word.text) if kind in _UNKNOWN else ''}:{case(word.text, first=place == 0, shouted=loud)}"
        for place, (word, kind) in enumerate(zip(words, kinds, strict=True))
    ]


@dataclass(frozen=True)
class NameModel:
    """The pipeline and the lists it was trained with."""

    nlp: Any
    lexicon: Lexicon
    likeness: Likeness

    @classmethod
    def load(cls, folder: Path) -> NameModel:
        """Read a stored model; raises FileNotFoundError when the folder holds none."""
        words = (folder / WORDS).read_text(encoding="utf-8").split("\n")
        lexicon = Lexicon.load(frozenset(words))
        nlp = blank()
        nlp.from_disk(folder, exclude=["tokenizer"])
        # Made now, so that no message waits for it.
        _ = lexicon.typos
        return cls(nlp, lexicon, Likeness.load(folder))

    def tagged(self, words: list[Token], kinds: list[str]) -> list[Tagged]:
        """The words of a sentence as the model reads them."""
        marks = tags(words, kinds, self.likeness.level)
        return [(word.text.lower(), mark) for word, mark in zip(words, marks, strict=True)]

    def names(self, read: list[list[Tagged]]) -> list[list[tuple[int, int]]]:
        """For each stretch of words: from which word up to which word a name stands."""
        from spacy.tokens import Doc

        if not read:
            return []
        ner = self.nlp.get_pipe("ner")
        # The strings of a message leave spaCy's memory with the zone.
        with self.nlp.memory_zone():
            docs = [
                Doc(
                    self.nlp.vocab,
                    words=[word for word, _ in words],
                    tags=[mark for _, mark in words],
                )
                for words in read
            ]
            ner.set_annotations(docs, ner.predict(docs))
            return [[(one.start, one.end) for one in doc.ents] for doc in docs]
