"""What an article may not say: facts still to be verified, and claims that were true once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.checking.articlefile import ArticleFile
from bot.checking.rules import Finding

NEAR = 150
"""Characters on both sides in which the word that sets a claim right must stand."""
FEWEST_WORDS = 4
"""A shorter fact is a name more often than a statement."""


@dataclass(frozen=True)
class Claim:
    """A phrase that is wrong unless another one stands near it."""

    phrase: re.Pattern[str]
    advice: str
    unless: re.Pattern[str] | None = None


CLAIMS = (
    Claim(
        re.compile(
            r"het (algemene )?dreigingsniveau is (nu|momenteel|vandaag)"
            r"|(momenteel|nu|vandaag) (op |in )?(dreigings)?niveau [1-4]|actueel niveau",
            re.IGNORECASE,
        ),
        "noem nooit het huidige dreigingsniveau; verwijs naar https://ocad.belgium.be",
    ),
    Claim(
        re.compile(r"\b(artikel(en)?|art\.?)\s+458\w*", re.IGNORECASE),
        "artikel 458 geldt niet meer sinds 1 september 2026;"
        " schrijf 'artikel 352 (vroeger artikel 458)'",
        re.compile("vroeger", re.IGNORECASE),
    ),
    Claim(
        re.compile(r"\b[Pp]lan R\b"),
        "Plan R bestaat niet meer; schrijf dat de Strategie T.E.R. de opvolger is",
        re.compile("vroeger|opvolg|voorganger|vervang|in de plaats van", re.IGNORECASE),
    ),
    Claim(
        re.compile(r"\bactieve meldplicht", re.IGNORECASE),
        "schrijf erbij dat de actieve meldplicht vernietigd is (GwH 44/2019)",
        re.compile("vernietigd", re.IGNORECASE),
    ),
)
_HOTLINE = "theologische_hulplijn"
_PHONE = re.compile(r"(\+32|\b0)[\s./-]?\d[\d\s./-]{6,12}\d\b|tel:")


def check_claims(topic: str, article: ArticleFile) -> Iterator[Finding]:
    """Outdated or unverified statements in the text of an article."""
    for claim in CLAIMS:
        for match in claim.phrase.finditer(article.body):
            around = article.body[max(0, match.start() - NEAR) : match.end() + NEAR]
            if claim.unless is None or not claim.unless.search(around):
                yield article.line_at(match.start()), f"'{match[0]}': {claim.advice}"
    if topic == _HOTLINE and (phone := _PHONE.search(article.body)):
        message = "noem geen telefoonnummer: de theologische hulplijn is geen bestaand aanbod"
        yield article.line_at(phone.start()), message
    yield from _unverified(article)


def _unverified(article: ArticleFile) -> Iterator[Finding]:
    words = [(word, number) for number, line in article.lines() for word in _words(line)]
    plain = [word for word, _ in words]
    for one in article.meta.each("to_verify"):
        fact = one.get("fact")
        wanted = _words(fact.text) if fact is not None else []
        if len(wanted) < FEWEST_WORDS:
            continue
        for start in range(len(plain) - len(wanted) + 1):
            if plain[start : start + len(wanted)] == wanted:
                message = "dit staat bij to_verify en mag niet als zeker in de tekst; haal het weg"
                yield words[start][1], message


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
