"""What one other municipality does: what the article tells of it, or honestly that only that one can tell."""

from __future__ import annotations

from bot.answers.compose import contact_card
from bot.knowledge.articles import Article
from bot.knowledge.catalogue import ContactId
from bot.knowledge.library import Library
from bot.replies import Reply

LOCAL = ContactId("lokaal_bestuur")


def is_told_of(article: Article, name: str) -> bool:
    """Whether an article tells of a municipality."""
    return name in f"{article.short}\n{article.long}"


def of_one(library: Library, reply: Reply, article: Article, name: str) -> Reply:
    """The reply for who asks about the municipality of that name; the whole answer stays as detail."""
    whole = reply.whole()
    told = [one for one in article.long.splitlines() if one.startswith("- ") and name in one]
    if not is_told_of(article, name):
        text = f"Wat {name} hierrond doet, weet ik niet. Vraag het aan {name} zelf, via het contact hieronder."
        return reply.model_copy(update={"text": text, "detail": whole})
    known = "\n".join(told) or reply.text
    text = (
        f"Over {name} weet ik dit:\n\n{known}\n\nOf dat vandaag nog zo is, hoort u bij {name} zelf."
    )
    shown = {one.id for one in reply.contacts}
    card = contact_card(library.contacts[LOCAL], referral=False, gemeente=name)
    contacts = reply.contacts if LOCAL in shown else (*reply.contacts, card)
    return reply.model_copy(update={"text": text, "detail": whole, "contacts": contacts})
