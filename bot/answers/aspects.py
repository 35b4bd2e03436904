"""Answering about one side of a topic: what is known of it, or honestly that it is not known."""

from __future__ import annotations

import re
from functools import cache

from bot.answers.asking import PERSON
from bot.handover.words import MONTHS
from bot.knowledge.articles import Article
from bot.knowledge.aspects import Aspect
from bot.knowledge.library import Library
from bot.knowledge.routing import Group
from bot.replies import Choice, Reply

READ_ASIDES = (Group.BESTUUR, Group.ONBEKEND, Group.PUBLIEK)
"""Who reads what an article says of one side; who is referred for all reads that instead."""

ADVISED = (Group.BESTUUR, Group.ONBEKEND)

REFERRED = "Het contact hieronder kan u verder helpen."
PERSON_HELPS = "Een medewerker van de helpdesk kan u verder helpen."


def one_side(
    library: Library, reply: Reply, article: Article, aspect: Aspect, group: Group, *, follows: bool
) -> Reply | None:
    """The reply about a side; None when the answer as it is will do.

    In a first question the words of a side ("gratis vorming") are part of what is asked: only what the article says of
    it takes the place of the answer then.
    """
    known = article.asides.get(aspect.id) if group in READ_ASIDES else None
    if known is not None:
        choices = (*_offered(library, aspect, article), *reply.choices)
        return reply.model_copy(update={"text": known, "detail": reply.whole(), "choices": choices})
    if not follows or (not aspect.opinion and _speaks_of(aspect, article)):
        return None
    return reply.model_copy(
        update={
            "text": f"{_unknown(aspect, article)} {_advice(reply, aspect, group)}",
            "detail": reply.whole(),
            "choices": (PERSON, *_offered(library, aspect, article), *reply.choices),
        }
    )


def _unknown(aspect: Aspect, article: Article) -> str:
    day = article.reviewed
    return aspect.unknown.replace("{nagekeken}", f"{day.day} {MONTHS[day.month - 1]} {day.year}")


def _advice(reply: Reply, aspect: Aspect, group: Group) -> str:
    if any(one.referral for one in reply.contacts):
        return REFERRED
    return aspect.advice if group in ADVISED else PERSON_HELPS


def _offered(library: Library, aspect: Aspect, article: Article) -> tuple[Choice, ...]:
    if aspect.topic is None or aspect.topic in (article.topic, *article.related):
        return ()
    label = library.articles[aspect.topic].question
    return (Choice(label=label, value=f"onderwerp:{aspect.topic}"),)


def _speaks_of(aspect: Aspect, article: Article) -> bool:
    return aspect_words(aspect).search(f"{article.short}\n{article.long}") is not None


@cache
def aspect_words(aspect: Aspect) -> re.Pattern[str]:
    """The words and phrases of a side."""
    names = (re.escape(one).replace(r"\*", r"\w*") for one in aspect.names)
    return re.compile(rf"\b(?:{'|'.join(names)})\b", re.IGNORECASE)
