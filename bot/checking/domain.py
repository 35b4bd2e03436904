"""domain.yml: its intents against the catalogue, its actions against actions/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checking.problem import Problem
from bot.checking.project import DOMAIN, TOPICS, Project
from bot.checking.python import action_name, classes
from bot.checking.values import Value

ACTIONS = "actions"
DECISIONS = ("verduidelijken", "nlu_fallback", "andere_taal", "keuze")
"""Intents that the pipeline or a button gives, and no typed question has (bot.nlu.components.decider)."""


def names_of(value: Value | None) -> dict[str, int]:
    """Names in a list of Rasa, where each is a word or a word with settings, with their lines."""
    found: dict[str, int] = {}
    for one in value.each() if value is not None else ():
        found |= {one.text: one.line} if one.text else dict(one.key_lines)
    return found


def check_domain(project: Project) -> Iterator[Problem]:
    """Intents and actions, both ways."""
    domain = project.yaml(DOMAIN)
    if domain is None:
        return
    for section in ("intents", "actions", "responses"):
        if domain.get(section) is None:
            yield Problem(DOMAIN, 1, f"het deel '{section}' ontbreekt; voeg het toe")
    yield from _check_intents(project, domain)
    yield from _check_actions(project, domain)
    yield from _check_responses(domain)


def _check_intents(project: Project, domain: Value) -> Iterator[Problem]:
    catalogue = project.intents()
    if catalogue is None:
        return
    given = names_of(domain.get("intents"))
    wanted = {**dict.fromkeys(DECISIONS, 1), **catalogue}
    for name, line in given.items():
        if name not in wanted:
            message = (
                f"de bedoeling '{name}' staat niet in {TOPICS}; voeg ze daar toe of haal ze weg"
            )
            yield Problem(DOMAIN, line, message)
    at = domain.key_lines.get("intents", 1)
    for name in wanted:
        if name not in given:
            yield Problem(DOMAIN, at, f"de bedoeling '{name}' ontbreekt bij 'intents'; voeg ze toe")


def _check_responses(domain: Value) -> Iterator[Problem]:
    for name, line, variants in domain.items("responses"):
        if not variants.each():
            hint = "schrijf eronder '- text: …'"
            yield Problem(DOMAIN, line, f"bij '{name}' staat geen enkele tekst; {hint}")
        for one in variants.each():
            text = one.get("text")
            if text is None or not text.text.strip():
                message = f"een variant van '{name}' heeft geen tekst; schrijf '- text: …'"
                yield Problem(DOMAIN, one.line, message)


def _check_actions(project: Project, domain: Value) -> Iterator[Problem]:
    listed = names_of(domain.get("actions"))
    named: dict[str, set[str]] = {}
    for path in project.files(ACTIONS, ".py"):
        found = classes(project.root / path)
        if found is None:
            yield Problem(path, 1, "dit is geen geldige Python; laat een programmeur ernaar kijken")
            continue
        for line, name in filter(None, map(action_name, found)):
            named.setdefault(Path(path).stem, set()).add(name)
            if name not in listed:
                message = f"de actie '{name}' staat niet bij 'actions' in {DOMAIN}; voeg ze toe"
                yield Problem(path, line, message)
    for name, line in listed.items():
        if name not in named.get(name, set()):
            hint = f"laat {ACTIONS}/{name}.py een klasse bevatten die '{name}' heet, of haal ze weg"
            yield Problem(DOMAIN, line, f"de actie '{name}' is nergens gemaakt; {hint}")
