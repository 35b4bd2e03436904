"""Words that stop a request, and those among them that may mean more than the request."""

from __future__ import annotations

import re

_STOP = re.compile(
    r"\W*(?:(?:nee|neen|oei|ok|oke|sorry|(?:toch|liever) niet|"
    r"(?:ik|wij|we) (?:wil|wou|willen)|wil|graag|toch|maar|liever|eigenlijk|nu|even|hier|er|"
    r"het|dit|deze aanvraag|de aanvraag|mijn aanvraag|mee|ermee|hiermee)\b\W*)*"
    r"(?:stop(?:pen)?|annuleer|annuleren|afbreken|laat (?:het )?maar|laat (?:maar )?zitten|niet meer nodig)"
    r"(?:\W+(?:maar|graag|nu|toch|dat|dit|het|aub|a\.u\.b|alsjeblieft|alstublieft|"
    r"ermee|hiermee|er mee|met alles|alles|"
    r"dit alles|het hele formulier|"
    r"(?:met )?(?:de|deze|mijn) aanvraag))*\W*",
    re.IGNORECASE,
)
_STOPS_IN_A_WORD = re.compile(r"\b(?:stop|annuleer|afbreken|niet meer nodig)\b", re.IGNORECASE)
""" "Annuleer dat toch maar, een collega heeft me geholpen": what follows says why."""
_NO_MORE = re.compile(
    r"\W*(?:(?:nee|neen|sorry)\b\W*)*(?:ik|we|wij) (?:wil|wou|willen) (?:(?:dit|dat|het|echt|toch|liever) )*"
    r"niet (?:meer|verder|langer)(?P<what>(?: (?:verder|doen|gaan|doorgaan|verdergaan|invullen|aanvragen|"
    r"met (?:de|deze|mijn) aanvraag))*)\W*",
    re.IGNORECASE,
)
_OF_A_REQUEST = re.compile(r"\b(?:doen|invullen|aanvragen|aanvraag)\b", re.IGNORECASE)


def only_stops(text: str) -> bool:
    """Whether a message in a form is nothing but the wish to stop it: no danger can be in it."""
    return bool(_STOP.fullmatch(text)) or may_mean_more(text)


def stops(text: str, *, danger: bool = False) -> bool:
    """Whether a message in a form stops it, also when it says why, unless `danger` was heard in that."""
    first, _, why = re.sub(r"[,.;]\s", "|", text, count=1).partition("|")
    explained = "?" not in why and _STOPS_IN_A_WORD.search(first) is not None
    return only_stops(text) or (not danger and explained and bool(_STOP.fullmatch(first)))


def may_mean_more(text: str) -> bool:
    """Whether the words stop a form and are also what someone says who is not well: "ik wil niet meer"."""
    return bool(_NO_MORE.fullmatch(text))


def declines_offer(text: str) -> bool:
    """Whether a message behind the button of a form wants no form; "ik wil niet meer" alone is not about that."""
    found = _NO_MORE.fullmatch(text)
    return bool(_OF_A_REQUEST.search(found["what"])) if found else bool(_STOP.fullmatch(text))
