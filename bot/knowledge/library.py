"""Everything that Wegwijs knows, loaded once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.errors import ConfigurationError
from bot.knowledge.articles import Article, Variant, load_article
from bot.knowledge.aspects import Aspect, AspectId, load_aspects
from bot.knowledge.catalogue import Audience, Catalogue, ContactId, TopicId
from bot.knowledge.contacts import Contact, load_contact
from bot.knowledge.municipalities import (
    FormerMunicipality,
    Municipality,
    load_former,
    load_former_codes,
    load_municipalities,
    load_names,
)
from bot.knowledge.routing import Asked, Route, Routing
from bot.knowledge.sought import Sought, load_sought
from bot.knowledge.spoken import Spoken, load_spoken
from bot.knowledge.theme import load_theme


@dataclass(frozen=True)
class Library:
    """Topics, articles, contacts, routing, sides of topics and municipalities."""

    catalogue: Catalogue
    articles: dict[TopicId, Article]
    contacts: dict[ContactId, Contact]
    routing: Routing
    aspects: dict[AspectId, Aspect]
    sought: tuple[Sought, ...]
    theme: re.Pattern[str]
    """Words of the theme."""
    spoken: Spoken
    municipalities: dict[str, Municipality]
    municipality_names: dict[str, str]
    """NIS codes by `plain_name`, former names too."""
    former_municipalities: dict[str, str]
    """NIS codes of what they merged into, by `plain_name`."""
    former_codes: dict[str, FormerMunicipality]
    """By the NIS code that a municipality had before it merged."""

    def route(self, topic: TopicId, asked: Asked) -> Route:
        """Text and contacts for a question; a school without a text of its own reads the full or the public one."""
        route = self.routing.route(topic, asked)
        variants = self.articles[topic].variants
        if route.variant is Variant.ONDERWIJS and Variant.ONDERWIJS not in variants:
            row = self.routing.rows[topic]
            group = self.routing.groups[Audience.ONDERWIJS]
            return Route(Variant.BESTUUR if group in row.complete else Variant.PUBLIEK, route.refer)
        return route


@cache
def load_library(folder: Path) -> Library:
    """Read the knowledge folder; raises ConfigurationError when it is broken (`wegwijs check` tells)."""
    try:
        return _read(folder)
    except (yaml.YAMLError, LookupError, ValueError, TypeError, AttributeError, OSError) as error:
        reason = f"De kennis in {folder} is niet in orde"
        raise ConfigurationError(f"{reason}; voer uit: wegwijs check") from error


def _read(folder: Path) -> Library:
    municipalities = load_municipalities(folder / "municipalities.csv")
    return Library(
        catalogue=Catalogue.load(folder / "topics.yml"),
        articles={
            one.topic: one for one in map(load_article, sorted((folder / "answers").glob("*.md")))
        },
        contacts={
            one.id: one for one in map(load_contact, sorted((folder / "contacts").glob("*.yml")))
        },
        routing=Routing.load(folder / "routing.yml"),
        aspects=load_aspects(folder / "aspects.yml"),
        sought=load_sought(folder / "sought.yml"),
        theme=load_theme(folder / "theme.yml"),
        spoken=load_spoken(folder / "spoken.yml"),
        municipalities=municipalities,
        municipality_names=load_names(folder / "municipality_names.yml", municipalities),
        former_municipalities=load_former(folder / "municipality_names.yml"),
        former_codes=load_former_codes(folder / "former_nis_codes.csv"),
    )
