"""The trained model: which words of a sentence are a name, by what they can be and what stands beside them.

A spaCy pipeline (blank Dutch, one tagger) trained by `bot.privacy.names.training` on text
of our own. It is stored with spaCy's `to_disk`, which is msgpack and JSON: loading it runs no code.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.privacy.names.lexicon import Lexicon, fold_name
from bot.privacy.names.likeness import Likeness
from bot.privacy.names.sentence import Sentence

Tagged = tuple[str, str]
"""A word in lower case and its tag."""

LABELS = ("O", "B", "I")
"""Outside a name, its first word, the words behind that one; the scores come in this order."""
WORDS = "words.txt"
_UNKNOWN = frozenset("UVR")
_WIDTH, _DEPTH, _WINDOW = 48, 2, 2
REACH = _DEPTH * _WINDOW
"""Words to either side that count for the label of a word."""
_DOUBT = 2.5
"""How much likelier than a name another word must look, in log odds: a name in clear is worse than a word masked."""
_DOUBT_WORD = 0.0
"""The same for a word in small letters that a dictionary knows: mostly it is no name."""
_CONFIG = {
    "model": {
        "@architectures": "spacy.Tagger.v2",
        "nO": None,
        "normalize": False,
        "tok2vec": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": _WIDTH,
                "attrs": ["NORM", "SUFFIX", "TAG"],
                "rows": [3000, 1000, 300],
                "include_static_vectors": False,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": _WIDTH,
                "depth": _DEPTH,
                "window_size": _WINDOW,
                "maxout_pieces": 2,
            },
        },
    }
}
"""A tagger: half the time of a parser of entities, and its scores can be leant on."""


def blank() -> Any:
    """The pipeline, untrained."""
    import spacy
    from spacy.attrs import NORM, PREFIX, SUFFIX

    nlp = spacy.blank("nl")
    # The other properties of words (is it a URL, a number, a stop word?) cost time and nobody reads them.
    getters = nlp.vocab.lex_attr_getters
    nlp.vocab.lex_attr_getters = {one: getters[one] for one in (NORM, PREFIX, SUFFIX)}
    nlp.add_pipe("tagger", config=_CONFIG)
    return nlp


def tags(sentence: Sentence, level: Callable[[str], int]) -> list[str]:
    """The class of each word, how it is written and, when no list knows it, how much it looks like a name."""
    return [
        f"{kind}{level(word.text) if kind in _UNKNOWN else ''}:{case}"
        for word, kind, case in zip(sentence.words, sentence.kinds, sentence.cases, strict=True)
    ]


def write_words(folder: Path, lexicon: Lexicon) -> None:
    """The dictionary in one file: the common words, an empty line, the others."""
    common = sorted(lexicon.words & lexicon.common)
    lines = [*common, "", *sorted(lexicon.words - lexicon.common)]
    (folder / WORDS).write_text("\n".join(lines), encoding="utf-8")


def read_words(folder: Path) -> tuple[frozenset[str], frozenset[str]]:
    """All words, and the common ones among them."""
    common, _, rare = (folder / WORDS).read_text(encoding="utf-8").partition("\n\n")
    often = frozenset(common.split("\n"))
    return often | frozenset(rare.split("\n")), often


@dataclass(frozen=True)
class NameModel:
    """The pipeline and the lists it was trained with."""

    nlp: Any
    lexicon: Lexicon
    likeness: Likeness
    _levels: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    """Levels of words of the dictionary: told once, and no word of a visitor's own is kept."""

    @classmethod
    def load(cls, folder: Path) -> NameModel:
        """Read a stored model; raises FileNotFoundError when the folder holds none."""
        lexicon = Lexicon.load(*read_words(folder))
        nlp = blank()
        nlp.from_disk(folder, exclude=["tokenizer"])
        # Made now, so that no message waits for it; a word that spaCy has not met costs it more.
        _ = lexicon.typos
        for word in lexicon.common:
            _ = nlp.vocab[word]
        return cls(nlp, lexicon, Likeness.load(folder))

    def level(self, text: str) -> int:
        """How much the letters of a word look like a name's."""
        word = fold_name(text)
        if word not in self.lexicon.words:
            return self.likeness.level(text)
        if word not in self._levels:
            self._levels[word] = self.likeness.level(text)
        return self._levels[word]

    def tagged(self, sentence: Sentence) -> list[Tagged]:
        """The words of a sentence as the model reads them."""
        marks = tags(sentence, self.level)
        return [(word.text.lower(), mark) for word, mark in zip(sentence.words, marks, strict=True)]

    def names(self, read: list[list[Tagged]]) -> list[list[tuple[int, int]]]:
        """For each stretch of words: from which word up to which word a name stands."""
        from spacy.tokens import Doc

        if not read:
            return []
        tagger = self.nlp.get_pipe("tagger")
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
            scores = tagger.model.predict(docs)
        return [_names(one, words) for one, words in zip(scores, read, strict=True)]


def _doubt(mark: str) -> float:
    return _DOUBT_WORD if mark[0] in "WRE" and mark.endswith("l") else _DOUBT


def _names(scores: Any, words: list[Tagged]) -> list[tuple[int, int]]:
    """The runs of words that are labelled as a name."""
    found: list[tuple[int, int]] = []
    for place, (outside, begin, inside) in enumerate(scores.tolist()):
        behind = bool(found) and found[-1][1] == place
        if behind and inside >= begin and inside > outside - _DOUBT:
            found[-1] = (found[-1][0], place + 1)
        elif max(begin, inside) > outside - _doubt(words[place][1]):
            found.append((place, place + 1))
    return found
