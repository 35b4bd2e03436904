"""What the intent model learns from besides questions: abbreviations, and the articles as reading matter."""

from __future__ import annotations

from pathlib import Path

import yaml

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.frontmatter import parse


def load_abbreviations(folder: Path) -> dict[str, str]:
    """Abbreviations and chat spellings with what they stand for: knowledge/abbreviations.yml."""
    return dict(yaml.safe_load((folder / "abbreviations.yml").read_text(encoding="utf-8")))


def reading_matter(folder: Path) -> list[str]:
    """Text without intent: every paragraph of the articles, and what each topic means."""
    paragraphs = [
        paragraph
        for path in sorted((folder / "answers").glob("*.md"))
        for section in parse(path.read_text(encoding="utf-8")).sections.values()
        for paragraph in section.split("\n\n")
    ]
    return [
        *paragraphs,
        *(topic.means for topic in Catalogue.load(folder / "topics.yml").topics.values()),
    ]
