"""data/rules: every intent is handled by one rule, and everything that is said or done exists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.checking.domain import names_of
from bot.checking.problem import Problem
from bot.checking.project import DOMAIN, RULES, Project
from bot.checking.values import Value

BUILT_IN = ("action_listen", "action_restart", "action_back", "action_default_fallback")


@dataclass
class _Used:
    intents: list[tuple[str, str, int]] = field(default_factory=list)
    actions: list[tuple[str, str, int]] = field(default_factory=list)


def check_dialogue(project: Project) -> Iterator[Problem]:
    """Rules against the domain."""
    domain = project.yaml(DOMAIN)
    if domain is None:
        return
    used = _used(project)
    yield from _check_intents(names_of(domain.get("intents")), used.intents)
    responses = domain.get("responses")
    said = () if responses is None else responses.names()
    forms = domain.get("forms")
    done = (
        *names_of(domain.get("actions")),
        *(() if forms is None else forms.names()),
        *BUILT_IN,
    )
    for name, path, line in used.actions:
        if name.startswith("utter_") and name not in said:
            message = f"de tekst '{name}' ontbreekt bij 'responses' in {DOMAIN}; schrijf ze daar"
            yield Problem(path, line, message)
        elif not name.startswith("utter_") and name not in done:
            message = f"de actie '{name}' staat niet bij 'actions' in {DOMAIN}; verbeter de naam"
            yield Problem(path, line, message)


def _check_intents(intents: dict[str, int], used: list[tuple[str, str, int]]) -> Iterator[Problem]:
    first: dict[str, tuple[str, int]] = {}
    for name, path, line in used:
        if name not in intents:
            message = f"de bedoeling '{name}' staat niet in {DOMAIN}; verbeter de naam"
            yield Problem(path, line, message)
        elif first.setdefault(name, (path, line)) != (path, line):
            other = "{}:{}".format(*first[name])
            message = f"'{name}' heeft al een regel op {other}; haal er één weg"
            yield Problem(path, line, message)
    for name, line in intents.items():
        if name not in first:
            message = f"'{name}' heeft geen regel in {RULES}; schrijf wat erop volgt"
            yield Problem(DOMAIN, line, message)


def _used(project: Project) -> _Used:
    used = _Used()
    for path in project.files(RULES, ".yml"):
        data = project.yaml(path)
        for rule in data.each("rules") if data is not None else ():
            for step in rule.each("steps"):
                _read_step(path, step, used)
    return used


def _read_step(path: str, step: Value, used: _Used) -> None:
    for one in (step, *step.each("or")):
        for kind, into in (("intent", used.intents), ("action", used.actions)):
            found = one.get(kind)
            if found is not None and found.text:
                into.append((found.text, path, found.line))
