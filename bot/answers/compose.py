"""One topic's reply for one asker: the text, its sources, whom to turn to and what to ask next."""

from __future__ import annotations

from datetime import date

from bot.knowledge.articles import Article
from bot.knowledge.catalogue import ContactId, TopicId
from bot.knowledge.contacts import Contact
from bot.knowledge.library import Library
from bot.knowledge.routing import Asked
from bot.replies import Choice, ContactCard, Kind, Reply, SourceCard


def answer(
    library: Library, topic: TopicId, asked: Asked, *, today: date, municipality: str | None = None
) -> Reply:
    """The reply to a question about `topic`, with the local contacts of a municipality (NIS code).

    Raises KeyError for a topic without article or route.
    """
    article, route = library.articles[topic], library.route(topic, asked)
    short, long = article.text_for(route.variant)
    return Reply(
        kind=Kind.REFER if route.refer else Kind.ANSWER,
        text=short,
        detail=long or None,
        topic=topic,
        title=article.title,
        sources=tuple(SourceCard(**vars(one)) for one in article.sources),
        contacts=_contacts(library, route.refer, article, municipality),
        choices=tuple(_related(library, one) for one in article.related),
        reviewed=article.reviewed.isoformat(),
        stale=article.is_stale(today),
    )


def contact_card(contact: Contact, *, referral: bool, gemeente: str | None = None) -> ContactCard:
    """A contact as the panel shows it, a local one under the name of the municipality when that is known."""
    local = contact.local_name if gemeente else None
    return ContactCard(
        id=contact.id,
        name=local.format(gemeente=gemeente) if local else contact.name,
        what_for=contact.what_for,
        url=contact.url,
        phone=contact.phone,
        email=contact.email,
        referral=referral,
    )


def _contacts(
    library: Library, refer: tuple[ContactId, ...], article: Article, municipality: str | None
) -> tuple[ContactCard, ...]:
    more = tuple(one for one in article.more if one not in refer)
    town = library.municipalities.get(municipality or "")
    name = None if town is None else town.name
    return tuple(
        contact_card(library.contacts[one], referral=one in refer, gemeente=name)
        for one in (*refer, *more)
    )


def _related(library: Library, topic: TopicId) -> Choice:
    return Choice(label=library.articles[topic].question, value=f"onderwerp:{topic}")
