"""The routing table in words: who reads which text of a topic, and whom that asker is referred to.

The real routing is asked for every audience, so that the words cannot say anything else than the bot does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bot.knowledge.articles import Variant
from bot.knowledge.catalogue import Audience, ContactId, TopicId
from bot.knowledge.library import Library
from bot.knowledge.routing import Asked, Group

OWN_DEPARTMENT = "het departement van de eigen sector"
"""For a first-line worker, on every topic; `departments` tells which that is."""
_GROUPS = {
    Group.BESTUUR: "besturen",
    Group.ONDERWIJS: "onderwijs",
    Group.HULPVERLENER: "hulpverleners",
    Group.PUBLIEK: "publiek",
    Group.ONBEKEND: "wie geen rol noemt",
}


@dataclass(frozen=True)
class Referral:
    """Contacts that are the answer under one circumstance."""

    when: str
    """Dutch, to stand before a colon; empty when it is always so."""
    contacts: tuple[str, ...]
    """Names; empty when there is no referral."""


@dataclass(frozen=True)
class Treatment:
    """What some audiences get."""

    audiences: tuple[Audience, ...]
    text: str
    """Which text they read, in Dutch."""
    referrals: tuple[Referral, ...]


def treatments(library: Library, topic: TopicId) -> tuple[Treatment, ...]:
    """What every audience gets on a topic; audiences that are treated alike stand together."""
    alike: dict[tuple[str, tuple[Referral, ...]], list[Audience]] = defaultdict(list)
    for audience in Audience:
        read = text_read(library, topic, audience)
        alike[read, tuple(_referrals(library, topic, audience))].append(audience)
    return tuple(
        Treatment(tuple(audiences), text, referrals)
        for (text, referrals), audiences in alike.items()
    )


def departments(library: Library) -> tuple[Referral, ...]:
    """Whom a first-line worker is referred to, by sector."""
    return tuple(
        Referral(
            "sector niet gekend" if sector == "onbekend" else f"sector {sector}",
            _names(library, (contact,)),
        )
        for sector, contact in library.routing.departments.items()
    )


def groups(library: Library) -> tuple[tuple[str, tuple[Audience, ...]], ...]:
    """The groups with the audiences in them."""
    return tuple((_GROUPS[group], _members(library, group)) for group in Group)


def in_words(library: Library, audiences: tuple[Audience, ...]) -> str:
    """Audiences as few words: by group where a whole group is meant."""
    whole = [one for one in Group if set(_members(library, one)) <= set(audiences)]
    others = [one for one in Group if one not in whole]
    if not others:
        return "iedereen"
    loose = [one.label for one in audiences if library.routing.groups[one] in others]
    if len(others) == 1 and not loose:
        return f"iedereen, behalve {_GROUPS[others[0]]}"
    return ", ".join([*(_GROUPS[one] for one in whole), *loose])


def _members(library: Library, group: Group) -> tuple[Audience, ...]:
    return tuple(one for one in Audience if library.routing.groups[one] is group)


def text_read(library: Library, topic: TopicId, audience: Audience) -> str:
    """The name of the text that an audience reads, as it stands in the booklet."""
    variant = library.route(topic, Asked(audience)).variant
    return text_name(variant) if variant in library.articles[topic].variants else "Kort en meer"


def text_name(variant: Variant) -> str:
    """The heading of a text of its own."""
    return f"Voor {variant}"


def _referrals(library: Library, topic: TopicId, audience: Audience) -> Iterator[Referral]:
    if library.routing.groups[audience] is Group.HULPVERLENER:
        yield Referral("", (OWN_DEPARTMENT,))
        return
    plain = _contacts(library, topic, Asked(audience))
    yield Referral("", _names(library, plain))
    for expertise in library.routing.rows[topic].by_expertise:
        other = _contacts(library, topic, Asked(audience, expertise=expertise))
        if other != plain:
            yield Referral(f"bij een vraag over {expertise}", _names(library, other))
    seeking = _contacts(library, topic, Asked(audience, seeks_contact=True))
    if seeking != plain:
        yield Referral("als iemand vraagt bij wie hij terechtkan", _names(library, seeking))


def _contacts(library: Library, topic: TopicId, asked: Asked) -> tuple[ContactId, ...]:
    return library.route(topic, asked).refer


def _names(library: Library, contacts: tuple[ContactId, ...]) -> tuple[str, ...]:
    return tuple(library.contacts[one].name for one in contacts)
