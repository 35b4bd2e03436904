"""What a message in a form says that is none of the form's business: a question, a wish for a person, danger."""

from __future__ import annotations

import re

from bot.knowledge.library import Library
from bot.requests.fields import agrees, named_municipality
from bot.requests.kinds import SEALED, Field
from bot.requests.periods import is_only_period, is_period
from bot.requests.said import Heard

_QUESTION = re.compile(
    r"\?\s*$|^\W*(?:wat|wie|hoe|waar|waarom|wanneer|welke?|mag|mogen|moet|moeten|kan|kunnen|is|zijn|bestaat|heeft)\b",
    re.IGNORECASE,
)
_QUESTION_MARK = re.compile(r"\?\s*$")
_HOW = re.compile(r"\W*hoe\b", re.IGNORECASE)
"""A subject is often worded so: "hoe omgaan met haatspraak"."""
_PROPOSAL = re.compile(r"\W*(?:kan|mag|past|is|zou|gaat)\b", re.IGNORECASE)
"""Who proposes a time as a question: "kan het in maart?"."""
_PERSON = re.compile(r"\b(?:spreken|praten|iemand|mens|doorverbind\w*)\b", re.IGNORECASE)
FEW = 3
"""Words in another language, or beside a time, that may still be an answer."""
_FREE = (Field.ONDERWERP, Field.FUNCTIE)
"""Fields that take nearly any words, so that a question needs to look like one."""


_OF_THE_REQUEST = re.compile(
    r"\b(?:ik|wij|we|u|jullie|daar|erbij|er|dat|dit|zelf|antwoord|bevestiging|kost\w*|betalen|gratis|duurt|lang)\b",
    re.IGNORECASE,
)
"""Words of a question about the request itself; a subject is worded as a question too: "wat is extremisme?"."""


_COSTS = re.compile(r"\b(?:kost|kosten|kostprijs|gratis|betalen|duurt|duren)\b", re.IGNORECASE)
""" "Hoeveel kost dat?": no answer to any field."""
_OPENING = re.compile(
    r"^\W*(?:(?:en|maar|oh|trouwens|nog iets|nog een vraag)\b\W*)+", re.IGNORECASE
)
_WHEN_ANSWERED = re.compile(
    r"\b(?:wanneer|hoe (?:snel|lang|gauw|rap))\b.*\b(?:antwoord\w*|reactie|bericht|nieuws|bevestiging|contact|"
    r"hoor|horen|bel(?:len|t)?|gebeld|mailen|reageren|reageert)\b",
    re.IGNORECASE,
)


def asks_when_answered(asked: Field, text: str) -> bool:
    """Whether a message asks when the request will be answered, which no article tells."""
    proposes = asked in (Field.PERIODE, Field.WANNEER) and is_period(text)
    return _WHEN_ANSWERED.search(text) is not None and not proposes


def only_asks(asked: Field, heard: Heard) -> bool:
    """Whether a message that was not understood asks something, so that it is no answer either."""
    text = _OPENING.sub("", heard.said.text)
    if heard.said.contact is not None or not _QUESTION.search(text) or agrees(text):
        return False
    if _QUESTION_MARK.search(text) and _COSTS.search(text):
        return True
    if asked in (Field.PERIODE, Field.WANNEER, Field.GEMEENTE):
        return bool(_QUESTION_MARK.search(text)) and not is_period(text) and len(text.split()) > FEW
    if asked is Field.ONDERWERP:
        return bool(_QUESTION_MARK.search(text) and _OF_THE_REQUEST.search(text))
    return asked not in SEALED


def is_elsewhere(asked: Field, heard: Heard, library: Library) -> bool:
    """Whether a message is to be answered as always, with the form behind it."""
    if heard.decision == "safety":
        # Schoten is a town, and "morgen in de voormiddag" a time; the rules of danger come first and know that too.
        if asked in (Field.PERIODE, Field.WANNEER):
            return not is_only_period(heard.said.text)
        named = named_municipality(heard.said.text, library)
        return asked is not Field.GEMEENTE or named is None
    if heard.said.contact is not None:
        return False
    if heard.decision == "other_language" and asked is not Field.FUNCTIE:
        return len(heard.said.text.split()) > FEW
    if heard.intent == "medewerker_spreken":
        if asked is Field.WANNEER and is_period(heard.said.text):
            return False  # "Bel mij morgen maar" says when.
        return asked not in _FREE or bool(_PERSON.search(heard.said.text))
    if heard.decision not in ("answer", "conversation", "other_language"):
        return False
    if asked in (Field.PERIODE, Field.WANNEER) and _PROPOSAL.match(heard.said.text):
        return not is_period(heard.said.text)
    asks = _QUESTION_MARK if asked is Field.ONDERWERP and _HOW.match(heard.said.text) else _QUESTION
    return bool(asks.search(heard.said.text))
