"""What articles and contacts state, held against knowledge/claims.yml and their own lists of facts to verify."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.checking.articlefile import ArticleFile
from bot.checking.claims import Claim
from bot.checking.rules import Finding
from bot.checking.values import Value

FEWEST_WORDS = 4
"""A shorter fact is a name more often than a statement."""
SHOWN = ("name", "what_for", "email")
"""The fields of a contact that a visitor reads."""


def check_article_statements(
    claims: tuple[Claim, ...], topic: str, article: ArticleFile
) -> Iterator[Finding]:
    """Claims in the text of an article, each section read by itself, as a visitor gets it."""
    for section in article.sections:
        said = "\n".join(one for _, one in section.content)
        for offset, message in _claimed(claims, said, topic):
            yield section.line + 1 + said.count("\n", 0, offset), message
    yield from _unverified(article.meta, article.lines())


def check_contact_statements(claims: tuple[Claim, ...], contact: Value) -> Iterator[Finding]:
    """Claims in what a visitor reads of a contact."""
    shown = [one for field in SHOWN if (one := contact.get(field)) is not None]
    for one in shown:
        yield from ((one.line, message) for _, message in _claimed(claims, one.text))
    yield from _unverified(contact, ((one.line, one.text) for one in shown))


def _claimed(
    claims: tuple[Claim, ...], said: str, topic: str | None = None
) -> Iterator[tuple[int, str]]:
    for claim in claims:
        if not claim.topics or topic in claim.topics:
            for match in claim.find(said):
                yield match.start(), f"'{match[0]}': {claim.advice}"


def _unverified(meta: Value, lines: Iterator[tuple[int, str]]) -> Iterator[Finding]:
    words = [(word, number) for number, line in lines for word in _words(line)]
    plain = [word for word, _ in words]
    for one in meta.each("to_verify"):
        fact = one.get("fact")
        wanted = _words(fact.text) if fact is not None else []
        if len(wanted) < FEWEST_WORDS:
            continue
        for start in range(len(plain) - len(wanted) + 1):
            if plain[start : start + len(wanted)] == wanted:
                message = "dit staat bij to_verify en mag niet als zeker in de tekst; haal het weg"
                yield words[start][1], message


def _words(said: str) -> list[str]:
    return re.findall(r"\w+", said.casefold())
