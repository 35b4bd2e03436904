"""Markdown files that open with a YAML block between `---` lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml


@dataclass(frozen=True)
class Document:
    """A parsed file: the YAML block and the sections under its `# ` headings."""

    meta: dict[str, Any]
    sections: dict[str, str]


def parse(text: str) -> Document:
    """Split a file into front matter and sections; raises ValueError (Dutch) when it has no front matter."""
    if text.startswith("\ufeff"):
        raise ValueError("bewaar het bestand als 'UTF-8', niet als 'UTF-8 met BOM'")
    if not text.startswith("---\n") or "\n---\n" not in text[4:]:
        raise ValueError("het bestand begint niet met een blok tussen twee regels ---")
    head, body = text[4:].split("\n---\n", 1)
    meta = yaml.safe_load(head)
    if not isinstance(meta, dict):
        raise ValueError("het blok tussen de regels --- bevat geen velden")
    return Document(meta=meta, sections=_sections(body))


def _sections(body: str) -> dict[str, str]:
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in body.splitlines():
        if line.startswith("# "):
            lines = sections.setdefault(line[2:].strip(), [])
        else:
            lines.append(line)
    return {name: "\n".join(content).strip() for name, content in sections.items()}
