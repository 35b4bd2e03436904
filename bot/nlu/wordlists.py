"""Finding what the lists in knowledge/ name: who asks, sector, expertise, municipality, whether a contact is sought."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.municipalities import Municipality, load_municipalities
from bot.nlu.entities.audiences import Audiences, Sign
from bot.nlu.entities.found import Found
from bot.nlu.entities.municipalities import Municipalities
from bot.nlu.entities.phrases import Phrases
from bot.nlu.entities.plaintext import Plainly, PlainText
from bot.nlu.entities.tokens import tokens

__all__ = ["Found", "WordLists"]


class WordLists:
    """The lists of one knowledge folder."""

    def __init__(
        self,
        lists: Mapping[str, Any],
        municipalities: Mapping[str, Municipality],
        other_names: Mapping[str, Any],
        abbreviations: Mapping[str, str],
    ) -> None:
        self._plainly = Plainly(abbreviations)
        self._plainly.learn(_phrases(lists))
        spell = self._plainly.phrase
        self._audiences = Audiences(lists["doelgroepen"], spell=spell)
        self._sectors = Phrases(lists["sectoren"], spell=spell)
        self._expertise = Phrases(lists["expertise"], spell=spell)
        self._seeks_contact = Phrases({"ja": lists["zoekt_contact"]}, spell=spell)
        self._municipalities = Municipalities(municipalities, other_names)

    def find(self, text: str) -> list[Found]:
        """Every entity in a text, in order of place; at most one audience and one sector."""
        said = tokens(text)
        read = self._plainly.read(text, said)
        found = self._municipalities.find(text, said)
        who = self._audiences.best(read.text, read.starts)
        if who is not None:
            found.append(Found("audience", who.audience, *read.place(who.start, who.end)))
        found += self._sector(read, who)
        found += _all(read, "expertise", self._expertise)
        found += _all(read, "seeks_contact", self._seeks_contact)
        return sorted(found, key=lambda one: (one.start, -one.end))

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
