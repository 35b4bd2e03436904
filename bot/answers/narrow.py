"""The reply to a question that is about less than its topic: one other municipality, or one side of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.answers.aspects import READ_ASIDES, aspect_words, one_side
from bot.answers.compose import answer, further
from bot.answers.elsewhere import is_told_of, of_one
from bot.answers.passages import passage, with_number
from bot.knowledge.articles import Article
from bot.knowledge.aspects import AspectId
from bot.knowledge.catalogue import TopicId
from bot.knowledge.library import Library
from bot.knowledge.routing import Asked, Group
from bot.knowledge.sought import Sought
from bot.replies import Reply

OTHERS = ("initiatieven_elders", "beleidsplannen_elders")
"""Topics about what other municipalities do or have."""
PLANS = ("beleidsplan_nalezen", "beleidsplan_uitvoeren")
"""Topics about one's own plan: a resident who asks those asks what the municipality has."""


@dataclass(frozen=True)
class About:
    """What the words of a message narrow its question to."""

    aspect: AspectId | None = None
    follows: bool = False
    """Whether the same topic was answered just before."""
    town: str | None = None
    """NIS code of the one municipality that is named and is not the asker's own."""
    home: str | None = None
    """NIS code of the asker's own municipality, when the message is about that."""
    asks: str = ""
    """The words of a message that asks this alone; none of a button or of a message with more questions."""


def narrowed(
    library: Library,
    topic: TopicId,
    asked: Asked,
    *,
    today: date,
    municipality: str | None,
    about: About,
    times: int,
) -> Reply:
    """The reply to a question that was answered `times` times just before."""
    article, group = library.articles[topic], library.routing.groups[asked.audience]
    # A local government knows what it does itself; a resident who asks that is told about no other municipality.
    home = about.home if group in (Group.PUBLIEK, Group.ONBEKEND) else None
    town = library.municipalities.get(about.town or home or "")
    about_towns = (*OTHERS, *PLANS) if about.home and group is Group.PUBLIEK else OTHERS
    other = town is not None and topic in about_towns and group is not Group.HULPVERLENER
    municipality = home if other and home else municipality
    if town is not None and other and not is_told_of(article, town.name):
        # Only that municipality can tell: it is the answer.
        asked = replace(asked, seeks_contact=True)
    reply = answer(library, topic, asked, today=today, municipality=municipality)
    if town is not None and other:
        return of_one(library, reply, article, town.name)
    if about.aspect is not None:
        aspect = library.aspects[about.aspect]
        if group not in READ_ASIDES and aspect_words(aspect).search(reply.text):
            # What is written for them tells it already: it is said again rather than that this is all.
            return reply
        side = one_side(library, reply, article, aspect, group, follows=about.follows)
        if side is not None:
            return side
    told = None if group is Group.HULPVERLENER else _in_the_text(library, reply, article, about)
    return further(reply, times=times) if told is None else told


def _in_the_text(library: Library, reply: Reply, article: Article, about: About) -> Reply | None:
    """The part of the answer that holds what is asked: it was given before, or leaves out a number that is asked."""
    if not about.asks:
        return None
    if not about.follows:
        told = with_number(reply.text, reply.detail or "", about.asks)
        text = None if told is None else f"{told}\n\n{reply.text}"
        return None if text is None else reply.model_copy(update={"text": text})
    known = f"{article.title} {article.question}"
    side = () if about.aspect is None else (aspect_words(library.aspects[about.aspect]),)
    sought = (*library.sought, *(Sought(asks=one, stands=one) for one in side))
    told = passage(reply.whole(), about.asks, sought, known=known)
    return (
        None if told is None else reply.model_copy(update={"text": told, "detail": reply.whole()})
    )
