"""What one other municipality does: what the article tells of it, or honestly that only that one can tell."""

from __future__ import annotations

import re

from bot.answers.compose import contact_card
from bot.knowledge.articles import Article
from bot.knowledge.catalogue import ContactId
from bot.knowledge.library import Library
from bot.replies import Kind, Reply

LOCAL = ContactId("lokaal_bestuur")


def is_told_of(article: Article, name: str) -> bool:
    """Whether an article tells of a municipality."""
    return name in f"{article.short}\n{article.long}"


def of_one(library: Library, reply: Reply, article: Article, name: str) -> Reply:
    """The reply for who asks about the municipality of that name; the whole answer stays as detail."""
    whole = reply.whole()
    shown = {one.id for one in reply.contacts}
    told = is_told_of(article, name)
    card = contact_card(library.contacts[LOCAL], referral=not told, gemeente=name)
    contacts = reply.contacts if LOCAL in shown else (*reply.contacts, card)
    text = f"Wat {name} hierrond doet, weet ik niet. Vraag het aan {name} zelf, via het contact hieronder."
    if told:
        known = _sentences(article, name)
        text = f"Over {name} weet ik dit:\n\n{known}\n\nOf dat vandaag nog zo is, hoort u bij {name} zelf."
    kind = reply.kind if told else Kind.REFER
    return reply.model_copy(
        update={"kind": kind, "text": text, "detail": whole, "contacts": contacts}
    )


def _sentences(article: Article, name: str) -> str:
    """What an article tells of a municipality: items of lists, else sentences."""
    lines = f"{article.short}\n{article.long}".splitlines()
    items = [one for one in lines if one.startswith("- ") and name in one]
    said = (sentence for line in lines for sentence in re.split(r"(?<=[.!?])\s+", line))
    return "\n".join(items) or "\n\n".join(one for one in said if name in one)
