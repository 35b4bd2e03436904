"""Which question a service belongs to, when a colleague tells both apart from each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.knowledge.catalogue import Audience, ContactId, TopicId
from bot.knowledge.library import Library
from bot.knowledge.routing import Asked
from bot.registration.register import Referral


def referrals_of(
    topics: Sequence[TopicId], contacts: Iterable[ContactId], audience: Audience, library: Library
) -> list[Referral]:
    """Each service with the question it belongs to: the first that the routing sends there, else the first of all."""
    if not topics:
        return []
    return [
        Referral(
            next((one for one in topics if id in routed(one, audience, library)), topics[0]),
            id,
            library.contacts[id].group,
        )
        for id in contacts
        if id in library.contacts
    ]


def routed(topic: TopicId, audience: Audience, library: Library) -> Sequence[ContactId]:
    """To whom the routing sends who asks this and wants a contact."""
    if topic not in library.routing.rows:
        return ()
    return library.route(topic, Asked(audience, seeks_contact=True)).refer
