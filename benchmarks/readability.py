"""How hard the articles read: `python -m benchmarks.readability`.

Flesch-Douma = 206.84 - 0.77 x (syllables per 100 words) - 0.93 x (words per sentence): 60 and more is plain Dutch.
LIX = words per sentence + share of words of more than six letters in percent: up to 40 is plain.
Syllables are the pieces that pyphen's Dutch patterns break a word into, or its groups of vowels where those are more;
a point of a list is a sentence. One JSON object.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from statistics import median
from typing import Any

from pyphen import Pyphen

from bot.knowledge.articles import Article, load_article
from bot.settings import PROJECT

ANSWERS = PROJECT / "knowledge" / "answers"
LONG = 6
"""LIX calls a word with more letters long."""

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_POINT = re.compile(r"(?m)^\s*(?:-|\d+\.)\s+")
# An abbreviation, a domain or a number keeps its full stop without ending a sentence.
_STOP_INSIDE = re.compile(r"\b(art|nr)\.|(?<=\w)\.(?=\w)|\bT\.E\.R\.", re.IGNORECASE)
_END = re.compile(r"[.!?:]+(?:\s|$)|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Dutch never breaks off one letter, so patterns alone find one syllable in "over": the vowels find the other.
_VOWELS = re.compile(
    r"ieuw|eeuw|aai|ooi|oei|ieu|ij|[aeou]u|aa|ee|oo|ie|oe|ei|ui|[aeiouyàáâäèéêëìíîïòóôöùúûü]"
)
_HYPHENS = Pyphen(lang="nl_NL")


@dataclass(frozen=True)
class Reading:
    """The counts of a text that both formulas need."""

    sentences: int
    words: int
    long_words: int
    syllables: int

    @property
    def flesch_douma(self) -> float:
        """Higher is easier; about 0 to 100."""
        return 206.84 - 77 * self.syllables / self.words - 0.93 * self.words / self.sentences

    @property
    def lix(self) -> float:
        """Lower is easier; about 20 to 60."""
        return self.words / self.sentences + 100 * self.long_words / self.words

    def figures(self) -> dict[str, Any]:
        """The row of a report."""
        return {
            "words": self.words,
            "words_per_sentence": round(self.words / self.sentences, 1),
            "flesch_douma": round(self.flesch_douma, 1),
            "lix": round(self.lix, 1),
        }


def plain(text: str) -> str:
    """A text of an article as it is read aloud: no marks, no addresses."""
    text = _POINT.sub("", _LINK.sub(r"\1", text)).replace("*", "")
    return _STOP_INSIDE.sub(lambda found: found[0].replace(".", ""), text)


def read(text: str) -> Reading:
    """Count a text in the Markdown subset; raises ValueError when there are no words in it."""
    sentences = [words for one in _END.split(plain(text)) if (words := _WORD.findall(one))]
    words = [word for one in sentences for word in one]
    if not words:
        raise ValueError("there are no words in this text")
    return Reading(
        sentences=len(sentences),
        words=len(words),
        long_words=sum(len(word) > LONG for word in words),
        syllables=sum(_syllables(word) for word in words),
    )


def _syllables(word: str) -> int:
    plain_word = word.casefold()
    pieces = len(_HYPHENS.positions(plain_word)) + 1
    return max(pieces, len(_VOWELS.findall(plain_word)))


def measure(articles: list[Article]) -> dict[str, Any]:
    """Per article its short text and all of its texts, and the medians, hardest and totals over all."""
    short = {one.topic: read(one.short) for one in articles}
    whole = {
        one.topic: read("\n\n".join((one.short, one.long, *one.variants.values())))
        for one in articles
    }
    return {
        "short": _summary(list(short.values())),
        "whole": _summary(list(whole.values())),
        "articles": {
            topic: {"short": short[topic].figures(), "whole": whole[topic].figures()}
            for topic in short
        },
    }


def _summary(readings: list[Reading]) -> dict[str, Any]:
    ease, lix = [one.flesch_douma for one in readings], [one.lix for one in readings]
    return {
        "words": sum(one.words for one in readings),
        "flesch_douma_median": round(median(ease), 1),
        "flesch_douma_lowest": round(min(ease), 1),
        "lix_median": round(median(lix), 1),
        "lix_highest": round(max(lix), 1),
    }


def main() -> None:
    """Print the figures."""
    articles = [load_article(path) for path in sorted(ANSWERS.glob("*.md"))]
    json.dump(measure(articles), sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
