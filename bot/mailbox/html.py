"""HTML of a mail as plain text: blocks on lines of their own, quoted mails left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

LONGEST = 1_000_000
"""Characters of HTML that are read."""

_SILENT = frozenset({"script", "style", "head", "title", "template", "select", "button"})
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "br",
        "tr",
        "table",
        "li",
        "ul",
        "ol",
        "blockquote",
        "hr",
        "section",
        "article",
        "pre",
    }
) | {f"h{level}" for level in range(1, 7)}
_EMPTY = frozenset({"br", "hr", "img", "meta", "link", "input", "col", "area", "base", "wbr"})
_QUOTE = re.compile(r"\b(?:gmail_quote|yahoo_quoted|protonmail_quote|moz-cite-prefix)\b")


def text_of(html: str, *, quotes: bool = False) -> str:
    """The text; with `quotes` also what was quoted from other mails."""
    reader = _Reader(quotes=quotes)
    reader.feed(html[:LONGEST])
    reader.close()
    lines = (re.sub(r"[ \t\r\f\v\u00a0]+", " ", one).strip() for one in reader.text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    def __init__(self, *, quotes: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._quotes = quotes
        self._parts: list[str] = []
        self._skipped = ""
        self._depth = 0

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._depth:
            self._depth += tag == self._skipped
            return
        if tag not in _EMPTY and (tag in _SILENT or (not self._quotes and _quoted(tag, attrs))):
            self._skipped, self._depth = tag, 1
        if tag in _BLOCKS:
            self._parts.append("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if self._depth:
            self._depth -= tag == self._skipped
        elif tag in _BLOCKS:
            self._parts.append("\n\n" if tag == "p" else "\n")

    def handle_data(self, data: str) -> None:
        if not self._depth:
            # A line break in HTML source is no more than a space.
            self._parts.append(re.sub(r"\s+", " ", data))


def _quoted(tag: str, attrs: list[tuple[str, str | None]]) -> bool:
    given = {name: value or "" for name, value in attrs}
    if tag == "blockquote":
        return given.get("type", "").lower() == "cite" or "quote" in given.get("class", "")
    return _QUOTE.search(given.get("class", "")) is not None
