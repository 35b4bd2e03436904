"""What argparse says by itself, in Dutch: a refusal of the command line is for the same people as every other."""

from __future__ import annotations

import argparse

WORDS = {
    "usage: ": "gebruik: ",
    "positional arguments": "gegevens",
    "options": "opties",
    "show this help message and exit": "toon deze uitleg",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "dit ontbreekt: %s",
    "one of the arguments %s is required": "een hiervan is nodig: %s",
    "unrecognized arguments: %s": "dit hoort er niet bij: %s",
    "not allowed with argument %s": "dit kan niet samen met %s",
    "ignored explicit argument %r": "hier hoort geen waarde bij, zoals %r",
    "expected one argument": "hier ontbreekt de waarde",
    "expected at most one argument": "hier hoort hoogstens één waarde bij",
    "expected at least one argument": "hier hoort minstens één waarde bij",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan van alles zijn: %(matches)s",
    "invalid %(type)s value: %(value)r": "%(value)r is hier geen geldige waarde",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r kan niet; kies uit %(choices)s",
}
"""By what argparse asks gettext for."""


def speak_dutch() -> None:
    """Let argparse look its words up here; what is not here stays as it is."""
    # It takes its words through this one name, made for translating it (https://docs.python.org/3/library/gettext.html).
    setattr(argparse, "_", lambda words: WORDS.get(words, words))  # noqa: B010
