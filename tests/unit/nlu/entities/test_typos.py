"""Typing errors in listed words."""

import pytest

from bot.nlu.entities.typos import Typos

TYPOS = Typos(["mechelen", "machelen", "vilvoorde", "geraardsbergen", "gent"], ["identiteit"])


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("mechlen", "mechelen"),
        ("vilvorde", "vilvoorde"),
        ("geraadsbergn", "geraardsbergen"),
        ("identitetskwestie", "identiteitskwestie"),
        # two names are as near
        ("mchelen", None),
        # an ordinary word, a short one, another first letter
        ("mekkeren", None),
        ("gnet", None),
        ("wechelen", None),
    ],
)
def test_the_one_nearest_word_was_meant(word: str, meant: str | None):
    assert TYPOS.meant(word) == meant
