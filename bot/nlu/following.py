"""What a short follow-up is about that names no topic of its own.

It may ask what another municipality does ("hoe doet Gent dat?"), or about one side of what was asked before ("en wie
betaalt dat?"). Such words resemble no topic, so the intent model alone takes them for small talk or out of scope.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.knowledge.catalogue import Catalogue, TopicId
from bot.knowledge.sought import Sought
from bot.nlu.content import content
from bot.nlu.entities.found import Found

ELSEWHERE, PLANS = TopicId("initiatieven_elders"), TopicId("beleidsplannen_elders")

SHORT = 12
"""Words of such a follow-up at most."""

BRIEF = 6
"""Words of one that has no room to name its topic, at most."""

SPOKEN = 8
"""Words of a wish to speak to a person, at most: a longer one may tell what about."""

ELLIPSIS = 4
"""Words of one without a verb, its municipality included: "en in Gent?"."""

COMPARED = ("algemeen", "informatie", "beleidsplan", "andere_gemeenten", "polarisering")
"""Natures of topics that every municipality has a practice in; elsewhere "en in Gent?" asks the same for Gent."""

_PRACTICE = re.compile(
    r"\b(?:hoe|wat) (?:doet|doen|pakt|pakken|regelt|regelen|organiseert|zit|werkt|gaat|loopt|ziet)\b"
    r"|\b(?:doet|doen|heeft|hebben|werkt|kent|bestaat|gebeurt|krijgt|kreeg|deed)\b.*\book\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"\b(?:ik|wij|we|ons|onze|mij|mijn)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:da|dat|die|daar\w*|dit|deze|er|het(?!\s+\w{6})|hij|zij|ze|hem|haar|hun|zoiets|zo'n|zo (?:een|iemand))\b",
    re.IGNORECASE,
)
""" "Het beleidsplan" names what it is about: before a long word "het" is an article."""

_KEPT_HERE = re.compile(
    r"\b(?:bewaren|bewaar|houden|slaan|onthouden|registreren|verzamelen|loggen) (?:jullie|je|jij)\b(?!.*\bvan elkaar\b)"
    r"|\b(?:dit|deze|het|mijn) (?:gesprek|chat|vraag|vragen|gegevens)\b.*\b(?:bewaard|opgeslagen|bijgehouden|gelogd)\b",
    re.IGNORECASE,
)
"""What the helpdesk keeps of this conversation, not what a LIVC R keeps."""

_OF_ANOTHER = ("municipality", "abroad", "audience")
"""What makes a message one about somebody or somewhere else, or one that tells who asks."""
_PERSON = r"(?:iemand|een? mens|persoon|medewerk\w*|collega\w*|adviseur\w*|jurist\w*|expert\w*|helpdesk|jullie|u|jou)"
_SPEAK_TO = re.compile(
    rf"\b(?:ik|wij|we|wil|willen|graag)\b.*(?<!\bals )(?<!\bals een )\b{_PERSON}\b.*\bspreken\b"
    rf"|\bspreken met\b.*\b{_PERSON}\b",
    re.IGNORECASE,
)
"""Who wants to speak to a person, and not as one, asks about no duty to speak: "ik moet dringend iemand spreken"."""
_HELPS_WITH_IT = re.compile(
    r"\b(?:daar|hier)(?:bij|mee|in) (?:\w+ ){0,2}(?:help\w*|ondersteun\w*|begeleid\w*|bijstaan)\b",
    re.IGNORECASE,
)
""" "Kan iemand van jullie ons daarbij helpen?" """
_HELP_ALONE = 3
"""Words that tell something in such a question, at most."""
_CANCELS = re.compile(r"\b(?:niet|geen|stop\w*|bedank\w*|dank)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Before:
    """What a message follows."""

    text: str
    """The message itself."""
    topic: TopicId
    """What was asked before it."""
    home: str | None
    """NIS code of the asker's municipality."""
    told: frozenset[str] = frozenset()
    """The words of the article on that topic, in every form (bot.nlu.content)."""
    sought: tuple[Sought, ...] = ()
    """Kinds of things that are asked for in any answer."""
    held: tuple[Sought, ...] = ()
    """Those of them that the article on that topic tells."""
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The words of the title and the question of each topic, in every form."""
    sides: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The sides that the article on each topic tells of."""


def elsewhere(catalogue: Catalogue, before: Before, found: Sequence[Found], intent: str) -> str:
    """The intent of a follow-up, which is what others do when it asks what another municipality does."""
    towns = {one.value for one in found if one.kind == "municipality"}
    own = before.home in towns or any(one.kind == "own_municipality" for one in found)
    if not towns or own or _SPEAKER.search(before.text) or len(before.text.split()) > SHORT:
        return intent
    nature = catalogue.topics[before.topic].nature
    verbless = len(before.text.split()) <= ELLIPSIS and nature in COMPARED
    if not (verbless or _PRACTICE.search(before.text)):
        return intent
    return PLANS if intent == PLANS and "plan" in before.text.casefold() else ELSEWHERE


def asks_practice(text: str, found: Sequence[Found]) -> bool:
    """Whether a short message asks what one municipality does, with its name: "wat doet Gent tegen radicalisering?"."""
    towns = {one.value for one in found if one.kind == "municipality"}
    return len(towns) == 1 and len(text.split()) <= SHORT and _PRACTICE.search(text) is not None


def asks_privacy(text: str) -> bool:
    """Whether a short message asks what the helpdesk itself keeps: "welke gegevens bewaren jullie?"."""
    return len(text.split()) <= SHORT and _KEPT_HERE.search(text) is not None


def asks_a_side(before: Before, found: Sequence[Found], *, sure: bool) -> bool:
    """Whether a message asks about one side of what was asked before: it points back, or is about nothing else."""
    named = any(one.kind == "aspect" for one in found)
    short = len(before.text.split()) <= SHORT
    if not named or not short or _SPEAK_TO.search(before.text):
        return False
    return not sure or _POINTS_BACK.search(before.text) is not None


def asks_whom_then(before: Before, found: Sequence[Found], *, known: bool) -> bool:
    """Whether a brief message asks whom to turn to with what was asked before: "aan wie kan ik het dan vragen?".

    `known` says that it resembles a topic of its own: then it has to point back.
    """
    # "Kan iemand van jullie ons daarbij helpen?" names nothing else.
    bare = len(content(before.text)) <= _HELP_ALONE
    helps = bare and _HELPS_WITH_IT.search(before.text) is not None
    seeks = any(one.kind == "seeks_contact" for one in found) and not known
    return (
        (helps or seeks) and len(before.text.split()) <= SHORT and not _SPEAK_TO.search(before.text)
    )


def wants_a_person(before: Before) -> bool:
    """Whether a short follow-up says no more than that somebody wants to speak to a person."""
    text = before.text
    return len(text.split()) <= SPOKEN and _SPEAK_TO.search(text) is not None


def told_of_before(before: Before, found: Sequence[Found], intent: str) -> bool:
    """Whether a brief message asks a side that the answer before it tells of, and the topic it resembles does not."""
    named = {one.value for one in found if one.kind == "aspect"}
    nothing: frozenset[str] = frozenset()
    here, there = (before.sides.get(one, nothing) for one in (before.topic, intent))
    return bool(named & here) and not named & there and not names_topic(before)


def names_topic(before: Before) -> bool:
    """Whether a message names another topic; a brief one that does not may be about the answer before it."""
    if len(before.text.split()) > BRIEF:
        return True
    others = (words for topic, words in before.names.items() if topic != before.topic)
    named = frozenset().union(*others)
    rest = before.text
    for kind in before.held:
        rest = kind.asks.sub(" ", rest)
    return any(word & named for word in content(rest))


def asks_of_the_answer(before: Before, found: Sequence[Found]) -> bool:
    """Whether a short message asks about nothing but what the answer before it told: "wat zijn de criteria?"."""
    away = any(one.kind in _OF_ANOTHER for one in found)
    if away or len(before.text.split()) > SHORT or _CANCELS.search(before.text):
        return False
    rest = before.text
    for kind in before.sought:
        rest = kind.asks.sub(" ", rest)
    words = content(rest)
    return (bool(words) or rest != before.text) and all(word & before.told for word in words)
