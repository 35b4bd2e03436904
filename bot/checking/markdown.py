"""The small part of Markdown that the chat panel can show: paragraphs, lists, bold and links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.checking.articlefile import ArticleFile
from bot.checking.rules import Finding

_SUSPECT = re.compile(r"[#|>`~<!*+_\[/]|---|www", re.IGNORECASE)
"""Without any of these a line is plain text, as most are."""
_LINES = (
    (re.compile(r"\s*#{1,6}(\s|\w)"), "een kop kan niet binnen een deel; gebruik een vette regel"),
    (re.compile(r"\s*\|.*\||\s*:?-{3,}:?\s*\|"), "een tabel kan niet; maak er een lijst van"),
    (re.compile(r"\s*(>|```|~~~)"), "een citaat of codeblok kan niet; schrijf gewone tekst"),
    (re.compile(r"\s*([-*_]\s?){3,}$"), "een streep kan niet; laat een witregel"),
    (re.compile(r"\s*[*+]\s"), "begin een punt van een lijst met '- '"),
)
_INLINE = (
    (re.compile(r"!\[[^\]]*\]\("), "een afbeelding kan niet; haal ze weg"),
    (re.compile(r"</?[a-zA-Z][^>]*>|<!--"), "HTML kan niet; schrijf gewone tekst"),
    (re.compile(r"`"), "een omgekeerd aanhalingsteken kan niet; gebruik gewone aanhalingstekens"),
)
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)]*)\)")
_ANY_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)")
_BARE = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
_TARGET = re.compile(r"https://[^\s/]+\.\S+|tel:\+?\d+|mailto:[^@\s]+@[^@\s]+\.[a-z]+")


def check_markdown(article: ArticleFile) -> Iterator[Finding]:
    """What the panel could not show, and links that it would not follow."""
    for number, line in article.lines():
        if not _SUSPECT.search(line):
            continue
        for pattern, message in _LINES:
            if pattern.match(line):
                yield number, message
                break
        for pattern, message in _INLINE:
            if pattern.search(line):
                yield number, message
        yield from _check_links(number, line)


def _check_links(number: int, line: str) -> Iterator[Finding]:
    for label, target in _LINK.findall(line):
        if not _TARGET.fullmatch(target):
            rule = "een link begint met https://, tel: of mailto:"
            yield number, f"de link '{target}' kan niet; {rule}"
        elif not label.strip():
            yield number, f"de link '{target}' heeft geen tekst; schrijf die tussen de haakjes []"
    if _BARE.search(_ANY_LINK.sub("", line)):
        yield number, "schrijf een webadres als link: [tekst](https://…)"
