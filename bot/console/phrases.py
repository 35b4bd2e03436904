"""Ready-made texts for a reply: colleagues' own sentences and the short answers of the knowledge, filled in."""

from __future__ import annotations

from pathlib import Path

from bot.console.talk import Talk
from bot.knowledge.canned import filled, load_canned, plain
from bot.knowledge.catalogue import ContactId, TopicId
from bot.knowledge.library import Library
from bot.knowledge.routing import Asked

HELPDESK = ContactId("vvsg_helpdesk")
"""Whom a sentence names when the conversation leads to nobody else."""


def titles(folder: Path, library: Library, talk: Talk) -> dict[str, dict[str, str]]:
    """The titles by group and key: what was asked about, colleagues' own sentences, and every answer."""
    articles = library.articles
    by_title = sorted(articles, key=lambda topic: articles[topic].title)
    return {
        "Over wat gevraagd is": {
            one: articles[one].title for one in talk.topics if one in articles
        },
        "Standaardzinnen": {f"zin:{one.id}": one.title for one in load_canned(folder)},
        "Alle antwoorden": {one: articles[one].title for one in by_title if one not in talk.topics},
    }


def phrase(key: str, folder: Path, library: Library, talk: Talk) -> str:
    """One text, for this visitor; empty for a key that is not known."""
    own = {f"zin:{one.id}": one.text for one in load_canned(folder)}
    if key in own:
        return _filled(own[key], library, talk)
    if key in library.articles:
        topic = TopicId(key)
        route = library.route(topic, Asked(talk.audience))
        return plain(library.articles[topic].text_for(route.variant)[0])
    return ""


def _filled(text: str, library: Library, talk: Talk) -> str:
    known = library.municipalities.get(talk.municipality or "")
    contact = library.contacts[_contact(library, talk)]
    return filled(
        text,
        municipality=None if known is None else known.name,
        contact=f"{contact.name} ({contact.url})",
    )


def _contact(library: Library, talk: Talk) -> ContactId:
    """To whom this visitor is referred for what was asked last."""
    for topic in reversed(talk.topics):
        if topic in library.routing.rows:
            asked = Asked(talk.audience, seeks_contact=True)
            for contact in library.route(topic, asked).refer:
                return contact
    return HELPDESK
