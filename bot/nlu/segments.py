"""Cutting a message into pieces that may each hold a question: sentences and joined clauses, no greetings."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"(?<=[.!?…;])\s+|\n+|,?\s+(?=\d\)\s)")
_JOINED = re.compile(
    r"(?:,|\s-)?\s+(?=(?:en (?:ook|of|hoe|wat|wie|waar|wanneer|welke?|kan|kunnen|mag|mogen|is er|zijn er|moet|moeten|"
    r"krijgen|krijgt|heb|hebt|hebben|heeft|bestaat|bestaan|geven|geeft|geldt|wordt|zoeken|"
    r"daarnaast|nog iets|ten slotte|(?:komen|komt|doen|doet|wil|willen|zou|zouden) (?:jullie|u|iemand|er|wij|we))"
    r"|daarnaast|ten tweede|verder)\b)",
    re.IGNORECASE,
)
_VERBS = r"mag|mogen|moet|moeten|kan|kunnen|is|zijn|bestaat|bestaan|krijg\w*|heeft|hebben|geldt|komt|komen"
_ANNOUNCED = re.compile(r"^[^.?!:]*\b(?:vraag|vragen|vraagjes?)\b[^.?!:]{0,20}:\s+", re.IGNORECASE)
""" "Ik heb enkele vragen: …" """
_LISTED = re.compile(rf",\s+(?=(?:{_VERBS})\b)", re.IGNORECASE)
_LIST = re.compile(rf"(?:{_VERBS}|hoe|wat|wie|welke?)\b", re.IGNORECASE)
"""The first of questions with only commas between them. "Als …, moeten wij …?" is one question."""
_SALUTATION = r"beste|geachte|hallo|hoi|hey|dag|goe\w*(?:morgen|middag|avond|navond|dag)"
_GREETING = re.compile(rf"^(?:{_SALUTATION})\b[^.?!]{{0,50}}[,!.]?$", re.IGNORECASE)
_GREETS_FIRST = re.compile(rf"^(?:{_SALUTATION})\b[^,.!?]{{0,40}}[,!]\s*", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"^(?:(?:met )?(?:vriendelijke|hartelijke|beste|collegiale) groet|mvg|groet|grt|"
    r"(?:alvast |hartelijk |veel )?(?:bedankt|merci|dank)|met (?:dank|achting)|hoogachtend)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:\d+[.)]|[-*•]|[a-d]\))\s*")

SHORTEST = 3
"""Words that a piece needs to hold a question of its own."""


_GREETED = re.compile(
    rf"^(?:(?:{_SALUTATION})(?: allen| collega'?s?| mensen)?\s*[,!.]\s*"
    r"|(?:hallo|hoi|hey|goe\w*(?:morgen|middag|avond|dag))\s+"
    r"|(?:(?:ok[eé]?|ja|goed),? )?(?:bedankt|dank u(?: wel)?|dank je(?: wel)?|merci|top)\s*[,!.]\s*)",
    re.IGNORECASE,
)


_MEANT = re.compile(
    r"^(?:(?:nee|neen|maar|sorry|ja)\W+)*ik bedoel(?:de)?\W+(?:(?:dus|eigenlijk|eerder|gewoon)\W+)*",
    re.IGNORECASE,
)
""" "Nee, ik bedoel …": what follows is the question."""


def without_greeting(text: str) -> str:
    """A message without its first word of greeting, or its "ik bedoel", when more comes behind it."""
    rest = _MEANT.sub("", _GREETED.sub("", text.lstrip(), count=1), count=1)
    return rest if len(rest.split()) >= SHORTEST else text


_INTRODUCED = re.compile(
    r"^(?:(?:ik|wij|we) (?:ben|zijn|werk|werken)|[kK]ben)\b[^,.?!;:\n]{2,60}(?:[,;:.]| en)\s+"
    r"(?=(?:hoe\w*|wat|(?:(?:bij|met|tot|naar|aan) )?wie|waar\w*|wanneer|welke?|kan|kunnen|mag|mogen|moet|moeten|heb"
    r"|hebt|hebben|heeft|is er|zijn er|bestaat)\b)",
    re.IGNORECASE,
)


def asked_behind_role(text: str) -> str | None:
    """The question of a message that first tells who asks: "ik werk bij een CLB, mag ik …"."""
    found = _INTRODUCED.match(text)
    rest = text[found.end() :] if found else ""
    return rest if len(rest.split()) >= SHORTEST else None


def segments(text: str) -> list[str]:
    """The pieces of a message in order; empty when it is a greeting alone."""
    pieces = []
    for sentence in _SENTENCE.split(text):
        said = _GREETS_FIRST.sub("", _BULLET.sub("", sentence.strip()))
        if not said or _GREETING.match(said) or _SIGNATURE.match(said):
            continue
        pieces += [piece for piece in _questions(said) if len(piece.split()) >= SHORTEST]
    return pieces


def _questions(sentence: str) -> list[str]:
    """A sentence cut where questions are joined, announced or listed in it."""
    announced = _ANNOUNCED.match(sentence)
    start = announced.end() if announced else 0
    joined = _JOINED.split(sentence[start:])
    listed = (_LISTED.split(one) if _LIST.match(one) else [one] for one in joined)
    return [
        *([sentence[:start].strip()] if start else []),
        *(piece for one in listed for piece in one),
    ]
