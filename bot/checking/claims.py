"""knowledge/claims.yml: what no article or contact may say, because it was true once or nobody has verified it."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from bot.checking.problem import Problem
from bot.checking.project import CLAIMS, TOPICS, Project
from bot.checking.rules import Finding, Rule, fields, items, known, pattern, text
from bot.checking.values import Value

NEAR = 150
"""Characters on both sides in which the words that set a claim right must stand."""


_DOT = re.compile(r"(?<=\bart)\.|(?<=\bnr)\.|(?<=\bB\.S)\.", re.IGNORECASE)
"""The dot of an abbreviation ends no sentence."""


@dataclass(frozen=True)
class Claim:
    """A phrase that is wrong unless another one stands near it."""

    phrase: re.Pattern[str]
    unless: re.Pattern[str] | None
    topics: frozenset[str]
    """Where it may not be said; empty for everywhere."""
    advice: str

    def find(self, said: str) -> Iterator[re.Match[str]]:
        """The places in a text where this is claimed."""
        said = _DOT.sub(" ", said)
        for match in self.phrase.finditer(said):
            around = said[max(0, match.start() - NEAR) : match.end() + NEAR]
            if self.unless is None or not self.unless.search(around):
                yield match


def read_claims(project: Project) -> Generator[Problem, None, tuple[Claim, ...]]:
    """Yield what is wrong in knowledge/claims.yml; return the claims that can be looked for."""
    listed = project.yaml(CLAIMS)
    if listed is None:
        return ()
    wrong = list(_shape(project)(listed))
    yield from (Problem(CLAIMS, line, message) for line, message in wrong)
    if wrong:
        return ()
    claims = tuple(_claim(one) for one in listed.each("claims"))
    for one, claim in zip(listed.each("claims"), claims, strict=True):
        yield from (Problem(CLAIMS, line, message) for line, message in _prove(one, claim))
    return claims


def _shape(project: Project) -> Rule:
    topics = items(known(project.topics(), "het onderwerp", TOPICS), least=1)
    sentences = items(text, least=1)
    entry = fields(
        {"phrase": pattern, "reason": text, "instead": text, "wrong": sentences},
        {"unless": pattern, "topics": topics, "right": sentences},
    )
    return fields({"claims": items(entry, least=1)})


def _claim(one: Value) -> Claim:
    values = {name: value.text for name, _, value in one.items()}
    return Claim(
        phrase=re.compile(values["phrase"], re.IGNORECASE),
        unless=re.compile(values["unless"], re.IGNORECASE) if "unless" in values else None,
        topics=frozenset(topic.text for topic in one.each("topics")),
        advice=f"{values['reason']}; {values['instead']}",
    )


def _prove(one: Value, claim: Claim) -> Iterator[Finding]:
    """An entry that does not find its own examples would guard nothing."""
    for sentence in one.each("wrong"):
        if not any(claim.find(sentence.text)):
            yield sentence.line, "deze foute zin wordt niet gevonden; verbeter 'phrase' of 'unless'"
    for sentence in one.each("right"):
        if any(claim.find(sentence.text)):
            yield sentence.line, "deze goede zin wordt gevonden; verbeter 'phrase' of 'unless'"
