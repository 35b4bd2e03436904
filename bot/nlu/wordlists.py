"""Finding what the lists in knowledge/ name: who asks, sector, expertise, municipality, whether a contact is sought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.aspects import load_aspects
from bot.knowledge.municipalities import Municipality, load_municipalities
from bot.nlu.entities.abroad import KIND as ABROAD
from bot.nlu.entities.abroad import asked_abroad
from bot.nlu.entities.audiences import Audiences, Sign
from bot.nlu.entities.found import Found
from bot.nlu.entities.hometown import KIND as OWN
from bot.nlu.entities.hometown import hometown, only_there
from bot.nlu.entities.municipalities import Municipalities
from bot.nlu.entities.phrases import Phrases
from bot.nlu.entities.plaintext import Plainly, PlainText
from bot.nlu.entities.signature import signature
from bot.nlu.entities.tokens import tokens

AWAY = "buitenland"
"""The audience of who is of a place abroad."""

_LOCAL = ("gemeente", "ocmw", "politie")

__all__ = ["ASPECT", "Found", "WordLists"]

ASPECT = "aspect"
"""Kind of what names a side of a topic: "wie betaalt dat?"."""
_TOWN_OF = "stad "
"""Before a name that is also a word, this tells that it is a name."""


class WordLists:
    """The lists of one knowledge folder."""

    def __init__(
        self,
        lists: Mapping[str, Any],
        municipalities: Mapping[str, Municipality],
        other_names: Mapping[str, Any],
        abbreviations: Mapping[str, str],
        aspects: Mapping[str, Iterable[str]],
    ) -> None:
        self.filling = frozenset(lists["rond_wie_vraagt"])
        """Words around who someone is that ask nothing."""
        self._plainly = Plainly(abbreviations)
        self._plainly.learn(_phrases(lists))
        spell = self._plainly.phrase
        self._audiences = Audiences(lists["doelgroepen"], spell=spell)
        self._sectors = Phrases(lists["sectoren"], spell=spell)
        self._expertise = Phrases(lists["expertise"], spell=spell)
        self._seeks_contact = Phrases({"ja": lists["zoekt_contact"]}, spell=spell)
        self._aspects = Phrases(aspects, spell=spell)
        self._away = Phrases({AWAY: lists["plaatsen_buitenland"]}, spell=spell)
        self._countries = Phrases(lists["landen"], spell=spell)
        self._municipalities = Municipalities(municipalities, other_names)

    def find(self, text: str) -> list[Found]:
        """Every entity in a text, in order of place; at most one of those that tell of the asker."""
        said = tokens(text)
        read = self._plainly.read(text, said)
        towns = self._municipalities.find(text, said)
        places = dict(read.stretch(one.start, one.end) for one in towns)
        who = self._audiences.best(read.text, read.starts, places)
        away = list(_all(read, AWAY, self._away))
        found = [*towns, *self._asker(text, read, who, towns, away), *self._sector(read, who)]
        meant = self._audiences.meant(read.text)
        if meant is not None:
            found.append(Found("for_audience", meant.audience, *read.place(meant.start, meant.end)))
        country = asked_abroad(read.text, self._countries.all(read.text, read.starts))
        if country is not None:
            found.append(Found(ABROAD, country.value, *read.place(country.start, country.end)))
        found += _all(read, "expertise", self._expertise)
        found += _all(read, "seeks_contact", self._seeks_contact)
        found += _all(read, ASPECT, self._aspects)
        return sorted(found, key=lambda one: (one.start, -one.end))

    def local_government(self, text: str) -> tuple[Found, ...]:
        """Who asks, of a message that is the name of a municipality and no more; "Lier" alone is no word then."""
        towns = self._municipalities.find(text, tokens(text))
        if not towns and text[:1].isupper():
            said = f"{_TOWN_OF}{text}"
            towns = [
                replace(one, start=one.start - len(_TOWN_OF), end=one.end - len(_TOWN_OF))
                for one in self._municipalities.find(said, tokens(said))
            ]
        if len(towns) != 1 or not only_there(text, towns[0]):
            return ()
        who = replace(towns[0], kind="audience", value="gemeente")
        return (towns[0], who, replace(towns[0], kind=OWN))

    @staticmethod
    def _asker(
        text: str, read: PlainText, who: Sign | None, towns: list[Found], away: list[Found]
    ) -> Iterator[Found]:
        """Who asks, and of which municipality; who is of a place abroad is no local government of ours."""
        told = None
        if who is not None:
            told = Found("audience", who.audience, *read.place(who.start, who.end))
        below = signature(read.text) if towns or away else None
        signed = None if below is None else read.place(below, below + 1)[0]
        own = hometown(text, towns, who=told, signed=signed)
        far = None if own else hometown(text, away, who=told, signed=signed)
        if far is not None and (told is None or told.value in _LOCAL):
            told = Found("audience", AWAY, far.start, far.end)
        yield from (one for one in (told, own) if one is not None)

    def _sector(self, read: PlainText, who: Sign | None) -> list[Found]:
        """The sector that someone tells of himself, else the first that is named."""
        found = sorted(_all(read, "sector", self._sectors), key=lambda one: one.start)
        if who is not None:
            start, _ = read.place(who.start, who.end)
            found.sort(key=lambda one: one.end <= start)
        return found[:1]

    @classmethod
    def load(cls, folder: Path) -> WordLists:
        """Read the lists of a knowledge folder; raises KeyError when a section is missing."""

        def read(name: str) -> Any:
            return yaml.safe_load((folder / name).read_text(encoding="utf-8"))

        return cls(
            read("entities.yml"),
            load_municipalities(folder / "municipalities.csv"),
            read("municipality_names.yml"),
            read("abbreviations.yml"),
            {name: one.names for name, one in load_aspects(folder / "aspects.yml").items()},
        )


def _all(read: PlainText, kind: str, phrases: Phrases) -> Iterator[Found]:
    for hit in phrases.all(read.text, read.starts):
        yield Found(kind, hit.value, *read.place(hit.start, hit.end))


def _phrases(lists: Mapping[str, Any]) -> Iterator[str]:
    """Every phrase of every list."""
    for one in lists.values():
        if isinstance(one, Mapping):
            yield from _phrases(one)
        else:
            yield from one
