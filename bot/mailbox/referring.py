"""To whom an answer of the helpdesk refers: a service that is named in a sentence which sends somebody there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import yaml

from bot.errors import ConfigurationError
from bot.knowledge.catalogue import Audience, ContactId, TopicId
from bot.knowledge.library import Library
from bot.knowledge.routing import Asked
from bot.registration.register import Referral

Phrases = Mapping[ContactId, "re.Pattern[str]"]

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_SENDS = re.compile(
    r"doorverw[ie]|verw[ie][eij]*z|verwijs|terecht|contacte|contact op|contact (?:met|via)|richt|wend|aanspreekpunt"
    r"|doorgestuurd|doorgegeven|doorsturen|bezorg\w* (?:we|wij|ik)|stuur\w* .{0,40}\bdoor\b|geef .{0,40}\bdoor\b",
    re.IGNORECASE,
)


def load_phrases(path: Path, library: Library) -> Phrases:
    """How colleagues name the services in a mail; raises ConfigurationError (Dutch) for a service that is not there."""
    written = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    unknown = sorted(set(written) - set(library.contacts))
    if unknown:
        raise ConfigurationError(
            f"{path.name}: geen bestand in contacts/ voor {', '.join(unknown)}"
        )
    named = {id: [*_names(one.name), *written.get(id, ())] for id, one in library.contacts.items()}
    return {id: _any_of(names) for id, names in named.items()}


def _names(name: str) -> list[str]:
    """A name as a whole, and without what stands between brackets."""
    return list(dict.fromkeys([name, re.sub(r"\s*\(.*\)", "", name)]))


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


def referred_to(answer: str, phrases: Phrases) -> list[ContactId]:
    """The services to which an answer refers, in the order of the knowledge."""
    sending = [one for one in _SENTENCE.split(answer) if _SENDS.search(one)]
    return [id for id, names in phrases.items() if any(names.search(one) for one in sending)]


def referrals_of(
    topics: Sequence[TopicId], contacts: Iterable[ContactId], audience: Audience, library: Library
) -> list[Referral]:
    """Each service with the question it belongs to: the first that the routing sends there, else the first of all."""
    if not topics:
        return []
    return [
        Referral(
            next((one for one in topics if id in _routed(one, audience, library)), topics[0]),
            id,
            library.contacts[id].group,
        )
        for id in contacts
        if id in library.contacts
    ]


def _routed(topic: TopicId, audience: Audience, library: Library) -> Sequence[ContactId]:
    if topic not in library.routing.rows:
        return ()
    return library.route(topic, Asked(audience, seeks_contact=True)).refer
