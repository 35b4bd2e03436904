"""E-mail addresses, plain and disguised."""

from __future__ import annotations

import pytest

from bot.privacy.recognisers.email import find

from .tables import found

VALID = [
    ("mail jan.peeters@telenet.be.", ["jan.peeters@telenet.be"]),
    ("JAN@GMAIL.COM", ["JAN@GMAIL.COM"]),
    ("<a.b+c@x-y.co.uk>", ["a.b+c@x-y.co.uk"]),
    ("'jan@x.be'", ["jan@x.be"]),
    ("jan punt peeters at telenet punt be", ["jan punt peeters at telenet punt be"]),
    ("jan [at] domein punt be", ["jan [at] domein punt be"]),
    ("jan(at)gmail.com", ["jan(at)gmail.com"]),
    ("jan @ gmail.com", ["jan @ gmail.com"]),
    ("jan@gmail,com", ["jan@gmail,com"]),
    ("jan..p@gmail.com", ["jan..p@gmail.com"]),
    ("jan punt p apestaartje peer punt be", ["jan punt p apestaartje peer punt be"]),
    ("jan at sint streepje truiden punt be", ["jan at sint streepje truiden punt be"]),
]

LOOK_ALIKES = [
    # no address
    "wij komen @ 5 uur. be op tijd",
    "@VVSG",
    "at random punt",
    "naam@",
    "het apestaartje staat naast een streepje en een punt",
    "een punt at de commissie niet. be",
    "a@b",
    # domains of institutions
    "www.vlaanderen.be",
    "vvsg.be",
]


@pytest.mark.parametrize(("text", "values"), VALID)
def test_finds_the_value_in_every_spelling(text: str, values: list[str]) -> None:
    assert found(find, text) == values


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_leaves_look_alikes_alone(text: str) -> None:
    assert found(find, text) == []
