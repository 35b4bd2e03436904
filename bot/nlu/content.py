"""The words of a question that tell what it is about, in a form that is equal for "zit" and "zitten"."""

from __future__ import annotations

import re
from functools import cache

import simplemma
from bm25s.stopwords import STOPWORDS_DUTCH

from bot.nlu.normalise import normalise

_EMPTY = frozenset(STOPWORDS_DUTCH) | frozenset(
    "waar wanneer waarom welk welke hoeveel wij we jullie jij onze mogen mag moeten moet kunt wilt willen zou zouden "  # noqa: SIM905
    "gaat gaan doet krijg krijgen krijgt komt komen staat staan weet weten zeg zeggen zegt vertel leg uitleg uitleggen "
    "precies juist eigenlijk echt nou oke ok okay dank bedankt merci graag aub alstublieft hallo dag goed prima "
    "daarin daarmee daarvan daarvoor daarover erin ervan ervoor erover hierover hiervan zoiets dus nee neen soms "
    "alleen elk elke bestaat bestaan geef geven geeft bedoel bedoelt bedoelen betekent betekenen vraag "
    "verschil verschillen".split()
)
"""Words of every question."""

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("en", "s", "n", "e")
SHORTEST = 3
"""Letters of a word that tells something; a number may be shorter."""


def content(text: str) -> list[frozenset[str]]:
    """Each word that tells what a text is about, as the forms by which it is known again."""
    words = _WORD.findall(normalise(text))
    return [
        forms(one) for one in words if one not in _EMPTY and (len(one) >= SHORTEST or one.isdigit())
    ]


@cache
def forms(word: str) -> frozenset[str]:
    """A word, its lemma and what is left without an ending: two words are alike when they share a form."""
    lemma = simplemma.lemmatize(word, lang="nl").lower()
    cut = {
        word.removesuffix(one)
        for one in _ENDINGS
        if word.endswith(one) and len(word) - len(one) > SHORTEST
    }
    # "Gevallen" without its ending is "gevall": a short vowel doubles what follows it.
    single = {
        one[:-1]
        for one in cut
        if len(one) > SHORTEST and one[-1] == one[-2] and one[-1] not in "aeou"
    }
    return frozenset({word, lemma, *cut, *single})
