"""One topic's reply for one asker: the text, its sources, whom to turn to and what to ask next."""

from __future__ import annotations

from datetime import date

from bot.answers.asking import PERSON
from bot.knowledge.articles import Article
from bot.knowledge.catalogue import ContactId, TopicId
from bot.knowledge.contacts import Contact, ReferralGroup
from bot.knowledge.library import Library
from bot.knowledge.routing import Asked, Group
from bot.replies import Choice, ContactCard, Kind, Reply, SourceCard

ALL_TOLD = (
    "Meer dan het antwoord hierboven weet ik daar niet over. Vindt u het er niet in? "
    "Stel uw vraag dan in andere woorden, of vraag het aan een medewerker."
)
ALL_REFERRED = (
    "Daarmee kunt u terecht bij het contact hieronder. "
    "Meer dan het antwoord hierboven weet ik daar niet over."
)


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
        contacts=_contacts(library, route.refer, _more(library, article, asked), municipality),
        choices=tuple(_related(library, one) for one in article.related),
        reviewed=article.reviewed.isoformat(),
        stale=article.is_stale(today),
    )


def further(reply: Reply, *, times: int) -> Reply:
    """The reply on a topic that was answered `times` times just before: what is left to tell, or that this is all."""
    if times == 0:
        return reply
    if times == 1 and reply.detail:
        return reply.model_copy(update={"text": reply.detail, "detail": None})
    if any(one.referral for one in reply.contacts):
        return reply.model_copy(update={"text": ALL_REFERRED, "detail": None})
    return reply.model_copy(
        update={"text": ALL_TOLD, "detail": None, "choices": (PERSON, *reply.choices)}
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


def department_card(library: Library, asked: Asked) -> tuple[ContactCard, ...]:
    """The department of a first-line worker, who is always referred to it; nothing for all others."""
    department = library.routing.department(asked)
    if department is None:
        return ()
    return (contact_card(library.contacts[department], referral=True),)


def _more(library: Library, article: Article, asked: Asked) -> tuple[ContactId, ...]:
    """The contacts under "meer weten" that are meant for who asks.

    A first-line worker has the department and nobody besides; the VVSG is there for local governments, and for who
    did not say.
    """
    group = library.routing.groups[asked.audience]
    if group is Group.HULPVERLENER:
        return ()
    if group in (Group.BESTUUR, Group.ONBEKEND):
        return article.more
    return tuple(
        one for one in article.more if library.contacts[one].group is not ReferralGroup.INTERN_VVSG
    )


def _contacts(
    library: Library,
    refer: tuple[ContactId, ...],
    more: tuple[ContactId, ...],
    municipality: str | None,
) -> tuple[ContactCard, ...]:
    town = library.municipalities.get(municipality or "")
    name = None if town is None else town.name
    return tuple(
        contact_card(library.contacts[one], referral=one in refer, gemeente=name)
        for one in dict.fromkeys((*refer, *more))
    )


def _related(library: Library, topic: TopicId) -> Choice:
    return Choice(label=library.articles[topic].question, value=f"onderwerp:{topic}")
