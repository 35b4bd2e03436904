"""An article as it stands in its file: front matter and sections with their lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.checking.values import BrokenYaml, Value, parse_yaml


@dataclass(frozen=True)
class Section:
    """A part of the text under a `# ` heading."""

    name: str
    line: int
    """Of the heading."""
    content: tuple[tuple[int, str], ...]
    """The lines under it, with their numbers."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written under the heading."""
        return not any(text.strip() for _, text in self.content)


@dataclass(frozen=True)
class ArticleFile:
    """One file of knowledge/answers."""

    meta: Value
    sections: tuple[Section, ...]
    loose: tuple[tuple[int, str], ...]
    """Lines before the first heading, which nobody would ever read."""
    body_line: int
    """The line that the body starts on."""

    def names(self) -> frozenset[str]:
        """The headings."""
        return frozenset(one.name for one in self.sections)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Every line that is shown, with its number."""
        for section in self.sections:
            yield from section.content


def read_article(text: str) -> ArticleFile:
    """Split a file; raises BrokenYaml when it has no front matter or that is no YAML."""
    if not text.startswith("---\n") or "\n---\n" not in text[4:]:
        message = "zet bovenaan een blok met velden tussen twee regels ---"
        raise BrokenYaml(1, f"het bestand begint niet goed; {message}")
    head, body = text[4:].split("\n---\n", 1)
    meta = parse_yaml(head, first_line=2)
    if not isinstance(meta.data, dict):
        raise BrokenYaml(2, "het blok tussen de regels --- bevat geen velden; vul ze in")
    body_line = head.count("\n") + 4
    loose, sections = _sections(body, body_line)
    return ArticleFile(meta, sections, loose, body_line)


def _sections(body: str, first: int) -> tuple[tuple[tuple[int, str], ...], tuple[Section, ...]]:
    loose: list[tuple[int, str]] = []
    found: list[tuple[str, int, list[tuple[int, str]]]] = []
    for number, line in enumerate(body.splitlines(), start=first):
        if line.startswith("# "):
            found.append((line[2:].strip(), number, []))
        else:
            (found[-1][2] if found else loose).append((number, line))
    written = tuple(one for one in loose if one[1].strip())
    return written, tuple(Section(name, line, tuple(content)) for name, line, content in found)
