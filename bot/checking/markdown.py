"""The small part of Markdown that the chat panel can show: paragraphs, lists, bold and links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.checking.articlefile import ArticleFile
from bot.checking.rules import Finding
from bot.knowledge.articles import Variant

_SUSPECT = re.compile(
    r"[#|>`~<!*+_\[/@&]|---|www|\.be\b|\.vlaanderen\b|^\s*[•·▪●–—]", re.IGNORECASE
)
"""Without any of these a line is plain text, as most are."""
_SECTIONS = {one.casefold(): one for one in ("Kort", "Meer", *(f"Voor {two}" for two in Variant))}
_HEADING = re.compile(r"\s*#{1,6}\s*(.*?)[\s#:]*")
_LINES = (
    (re.compile(r"\s*#{1,6}(\s|\w)"), "een kop kan niet binnen een deel; gebruik een vette regel"),
    (re.compile(r"\s*\|.*\||\s*:?-{3,}:?\s*\|"), "een tabel kan niet; maak er een lijst van"),
    (re.compile(r"\s*(>|```|~~~)"), "een citaat of codeblok kan niet; schrijf gewone tekst"),
    (re.compile(r"\s*([-*_]\s?){3,}$"), "een streep kan niet; laat een witregel"),
    (re.compile(r"\s*([*+]|[•·▪●–—])\s"), "begin een punt van een lijst met '- '"),
)
_INLINE = (
    (re.compile(r"!\[[^\]]*\]\("), "een afbeelding kan niet; haal ze weg"),
    (re.compile(r"</?[a-zA-Z][^>]*>|<!--"), "HTML kan niet; schrijf gewone tekst"),
    (re.compile(r"&#?\w+;"), "een teken als &nbsp; kan niet; schrijf een gewone spatie of letter"),
    (re.compile(r"`"), "een omgekeerd aanhalingsteken kan niet; gebruik gewone aanhalingstekens"),
)
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)]*)\)")
_ANY_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)")
_BARE = re.compile(r"https?://|\bwww\.|\b[\w-]+\.(be|vlaanderen)\b(?!@)", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
_TARGET = re.compile(r"https://[^\s/]+\.\S+|tel:\+?\d+|mailto:[^@\s]+@[^@\s]+\.[a-z]+")


def check_markdown(article: ArticleFile) -> Iterator[Finding]:
    """What the panel could not show, and links that it would not follow."""
    for number, line in article.lines():
        if not _SUSPECT.search(line):
            continue
        yield from _check_line(number, line)
        for message in inline_faults(line):
            yield number, message
        yield from _check_links(number, line)


def inline_faults(text: str) -> Iterator[str]:
    """What stands in a text that the panel would show as it is typed."""
    for pattern, message in _INLINE:
        if pattern.search(text):
            yield message


def _check_line(number: int, line: str) -> Iterator[Finding]:
    heading = _HEADING.fullmatch(line) if line.lstrip().startswith("#") else None
    section = None if heading is None else _SECTIONS.get(heading[1].casefold())
    if section is not None:
        yield (
            number,
            f"schrijf deze kop als '# {section}': één hekje, één spatie, de hoofdletter zoals hier",
        )
        return
    for pattern, message in _LINES:
        if pattern.match(line):
            yield number, message
            break
    bold = line.split("**")
    if len(bold) % 2 == 0:
        yield number, "zet ** voor en achter de vette woorden, op dezelfde regel"
    elif any(not words or words != words.strip() for words in bold[1::2]):
        yield number, "zet ** vlak tegen de vette woorden, zonder spatie ertussen"


def _check_links(number: int, line: str) -> Iterator[Finding]:
    for label, target in _LINK.findall(line):
        if not _TARGET.fullmatch(target):
            rule = "een link begint met https://, tel: of mailto:"
            yield number, f"de link '{target}' kan niet; {rule}"
        elif not label.strip():
            yield number, f"de link '{target}' heeft geen tekst; schrijf die tussen de haakjes []"
    without = _ANY_LINK.sub("", line)
    if found := _EMAIL.search(without):
        yield number, f"schrijf een e-mailadres als link: [{found[0]}](mailto:{found[0]})"
    elif _BARE.search(without):
        yield number, "schrijf een webadres als link: [tekst](https://…)"
