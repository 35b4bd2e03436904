"""More training sentences: the questions of data/nlu, with a person named where they say "een leerling" or "hij".

Written by many people in many ways, they show the model names in far more surroundings than the
sentences of `frames/` do; and the same question without the name stays among those without one.
"""

from __future__ import annotations

import random
import re

_PEOPLE = (
    "leerling|zoon|dochter|collega|jongen|jongere|meisje|man|vrouw|kind|buur|buurman|buurvrouw|broer|zus|neef|nicht|"
    "vriend|vriendin|inwoner|burger|ouder|vader|moeder|mama|papa|medewerker|cliënt|student|kleinzoon|speler|werknemer"
)
_ROLES = "schepen|burgemeester|imam|wijkagent|korpschef|directeur|leerkracht|dokter|coördinator"
_OWNERS = "mijn|onze|ons|haar|zijn|hun|een|de|die|deze|dat|het"
_PERSON = re.compile(rf"\b(?P<whose>{_OWNERS}) (?P<who>{_PEOPLE})\b(?! van)", re.IGNORECASE)
_ROLE = re.compile(rf"\b(?P<whose>mijn|onze|de|een) (?P<who>{_ROLES})\b(?! van)", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?P<before>\b(?:dat|als|omdat|wanneer|heeft|moet|wil|kan|toen|sinds|zegt|want|maar|of|mag) |^)"
    r"(?:hij|ze|zij)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\biemand\b(?! anders)", re.IGNORECASE)


def named(question: str, draw: random.Random) -> str:
    """The question with a gap for a name in it, or as it was when it speaks of nobody."""
    ways = [way for way in (_person, _role, _subject, _somebody) if way(question, draw) != question]
    return draw.choice(ways)(question, draw) if ways else question


def _person(question: str, draw: random.Random) -> str:
    """ "Mijn zoon" becomes a name, or gets one behind it."""

    def put(match: re.Match[str]) -> str:
        if draw.random() < 0.6:
            return _gap(draw)
        apart = draw.random() < 0.4
        return f"{match[0]}, {_gap(draw)}," if apart else f"{match[0]} {_gap(draw)}"

    return _PERSON.sub(put, question, count=1)


def _role(question: str, draw: random.Random) -> str:
    """ "De schepen" gets a name behind it, or loses its article to it."""

    def put(match: re.Match[str]) -> str:
        gap = draw.choice(("{familienaam}", "{naam}", "{voornaam}"))
        whole = f"{match['whose']} {match['who']} {gap}"
        return whole if draw.random() < 0.5 else f"{match['who']} {gap}"

    return _ROLE.sub(put, question, count=1)


def _subject(question: str, draw: random.Random) -> str:
    return _SUBJECT.sub(lambda match: match["before"] + _gap(draw), question, count=1)


def _somebody(question: str, draw: random.Random) -> str:
    return _SOMEBODY.sub(lambda _: _gap(draw), question, count=1)


def _gap(draw: random.Random) -> str:
    return draw.choice(("{voornaam}", "{voornaam}", "{naam}", "{naam}", "{familienaam}"))
