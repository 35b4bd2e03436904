"""The trained model: which words of a sentence are a name, by what they can be and what stands beside them.

A spaCy pipeline (blank Dutch, one entity recogniser) trained by `bot.privacy.names.training` on text
of our own. It is stored with spaCy's `to_disk`, which is msgpack and JSON: loading it runs no code.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.privacy.names.lexicon import Lexicon, case, shouted
from bot.privacy.names.tokens import Token

LABEL = "naam"
WORDS = "words.txt"
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

    nlp = spacy.blank("nl")
    nlp.add_pipe("ner", config=_CONFIG)
    return nlp


def tags(words: list[Token], kinds: list[str]) -> list[str]:
    """The class of each word together with how it is written."""
    loud = shouted(words)
    return [
        f"{kind}:{case(word.text, first=place == 0, shouted=loud)}"
        for place, (word, kind) in enumerate(zip(words, kinds, strict=True))
    ]


@dataclass(frozen=True)
class NameModel:
    """The pipeline and the lists it was trained with."""

    nlp: Any
    lexicon: Lexicon

    @classmethod
    def load(cls, folder: Path) -> NameModel:
        """Read a stored model; raises FileNotFoundError when the folder holds none."""
        words = (folder / WORDS).read_text(encoding="utf-8").split("\n")
        lexicon = Lexicon.load(frozenset(words))
        nlp = blank()
        nlp.from_disk(folder, exclude=["tokenizer"])
        assert lexicon.typos is not None
        return cls(nlp, lexicon)

    def names(self, words: list[Token], kinds: list[str]) -> list[tuple[int, int]]:
        """From which word up to which word the model sees names."""
        from spacy.tokens import Doc

        # The strings of a message leave spaCy's memory with the zone.
        with self.nlp.memory_zone():
            text = [word.text.lower() for word in words]
            doc = Doc(self.nlp.vocab, words=text, tags=tags(words, kinds))
            doc = self.nlp.get_pipe("ner")(doc)
            return [(one.start, one.end) for one in doc.ents]
