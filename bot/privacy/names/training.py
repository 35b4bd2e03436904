"""`python -m bot.privacy.names.training MAP`: build the model of names; part of `wegwijs train`, in its own process.

Everything it learns from is in the repository: the sentences and names of this package, and the
questions in data/nlu, in which no person is named. The seed is fixed.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from bot.privacy.names.asked import named
from bot.privacy.names.frames import NAMELESS, REGISTERS, Example, Filler, frames, roughen, slip
from bot.privacy.names.lexicon import Lexicon, fold_name
from bot.privacy.names.likeness import Likeness, crossed
from bot.privacy.names.model import LABELS, NameModel, blank, tags, write_words
from bot.privacy.names.sentence import Sentence
from bot.privacy.names.tokens import Token, sentences
from bot.settings import PROJECT

SEED = 20261125
FILLED = 10
"""Times that a sentence with a gap is used, each time with other names."""
QUESTIONS = 2500
"""Sentences without a name, out of data/nlu."""
ASKED = 3
"""Times that a question which speaks of somebody is asked with a name."""
UNLISTED = 0.45
"""Share of the texts in which the lists do not know the names, so that the model learns to do without."""
OFTEN = 3
"""Questions in which a word must stand to be a common one."""
DICTIONARY = 8000
"""Words of the dictionary of which the letters are learnt."""
EPOCHS = 4
RATE = 0.004
BATCH = 48
_QUESTION = re.compile(r"^      - (.+)$", re.MULTILINE)
_KNOWN = "FLBHVflbh"


def questions(folder: Path = PROJECT / "data" / "nlu") -> list[str]:
    """The training questions of the intents, as text."""
    found = [
        line.strip("\"'")
        for path in sorted(folder.glob("*.yml"))
        for line in _QUESTION.findall(path.read_text(encoding="utf-8"))
    ]
    return [re.sub(r"\[([^\]]+)\](?:\([^)]*\)|\{[^}]*\})", r"\1", line) for line in found]


def dictionary() -> frozenset[str]:
    """Ordinary Dutch words: those of simplemma, and those of our own questions."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    listed = DefaultDictionaryFactory().get_dictionary("nl")
    own = (word for line in questions() for word in re.findall(r"[^\W\d_]+", line))
    words = {fold_name(str(word)) for word in listed if word.islower() and word.isalpha()}
    lexicon = Lexicon.load(frozenset())
    # The dictionary writes "Russisch" with its capital, and a few names as well.
    written = {fold_name(str(word)) for word in listed if word.istitle() and word.isalpha()}
    more = written | {fold_name(one) for one in own if one.islower()}
    return frozenset(words | {one for one in more if not lexicon.is_name(one)})


def common() -> frozenset[str]:
    """The words that stand in several of our questions; a dictionary has many that nobody writes."""
    counted = Counter(
        word
        for line in questions()
        for word in {fold_name(one) for one in re.findall(r"[^\W\d_]+", line)}
    )
    return frozenset(word for word, times in counted.items() if times >= OFTEN)


def nameless(lines: list[str], lexicon: Lexicon) -> list[str]:
    """The questions in which no word is surely a name: a few are signed."""
    return [
        line
        for line in lines
        if not any(lexicon.kind(word) in "FLBH" for word in re.findall(r"[^\W\d_]+", line))
    ]


def examples(
    seed: int,
    lexicon: Lexicon,
    *,
    use: Callable[[str], bool],
    names: set[str] | None,
    hard: bool = True,
) -> list[Example]:
    """Sentences for which `use` is true, filled with the names in `names` (all, when None) and roughened."""
    draw = random.Random(seed)  # noqa: S311 - training text, no secret
    filler = Filler.of_lists(seed, sorted(lexicon.words), names, hard=hard)
    told = [
        filler.fill(frame, register)
        for register in (*REGISTERS, *NAMELESS)
        for frame in filter(use, frames(register))
        for _ in range(FILLED)
    ]
    spoken = [
        filler.fill(frame, "gevraagd")
        for question in filter(use, nameless(questions(), lexicon))
        for frame in dict.fromkeys(named(question, draw) for _ in range(ASKED))
        if frame != question
    ]
    asked = [
        Example(text, (), "geen", "vraag") for text in filter(use, nameless(questions(), lexicon))
    ]
    draw.shuffle(asked)
    return [roughen(one, draw) for one in (*told, *spoken, *asked[:QUESTIONS])]


def labelled(
    example: Example, lexicon: Lexicon, draw: random.Random, level: Callable[[str], int]
) -> Iterable[tuple[list[Token], list[str], list[str]]]:
    """Per sentence its words, their classes and their labels (IOB)."""
    unlisted = draw.random() < UNLISTED
    for words in sentences(example.text):
        inside = [
            next(
                (span for span in example.spans if span[0] < one.end and one.start < span[1]), None
            )
            for one in words
        ]
        sentence = Sentence.read(words, lexicon)
        if unlisted:
            sentence.kinds[:] = [
                (lexicon.ordinary(fold_name(word.text)) if kind.islower() else "U")
                if span and kind in _KNOWN
                else kind
                for word, kind, span in zip(words, sentence.kinds, inside, strict=True)
            ]
        yield words, tags(sentence, level), _iob(inside)


def _iob(inside: list[tuple[int, int] | None]) -> list[str]:
    return [
        "O" if span is None else ("I" if place > 0 and inside[place - 1] == span else "B")
        for place, span in enumerate(inside)
    ]


def letters(lexicon: Lexicon) -> list[str]:
    """Ordinary words whose letters are no name's: some of the dictionary, and those of our questions, mistyped too."""
    draw = random.Random(SEED)  # noqa: S311 - training text, no secret
    own = {
        fold_name(word)
        for line in questions()
        for word in re.findall(r"[^\W\d_]+", line)
        if not lexicon.is_name(fold_name(word))
    }
    some = draw.sample(sorted(lexicon.words), DICTIONARY)
    slips = [slip(word, draw) for word in sorted(own) if len(word) > 3]
    every = {*own, *some, *slips, *lexicon.places}
    return sorted(one for one in every if one and not lexicon.is_name(one))


def train(texts: list[Example], lexicon: Lexicon, seed: int = SEED) -> NameModel:
    """The model of these texts; the same texts and seed give the same model."""
    from spacy.tokens import Doc
    from spacy.training import Example as Lesson
    from spacy.util import fix_random_seed, minibatch
    from thinc.api import Adam

    fix_random_seed(seed)
    draw = random.Random(seed)  # noqa: S311 - training text, no secret
    nlp = blank()
    for label in LABELS:
        nlp.get_pipe("tagger").add_label(label)

    def lesson(words: list[Token], marks: list[str], labels: list[str]) -> Any:
        text = [one.text.lower() for one in words]
        return Lesson(
            Doc(nlp.vocab, words=text, tags=marks), Doc(nlp.vocab, words=text, tags=labels)
        )

    names, words = sorted(lexicon.first | lexicon.last), letters(lexicon)
    level = crossed(names, words)
    lessons = [lesson(*one) for text in texts for one in labelled(text, lexicon, draw, level)]
    optimizer = Adam(RATE, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True)
    nlp.initialize(lambda: lessons[:200], sgd=optimizer)
    for epoch in range(EPOCHS):
        optimizer.learn_rate = RATE * (1 - epoch / EPOCHS)
        draw.shuffle(lessons)
        for batch in minibatch(lessons, size=BATCH):
            nlp.update(batch, sgd=optimizer, drop=0.15)
    # The mean over the steps knows unseen names better than the last step does.
    for node in nlp.get_pipe("tagger").model.walk():
        for name in node.param_names:
            if (mean := optimizer.averages.get((node.id, name))) is not None:
                node.set_param(name, mean)
    return NameModel(nlp, lexicon, Likeness.learn(names, words))


def store(model: NameModel, folder: Path) -> None:
    """Write the model and its dictionary."""
    folder.mkdir(parents=True, exist_ok=True)
    model.nlp.to_disk(folder, exclude=["tokenizer"])
    model.likeness.store(folder)
    write_words(folder, model.lexicon)


def main(folder: Path) -> None:
    """Train on everything and store the model."""
    began = time.perf_counter()
    lexicon = Lexicon.load(dictionary(), common())
    store(train(examples(SEED, lexicon, use=lambda _: True, names=None), lexicon), folder)
    print(f"Namen: {time.perf_counter() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
