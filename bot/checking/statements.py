"""What articles and contacts state, held against knowledge/claims.yml and their own lists of facts to verify."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.checking.articlefile import ArticleFile
from bot.checking.claims import Claim
from bot.checking.rules import Finding
from bot.checking.values import Value
from bot.nlu.content import content, forms

FEWEST_WORDS = 4
"""A shorter fact is a name more often than a statement."""
WHETHER = "Of "
"""So begins a fact of which nobody knows whether it is so."""
ALMOST = 0.7
"""Share of the words of such a fact in a sentence that says it is so."""
_SENTENCE = re.compile(r"(?<!\bart)[.!?](?:\s|$)")
_OPEN = re.compile(r"\b(?:of|niet|geen|vraag|vraagt|vroeger|weten)\b", re.IGNORECASE)
"""A sentence with one of these leaves it open."""
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


def _unverified(meta: Value, lines: Iterable[tuple[int, str]]) -> Iterator[Finding]:
    lines = list(lines)
    yield from _settled(meta, lines)
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


def _settled(meta: Value, lines: Sequence[tuple[int, str]]) -> Iterator[Finding]:
    """Sentences that say what nobody verified whether it is so: "Of de wet al naar artikel 353 verwijst."."""
    doubts = [one.get("fact") for one in meta.each("to_verify")]
    asked = [
        (content(one.text.removeprefix(WHETHER)), forms(_words(one.text)[-1]))
        for one in doubts
        if one is not None and one.text.startswith(WHETHER)
    ]
    for number, line in lines:
        for sentence in _SENTENCE.split(line):
            if not _OPEN.search(sentence) and any(_says(sentence, *one) for one in asked):
                message = "of dit zo is, staat bij to_verify; zeg het dus niet als zeker"
                yield number, message


def _says(sentence: str, words: list[frozenset[str]], verb: frozenset[str]) -> bool:
    """Whether a sentence holds the verb, which is the last word, and almost all the others."""
    said = frozenset().union(*map(forms, _words(sentence)))
    held = sum(bool(one & said) for one in words)
    return len(words) >= FEWEST_WORDS and bool(verb & said) and held >= ALMOST * len(words)


def _words(said: str) -> list[str]:
    return re.findall(r"\w+", said.casefold())
