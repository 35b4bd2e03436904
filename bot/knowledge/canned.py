"""Ready-made sentences for colleagues: knowledge/canned/*.md, with {gemeente} and {contact} to fill in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.errors import ConfigurationError
from bot.knowledge.frontmatter import parse

MUNICIPALITY, CONTACT = "{gemeente}", "{contact}"

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Canned:
    """One text that a colleague can put into a reply."""

    id: str
    title: str
    text: str


@cache
def load_canned(folder: Path) -> tuple[Canned, ...]:
    """The texts of a knowledge folder by title; raises ConfigurationError (Dutch) for one that is broken."""
    return tuple(sorted(map(_load, (folder / "canned").glob("*.md")), key=lambda one: one.title))


def _load(path: Path) -> Canned:
    try:
        document = parse(path.read_text(encoding="utf-8"))
        return Canned(path.stem, str(document.meta["title"]), document.sections["Tekst"])
    except (KeyError, ValueError) as error:
        raise ConfigurationError(
            f"De standaardtekst {path.name} is niet in orde: ze heeft een 'title' en een deel '# Tekst' nodig."
        ) from error


def filled(text: str, *, municipality: str | None, contact: str) -> str:
    """A text with the name of the municipality, or "uw gemeente", and of a contact."""
    return text.replace(MUNICIPALITY, municipality or "uw gemeente").replace(CONTACT, contact)


def plain(markdown: str) -> str:
    """The Markdown subset of the articles as a person types it: addresses behind their words, no stars."""
    return _LINK.sub(r"\1 (\2)", markdown).replace("**", "")
